/** Programs that read what another one printed: `kubectl get pods | grep web | wc -l`. */

export interface Filtered {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Text in, text out; undefined where the arguments ask for more than there is here. */
export type Filter = (args: readonly string[], input: string) => Filtered | undefined;

const printed = (lines: readonly string[], code = 0): Filtered => ({
  stdout: lines.map((line) => `${line}\n`).join(''),
  stderr: '',
  code,
});

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** Letters of flags that stand alone or together, with the value of those in `withValue`; undefined for an unknown one. */
function flagsOf(
  args: readonly string[],
  alone: string,
  withValue: string,
  long: Readonly<Record<string, string>> = {},
): { readonly flags: ReadonlyMap<string, string>; readonly rest: readonly string[] } | undefined {
  const flags = new Map<string, string>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--') return { flags, rest: [...rest, ...args.slice(i + 1)] };
    if (!/^-./.test(arg)) {
      rest.push(arg);
      continue;
    }
    if (/^-\d+$/.test(arg) && withValue.includes('n')) {
      flags.set('n', arg.slice(1));
      continue;
    }
    const [name = '', value] = arg.split(/=(.*)/s);
    const known = arg.startsWith('--') ? long[name.slice(2)] : undefined;
    if (arg.startsWith('--') && known === undefined) return undefined;
    let letters = known === undefined ? arg.slice(1) : known;
    while (letters !== '') {
      const [letter = ''] = letters;
      letters = letters.slice(1);
      if (withValue.includes(letter)) {
        flags.set(letter, value ?? (letters !== '' ? letters : (args[(i += 1)] ?? '')));
        letters = '';
      } else if (alone.includes(letter)) flags.set(letter, '');
      else return undefined;
    }
  }
  return { flags, rest };
}

/** A basic or extended regular expression of POSIX as one of JavaScript; undefined if it is none. */
function regexOf(pattern: string, kind: 'basic' | 'extended' | 'fixed', flags: string): RegExp | undefined {
  const source =
    kind === 'fixed'
      ? pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      : kind === 'extended'
        ? pattern
        : pattern.replaceAll(/\\?[+?(){}|]|\\\\/g, (sign) => {
            if (sign === '\\\\') return sign;
            return sign.startsWith('\\') ? sign.slice(1) : `\\${sign}`;
          });
  const classes = source
    .replaceAll('[[:space:]]', '\\s')
    .replaceAll('[[:digit:]]', '\\d')
    .replaceAll('[[:alpha:]]', '[A-Za-z]');
  try {
    return new RegExp(classes, flags);
  } catch {
    return undefined;
  }
}

const grep: Filter = (args, input) => {
  const read = flagsOf(args, 'ivcnowxEFqh', 'eABCm', {
    'ignore-case': 'i',
    'invert-match': 'v',
    count: 'c',
    'line-number': 'n',
    'only-matching': 'o',
    'word-regexp': 'w',
    'line-regexp': 'x',
    'extended-regexp': 'E',
    'fixed-strings': 'F',
    quiet: 'q',
    color: 'h',
    'max-count': 'm',
  });
  if (!read) return undefined;
  const { flags } = read;
  const [pattern, ...files] = flags.has('e') ? [flags.get('e') ?? '', ...read.rest] : read.rest;
  if (pattern === undefined || files.some((file) => file !== '-')) return undefined;
  const kind = flags.has('F') ? 'fixed' : flags.has('E') ? 'extended' : 'basic';
  const framed = regexOf(pattern, kind, flags.has('i') ? 'gi' : 'g');
  if (!framed) return { stdout: '', stderr: `grep: ${pattern}: invalid regular expression\n`, code: 2 };
  const [open, close] = flags.has('x') ? ['^(?:', ')$'] : flags.has('w') ? ['(?<!\\w)(?:', ')(?!\\w)'] : ['', ''];
  const regex = new RegExp(open + framed.source + close, framed.flags);
  const lines = linesOf(input);
  const most = Number(flags.get('m') ?? Infinity);
  const hits = lines.flatMap((line, i) => (line.search(regex) >= 0 === flags.has('v') ? [] : [i])).slice(0, most);
  const code = hits.length > 0 ? 0 : 1;
  if (flags.has('q')) return printed([], code);
  if (flags.has('c')) return printed([String(hits.length)], code);
  const numbered = (i: number, sign: string, text: string): string =>
    flags.has('n') ? `${i + 1}${sign}${text}` : text;
  if (flags.has('o'))
    return printed(
      hits.flatMap((i) => (flags.has('v') ? [] : (lines[i]?.match(regex) ?? []).map((each) => numbered(i, ':', each)))),
      code,
    );
  return printed(withContext(hits, lines, flags, numbered), code);
};

/** `-A`, `-B`, `-C`: lines around, with `--` between parts that do not touch. */
function withContext(
  hits: readonly number[],
  lines: readonly string[],
  flags: ReadonlyMap<string, string>,
  numbered: (i: number, sign: string, text: string) => string,
): readonly string[] {
  const around = (flag: string): number => Number(flags.get(flag) ?? flags.get('C') ?? 0) || 0;
  const [before, after] = [around('B'), around('A')];
  const shown = new Set(
    hits.flatMap((hit) => lines.flatMap((_, i) => (i >= hit - before && i <= hit + after ? [i] : []))),
  );
  const matched = new Set(hits);
  let last = -1;
  return [...shown]
    .sort((a, b) => a - b)
    .flatMap((i) => {
      const gap = before + after > 0 && last >= 0 && i > last + 1 ? ['--'] : [];
      last = i;
      return [...gap, numbered(i, matched.has(i) ? ':' : '-', lines[i] ?? '')];
    });
}

function ends(args: readonly string[]): { readonly count: number; readonly from: boolean } | undefined {
  const read = flagsOf(args, '', 'n', { lines: 'n' });
  const typed = read?.flags.get('n') ?? '10';
  if (!read || read.rest.length > 0 || !/^[+-]?\d+$/.test(typed)) return undefined;
  return { count: Number(typed), from: typed.startsWith('+') };
}

const head: Filter = (args, input) => {
  const read = ends(args);
  return read && printed(linesOf(input).slice(0, read.count));
};

const tail: Filter = (args, input) => {
  const read = ends(args);
  if (!read) return undefined;
  const lines = linesOf(input);
  return printed(read.from ? lines.slice(read.count - 1) : read.count === 0 ? [] : lines.slice(-Math.abs(read.count)));
};

const wc: Filter = (args, input) => {
  const read = flagsOf(args, 'lwcm', '');
  if (!read || read.rest.length > 0) return undefined;
  const counts: readonly (readonly [string, number])[] = [
    ['l', input.split('\n').length - 1],
    ['w', input.split(/\s+/).filter((word) => word !== '').length],
    ['c', new TextEncoder().encode(input).length],
  ];
  const asked = counts.filter(([letter]) => read.flags.size === 0 || read.flags.has(letter));
  if (asked.length === 1) return printed([String(asked[0]?.[1])]);
  return printed([asked.map(([, count]) => String(count).padStart(7)).join(' ')]);
};

const sort: Filter = (args, input) => {
  const read = flagsOf(args, 'rnuV', 'k');
  const key = read?.flags.get('k');
  if (!read || read.rest.length > 0 || (key !== undefined && !/^\d+(,\d+)?[nr]*$/.test(key))) return undefined;
  const { flags } = read;
  const column = key === undefined ? 0 : Number.parseInt(key, 10);
  const fieldOf = (line: string): string =>
    column === 0
      ? line
      : line
          .trim()
          .split(/\s+/)
          .slice(column - 1)
          .join(' ');
  const numeric = flags.has('n') || flags.has('V') || (key?.includes('n') ?? false);
  const compare = (a: string, b: string): number => {
    const [left, right] = [fieldOf(a), fieldOf(b)];
    const order = numeric ? (Number.parseFloat(left) || 0) - (Number.parseFloat(right) || 0) : 0;
    return order !== 0 ? order : left < right ? -1 : left > right ? 1 : a < b ? -1 : a > b ? 1 : 0;
  };
  const sorted = linesOf(input).toSorted(compare);
  const lines = flags.has('r') || key?.includes('r') ? sorted.toReversed() : sorted;
  return printed(flags.has('u') ? [...new Set(lines)] : lines);
};

const uniq: Filter = (args, input) => {
  const read = flagsOf(args, 'c', '');
  if (!read || read.rest.length > 0) return undefined;
  const runs: { line: string; count: number }[] = [];
  for (const line of linesOf(input)) {
    const last = runs.at(-1);
    if (last?.line === line) last.count += 1;
    else runs.push({ line, count: 1 });
  }
  return printed(runs.map(({ line, count }) => (read.flags.has('c') ? `${String(count).padStart(7)} ${line}` : line)));
};

/** `cut -d: -f2`, `cut -c1-20`. */
const cut: Filter = (args, input) => {
  const read = flagsOf(args, '', 'dfc');
  const list = read?.flags.get('f') ?? read?.flags.get('c');
  if (!read || read.rest.length > 0 || !/^(\d+(-\d*)?|-\d+)(,(\d+(-\d*)?|-\d+))*$/.test(list ?? '')) return undefined;
  const wanted = (at: number): boolean =>
    (list ?? '').split(',').some((range) => {
      const [from = '', to] = range.split('-');
      return to === undefined ? at === Number(from) : at >= Number(from || 1) && at <= Number(to || Infinity);
    });
  const pick = (parts: readonly string[], between: string): string =>
    parts.filter((_, i) => wanted(i + 1)).join(between);
  const between = read.flags.get('d') ?? '\t';
  return printed(
    linesOf(input).map((line) => {
      if (read.flags.has('c')) return pick([...line], '');
      return line.includes(between) ? pick(line.split(between), between) : line;
    }),
  );
};

/** `awk '{print $1, $3}'`, with `-F` and `NR>1` or `/text/` before it. */
const awk: Filter = (args, input) => {
  const read = flagsOf(args, '', 'F');
  const [program = '', ...more] = read?.rest ?? [];
  const form = /^\s*(?:NR\s*(>|==)\s*(\d+)|\/([^/]*)\/)?\s*\{\s*print\s*([^}]*?)\s*;?\s*\}\s*$/.exec(program);
  if (!read || !form || more.length > 0) return undefined;
  const [, sign, number, text, list = ''] = form;
  const wanted = list === '' ? ['$0'] : list.split(/\s*,\s*/);
  if (!wanted.every((each) => /^(\$\d+|\$NF|NR|"[^"\\]*")$/.test(each))) return undefined;
  const regex = text === undefined ? undefined : regexOf(text, 'extended', '');
  const between = read.flags.get('F');
  const lines = linesOf(input).flatMap((line, i) => {
    if (sign && !(sign === '>' ? i + 1 > Number(number) : i + 1 === Number(number))) return [];
    if (regex && !regex.test(line)) return [];
    const fields = between === undefined ? line.trim().split(/\s+/) : line.split(between);
    const valueOf = (each: string): string => {
      if (each === 'NR') return String(i + 1);
      if (each.startsWith('"')) return each.slice(1, -1);
      if (each === '$NF') return fields.at(-1) ?? '';
      return each === '$0' ? line : (fields[Number(each.slice(1)) - 1] ?? '');
    };
    return [wanted.map(valueOf).join(' ')];
  });
  return printed(lines);
};

/** `sed 's/from/to/g'` and `sed -n '2,5p'`. */
const sed: Filter = (args, input) => {
  const read = flagsOf(args, 'nEr', 'e');
  const [program = '', ...more] = read?.flags.has('e') ? [read.flags.get('e') ?? '', ...read.rest] : (read?.rest ?? []);
  if (!read || more.length > 0) return undefined;
  const range = /^(\d+)(?:,(\d+|\$))?p$/.exec(program);
  if (range && read.flags.has('n')) {
    const [, from = '1', to = from] = range;
    return printed(linesOf(input).slice(Number(from) - 1, to === '$' ? undefined : Number(to)));
  }
  const [, sign = '/', from = '', to = '', flags = ''] =
    /^s([^\w\s\\])((?:\\.|(?!\1).)*)\1((?:\\.|(?!\1).)*)\1([gI]*)$/s.exec(program) ?? [];
  if (!program.startsWith('s') || from === '' || read.flags.has('n')) return undefined;
  const bare = (text: string): string => text.replaceAll(`\\${sign}`, sign);
  const kind = read.flags.has('E') || read.flags.has('r') ? 'extended' : 'basic';
  const regex = regexOf(bare(from), kind, flags.toLowerCase());
  if (!regex) return undefined;
  const put = (found: string, groups: readonly string[]): string =>
    bare(to).replaceAll(/\\(.)|&/g, (_, escaped: string | undefined) =>
      escaped === undefined
        ? found
        : /\d/.test(escaped)
          ? (groups[Number(escaped) - 1] ?? '')
          : escaped === 'n'
            ? '\n'
            : escaped,
    );
  return printed(
    linesOf(input).map((line) =>
      line.replace(regex, (found, ...rest: unknown[]) =>
        put(
          found,
          rest.slice(0, -2).map((each) => String(each ?? '')),
        ),
      ),
    ),
  );
};

const tr: Filter = (args, input) => {
  const [first, second, third] = args;
  const read = (text: string): string => text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
  if (first === '-d' && second !== undefined && third === undefined) {
    const gone = new Set(read(second));
    return { stdout: [...input].filter((char) => !gone.has(char)).join(''), stderr: '', code: 0 };
  }
  if (first === undefined || second === undefined || third !== undefined || /^-|.-./.test(first)) return undefined;
  const [from, to] = [[...read(first)], [...read(second)]];
  const put = (char: string): string =>
    from.includes(char) ? (to[from.lastIndexOf(char)] ?? to.at(-1) ?? char) : char;
  return { stdout: [...input].map(put).join(''), stderr: '', code: 0 };
};

/** Pagers and the like: everything goes through. */
const pass: Filter = (args, input) =>
  args.every((arg) => arg.startsWith('-')) ? { stdout: input, stderr: '', code: 0 } : undefined;

export const filters: ReadonlyMap<string, Filter> = new Map([
  ['grep', grep],
  ['egrep', (args: readonly string[], input: string) => grep(['-E', ...args], input)],
  ['fgrep', (args: readonly string[], input: string) => grep(['-F', ...args], input)],
  ['head', head],
  ['tail', tail],
  ['wc', wc],
  ['sort', sort],
  ['uniq', uniq],
  ['cut', cut],
  ['awk', awk],
  ['sed', sed],
  ['tr', tr],
  ['cat', pass],
  ['less', pass],
  ['more', pass],
]);
