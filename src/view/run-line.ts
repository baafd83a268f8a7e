/** A command line as typed in the console: split like a shell, sent to the program it names. */
import { kubectl, type State } from '../sim/index.ts';

export interface LineResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  /** For a command that changes the cluster: the arguments of its `kubectl` step. */
  readonly step?: readonly string[];
}

export interface LineContext {
  /** Where dig, curl and the like run: `pod ns/name`, `node NAME`, `external`. */
  readonly from: string;
  readonly ages?: readonly number[];
  /** Our words for fields, in English, for `kubectl explain`. */
  readonly descriptions?: Readonly<Record<string, string>> | undefined;
  readonly words: LineWords;
}

/** Sentences of ours, by language. */
export interface LineWords {
  readonly help: string;
  readonly notSupported: (command: string) => string;
  readonly noPipes: string;
  readonly needsPod: (command: string) => string;
  /** Behind what `get -w` and the like print once. */
  readonly watchEnds: string;
}

const inPod = new Set(['dig', 'nslookup', 'curl', 'wget', 'nc', 'getent', 'hostname', 'env', 'printenv', 'cat']);

/** Runs one line in a state. Never throws; what is not supported says so on standard error, code 127. */
export function runLine(state: State, line: string, { from, ages, descriptions, words }: LineContext): LineResult {
  const argv = splitLine(line.replace(/^\s*\$\s+/, ''));
  if (argv === undefined) return failed(words.noPipes);
  const [command = '', ...args] = argv;
  if (command === '' || command === 'help') return { stdout: `${words.help}\n`, stderr: '', code: 0 };
  const settings = { descriptions, ...(ages && { ages }) };
  if (command === 'kubectl' || command === 'k') {
    const { step, watching, ...result } = kubectl(state, args, settings);
    if (watching) return { ...result, stderr: `${result.stderr}${words.watchEnds}\n` };
    return step ? { ...result, step: step.args } : result;
  }
  if (!inPod.has(command)) return failed(words.notSupported(command));
  const [, namespace, pod] = /^pod (?:([^/]+)\/)?([^/]+)$/.exec(from) ?? [];
  if (pod === undefined) return failed(words.needsPod(command));
  const { stdout, stderr, code } = kubectl(state, ['exec', '-n', namespace ?? 'default', pod, '--', ...argv], settings);
  return { stdout, stderr, code };
}

const failed = (sentence: string): LineResult => ({ stdout: '', stderr: `${sentence}\n`, code: 127 });

/** Words of a line as a POSIX shell splits them; undefined where a pipe, redirection or open quote stands. */
export function splitLine(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\\' && quote === '"' && /["\\$`]/.test(line[i + 1] ?? ''))
        word = (word ?? '') + (line[(i += 1)] ?? '');
      else word = (word ?? '') + char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (char === '\\') word = (word ?? '') + (line[(i += 1)] ?? '');
    else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (/[|<>;&]/.test(char)) return undefined;
    else word = (word ?? '') + char;
  }
  if (quote !== '') return undefined;
  return word === undefined ? words : [...words, word];
}
