/** Kinds and names as they are typed on kubectl's command line. */
import { apiKinds, type ApiKind } from '../api/kinds.ts';

/** One object named on the command line. */
export interface NamedResource {
  readonly kind: ApiKind;
  readonly name: string;
}

export type ResourceArgs =
  /** `TYPE[,TYPE]`: every object of these kinds (that fits the selectors). */
  | { readonly ok: true; readonly all: true; readonly kinds: readonly ApiKind[] }
  /** `TYPE NAME…` or `TYPE/NAME…`, in the order typed. `single`: exactly one was asked for. */
  | { readonly ok: true; readonly all: false; readonly named: readonly NamedResource[]; readonly single: boolean }
  /** kubectl's words, without `error: `. */
  | { readonly ok: false; readonly error: string };

export interface ResourceArgsOptions {
  /** A label or field selector was given. */
  readonly selector: boolean;
  readonly allNamespaces: boolean;
}

/**
 * Reads the arguments after a command: `svc`, `svc,ep`, `all`, `svc web`, `svc web db`, `svc,ep web`, `svc/web pod/client`.
 * Models cli-runtime/pkg/resource Builder.ResourceTypeOrNameArgs, v1.36.
 */
export function readResourceArgs(typed: readonly string[], options: ResourceArgsOptions): ResourceArgs {
  const args = crossed(typed);
  const slashes = args.filter((arg) => arg.includes('/')).length;
  if (slashes > 0 && slashes < args.length) return refuse(mixedForms);
  const slashed = slashes > 0;
  const types = slashed ? [] : unique(expandCategories(args[0] ?? '').split(','));
  const tuples: { readonly type: string; readonly name: string }[] = [];
  for (const arg of slashed ? args : []) {
    const [type = '', name = '', ...more] = arg.split('/');
    if (more.length > 0) return refuse('arguments in resource/name form may not have more than one slash');
    if (type === '' || name === '' || type.includes(','))
      return refuse('arguments in resource/name form must have a single resource and name');
    tuples.push({ type, name });
  }
  const names = slashed ? [] : args.slice(1);
  if (options.selector && names.length > 0) return refuse('name cannot be provided when a selector is specified');
  if (options.selector && slashed)
    return refuse('selectors and the all flag cannot be used when passing resource/name arguments');

  if (!slashed && names.length === 0) {
    const kinds = resolveAll(types);
    return Array.isArray(kinds) ? { ok: true, all: true, kinds: unique(kinds) } : refuse(noType(kinds as string));
  }
  const asked = slashed ? tuples : names.map((name) => ({ type: types[0] ?? '', name }));
  const named: NamedResource[] = [];
  for (const { type, name } of asked) {
    const kind = findResource(type);
    if (!kind) return refuse(noType(type));
    if (kind.namespaced && options.allNamespaces)
      return refuse('a resource cannot be retrieved by name across all namespaces');
    named.push({ kind, name });
  }
  return { ok: true, all: false, named, single: named.length === 1 };
}

/**
 * The kind for `svc`, `services`, `Service`, `deployments.apps`, `deployments.v1.apps`; undefined if there is none.
 * Models client-go/restmapper shortcutExpander and meta.DefaultRESTMapper, v1.36.
 */
export function findResource(typed: string): ApiKind | undefined {
  const [word = '', ...group] = typed.toLowerCase().split('.');
  const versioned = group.length > 1 ? kindIn(word, group.slice(1).join('.'), group[0]) : undefined;
  return versioned ?? kindIn(word, group.join('.'));
}

/** `the server doesn't have a resource type "foo"`: what kubectl says of an unknown kind. */
export function noType(typed: string): string {
  return `the server doesn't have a resource type "${typed.split('.')[0] ?? ''}"`;
}

const mixedForms =
  "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'";

function refuse(error: string): ResourceArgs {
  return { ok: false, error };
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

/** `svc,ep web db` means svc/web svc/db ep/web ep/db. */
function crossed(args: readonly string[]): readonly string[] {
  const types = unique((args[0] ?? '').split(','));
  if (args.length < 2 || types.length < 2) return args;
  return types.flatMap((type) => args.slice(1).map((name) => `${type}/${name}`));
}

function expandCategories(types: string): string {
  return types
    .split(',')
    .map((type) => inCategory(type).join(',') || type)
    .join(',');
}

/** The kinds of a category (`all`), the core group's first. */
function inCategory(category: string): string[] {
  const members = ordered.filter((kind) => kind.categories?.includes(category));
  return unique(members.map((kind) => (kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`)));
}

/** Kinds or, if one is unknown, the word that names none. */
function resolveAll(types: readonly string[]): ApiKind[] | string {
  const kinds: ApiKind[] = [];
  for (const type of types) {
    const kind = findResource(type);
    if (!kind) return type;
    kinds.push(kind);
  }
  return kinds;
}

/** The core group first, then as the server lists them. */
const ordered: readonly ApiKind[] = [
  ...apiKinds.filter((kind) => kind.group === ''),
  ...apiKinds.filter((kind) => kind.group !== ''),
];

function kindIn(word: string, group: string, version?: string): ApiKind | undefined {
  const named = ordered.filter(
    (kind) =>
      (version === undefined || kind.version === version) &&
      (kind.plural === word || kind.singular === word || kind.shortNames?.includes(word)),
  );
  // A group may be cut short: `endpointslices.discovery`.
  const inGroup = named.filter((kind) => kind.group === group);
  const candidates = inGroup.length > 0 ? inGroup : named.filter((kind) => kind.group.startsWith(group));
  return candidates.find((kind) => kind.preferred) ?? candidates[0];
}
