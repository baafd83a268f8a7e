/** Flags and arguments of one command, with the flags that every command has. */
import { parseFlags, type Flag } from './parse-flags.ts';

export const commonFlags: readonly Flag[] = [
  { name: 'namespace', short: 'n', type: 'text' },
  { name: 'output', short: 'o', type: 'text' },
  { name: 'dry-run', type: 'text' },
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

/** Reads what follows the command's name. An error is in kubectl's words, without `error: `. */
export function parseCommandLine(
  argv: readonly string[],
  flags: readonly Flag[],
): CommandLine | { readonly ok: false; readonly error: string } {
  const parsed = parseFlags(argv, flags);
  if (!parsed.ok) return parsed;
  const { args, values, lists } = parsed;
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

/** A flag that could not be read, with the hint kubectl adds. */
export function usageError(error: string, command: string): string {
  return `${error}\nSee 'kubectl ${command} --help' for usage.`;
}
