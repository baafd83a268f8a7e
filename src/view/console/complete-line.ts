/** Tab in the console. */
import type { ConsoleKind, ConsoleView } from './console-model.ts';

export interface LineCompletion {
  /** The part of the line, up to the caret, that a candidate takes the place of. */
  readonly from: number;
  readonly to: number;
  /** In order, each whole; what may follow at once ends in a blank. */
  readonly candidates: readonly string[];
}

const programs = [
  'kubectl',
  'dig',
  'nslookup',
  'curl',
  'wget',
  'nc',
  'getent',
  'hostname',
  'env',
  'printenv',
  'cat',
  'echo',
  'help',
  'clear',
];
const readers = ['grep', 'head', 'tail', 'wc', 'sort', 'uniq', 'cut', 'awk', 'sed'];
const subcommands: Readonly<Record<string, readonly string[]>> = {
  rollout: ['history', 'pause', 'restart', 'resume', 'status', 'undo'],
  create: ['deployment', 'namespace', 'service'],
  set: ['image', 'selector'],
  'create service': ['clusterip', 'externalname', 'loadbalancer', 'nodeport'],
};
const everywhere = ['--namespace', '--help'];
const selecting = ['--selector', '--all-namespaces', '--field-selector', '--filename'];
const changing = ['--dry-run=', '--output='];
const flags: Readonly<Record<string, readonly string[]>> = {
  get: [
    ...selecting,
    '--output=',
    '--show-labels',
    '--label-columns',
    '--no-headers',
    '--sort-by=',
    '--watch',
    '--ignore-not-found',
    '--show-kind',
  ],
  describe: [...selecting, '--show-events'],
  delete: [
    ...selecting,
    '--all',
    '--force',
    '--grace-period=',
    '--now',
    '--ignore-not-found',
    '--cascade=',
    '--dry-run=',
  ],
  apply: ['--filename', ...changing],
  create: [
    '--filename',
    ...changing,
    '--tcp=',
    '--clusterip=',
    '--external-name=',
    '--node-port=',
    '--image=',
    '--replicas=',
    '--port=',
  ],
  scale: ['--replicas=', '--current-replicas=', ...changing],
  label: ['--overwrite', '--all', '--list', '--selector', ...changing],
  annotate: ['--overwrite', '--all', '--list', '--selector', ...changing],
  patch: ['--patch', '--type=', '--subresource=', ...changing],
  expose: ['--port=', '--target-port=', '--name=', '--type=', '--selector=', '--protocol=', ...changing],
  run: [
    '--image=',
    '--port=',
    '--labels=',
    '--env=',
    '--expose',
    '--restart=',
    '--rm',
    '--stdin',
    '--command',
    ...changing,
  ],
  exec: ['--container', '--stdin', '--tty'],
  explain: ['--recursive', '--api-version='],
  events: ['--for=', '--types=', '--all-namespaces', '--no-headers', '--watch'],
  wait: ['--for=', '--timeout=', '--all', '--selector'],
};
const values: Readonly<Record<string, readonly string[]>> = {
  output: ['wide', 'yaml', 'json', 'name', 'jsonpath=', 'custom-columns=', 'go-template=', 'kyaml'],
  'dry-run': ['client', 'server', 'none'],
  type: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', 'strategic', 'merge', 'json'],
  restart: ['Always', 'OnFailure', 'Never'],
  filename: ['manifest.yaml'],
  cascade: ['background', 'foreground', 'orphan'],
  types: ['Normal', 'Warning'],
  for: ['condition=Ready', 'condition=Available', 'delete'],
};
const short: Readonly<Record<string, string>> = {
  n: 'namespace',
  o: 'output',
  f: 'filename',
  l: 'selector',
  c: 'container',
  L: 'label-columns',
};
const withValue = new Set([
  'namespace',
  'output',
  'filename',
  'selector',
  'container',
  'label-columns',
  'field-selector',
  'patch',
  'p',
]);

/** What may stand at the caret; no candidates where nothing is known of the place. */
export function completeLine(line: string, caret: number, view: ConsoleView): LineCompletion {
  const { words, word, piped } = commandAt(line.slice(0, caret));
  const { prefix, all } = candidatesFor(words, word, view, piped);
  const offer = (text: string): string => (/[=/:.]$/.test(text) ? text : `${text} `);
  const rest = word.slice(prefix.length);
  const candidates = [...new Set(all)].filter((each) => each.startsWith(rest)).sort();
  return { from: caret - rest.length, to: caret, candidates: candidates.map(offer) };
}

/** The words of the command in which the caret stands, and the piece of a word before it. */
function commandAt(text: string): {
  readonly words: readonly string[];
  readonly word: string;
  readonly piped: boolean;
} {
  let [words, word, quote]: [string[], string, string] = [[], '', ''];
  let piped = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
    } else if (char === '"' || char === "'") quote = char;
    else if (/[|;&\n]/.test(char) || (char === '(' && text[i - 1] === '$')) {
      [words, word] = [[], ''];
      piped = char === '|' && text[i - 1] !== '|';
    } else if (/\s/.test(char)) {
      if (word !== '') words.push(word);
      word = '';
    } else word += char;
  }
  return { words, word, piped };
}

interface Candidates {
  /** What of the word stays. */
  readonly prefix: string;
  readonly all: readonly string[];
}

const none: Candidates = { prefix: '', all: [] };
const whole = (all: readonly string[]): Candidates => ({ prefix: '', all });

function candidatesFor(words: readonly string[], word: string, view: ConsoleView, piped: boolean): Candidates {
  const [program] = words;
  if (program === undefined) return whole(piped ? [...readers, 'kubectl'] : programs);
  if (program === 'kubectl' || program === 'k') return forKubectl(words.slice(1), word, view);
  if (program === 'cat') return whole(['/etc/resolv.conf', 'manifest.yaml']);
  if (program === 'getent' && words.length === 1) return whole(['hosts']);
  if (['dig', 'nslookup', 'curl', 'wget', 'nc', 'getent'].includes(program) && !word.startsWith('-'))
    return host(word, view);
  return none;
}

/** Services, as they are called from `default`; behind `http://` too. */
function host(word: string, view: ConsoleView): Candidates {
  const prefix = /^https?:\/\//.exec(word)?.[0] ?? '';
  const services = kindOf('services', view)?.names ?? [];
  const names = services.map((each) => each.split('/').reverse().join('.'));
  const full = names.map((name) => `${name.includes('.') ? name : `${name}.default`}.svc.cluster.local`);
  return { prefix, all: word.includes('.', prefix.length) ? full : names };
}

function forKubectl(typed: readonly string[], word: string, view: ConsoleView): Candidates {
  if (typed.includes('--')) {
    const inner = typed.slice(typed.indexOf('--') + 1);
    return candidatesFor(inner, word, view, false);
  }
  const flag = flagOf(typed.at(-1) ?? '');
  if (flag !== undefined && withValue.has(flag)) return valueOf(flag, word, view);
  const [, name, value] = /^--?([\w-]+)=(.*)$/s.exec(word) ?? [];
  if (name !== undefined && value !== undefined) {
    const found = valueOf(short[name] ?? name, value, view);
    return { ...found, prefix: word.slice(0, word.length - value.length) + found.prefix };
  }
  const args = positional(typed);
  const [verb = '', second = ''] = args;
  if (word.startsWith('-')) return whole([...everywhere, ...(Object.hasOwn(flags, verb) ? (flags[verb] ?? []) : [])]);
  if (args.length === 0) return whole(view.commands);
  const sub = subcommands[args.join(' ')];
  if (sub) return whole(sub);
  if (['apply', 'create', 'replace', 'run', 'api-resources', 'api-versions', 'version'].includes(verb)) return none;
  if (verb === 'exec') return args.length === 1 ? objects('pods', [], typed, view) : none;
  const targets = verb === 'rollout' || verb === 'set' ? args.slice(2) : args.slice(1);
  if (verb === 'set' && second === 'image' && targets.length > 1) return none;
  if (targets.length === 0 || targets.some((each) => each.includes('/'))) return types(word, typed, view);
  return objects(targets[0] ?? '', targets.slice(1), typed, view);
}

/** `svc`, `svc,ep`, `svc/web`. */
function types(word: string, typed: readonly string[], view: ConsoleView): Candidates {
  const slash = word.indexOf('/');
  if (slash >= 0) return { ...objects(word.slice(0, slash), [], typed, view), prefix: word.slice(0, slash + 1) };
  const prefix = word.slice(0, word.lastIndexOf(',') + 1);
  return { prefix, all: ['all', ...view.kinds.map(({ words }) => words[0] ?? '')] };
}

/** Names of a kind in the namespace of the line that are not typed yet. */
function objects(type: string, taken: readonly string[], typed: readonly string[], view: ConsoleView): Candidates {
  const namespace = namespaceOf(typed);
  const names = (kindOf(type.split(',')[0] ?? '', view)?.names ?? []).flatMap((each) => {
    const [first = '', second] = each.split('/');
    const own = second === undefined ? namespace === 'default' || isNode(type) : first === namespace;
    return own ? [second ?? first] : [];
  });
  return whole(names.filter((name) => !taken.includes(name)));
}

const isNode = (type: string): boolean => /^(no|nodes?|ns|namespaces?)$/.test(type);

function kindOf(type: string, { kinds }: ConsoleView): ConsoleKind | undefined {
  return kinds.find(({ words }) => words.includes(type.toLowerCase()));
}

function valueOf(flag: string, value: string, view: ConsoleView): Candidates {
  if (flag === 'namespace') return whole(kindOf('namespaces', view)?.names ?? []);
  if (flag === 'selector' || flag === 'field-selector' || flag === 'container') return none;
  return value.includes('=') ? none : whole(Object.hasOwn(values, flag) ? (values[flag] ?? []) : []);
}

/** The long name of a flag that stands alone; undefined for any other word. */
function flagOf(word: string): string | undefined {
  const [, long, letter] = /^(?:--([\w-]+)|-\w*?(\w))$/.exec(word) ?? [];
  return long ?? (letter === undefined ? undefined : (short[letter] ?? letter));
}

/** Words that are neither flags nor their values. */
function positional(words: readonly string[]): readonly string[] {
  return words.filter((word, i) => {
    const flag = flagOf(words[i - 1] ?? '');
    return !word.startsWith('-') && !(flag !== undefined && withValue.has(flag));
  });
}

function namespaceOf(words: readonly string[]): string {
  const given = words.flatMap((word, i) => {
    const [, value] = /^(?:-n=?|--namespace=)(.+)$/.exec(word) ?? [];
    return value ?? (word === '-n' || word === '--namespace' ? (words[i + 1] ?? []) : []);
  });
  return given.at(-1) ?? 'default';
}

/** What all candidates begin with. */
export function commonStart(candidates: readonly string[]): string {
  const [first = '', ...others] = candidates;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
