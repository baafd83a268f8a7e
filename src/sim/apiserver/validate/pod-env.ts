/** Where a container's environment and files come from: `valueFrom`, `envFrom`, `volumeMounts`. */
import type { FieldError } from '../../api/field-error.ts';
import { isConfigKey, isDNS1123Subdomain, isEnvName, isQualifiedName } from '../../api/names.ts';
import type { Container, JsonObject } from '../../api/objects.ts';
import { invalid, invalids, notFoundValue, notSupported, required } from '../field-errors.ts';

const fields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
/** Read by other means than the environment. */
const otherFields = [
  'metadata.annotations',
  'metadata.labels',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
];
const resources = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];

/** Models pkg/apis/core/validation validateEnvVarValueFrom, v1.36. */
export function validateValueFrom(
  path: string,
  { value, valueFrom }: NonNullable<Container['env']>[number],
): readonly FieldError[] {
  if (!valueFrom) return [];
  const errors = [
    ...part(valueFrom, 'fieldRef', (ref) => validateFieldRef(`${path}.fieldRef`, ref)),
    ...part(valueFrom, 'resourceFieldRef', (ref) => validateResourceRef(`${path}.resourceFieldRef`, ref)),
    ...part(valueFrom, 'configMapKeyRef', (ref) => validateKeyRef(`${path}.configMapKeyRef`, ref)),
    ...part(valueFrom, 'secretKeyRef', (ref) => validateKeyRef(`${path}.secretKeyRef`, ref)),
  ];
  const sources = Object.keys(valueFrom).length;
  const from = (why: string): readonly FieldError[] => [...errors, invalid(path, '', why)];
  if (sources === 0)
    return from(
      'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
    );
  if (value) return from('may not be specified when `value` is not empty');
  return sources > 1 ? from('may not have more than one field specified at a time') : errors;
}

function part(
  source: JsonObject,
  name: string,
  check: (ref: JsonObject) => readonly FieldError[],
): readonly FieldError[] {
  return source[name] === undefined ? [] : check(source[name] as JsonObject);
}

/** Models pkg/apis/core/validation validateObjectFieldSelector and pkg/apis/core/pods ConvertDownwardAPIFieldLabel, v1.36. */
function validateFieldRef(path: string, ref: JsonObject): readonly FieldError[] {
  const field = text(ref, 'fieldPath');
  if (field === '') return [required(`${path}.fieldPath`)];
  const cannot = (why: string) => [invalid(`${path}.fieldPath`, field, `error converting fieldPath: ${why}`)];
  const version = text(ref, 'apiVersion');
  if (version !== 'v1') return cannot(`unsupported pod version: ${version}`);
  const [, list, key] = /^(.+?)\['(.*)'\]$/s.exec(field) ?? [];
  if (list !== undefined && key !== undefined) {
    if (list === 'metadata.annotations') return invalids(path, key.toLowerCase(), isQualifiedName(key.toLowerCase()));
    if (list === 'metadata.labels') return invalids(path, key, isQualifiedName(key));
    return cannot(`field label does not support subscript: ${field}`);
  }
  if (fields.includes(field) || field === 'spec.host') return [];
  if (!otherFields.includes(field)) return cannot(`field label not supported: ${field}`);
  return [notSupported(`${path}.fieldPath`, field, fields)];
}

function validateResourceRef(path: string, ref: JsonObject): readonly FieldError[] {
  const resource = text(ref, 'resource');
  if (resource === '') return [required(`${path}.resource`)];
  if (resources.includes(resource) || /^(limits|requests)\.hugepages-/.test(resource)) return [];
  return [notSupported(`${path}.resource`, resource, resources)];
}

function validateKeyRef(path: string, ref: JsonObject): readonly FieldError[] {
  const [name, key] = [text(ref, 'name'), text(ref, 'key')];
  return [
    ...invalids(`${path}.name`, name, isDNS1123Subdomain(name)),
    ...(key === '' ? [required(`${path}.key`)] : invalids(`${path}.key`, key, isConfigKey(key))),
  ];
}

type Sources = Container & {
  readonly envFrom?: readonly JsonObject[];
  readonly volumeMounts?: readonly JsonObject[];
};

/** Models pkg/apis/core/validation ValidateEnvFrom and ValidateVolumeMounts, v1.36. */
export function validateSources(path: string, container: Container, volumes: readonly string[]): readonly FieldError[] {
  const { envFrom = [], volumeMounts = [] }: Sources = container;
  return [
    ...envFrom.flatMap((source, i) => validateEnvFrom(`${path}.envFrom`, i, source)),
    ...validateMounts(`${path}.volumeMounts`, volumeMounts, volumes),
  ];
}

/** Whether there is a source is told of the list. */
function validateEnvFrom(list: string, i: number, source: JsonObject): readonly FieldError[] {
  const prefix = text(source, 'prefix');
  const refs = ['configMapRef', 'secretRef'].filter((ref) => source[ref] !== undefined);
  const errors = [
    ...invalids(`${list}[${i}].prefix`, prefix, isEnvName(prefix)),
    ...refs.flatMap((ref) => {
      const name = text(source[ref] as JsonObject, 'name');
      const path = `${list}[${i}].${ref}.name`;
      return name === '' ? [required(path)] : invalids(path, name, isDNS1123Subdomain(name.replace(/.-$/, 'a')));
    }),
  ];
  if (refs.length === 0) return [...errors, invalid(list, '', 'must specify one of: `configMapRef` or `secretRef`')];
  return refs.length > 1
    ? [...errors, invalid(list, '', 'may not have more than one field specified at a time')]
    : errors;
}

function validateMounts(
  path: string,
  mounts: readonly JsonObject[],
  volumes: readonly string[],
): readonly FieldError[] {
  const paths = new Set<string>();
  return mounts.flatMap((mount, i) => {
    const [name, mountPath] = [text(mount, 'name'), text(mount, 'mountPath')];
    const errors: FieldError[] = [];
    if (name === '') errors.push(required(`${path}[${i}].name`));
    if (!volumes.includes(name)) errors.push(notFoundValue(`${path}[${i}].name`, name));
    if (mountPath === '') errors.push(required(`${path}[${i}].mountPath`));
    if (paths.has(mountPath)) errors.push(invalid(`${path}[${i}].mountPath`, mountPath, 'must be unique'));
    paths.add(mountPath);
    return errors;
  });
}

function text(source: JsonObject, field: string): string {
  return String(source[field] ?? '');
}
