/** Which objects a read command is about. */
import type { ClusterEvent } from '../api/events.ts';
import { tableName, type ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { anyTable, type Cluster } from '../cluster/cluster.ts';
import { deprecationOf } from './deprecation.ts';
import { eventObjects } from './event-objects.ts';
import { meetsFields, parseFieldSelector } from './field-selector.ts';
import { meetsRequirements, parseLabelSelector } from './label-selector.ts';
import { notFound } from './not-found.ts';
import { readResourceArgs, type NamedResource } from './resource-args.ts';

/** What the read commands read. */
export interface ReadState {
  readonly cluster: Cluster;
  readonly events: readonly ClusterEvent[];
}

export interface Selection {
  readonly args: readonly string[];
  /** From `-f`: what the files name; they take the place of `args`. */
  readonly files?: readonly (NamedResource & { readonly namespace?: string })[];
  readonly namespace: string;
  readonly allNamespaces: boolean;
  readonly labelSelector: string;
  readonly fieldSelector: string;
}

/** One answer of the server: a kind's list (maybe empty), or one object asked for by name. */
export interface ObjectGroup {
  readonly kind: ApiKind;
  readonly objects: readonly KubeObject[];
}

export type Selected =
  | {
      readonly ok: true;
      readonly groups: readonly ObjectGroup[];
      /** Whole lines as printed: `Error from server (NotFound): services "web" not found`. */
      readonly errors: readonly string[];
      /** Whole lines: `Warning: v1 Endpoints is deprecated…`. */
      readonly warnings: readonly string[];
      /** One object was asked for by name. */
      readonly single: boolean;
    }
  /** kubectl's words, without `error: `. */
  | { readonly ok: false; readonly error: string };

/** Reads the arguments and asks the cluster. Rows come sorted by namespace and name, named objects in the order typed. */
export function selectObjects(state: ReadState, selection: Selection): Selected {
  if (selection.files) {
    const named = selection.files.map((file) => ({ namespace: selection.namespace, ...file }));
    return byName(state, named, named.length === 1);
  }
  const selector = selection.labelSelector !== '' || selection.fieldSelector !== '';
  const read = readResourceArgs(selection.args, { selector, allNamespaces: selection.allNamespaces });
  if (!read.ok) return read;
  if (read.all) return lists(state, read.kinds, selection);
  const { namespace } = selection;
  return byName(
    state,
    read.named.map((named) => ({ ...named, namespace })),
    read.single,
  );
}

function lists(state: ReadState, kinds: readonly ApiKind[], selection: Selection): Selected {
  const groups: ObjectGroup[] = [];
  const errors: string[] = [];
  for (const kind of kinds) {
    const labels = parseLabelSelector(selection.labelSelector);
    const fields = parseFieldSelector(selection.fieldSelector, kind);
    if (!labels.ok || !fields.ok) {
      errors.push(badRequest(kind, selection, labels.ok ? (fields.ok ? '' : fields.error) : labels.error));
      continue;
    }
    const namespace = kind.namespaced && !selection.allNamespaces ? selection.namespace : undefined;
    const objects = objectsOf(state, kind).filter(
      (object) =>
        (namespace === undefined || object.metadata.namespace === namespace) &&
        meetsRequirements(labels.requirements, object.metadata.labels) &&
        meetsFields(fields.requirements, object),
    );
    groups.push({ kind, objects: objects.sort(byStorageKey) });
  }
  return { ok: true, groups, errors, warnings: warningsOf(kinds), single: false };
}

function byName(
  state: ReadState,
  named: readonly (NamedResource & { readonly namespace: string })[],
  single: boolean,
): Selected {
  const groups: ObjectGroup[] = [];
  const errors: string[] = [];
  for (const { kind, name, namespace } of named) {
    const key = keyOf(kind.namespaced ? namespace : undefined, name);
    const object = isEvent(kind)
      ? eventObjects(state.events, kind).find((event) => keyOf(event.metadata.namespace, event.metadata.name) === key)
      : anyTable(state.cluster, tableName(kind)).get(key);
    if (object) groups.push({ kind, objects: [object] });
    else errors.push(notFound({ kind, name }));
  }
  return { ok: true, groups, errors, warnings: warningsOf(named.map(({ kind }) => kind)), single };
}

function objectsOf(state: ReadState, kind: ApiKind): KubeObject[] {
  return isEvent(kind) ? [...eventObjects(state.events, kind)] : [...anyTable(state.cluster, tableName(kind)).values()];
}

function isEvent(kind: ApiKind): boolean {
  return kind.plural === 'events';
}

/** The order in which the server lists: by the text of the storage key, so `a-b/x` stands before `a/x`. */
function byStorageKey(a: KubeObject, b: KubeObject): number {
  const [left, right] = [a, b].map(({ metadata }) => keyOf(metadata.namespace, metadata.name)) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}

function badRequest(kind: ApiKind, selection: Selection, error: string): string {
  const resource = `${kind.group}/${kind.version}, Resource=${kind.plural}`;
  const selectors = `label selector "${selection.labelSelector.trim()}", field selector "${selection.fieldSelector.trim()}"`;
  return `Error from server (BadRequest): Unable to find "${resource}" that match ${selectors}: ${error}`;
}

/** kubectl prints each warning of the server once per command. */
function warningsOf(kinds: readonly ApiKind[]): readonly string[] {
  return [...new Set(kinds.flatMap(deprecationOf))].map((text) => `Warning: ${text}`);
}
