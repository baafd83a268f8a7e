/** Arguments of the two commands. Something wrong in them is told in one line, with exit code 2. */
import { existsSync, statSync } from 'node:fs';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Words for people about what they typed; never a stack. */
export class ArgumentError extends Error {}

/** Options as `parseArgs` reads them. Throws ArgumentError on an unknown option, a missing value or a stray word. */
export function parseArguments<O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>>['values'] {
  const parsed = attempt(() => parseArgs({ args: [...args], options, strict: true, allowPositionals: true }));
  const [stray] = parsed.positionals;
  if (stray !== undefined) throw new ArgumentError(`unexpected word '${stray}'`);
  return parsed.values;
}

function attempt<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

/** The folder itself; throws ArgumentError if it is none. `option` is the name to tell. */
export function existingFolder(folder: string, option: string): string {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new ArgumentError(`${option}: no such folder: ${folder}`);
  return folder;
}

/** Runs a command's main function; sets the exit code it returns, or prints what is wrong with its arguments. */
export function runMain(name: string, usage: string, main: () => number): void {
  try {
    process.exitCode = main();
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    process.stderr.write(`${name}: ${error.message}\n${usage}\n`);
    process.exitCode = 2;
  }
}
