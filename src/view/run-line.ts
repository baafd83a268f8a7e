/** A command line as typed in the console: read like a shell, sent to the program it names. */
import { kubectl, type State } from '../sim/index.ts';
import { filters } from './console/filters.ts';
import { echo, filesOf, isLoop, sendOutputs, textOf, usesVariables } from './console/line-parts.ts';
import { parseLine, type Command, type LineFault, type Part, type Word } from './console/parse-line.ts';

export interface LineResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  /** For a command that changes the cluster: the arguments of its `kubectl` step. */
  readonly step?: readonly string[];
  /** What `-f -` of that step reads. */
  readonly input?: string;
}

export interface LineContext {
  /** Where dig, curl and the like run: `pod ns/name`, `node NAME`, `external`. */
  readonly from: string;
  readonly ages?: readonly number[];
  /** Our words for fields, in English, for `kubectl explain`. */
  readonly descriptions?: Readonly<Record<string, string>> | undefined;
  readonly words: LineWords;
}

/** What the console does not have, besides programs. */
export type Missing =
  LineFault | 'several' | 'two-changes' | 'variables' | 'files' | 'loops' | 'terminal' | 'input' | 'network';

/** Sentences of ours, by language. */
export interface LineWords {
  readonly help: string;
  /** How a command of kubectl is used; undefined for a word that is none. */
  readonly kubectlHelp: (verb: string) => string | undefined;
  /** What is not part of the simulation, with what to use instead. */
  readonly notSupported: (command: string) => string;
  /** What to use instead of a command of kubectl or of a program; undefined where there is nothing to say. */
  readonly instead: (command: string) => string | undefined;
  readonly missing: Readonly<Record<Missing, string>>;
  readonly filterForm: (command: string) => string;
  readonly needsPod: (command: string) => string;
  /** Behind what `get -w` and the like print once. */
  readonly watchEnds: string;
}

const inPod = new Set(['dig', 'nslookup', 'curl', 'wget', 'nc', 'getent', 'hostname', 'env', 'printenv', 'cat']);
const shells = new Set(['sh', 'ash', 'bash', '/bin/sh', '/bin/bash']);

/** Runs one line in a state. Never throws; what is not supported says so on standard error, code 127. */
export function runLine(state: State, line: string, context: LineContext): LineResult {
  return new Console(state, context).line(line.replace(/^\s*\$\s+/, ''));
}

const failed = (sentence: string, code = 127): LineResult => ({ stdout: '', stderr: `${sentence}\n`, code });
const printed = (stdout: string): LineResult => ({ stdout, stderr: '', code: 0 });

/** A prompt: that of the console, or a shell in a pod. */
class Console {
  readonly #state: State;
  readonly #context: LineContext;
  /** Of a shell in a pod: the arguments of `exec` that lead there. */
  readonly #inside: readonly string[] | undefined;
  /** What the command before ended with. */
  #last = 0;
  /** Of the pod in which programs run. */
  #environment: ReadonlyMap<string, string> | undefined;

  constructor(state: State, context: LineContext, inside?: readonly string[]) {
    this.#state = state;
    this.#context = context;
    this.#inside = inside;
  }

  line(line: string): LineResult {
    const { words } = this.#context;
    const parsed = parseLine(line);
    if (!parsed.ok) return failed(words.missing[parsed.fault]);
    const [statement, ...more] = parsed.statements;
    if (!statement) return printed('');
    if (isLoop(statement)) return failed(words.missing.loops);
    if (more.length > 0) return failed(words.missing.several);
    return this.pipeline(statement.commands);
  }

  pipeline(commands: readonly Command[]): LineResult {
    let [input, stderr]: [string | undefined, string] = [undefined, ''];
    let change: Pick<LineResult, 'step' | 'input'> = {};
    let code = 0;
    for (const command of commands) {
      const { step, input: read, ...result } = this.#redirected(command, input);
      if (step && change.step) return failed(this.#context.words.missing['two-changes']);
      if (step) change = { step, ...(read === undefined ? {} : { input: read }) };
      input = result.stdout;
      stderr += result.stderr;
      code = result.code;
    }
    return { stdout: input ?? '', stderr, code, ...change };
  }

  /** A command with what it reads, and its outputs where they are sent. */
  #redirected(command: Command, piped: string | undefined): LineResult {
    const { words } = this.#context;
    let input = piped;
    if (command.inputFile) {
      if (this.#expand([command.inputFile])[0] !== 'manifest.yaml') return failed(words.missing.files, 1);
      input = this.#state.text;
    }
    if (!this.#isOfPod(command) && usesVariables(command)) return failed(words.missing.variables, 1);
    if (command.input) input = this.#expand([command.input], false)[0] ?? '';
    const argv = this.#expand(command.words);
    const result = this.#run(argv, input);
    const sent = sendOutputs(command.outputs, result, (to) => this.#expand([to])[0] === '/dev/null');
    return sent ? { ...result, ...sent } : failed(words.missing.files, 1);
  }

  #run(argv: readonly string[], input: string | undefined): LineResult {
    const { words } = this.#context;
    const [command = '', ...args] = argv;
    if (command === '' || command === ':' || command === 'true' || command === 'alias') return printed('');
    if (command === 'help') return printed(`${words.help}\n`);
    if (command === 'echo') return printed(echo(args));
    if (!this.#inside && (command === 'kubectl' || command === 'k')) return this.#kubectl(args, input);
    if (command === 'cat' && !this.#inside && input === undefined && args.join(' ') === 'manifest.yaml')
      return printed(this.#state.text);
    const filter = filters.get(command);
    if (filter && (input !== undefined || command !== 'cat'))
      return (input === undefined ? undefined : filter(args, input)) ?? failed(words.filterForm(command), 2);
    if (/^(export\b|set$|unset$|source$|\.$)|^\w+=/.test(command)) return failed(words.missing.variables);
    if (!inPod.has(command)) return failed(this.#inside ? `sh: ${command}: not found` : words.notSupported(command));
    if (command === 'nslookup' && args.every((arg) => arg.startsWith('-'))) return failed(words.missing.terminal, 1);
    return this.#inPod(argv) ?? failed(words.needsPod(command));
  }

  /** A program in the pod; what kubectl says around it is not printed. Undefined where no pod is chosen. */
  #inPod(argv: readonly string[]): LineResult | undefined {
    const pod = this.#pod();
    if (!pod) return undefined;
    const { stdout, stderr, code } = kubectl(this.#state, [...pod, '--', ...argv], this.#settings());
    const own = stderr.replace(/^Defaulted container .*\n/, '').replace(/command terminated with exit code \d+\n$/, '');
    return { stdout, stderr: own, code };
  }

  #kubectl(args: readonly string[], input: string | undefined): LineResult {
    const { words } = this.#context;
    const dashes = args.indexOf('--');
    const own = dashes < 0 ? args : args.slice(0, dashes);
    const verb = own.find((arg) => !arg.startsWith('-')) ?? '';
    const asksForHelp = own.some((arg) => arg === '--help' || arg === '-h');
    const alone = own.length === 0 || (own.length === 1 && (verb === 'rollout' || verb === 'set'));
    if (verb === 'help' || asksForHelp || alone) {
      const help = words.kubectlHelp(verb === 'help' ? (own[own.indexOf('help') + 1] ?? '') : verb);
      if (help !== undefined) return printed(`${help}\n`);
    }
    const inner = dashes < 0 ? [] : args.slice(dashes + 1);
    if (verb === 'exec' && shells.has(inner[0] ?? '')) {
      if (inner[1] === '-c') return this.#script(own, inner[2] ?? '');
    }
    const shell = shells.has(inner[0] ?? '') && inner.length === 1 && input === undefined;
    if (shell && (verb === 'exec' || verb === 'run')) return failed(words.missing.terminal, 1);
    const file = filesOf(own);
    if (file.includes('-') && input === undefined) return failed(words.missing.input, 1);
    if (file.some((name) => /^https?:/.test(name))) return failed(words.missing.network, 1);
    const { step, watching, ...result } = kubectl(this.#state, args, { ...this.#settings(), input });
    const left = /^error: kubectl (.+) is not part of the simulation$/m.exec(result.stderr)?.[1] ?? '';
    const absent = result.code === 127 ? inner[0] : undefined;
    const hint = left === '' ? absent && words.instead(absent) : (words.instead(left) ?? words.instead(verb));
    const said = [hint, watching && words.watchEnds].filter((each) => each);
    const stderr = result.stderr + said.map((each) => `${each}\n`).join('');
    if (!step) return { ...result, stderr };
    return { ...result, stderr, step: step.args, ...(file.includes('-') && input !== undefined ? { input } : {}) };
  }

  /** `exec POD -- sh -c SCRIPT`: each command of it by an exec of its own. */
  #script(exec: readonly string[], script: string): LineResult {
    const there = kubectl(this.#state, [...exec, '--', 'hostname'], this.#settings());
    const notice = /^Defaulted container .*\n/.exec(there.stderr)?.[0] ?? '';
    if (there.code !== 0) return { stdout: there.stdout, stderr: there.stderr, code: there.code };
    const parsed = parseLine(script);
    if (!parsed.ok) return failed(this.#context.words.missing[parsed.fault]);
    if (parsed.statements.some(isLoop)) return failed(this.#context.words.missing.loops);
    const shell = new Console(this.#state, this.#context, exec);
    const results: LineResult[] = [];
    for (const { commands, after } of parsed.statements) {
      const before = results.at(-1)?.code ?? 0;
      if (after !== 'always' && (after === 'success') !== (before === 0)) continue;
      shell.#last = before;
      results.push(shell.pipeline(commands));
    }
    const code = results.at(-1)?.code ?? 0;
    const ended = code === 0 ? '' : `command terminated with exit code ${code}\n`;
    const all = (output: 'stdout' | 'stderr'): string => results.map((result) => result[output]).join('');
    return { stdout: all('stdout'), stderr: notice + all('stderr') + ended, code };
  }

  /** Words as the program gets them. Unquoted values are split at blanks unless `split` is false. */
  #expand(words: readonly Word[], split = true): readonly string[] {
    return words.flatMap((word) => {
      const fields: string[] = [];
      let field: string | undefined;
      for (const part of word) {
        const value = this.#valueOf(part);
        const whole = part.kind === 'text' || part.quoted || !split;
        for (const [i, piece] of (whole ? [value] : value.split(/\s+/)).entries()) {
          if (i > 0 && field !== undefined) fields.push(field);
          if (i > 0) field = undefined;
          if (whole || piece !== '') field = (field ?? '') + piece;
        }
      }
      return field === undefined ? fields : [...fields, field];
    });
  }

  #valueOf(part: Part): string {
    if (part.kind === 'text') return part.text;
    if (part.kind === 'variable' && part.name === '?') return String(this.#last);
    if (part.kind === 'variable') return this.#variables().get(part.name) ?? '';
    const { stdout, step } = new Console(this.#state, this.#context, this.#inside).line(part.line);
    return step ? '' : stdout.replace(/\n+$/, '');
  }

  /** True for a program that runs in the pod: its variables are the pod's. */
  #isOfPod({ words }: Command): boolean {
    const name = textOf(words[0] ?? []);
    return this.#inside !== undefined || name === 'echo' || inPod.has(name);
  }

  #variables(): ReadonlyMap<string, string> {
    if (this.#environment) return this.#environment;
    const stdout = this.#inPod(['env'])?.stdout ?? '';
    this.#environment = new Map(stdout.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
    return this.#environment;
  }

  /** The `exec` that leads into the pod in which programs run; undefined where it is none. */
  #pod(): readonly string[] | undefined {
    if (this.#inside) return this.#inside;
    const [, namespace, pod] = /^pod (?:([^/]+)\/)?([^/]+)$/.exec(this.#context.from) ?? [];
    return pod === undefined ? undefined : ['exec', '-n', namespace ?? 'default', pod];
  }

  #settings(): Parameters<typeof kubectl>[2] {
    const { ages, descriptions } = this.#context;
    return { descriptions, ...(ages && { ages }) };
  }
}
