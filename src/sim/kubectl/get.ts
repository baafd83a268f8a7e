/** `kubectl get`. */
import { tableName, type ApiKind } from '../api/kinds.ts';
import type { Json } from '../api/objects.ts';
import { printObjects } from './get-output.ts';
import type { Printers, SortObjects } from './printers.ts';
import type { ReadArgs } from './read-args.ts';
import { errorText, type Answer, type ReadOptions } from './read-answer.ts';
import { selectObjects, type ObjectGroup, type ReadState, type Selected, type Selection } from './select-objects.ts';
import { renderTable } from './table.ts';

/** What `get` prints. Models kubectl/pkg/cmd/get GetOptions.Run, v1.36. */
export function get(state: ReadState, args: ReadArgs, options: ReadOptions, printers: Printers): Answer {
  const wrong = missingType(args) ?? unfitFlags(args);
  if (wrong !== undefined) return { stdout: '', stderr: wrong, code: 1 };
  const selection = selectionOf(args, options);
  if (!selection.ok) return { stdout: '', stderr: `error: ${selection.error}\n`, code: 1 };
  const selected = selectObjects(state, selection.selection);
  if (!selected.ok) return { stdout: '', stderr: `error: ${selected.error}\n`, code: 1 };
  const found = args.ignoreNotFound
    ? { ...selected, errors: selected.errors.filter((e) => !e.includes('(NotFound)')) }
    : selected;
  if (args.watch && new Set(found.groups.map(({ kind }) => kind)).size > 1)
    return { stdout: '', stderr: 'error: you may only specify a single resource type\n', code: 1 };
  const human = args.template === '' && (args.output === '' || args.output === 'wide');
  return human ? tables(found, args, options, printers) : printObjects(found, args, printers);
}

/** What the arguments ask for; `-f` names objects by what its file holds. */
export function selectionOf(
  args: ReadArgs,
  options: ReadOptions,
): { readonly ok: true; readonly selection: Selection } | { readonly ok: false; readonly error: string } {
  const { namespace, allNamespaces, labelSelector, fieldSelector } = args;
  const base = { args: args.args, namespace, allNamespaces, labelSelector, fieldSelector };
  if (args.filenames.length === 0) return { ok: true, selection: base };
  const files = args.filenames.map((file) => options.namedIn?.(file));
  const missing = files.indexOf(undefined);
  if (missing >= 0) return { ok: false, error: `the path "${args.filenames[missing] ?? ''}" does not exist` };
  if (args.args.length > 0)
    return {
      ok: false,
      error: 'when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well',
    };
  return { ok: true, selection: { ...base, files: files.flatMap((named) => named ?? []) } };
}

const noTypeGiven = `You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.

error: Required resource not specified.
Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
See 'kubectl get -h' for help and examples
`;

function missingType(args: ReadArgs): string | undefined {
  return args.args.length === 0 && args.filenames.length === 0 ? noTypeGiven : undefined;
}

function unfitFlags(args: ReadArgs): string | undefined {
  if (args.showLabels && args.output !== '' && args.output !== 'wide')
    return `error: --show-labels option cannot be used with ${args.output} printer\n`;
  return undefined;
}

function tables(
  found: Selected & { readonly ok: true },
  args: ReadArgs,
  options: ReadOptions,
  printers: Printers,
): Answer {
  const kinds = found.groups.map(({ kind }) => kind);
  const withKind = args.showKind || (new Set(kinds).size > 1 && !args.watch);
  const printed: string[] = [];
  const groups = sortAnswers(found.groups, args.sortBy, printers.sort);
  if (!groups.ok) return { stdout: '', stderr: errorText(found.warnings, [`error: ${groups.error}`]), code: 1 };
  for (const { kind, objects } of joinSameKind(groups.groups)) {
    const text = renderTable(kind, printers.tables.get(tableName(kind)) ?? printers.otherTable, objects, {
      wide: args.output === 'wide',
      noHeaders: args.noHeaders,
      showLabels: args.showLabels,
      labelColumns: args.labelColumns,
      withNamespace: args.allNamespaces && kind.namespaced,
      withKind,
      ages: options.ages,
    });
    if (text !== '') printed.push(text);
  }
  const stdout = printed.join(args.noHeaders ? '' : '\n');
  const nothing = stdout === '' && found.errors.length === 0 && !args.ignoreNotFound && !args.watch;
  return {
    stdout,
    stderr: errorText(found.warnings, nothing ? [noResources(kinds, args)] : found.errors),
    code: found.errors.length > 0 ? 1 : 0,
  };
}

function noResources(kinds: readonly ApiKind[], args: ReadArgs): string {
  const namespaced = !args.allNamespaces && kinds.every((kind) => kind.namespaced);
  return namespaced ? `No resources found in ${args.namespace} namespace.` : 'No resources found';
}

type Sorted =
  { readonly ok: true; readonly groups: readonly ObjectGroup[] } | { readonly ok: false; readonly error: string };

/**
 * The rows of the server's only answer in order; nothing is printed of them if that fails. Of several answers (several kinds,
 * several names) kubectl sorts the answers, by a field of their own, which they mostly do not have.
 */
function sortAnswers(groups: readonly ObjectGroup[], sortBy: string, sort: SortObjects): Sorted {
  const objects = groups.flatMap((group) => group.objects.slice(0, 1));
  const [only] = groups;
  if (sortBy === '' || only === undefined) return { ok: true, groups };
  if (groups.length > 1) {
    const sorted = sort(objects, sortBy, () => answer);
    return sorted.ok ? { ok: true, groups } : sorted;
  }
  const sorted = only.objects.length > 1 ? sort(only.objects, sortBy) : only;
  return { ok: true, groups: 'ok' in sorted && !sorted.ok ? [] : [{ ...only, objects: sorted.objects }] };
}

/** What an answer of the server is when it is a table. */
const answer: Json = { apiVersion: 'meta.k8s.io/v1', kind: 'Table', metadata: { resourceVersion: '0' } };

/** Neighbours of one kind share a table. */
function joinSameKind(groups: readonly ObjectGroup[]): readonly ObjectGroup[] {
  const joined: ObjectGroup[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    if (last?.kind === group.kind)
      joined[joined.length - 1] = { kind: last.kind, objects: [...last.objects, ...group.objects] };
    else joined.push(group);
  }
  return joined;
}
