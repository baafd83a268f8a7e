/** Flags and arguments of one command, with the flags that every command has. */
import { parseFlags, type Flag } from './parse-flags.ts';

export const commonFlags: readonly Flag[] = [
  { name: 'namespace', short: 'n', type: 'text' },
  { name: 'output', short: 'o', type: 'text' },
  { name: 'dry-run', type: 'text', bare: 'unchanged' },
  { name: 'field-manager', type: 'text' },
  { name: 'context', type: 'text' },
  { name: 'kubeconfig', type: 'text' },
  { name: 'v', short: 'v', type: 'text' },
];

export interface CommandLine {
  readonly ok: true;
  readonly args: readonly string[];
  /** Of `-n`, else `default`. */
  readonly namespace: string;
  /** True if `-n` was given. */
  readonly namespaceGiven: boolean;
  bool(name: string): boolean;
  text(name: string): string | undefined;
  list(name: string): readonly string[];
}

export interface RefusedLine {
  readonly ok: false;
  /** kubectl's words, without `error: `. */
  readonly error: string;
  /** True where the flags could be read: then kubectl adds no hint. */
  readonly understood?: true;
}

/** Reads what follows the command's name. */
export function parseCommandLine(argv: readonly string[], flags: readonly Flag[]): CommandLine | RefusedLine {
  const parsed = parseFlags(argv, flags);
  if (!parsed.ok) return parsed;
  const { args, values, lists } = parsed;
  const dryRun = values.get('dry-run');
  if (dryRun !== undefined && !dryRuns.has(dryRun)) {
    const error = `Invalid dry-run value (${dryRun}). Must be "none", "server", or "client".`;
    return { ok: false, error, understood: true };
  }
  return {
    ok: true,
    args,
    namespace: values.get('namespace') ?? 'default',
    namespaceGiven: values.has('namespace'),
    bool: (name) => values.get(name) === 'true',
    text: (name) => values.get(name),
    list: (name) => lists.get(name) ?? [],
  };
}

const dryRuns: ReadonlySet<string> = new Set(['none', 'server', 'client', 'unchanged']);

/** A line that could not be read, with the hint kubectl adds for flags. */
export function usageError({ error, understood }: RefusedLine, command: string): string {
  return understood ? error : `${error}\nSee 'kubectl ${command} --help' for usage.`;
}

/** Arguments that do not fit, in kubectl's words, with the hint it adds. */
export function helpError(error: string, command: string): string {
  return `${error}\nSee 'kubectl ${command} -h' for help and examples`;
}
