/** ConfigMaps and Secrets. */
import type { FieldError } from '../../api/field-error.ts';
import { isConfigKey, isDNS1123Subdomain } from '../../api/names.ts';
import type { JsonObject, KubeObject } from '../../api/objects.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { forbidden, invalid, invalids, required } from '../field-errors.ts';
import { validateObjectMeta } from './object-meta.ts';

interface Config extends KubeObject {
  readonly data?: JsonObject;
  readonly binaryData?: JsonObject;
  readonly immutable?: boolean;
  readonly type?: string;
}

/** Models pkg/apis/core/validation ValidateConfigMap and ValidateConfigMapUpdate, v1.36, without its limit of size. */
export function validateConfigMap(object: KubeObject, old?: KubeObject): readonly FieldError[] {
  const { metadata, data = {}, binaryData = {} }: Config = object;
  const both = (key: string, other: JsonObject, name: string, path: string) =>
    Object.hasOwn(other, key) ? [invalid(path, key, `duplicate of key present in ${name}`)] : [];
  return [
    ...fixed(object, old, ['data', 'binaryData']),
    ...validateObjectMeta(metadata, true, isDNS1123Subdomain),
    ...Object.keys(data).flatMap((key) => [
      ...invalids(`data[${key}]`, key, isConfigKey(key)),
      ...both(key, binaryData, 'binaryData', `data[${key}]`),
    ]),
    ...Object.keys(binaryData).flatMap((key) => [
      ...invalids(`binaryData[${key}]`, key, isConfigKey(key)),
      ...both(key, data, 'data', `binaryData[${key}]`),
    ]),
  ];
}

const keysOfType: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

/** Models pkg/apis/core/validation ValidateSecret and ValidateSecretUpdate, v1.36, without what it asks of values. */
export function validateSecret(object: KubeObject, old?: KubeObject): readonly FieldError[] {
  const { metadata, data = {}, type = '' }: Config = object;
  const changed = old && type !== (old as Config).type;
  const missing = (keysOfType[type] ?? []).filter((key) => !Object.hasOwn(data, key));
  return [
    ...(changed ? [invalid('type', type, 'field is immutable')] : []),
    ...fixed(object, old, ['data']),
    ...validateObjectMeta(metadata, true, isDNS1123Subdomain),
    ...Object.keys(data).flatMap((key) => invalids(`data[${key}]`, key, isConfigKey(key))),
    ...missing.map((key) => required(`data[${key}]`)),
  ];
}

/** What was made immutable stays so, and as it is. */
function fixed(object: Config, old: Config | undefined, fields: readonly ('data' | 'binaryData')[]): FieldError[] {
  if (old?.immutable !== true) return [];
  const why = 'field is immutable when `immutable` is set';
  return [
    ...(object.immutable === true ? [] : [forbidden('immutable', why)]),
    ...fields.filter((field) => !equalJson(object[field], old[field])).map((field) => forbidden(field, why)),
  ];
}
