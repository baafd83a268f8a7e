/** Command line flags as kubectl reads them. */

export interface Flag {
  /** Long name without dashes: `namespace`. */
  readonly name: string;
  /** One letter, or none. */
  readonly short?: string;
  /** `bool` needs no value; `list` may be given several times and splits at commas. */
  readonly type: 'bool' | 'text' | 'number' | 'list';
  /** The value where none is given; then one stands only behind `=`. */
  readonly bare?: string;
}

export interface ParsedFlags {
  readonly ok: true;
  /** Arguments that are no flags, in order. */
  readonly args: readonly string[];
  /** Last value of each bool and text flag that was given, by long name; bools as `true` or `false`. */
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

export interface FlagError {
  readonly ok: false;
  /** kubectl's words, without `error: `. */
  readonly error: string;
}

/**
 * Splits `argv` (without `kubectl` and the command's name) into flags and arguments: `--name=value`, `--name value`,
 * `-n value`, `-nvalue`, `-n=value`, `-Aw`; everything after `--` is an argument.
 * Models spf13/pflag FlagSet.Parse.
 */
export function parseFlags(argv: readonly string[], flags: readonly Flag[]): ParsedFlags | FlagError {
  const state: State = { argv, at: 0, flags, args: [], values: new Map(), lists: new Map() };
  while (state.at < argv.length) {
    const word = argv[state.at] ?? '';
    state.at += 1;
    if (word === '--') {
      state.args.push(...argv.slice(state.at));
      break;
    }
    const error = word.startsWith('--')
      ? longFlag(state, word)
      : /^-./.test(word)
        ? shortFlags(state, word)
        : undefined;
    if (error !== undefined) return { ok: false, error };
    if (word === '-' || !word.startsWith('-')) state.args.push(word);
  }
  return { ok: true, args: state.args, values: state.values, lists: state.lists };
}

interface State {
  readonly argv: readonly string[];
  at: number;
  readonly flags: readonly Flag[];
  readonly args: string[];
  readonly values: Map<string, string>;
  readonly lists: Map<string, readonly string[]>;
}

function longFlag(state: State, word: string): string | undefined {
  const equals = word.indexOf('=');
  const name = word.slice(2, equals < 0 ? undefined : equals);
  if (name === '' || name.startsWith('-')) return `bad flag syntax: ${word}`;
  const flag = state.flags.find((f) => f.name === name);
  if (!flag) return `unknown flag: --${name}`;
  if (equals >= 0) return assign(state, flag, word.slice(equals + 1));
  const bare = flag.type === 'bool' ? 'true' : flag.bare;
  if (bare !== undefined) return assign(state, flag, bare);
  if (state.at >= state.argv.length) return `flag needs an argument: --${name}`;
  state.at += 1;
  return assign(state, flag, state.argv[state.at - 1] ?? '');
}

function shortFlags(state: State, word: string): string | undefined {
  for (let rest = word.slice(1); rest !== '';) {
    const letter = rest.slice(0, 1);
    const flag = state.flags.find((f) => f.short === letter);
    if (!flag) return `unknown shorthand flag: '${letter}' in -${rest}`;
    const after = rest.slice(1);
    if (after.startsWith('=') && after.length > 1) return assign(state, flag, after.slice(1));
    if (flag.type === 'bool') {
      const error = assign(state, flag, 'true');
      if (error !== undefined) return error;
      rest = after;
      continue;
    }
    if (after !== '') return assign(state, flag, after);
    if (state.at >= state.argv.length) return `flag needs an argument: '${letter}' in -${rest}`;
    state.at += 1;
    return assign(state, flag, state.argv[state.at - 1] ?? '');
  }
  return undefined;
}

const bools: ReadonlyMap<string, string> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((word) => [word, 'true'] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((word) => [word, 'false'] as const),
]);

function assign(state: State, flag: Flag, value: string): string | undefined {
  if (flag.type === 'list') {
    state.lists.set(flag.name, [...(state.lists.get(flag.name) ?? []), ...value.split(',')]);
    return undefined;
  }
  const wrong = (problem: string): string => {
    const shown = flag.short ? `-${flag.short}, --${flag.name}` : `--${flag.name}`;
    return `invalid argument "${value}" for "${shown}" flag: ${problem}`;
  };
  const problem = flag.type === 'number' ? intProblem(value) : undefined;
  if (problem !== undefined) return wrong(problem);
  const read = flag.type === 'bool' ? bools.get(value) : value;
  if (read === undefined) return wrong(`strconv.ParseBool: parsing "${value}": invalid syntax`);
  state.values.set(flag.name, read);
  return undefined;
}

const mostInt = 2 ** 31 - 1;

/** Go's words for a text that is no 32-bit number; undefined for one that is. Models strconv.ParseInt as pflag calls it. */
function intProblem(text: string): string | undefined {
  if (!/^[+-]?(\d+|0[xX][0-9a-fA-F]+)$/.test(text)) return `strconv.ParseInt: parsing "${text}": invalid syntax`;
  const amount = Number(text);
  return amount > mostInt || amount < -mostInt - 1
    ? `strconv.ParseInt: parsing "${text}": value out of range`
    : undefined;
}
