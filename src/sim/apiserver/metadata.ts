/** Fields of metadata that are the server's. */
import type { KubeObject, ObjectMeta } from '../api/objects.ts';
import type { Allocator } from '../allocator/allocator.ts';
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

/** The uid that the client wrote down, if it is another object's. Models ValidateObjectMetaAccessorUpdate, v1.36. */
export function foreignUid({ metadata: { uid } }: KubeObject, old: KubeObject): string | undefined {
  return uid && uid !== old.metadata.uid && uid !== shown.uid ? uid : undefined;
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
