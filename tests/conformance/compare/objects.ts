/** API objects made comparable: lists are sets, and chance is taken out. */
import type { Json, JsonObject } from '../../../src/sim/api/objects.ts';
import { sliceRole } from './roles.ts';
import { canonical, unordered } from './canonical.ts';

export const triggerTime = 'endpoints.kubernetes.io/last-change-trigger-time';
const sliceControllerLabel = 'endpointslice-controller.k8s.io';
const largestSlice = 100;

/** `objects` of a state, its random values replaced already. `several`: Services with several generated slices on either side. */
export function comparableObjects(objects: JsonObject, several: ReadonlySet<string>): Json {
  return Object.fromEntries(
    Object.entries(objects).map(([list, items]) => {
      let entries = (items as readonly JsonObject[]).map((item) => withoutChance(item) as JsonObject);
      if (list === 'endpoints') entries = entries.map(unorderedSubsets);
      if (list === 'endpointSlices') entries = mergeSlices(entries.map(unorderedEndpoints), several);
      return [list, byName(entries)];
    }),
  );
}

/** Takes out the trigger time and the order of `conditions`, at any depth. */
function withoutChance(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => withoutChance(item as Json));
  const fields: [string, Json][] = [];
  for (const [key, field] of Object.entries(value as JsonObject)) {
    if (key === triggerTime) continue;
    const kept = withoutChance(field);
    if (key === 'annotations' && canonical(kept) === '{}') continue;
    fields.push([key, key === 'conditions' && Array.isArray(kept) ? unordered(kept as Json[]) : kept]);
  }
  return Object.fromEntries(fields);
}

function unorderedSubsets(endpoints: JsonObject): JsonObject {
  const subsets = endpoints['subsets'];
  if (!Array.isArray(subsets)) return endpoints;
  const sorted = (subsets as readonly JsonObject[]).map((subset) =>
    Object.fromEntries(
      Object.entries(subset).map(([key, list]) => [key, Array.isArray(list) ? unordered(list as Json[]) : list]),
    ),
  );
  return { ...endpoints, subsets: unordered(sorted) };
}

function unorderedEndpoints(slice: JsonObject): JsonObject {
  return Array.isArray(slice['endpoints']) ? { ...slice, endpoints: unordered(slice['endpoints'] as Json[]) } : slice;
}

/** Generated slices of one Service that differ in nothing but endpoints become one with all of them. */
function mergeSlices(slices: readonly JsonObject[], several: ReadonlySet<string>): JsonObject[] {
  const groups = new Map<string, { readonly first: JsonObject; readonly endpoints: Json[] }>();
  const result: JsonObject[] = [];
  const roles = new Set([...several].map(sliceRole));
  for (const slice of slices) {
    const { endpoints, ...rest } = slice;
    const meta = rest['metadata'] as JsonObject;
    if (!roles.has(String(meta['name']))) {
      result.push(slice);
      continue;
    }
    const list = (endpoints ?? []) as Json[];
    const key = canonical(rest);
    const group = groups.get(key);
    if (group) group.endpoints.push(...list);
    else groups.set(key, { first: rest, endpoints: [...list] });
    if (list.length > largestSlice && canonical(meta).includes(sliceControllerLabel)) {
      result.push({ metadata: meta, tooLarge: list.length });
    }
  }
  for (const { first, endpoints } of groups.values()) result.push({ ...first, endpoints: unordered(endpoints) });
  return result;
}

/** Objects by `namespace/name`; those that share one (a Deployment and a StatefulSet, slices of a Service) as a set. */
function byName(items: readonly JsonObject[]): Json {
  const groups = new Map<string, JsonObject[]>();
  for (const item of items) {
    const meta = (item['metadata'] ?? {}) as JsonObject;
    const key = `${String(meta['namespace'] ?? '')}/${String(meta['name'])}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return Object.fromEntries(
    [...groups].map(([key, group]) => [key, group.length === 1 ? (group[0] ?? null) : unordered(group)]),
  );
}
