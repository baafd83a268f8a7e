/** Fields of metadata that are the server's. */
import type { FieldError } from '../api/field-error.ts';
import { goQuote } from '../api/go-text.ts';
import type { KubeObject, ObjectMeta } from '../api/objects.ts';
import type { Allocator } from '../allocator/allocator.ts';
import { forbidden, invalid } from './field-errors.ts';
import { without } from './without.ts';

const systemFields = [
  'uid',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'resourceVersion',
  'selfLink',
] as const;

type AnyMeta = ObjectMeta & { readonly [field in (typeof systemFields)[number]]?: unknown };

/**
 * Metadata of a new object: the request's namespace, a name made from generateName if there is none, a uid.
 * Models apiserver/pkg/registry/rest BeforeCreate, v1.36.
 */
export function newMetadata<T extends KubeObject>(
  object: T,
  namespace: string,
  allocator: Allocator,
  taken: (name: string) => boolean,
): T {
  const typed = without(object.metadata as AnyMeta, ...systemFields, 'namespace');
  const name = typed.name || generatedName(typed.generateName, namespace, allocator, taken);
  const uid = name === '' ? undefined : allocator.uid(object.kind, namespace, name);
  return { ...object, metadata: { ...typed, name, ...(namespace && { namespace }), ...(uid && { uid }) } };
}

/** Metadata of an update: what the server gave stays. Models apiserver/pkg/registry/rest BeforeUpdate, v1.36. */
export function keptMetadata<T extends KubeObject>(object: T, old: KubeObject): T {
  const typed = without(object.metadata as AnyMeta, ...systemFields, 'namespace', 'generateName');
  const before = old.metadata as AnyMeta;
  const kept = Object.fromEntries(
    (['namespace', 'generateName', ...systemFields] as const).flatMap((field) =>
      before[field] === undefined ? [] : [[field, before[field]]],
    ),
  );
  return { ...object, metadata: { ...typed, ...kept } };
}

/** What `get -o yaml` shows for every object, as random values are not shown. */
const shown = { resourceVersion: '0', uid: '00000000-0000-0000-0000-000000000000' };

/** True when the client wrote down another version than the stored one: none is told here, so any typed one is older. */
export function isOutdated({ metadata }: KubeObject): boolean {
  const { resourceVersion } = metadata as AnyMeta & { readonly resourceVersion?: string };
  return resourceVersion !== undefined && resourceVersion !== '' && resourceVersion !== shown.resourceVersion;
}

/** What may not change: the uid, and the finalizers of what is being deleted, but for those that go. Models ValidateObjectMetaAccessorUpdate, v1.36. */
export function validateKept({ metadata }: KubeObject, old: KubeObject): FieldError[] {
  const errors: FieldError[] = [];
  const known = old.metadata.finalizers ?? [];
  const added = (metadata.finalizers ?? []).filter((name) => !known.includes(name)).sort();
  if (old.metadata.deletionTimestamp !== undefined && added.length > 0) {
    const list = `[]string{${added.map(goQuote).join(', ')}}`;
    const why = `no new finalizers can be added if the object is being deleted, found new finalizers ${list}`;
    errors.push(forbidden('metadata.finalizers', why));
  }
  const { uid } = metadata;
  if (uid && uid !== old.metadata.uid && uid !== shown.uid)
    errors.push(invalid('metadata.uid', uid, 'field is immutable'));
  return errors;
}

/** True when what held back the deletion of the object is gone with this update. Models ShouldDeleteDuringUpdate, v1.36. */
export function mayGo({ metadata }: KubeObject, old: KubeObject): boolean {
  const { deletionTimestamp, finalizers = [] } = old.metadata;
  return deletionTimestamp !== undefined && finalizers.length > 0 && (metadata.finalizers ?? []).length === 0;
}

function generatedName(
  prefix: string | undefined,
  namespace: string,
  allocator: Allocator,
  taken: (name: string) => boolean,
): string {
  if (!prefix) return '';
  const base = prefix.endsWith('-') ? prefix.slice(0, -1) : prefix;
  const fit = (name: string) => `${prefix.slice(0, 58)}${name.slice(-5)}`;
  return fit(allocator.podName(namespace, base, base, (name) => taken(fit(name))));
}
