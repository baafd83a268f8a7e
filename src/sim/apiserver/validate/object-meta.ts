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
    ...(meta.finalizers ?? []).flatMap((name) => invalids('metadata.finalizers', name, isQualifiedName(name))),
  ];
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
  return checkName(generateName.endsWith('-') ? `${generateName.slice(0, -1)}a` : generateName);
}

function validateNamespace(namespace: string | undefined, namespaced: boolean): FieldError[] {
  if (!namespaced) return namespace ? [forbidden('metadata.namespace', 'not allowed on this type')] : [];
  if (!namespace) return [required('metadata.namespace')];
  return invalids('metadata.namespace', namespace, isDNS1123Label(namespace));
}

/** Models apimachinery/pkg/api/validation ValidateOwnerReferences, v1.36. */
function validateOwners(owners: readonly OwnerReference[]): FieldError[] {
  const controllers = owners.filter(({ controller }) => controller === true);
  return [
    ...owners.flatMap((owner, i) => {
      const path = `metadata.ownerReferences[${i}]`;
      return (['apiVersion', 'kind', 'name', 'uid'] as const).flatMap((field) =>
        owner[field]
          ? []
          : [
              invalid(
                `${path}.${field}`,
                '',
                field === 'apiVersion' ? 'version must not be empty' : 'must not be empty',
              ),
            ],
      );
    }),
    ...controllers.slice(1).map((owner) =>
      invalid(
        'metadata.ownerReferences',
        owners.map((reference) => ({ ...reference })),
        `Only one reference can have Controller set to true. Found "true" in references for ${controllers[0]?.kind}/${controllers[0]?.name} and ${owner.kind}/${owner.name}`,
      ),
    ),
  ];
}

function sortedEntries(map: Labels | undefined): [string, string][] {
  return Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
