/** Commands run by the engine at build, on the scene of a page. */

interface Engine {
  simulate: (scene: string) => { readonly states: readonly unknown[] };
  kubectl: (
    state: unknown,
    argv: readonly string[],
    settings: { readonly ages: readonly number[] },
  ) => { readonly stdout: string; readonly stderr: string };
}
const engines = import.meta.glob<Engine>('../sim/index.ts');

/** What a command prints in a state: standard output, then standard error. */
export async function outputOf(scene: string, state: number, command: string): Promise<string> {
  const engine = await engines['../sim/index.ts']?.();
  const at = engine?.simulate(scene).states[state];
  if (!engine || at === undefined) return '';
  const { stdout, stderr } = engine.kubectl(at, command.replace(/^kubectl /, '').split(/\s+/), { ages: [] });
  return stdout + stderr;
}
