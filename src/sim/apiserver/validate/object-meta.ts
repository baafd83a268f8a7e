/** Metadata of any object: name, namespace, labels, annotations, owners. */
import type { FieldError } from '../../api/field-error.ts';
import { byteLength, isDNS1123Label, isLabelValue, isQualifiedName } from '../../api/names.ts';
import type { Labels, ObjectMeta, OwnerReference } from '../../api/objects.ts';
import { forbidden, invalid, invalids, required, tooLong } from '../field-errors.ts';

export type NameCheck = (name: string) => readonly string[];

const annotationsLimit = 256 * 1024;

/** Models apimachinery/pkg/api/validation ValidateObjectMeta, v1.36. */
export function validateObjectMeta(meta: ObjectMeta, namespaced: boolean, checkName: NameCheck): FieldError[] {
  return [
    ...(meta.generateName
      ? invalids('metadata.generateName', meta.generateName, checkPrefix(meta.generateName, checkName))
      : []),
    ...(meta.name
      ? invalids('metadata.name', meta.name, checkName(meta.name))
      : [required('metadata.name', 'name or generateName is required')]),
    ...validateNamespace(meta.namespace, namespaced),
    ...validateLabels('metadata.labels', meta.labels),
    ...validateAnnotations('metadata.annotations', meta.annotations),
    ...validateOwners(meta.ownerReferences ?? []),
    ...validateFinalizers(meta.finalizers ?? []),
  ];
}

const standardFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** Names without a domain are Kubernetes' own. Models ValidateFinalizers and pkg/apis/core/validation validateKubeFinalizerName, v1.36. */
function validateFinalizers(names: readonly string[]): FieldError[] {
  const path = 'metadata.finalizers';
  const errors = names.flatMap((name) => invalids(path, name, isQualifiedName(name)));
  if (names.includes('orphan') && names.includes('foregroundDeletion'))
    errors.push(invalid(path, [...names], 'finalizer orphan and foregroundDeletion cannot be both set'));
  const foreign = 'name is neither a standard finalizer name nor is it fully qualified';
  for (const [i, name] of names.entries())
    if (!name.includes('/') && !standardFinalizers.includes(name)) errors.push(invalid(`${path}[${i}]`, name, foreign));
  return errors;
}

/** Keys and values of labels and plain selectors, in order of the keys. Models ValidateLabels, v1.36. */
export function validateLabels(path: string, labels: Labels | undefined): FieldError[] {
  return sortedEntries(labels).flatMap(([key, value]) => [
    ...invalids(path, key, isQualifiedName(key)),
    ...invalids(path, value, isLabelValue(value)),
  ]);
}

/** Models ValidateAnnotations, v1.36. */
export function validateAnnotations(path: string, annotations: Labels | undefined): FieldError[] {
  const entries = sortedEntries(annotations);
  const errors = entries.flatMap(([key]) => invalids(path, key, isQualifiedName(key.toLowerCase())));
  const size = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  return size > annotationsLimit ? [...errors, tooLong(path, annotationsLimit)] : errors;
}

function checkPrefix(generateName: string, checkName: NameCheck): readonly string[] {
  // What follows may end a name that itself must not end in a hyphen.
  return checkName(generateName.endsWith('-') ? `${generateName.slice(0, -2)}a` : generateName);
}

function validateNamespace(namespace: string | undefined, namespaced: boolean): FieldError[] {
  if (!namespaced) return namespace ? [forbidden('metadata.namespace', 'not allowed on this type')] : [];
  if (!namespace) return [required('metadata.namespace')];
  return invalids('metadata.namespace', namespace, isDNS1123Label(namespace));
}

/** All owners are reported at the list, without their places. Models apimachinery/pkg/api/validation ValidateOwnerReferences, v1.36. */
function validateOwners(owners: readonly OwnerReference[]): FieldError[] {
  const path = 'metadata.ownerReferences';
  let first: OwnerReference | undefined;
  return owners.flatMap((owner) => {
    const errors = validateOwner(path, owner);
    if (owner.controller !== true) return errors;
    if (first) {
      const both = `${first.kind}/${first.name} and ${owner.kind}/${owner.name}`;
      const detail = `Only one reference can have Controller set to true. Found "true" in references for ${both}`;
      errors.push(invalid(path, owners.map(inGoOrder), detail));
    }
    first ??= owner;
    return errors;
  });
}

function validateOwner(path: string, owner: OwnerReference): FieldError[] {
  const empty = (['apiVersion', 'kind', 'name', 'uid'] as const).filter((field) => !owner[field]);
  const errors = empty.map((field) =>
    invalid(`${path}.${field}`, '', field === 'apiVersion' ? 'version must not be empty' : 'must not be empty'),
  );
  if (owner.apiVersion === 'v1' && owner.kind === 'Event')
    errors.push(invalid(path, inGoOrder(owner), '/v1, Kind=Event is disallowed from being an owner'));
  return errors;
}

/** The reference with its fields as Go prints them. */
function inGoOrder({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: OwnerReference) {
  return {
    apiVersion,
    kind,
    name,
    uid,
    ...(controller !== undefined && { controller }),
    ...(blockOwnerDeletion !== undefined && { blockOwnerDeletion }),
  };
}

function sortedEntries(map: Labels | undefined): [string, string][] {
  return Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
