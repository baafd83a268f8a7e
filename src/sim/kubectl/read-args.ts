/** Flags of `get` and `describe`. */
import { parseFlags, type Flag, type ParsedFlags } from './parse-flags.ts';

/** What `get` and `describe` were asked for. */
export interface ReadArgs {
  readonly ok: true;
  readonly args: readonly string[];
  readonly filenames: readonly string[];
  readonly namespace: string;
  readonly allNamespaces: boolean;
  readonly labelSelector: string;
  readonly fieldSelector: string;
  /** `-o` as typed: "", `wide`, `yaml`, `jsonpath={.metadata.name}`. */
  readonly output: string;
  readonly template: string;
  readonly noHeaders: boolean;
  readonly showLabels: boolean;
  readonly labelColumns: readonly string[];
  readonly showKind: boolean;
  readonly sortBy: string;
  readonly watch: boolean;
  readonly ignoreNotFound: boolean;
  readonly allowMissing: boolean;
  /** `describe --show-events`; absent: true for one object only. */
  readonly showEvents?: boolean;
}

const shared: readonly Flag[] = [
  { name: 'namespace', short: 'n', type: 'text' },
  { name: 'all-namespaces', short: 'A', type: 'bool' },
  { name: 'selector', short: 'l', type: 'text' },
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'recursive', short: 'R', type: 'bool' },
  { name: 'chunk-size', type: 'text' },
  // Flags of every command that change nothing here.
  { name: 'context', type: 'text' },
  { name: 'cluster', type: 'text' },
  { name: 'user', type: 'text' },
  { name: 'kubeconfig', type: 'text' },
  { name: 'request-timeout', type: 'text' },
  { name: 'warnings-as-errors', type: 'bool' },
  { name: 'v', short: 'v', type: 'text' },
];

const flags: Readonly<Record<'get' | 'describe', readonly Flag[]>> = {
  get: [
    ...shared,
    { name: 'output', short: 'o', type: 'text' },
    { name: 'template', type: 'text' },
    { name: 'allow-missing-template-keys', type: 'bool' },
    { name: 'no-headers', type: 'bool' },
    { name: 'show-labels', type: 'bool' },
    { name: 'label-columns', short: 'L', type: 'list' },
    { name: 'show-kind', type: 'bool' },
    { name: 'show-managed-fields', type: 'bool' },
    { name: 'server-print', type: 'bool' },
    { name: 'sort-by', type: 'text' },
    { name: 'field-selector', type: 'text' },
    { name: 'watch', short: 'w', type: 'bool' },
    { name: 'watch-only', type: 'bool' },
    { name: 'output-watch-events', type: 'bool' },
    { name: 'ignore-not-found', type: 'bool' },
    { name: 'subresource', type: 'text' },
  ],
  describe: [...shared, { name: 'show-events', type: 'bool' }],
};

/** Reads the words after `get` or `describe`; a wrong flag gives kubectl's words, without `error: `. */
export function readReadArgs(
  command: 'get' | 'describe',
  argv: readonly string[],
): ReadArgs | { readonly ok: false; readonly error: string } {
  const parsed = parseFlags(argv, flags[command]);
  if (!parsed.ok) return { ok: false, error: `${parsed.error}\nSee 'kubectl ${command} --help' for usage.` };
  return fromFlags(parsed);
}

function fromFlags(parsed: ParsedFlags): ReadArgs {
  const text = (name: string): string => parsed.values.get(name) ?? '';
  const on = (name: string): boolean => parsed.values.get(name) === 'true';
  const showEvents = parsed.values.get('show-events');
  return {
    ok: true,
    args: parsed.args,
    filenames: parsed.lists.get('filename') ?? [],
    namespace: text('namespace') || 'default',
    allNamespaces: on('all-namespaces'),
    labelSelector: text('selector'),
    fieldSelector: text('field-selector'),
    output: text('output'),
    template: text('template'),
    noHeaders: on('no-headers'),
    showLabels: on('show-labels'),
    labelColumns: parsed.lists.get('label-columns') ?? [],
    showKind: on('show-kind'),
    sortBy: text('sort-by'),
    watch: on('watch') || on('watch-only'),
    ignoreNotFound: on('ignore-not-found'),
    allowMissing: text('allow-missing-template-keys') !== 'false',
    ...(showEvents === undefined ? {} : { showEvents: showEvents === 'true' }),
  };
}
