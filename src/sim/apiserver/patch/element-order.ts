/** The order of merged lists. */
import type { Json } from '../../api/objects.ts';
import { isMap } from '../decode/json-kind.ts';

/** Items of `$setElementOrder`: the merge keys as maps, or plain values. */
export type Order = readonly Json[] | undefined;

/**
 * Items named by `wanted` stand in its order. The others, the server's own, are put before the first named item that
 * stood behind them in `live`, the list before the patch. Without `wanted` the list stays as merged.
 * Models apimachinery/pkg/util/strategicpatch normalizeElementOrder, v1.36.
 */
export function orderByKeys(
  list: readonly Json[],
  live: readonly Json[],
  wanted: Order,
  key: string | undefined,
): readonly Json[] {
  if (!wanted) return list;
  const keyOf = (item: Json): string => valueKey(key !== undefined && isMap(item) ? (item[key] ?? null) : item);
  const places = new Map(wanted.map((item, i) => [keyOf(item), i]));
  const livePlaces = new Map(live.map((item, i) => [keyOf(item), i]));
  const named = list.filter((item) => places.has(keyOf(item)));
  named.sort((a, b) => (places.get(keyOf(a)) ?? 0) - (places.get(keyOf(b)) ?? 0));
  const result: Json[] = [];
  let next = 0;
  for (const item of list) {
    if (places.has(keyOf(item))) continue;
    const place = livePlaces.get(keyOf(item)) ?? -1;
    const behind = named.findIndex((other, i) => i >= next && (livePlaces.get(keyOf(other)) ?? -1) > place);
    const until = behind < 0 ? named.length : behind;
    result.push(...named.slice(next, until), item);
    next = until;
  }
  return [...result, ...named.slice(next)];
}

/** A text that is equal for equal plain values. */
function valueKey(value: Json): string {
  return `${typeof value} ${JSON.stringify(value)}`;
}
