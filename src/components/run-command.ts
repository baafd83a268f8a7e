/** Commands run by the engine at build, on the scene of a page. */
import type { Locale } from '../i18n/locale.ts';
import { simulate } from '../sim/index.ts';
import { runLine } from '../view/run-line.ts';
import { lineWords } from '../view/words/line-words.ts';

/** What a command prints in a state: standard output, then standard error. Throws for a state that is not there. */
export function outputOf(scene: string, state: number, command: string, locale: Locale): string {
  const { states, scene: parsed } = simulate(scene);
  const at = states[state];
  if (!at) throw new Error(`no state ${state}: ${states.length} in all`);
  const from = parsed.probes[0]?.from ?? 'node node-a';
  const { stdout, stderr } = runLine(at, command, { from, words: lineWords(locale) });
  return stdout + stderr;
}
