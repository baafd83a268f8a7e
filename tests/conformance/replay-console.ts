/** A recorded kubectl session, run command after command through the engine's door. */
import type { Allocator } from '../../src/sim/allocator/allocator.ts';
import { appendStep, kubectl, setPod, simulate, type Simulation, type State } from '../../src/sim/index.ts';
import { podsAfter, sessionAllocator, sessionFiles, type ConsoleEntry } from './console-session.ts';

/** What a command printed. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface Replayed extends Answer {
  /** Of a command that became a step: what the console said it would print. */
  readonly said?: Answer;
}

/** What the session's cluster lacks of the default one: kube-dns, and labels of the nodes' platform. */
const preparations = [
  ['delete', 'svc', 'kube-dns', '-n', 'kube-system'],
  ['label', 'nodes', '--all', 'kubernetes.io/arch-', 'kubernetes.io/os-'],
];

/**
 * The engine's answer to each entry. The first applies the manifest; a command that changes the cluster becomes a step of
 * the scene, and its state is what the next command sees. Its answer is that of the step.
 */
export function replay(entries: readonly ConsoleEntry[]): readonly Replayed[] {
  const session = new Session(entries);
  return entries.map(({ args }, index) => (index === 0 ? session.start() : session.run(args, index)));
}

class Session {
  #scene: string;
  #last: Simulation | undefined;
  readonly #allocators: Allocator[] = [];
  readonly #allocatorFor: (index: number) => Allocator;

  constructor(entries: readonly ConsoleEntry[]) {
    this.#allocatorFor = sessionAllocator(entries);
    this.#scene = world(entries);
  }

  start(): Answer {
    this.#simulate(0);
    const { apply } = this.#state;
    for (const args of preparations) this.#step(args, 0);
    return answer(apply);
  }

  run(args: readonly string[], index: number): Replayed {
    const { step, ...result } = kubectl(this.#state, args);
    if (!step) return answer(result);
    this.#step(step.args, index);
    return { ...answer(this.#state.apply), said: answer(result) };
  }

  get #state(): State {
    const state = this.#last?.states.at(-1);
    if (!state) throw new Error('nothing was run');
    return state;
  }

  #step(args: readonly string[], index: number): void {
    this.#scene = appendStep(this.#scene, { action: 'kubectl', args }).text;
    this.#simulate(index);
  }

  #simulate(index: number): void {
    this.#allocators.push(this.#allocatorFor(index));
    this.#last = simulate(this.#scene, {
      previous: this.#last,
      allocator: (state) => this.#allocators[state] as Allocator,
      options: { upstream: 'none', probes: false, files: sessionFiles },
    });
  }
}

function answer(result: Answer | null): Answer {
  if (!result) throw new Error('a command printed nothing');
  const { stdout, stderr, code } = result;
  return { stdout, stderr, code };
}

/** The manifest with its world: `waiting` is never ready, pods without a node stay without one. */
function world(entries: readonly ConsoleEntry[]): string {
  const unbound = entries.flatMap((_, i) => podsAfter(entries, i)).filter(({ address }) => address === undefined);
  const keys = [...new Set(unbound.map(({ namespace, name }) => `${namespace}/${name}`))];
  const pending = { phase: 'Pending', ready: false, node: 'none', ip: 'none' } as const;
  const start = setPod(sessionFiles.get('console.yaml') ?? '', 0, 'default/waiting', { ready: false }).text;
  return keys.reduce((scene, key) => setPod(scene, 0, key, pending).text, start);
}
