/** What kubectl itself checks of a `kind: List`: the server validates fields of objects, so its items are looked at here. */
import { findKind } from '../api/kinds.ts';
import type { Json, JsonObject } from '../api/objects.ts';
import { hasFields } from '../apiserver/decode/decode.ts';
import { structShape, type FieldShape } from '../apiserver/decode/field-table.ts';
import { isList, isMap, valueAt } from './json-values.ts';
import type { CheckList } from './read-object.ts';

interface Found {
  readonly text: string;
  readonly path: string;
}

/**
 * Every fault of the items, or undefined. `kindFaults` says what is wrong with an item's apiVersion and kind. Only kinds whose fields
 * are known are checked further. Models kubectl/pkg/util/openapi/validation validateList and kube-openapi's proto/validation, v1.36.
 */
export const findListFault: CheckList = (list, kindFaults) => {
  const items = valueAt(list, 'items');
  if (!isList(items)) return { text: 'invalid object to validate', path: 'items' };
  const found = items.flatMap((item, i): readonly Found[] => {
    const path = `items[${i}]`;
    const faults = kindFaults(item);
    return faults.length > 0 || !isMap(item) ? faults.map((text) => ({ text, path })) : itemFaults(item, path);
  });
  const [first] = found;
  if (!first) return undefined;
  const texts = [...new Set(found.map(({ text }) => text))];
  return { text: texts.length === 1 ? first.text : `[${texts.join(', ')}]`, path: first.path };
};

function itemFaults(item: JsonObject, path: string): readonly Found[] {
  const kind = String(item['kind']);
  const known = findKind(String(item['apiVersion']), kind);
  const faults = known && hasFields(known) ? structFaults(item, kind, '') : [];
  return faults.map(({ text, path: inner }) => ({
    text: text.replaceAll('\0', `${kind}${inner}`),
    path: `${path}${inner}`,
  }));
}

/** `text` has a NUL where the path goes. */
function structFaults(value: JsonObject, struct: string, path: string): readonly Found[] {
  const shapes = structShape(struct);
  if (!shapes) return [];
  const { fields, required } = shapes;
  const model = modelName(struct);
  const known = sortedEntries(value).flatMap(([key, inner]): readonly Found[] => {
    if (inner === null) return [];
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!shape) return [fault(path, `unknown field "${key}" in ${model}`)];
    return valueFaults(inner, shape, `${path}.${key}`, `${model}.${key}`);
  });
  const missing = required.filter((key) => (valueAt(value, key) ?? null) === null);
  return [...known, ...missing.map((key) => fault(path, `missing required field "${key}" in ${model}`))];
}

function valueFaults(value: Json, shape: FieldShape, path: string, model: string): readonly Found[] {
  const wrong = (expected: string) => wrongType(path, value, model, expected);
  const { list, map, ref, type = 'string' } = shape;
  if (list) {
    if (!isList(value)) return wrong('array');
    return value.flatMap((item, i) =>
      item === null
        ? [{ text: `ValidationError(\0): unknown object type "nil" in \0[${i}]`, path }]
        : valueFaults(item, list, `${path}[${i}]`, model),
    );
  }
  if (map) {
    if (!isMap(value)) return wrong('map');
    return sortedEntries(value).flatMap(([key, item]) =>
      item === null
        ? [{ text: 'unknown object type "nil" in \0', path: `${path}.${key}` }]
        : valueFaults(item, map, `${path}.${key}`, model),
    );
  }
  if (ref !== undefined) {
    const text = textModels[ref];
    if (text !== undefined) return isMap(value) || isList(value) ? wrongType(path, value, text, 'string') : [];
    if (!structShape(ref)) return [];
    return isMap(value) ? structFaults(value, ref, path) : wrongType(path, value, modelName(ref), 'map');
  }
  const kind = kindOf(value);
  // A text may be written as a number or a truth value.
  const fits =
    type === 'string'
      ? kind !== 'map' && kind !== 'array'
      : type === 'integer'
        ? typeof value === 'number'
        : kind === type;
  return fits ? [] : wrong(type);
}

function fault(path: string, text: string): Found {
  return { text: `ValidationError(\0): ${text}`, path };
}

function wrongType(path: string, value: Json, model: string, expected: string): readonly Found[] {
  return [fault(path, `invalid type for ${model}: got "${kindOf(value)}", expected "${expected}"`)];
}

function kindOf(value: Json): string {
  if (Number.isInteger(value)) return 'integer';
  return isList(value) ? 'array' : isMap(value) ? 'map' : typeof value;
}

function sortedEntries(map: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Types that are described as a text: any value but a map or a list fits. */
const textModels: Readonly<Record<string, string>> = {
  IntOrString: 'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
  Quantity: 'io.k8s.apimachinery.pkg.api.resource.Quantity',
  Time: 'io.k8s.apimachinery.pkg.apis.meta.v1.Time',
};

const metaModels = /^(ObjectMeta|LabelSelector|LabelSelectorRequirement|OwnerReference|ManagedFieldsEntry|Condition)$/;
const appsModels = /^(Deployment|ReplicaSet|StatefulSet|DaemonSet|RollingUpdate)/;
const batchModels = /^(Job|PodFailurePolicy|SuccessPolicy)/;
const networkingModels = /^(Ingress|NetworkPolicy|HTTPIngress|ServiceBackendPort|IPBlock)/;
const discoveryModels = /^(EndpointSlice|Endpoint|EndpointConditions|EndpointHints|ForZone|ForNode)$/;

/** The struct's name in the API's description: `io.k8s.api.core.v1.ServiceSpec`. */
function modelName(struct: string): string {
  if (metaModels.test(struct)) return `io.k8s.apimachinery.pkg.apis.meta.v1.${struct}`;
  if (struct === 'discovery.EndpointPort') return 'io.k8s.api.discovery.v1.EndpointPort';
  const group = appsModels.test(struct)
    ? 'apps'
    : batchModels.test(struct)
      ? 'batch'
      : networkingModels.test(struct)
        ? 'networking'
        : discoveryModels.test(struct)
          ? 'discovery'
          : 'core';
  return `io.k8s.api.${group}.v1.${struct}`;
}
