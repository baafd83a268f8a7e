/** Strategic merge patches: lists merged by the keys of their items, with directives. */
import type { Json, JsonObject } from '../../api/objects.ts';
import { isMap } from '../decode/json-kind.ts';
import { fieldShape, type FieldShape } from '../decode/field-table.ts';
import { orderByKeys, type Order } from './element-order.ts';

const order = '$setElementOrder/';
const deletePrimitive = '$deleteFromPrimitiveList/';

/**
 * The object after the patch. `struct` names the table of its fields ("Service"); fields without a table are merged
 * as in a JSON merge patch. Directives: `$patch`, `$retainKeys`, `$setElementOrder/…`, `$deleteFromPrimitiveList/…`.
 * Models apimachinery/pkg/util/strategicpatch StrategicMergeMapPatch, v1.36.
 */
export function strategicMergePatch(target: JsonObject, patch: JsonObject, struct: string | undefined): JsonObject {
  const directive = patch['$patch'];
  if (directive === 'delete') return {};
  if (directive === 'replace') return withoutDirectives(patch);
  const result = new Map<string, Json>(Object.entries(retained(target, patch)));
  for (const [key, value] of Object.entries(patch)) {
    if (key === '$patch' || key === '$retainKeys' || key.startsWith(order)) continue;
    if (key.startsWith(deletePrimitive)) {
      const field = key.slice(deletePrimitive.length);
      result.set(field, without(result.get(field), value));
    } else if (value === null) result.delete(key);
    else result.set(key, mergeField(result.get(key), value as Json, shapeOf(struct, key), orderOf(patch, key)));
  }
  for (const key of Object.keys(patch)) {
    const field = key.startsWith(order) ? key.slice(order.length) : undefined;
    const list = field === undefined ? undefined : result.get(field);
    if (field === undefined || Object.hasOwn(patch, field) || !Array.isArray(list)) continue;
    const shape = shapeOf(struct, field);
    result.set(
      field,
      orderByKeys(list as readonly Json[], list as readonly Json[], orderOf(patch, field), shape?.mergeKey),
    );
  }
  return Object.fromEntries(result);
}

function mergeField(old: Json | undefined, value: Json, shape: FieldShape | undefined, wanted: Order): Json {
  if (isMap(value)) return strategicMergePatch(isMap(old) ? old : {}, value, shape?.ref ?? shape?.map?.ref);
  if (shape?.mergeKey === undefined || !Array.isArray(value))
    return Array.isArray(value) ? value.map(stripNulls) : value;
  const before = Array.isArray(old) ? (old as readonly Json[]) : [];
  const items = value as readonly Json[];
  return shape.mergeKey === ''
    ? mergePrimitives(before, items, wanted)
    : mergeItems(before, items, { key: shape.mergeKey, struct: shape.list?.ref, wanted });
}

function mergePrimitives(old: readonly Json[], items: readonly Json[], wanted: Order): readonly Json[] {
  const merged = [...old, ...items.filter((item) => !old.includes(item))];
  return orderByKeys(merged, old, wanted, undefined);
}

interface ItemMerge {
  readonly key: string;
  readonly struct: string | undefined;
  readonly wanted: Order;
}

function mergeItems(old: readonly Json[], items: readonly Json[], { key, struct, wanted }: ItemMerge): readonly Json[] {
  const replaces = items.some((item) => isMap(item) && item['$patch'] === 'replace');
  const typed = items.filter(isMap);
  if (replaces) return typed.filter((item) => item['$patch'] === undefined);
  const gone = typed.filter((item) => item['$patch'] === 'delete').map((item) => item[key]);
  const merged = old.filter((item) => !isMap(item) || !gone.includes(item[key]));
  for (const item of typed) {
    if (item['$patch'] === 'delete') continue;
    const at = merged.findIndex((other) => isMap(other) && other[key] === item[key]);
    const before = merged[at];
    if (isMap(before)) merged[at] = strategicMergePatch(before, item, struct);
    else merged.push(strategicMergePatch({}, item, struct));
  }
  return orderByKeys(merged, old, wanted, key);
}

/** `$retainKeys` names the fields that stay. */
function retained(target: JsonObject, patch: JsonObject): JsonObject {
  const keys = patch['$retainKeys'];
  if (!Array.isArray(keys)) return target;
  return Object.fromEntries(Object.entries(target).filter(([key]) => (keys as readonly Json[]).includes(key)));
}

function withoutDirectives(patch: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(patch).filter(([key, value]) => !key.startsWith('$') && value !== null));
}

function without(list: Json | undefined, items: Json | undefined): Json {
  const gone = Array.isArray(items) ? (items as readonly Json[]) : [];
  return Array.isArray(list) ? (list as readonly Json[]).filter((item) => !gone.includes(item)) : [];
}

/** New maps inside a replaced list carry no nulls. */
function stripNulls(value: Json): Json {
  return isMap(value) ? strategicMergePatch({}, value, undefined) : value;
}

function orderOf(patch: JsonObject, field: string): Order {
  const wanted = patch[`${order}${field}`];
  return Array.isArray(wanted) ? (wanted as Order) : undefined;
}

function shapeOf(struct: string | undefined, field: string): FieldShape | undefined {
  return struct === undefined ? undefined : fieldShape(struct, field);
}
