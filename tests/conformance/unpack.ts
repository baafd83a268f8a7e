/** Reads recorded answers: lists of like objects may be packed as a `$table`. */
import type { Json, JsonObject } from '../../src/sim/api/objects.ts';

interface PackedTable {
  readonly order: readonly string[];
  readonly const?: Readonly<Record<string, Json>>;
  readonly cols: readonly string[];
  readonly rows: readonly (readonly Json[])[];
}

/** The same value with every `$table`, at any depth, written out as the list of objects it stands for. */
export function unpack(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unpack);
  const fields = value as JsonObject;
  const packed = Object.hasOwn(fields, '$table') ? (fields['$table'] as unknown as PackedTable) : undefined;
  if (packed) return unpackTable(packed);
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, unpack(field)]));
}

function unpackTable(packed: PackedTable): Json {
  const columns = packed.order.map((column) => {
    const fixed = packed.const && Object.hasOwn(packed.const, column) ? packed.const[column] : undefined;
    return { path: JSON.parse(column) as string[], fixed, at: packed.cols.indexOf(column) };
  });
  return packed.rows.map((row) => {
    const item: { [key: string]: Json } = {};
    for (const { path, fixed, at } of columns) setAt(item, path, unpack(fixed ?? row[at] ?? null));
    return item;
  });
}

function setAt(item: { [key: string]: Json }, path: readonly string[], value: Json): void {
  let into = item;
  for (const key of path.slice(0, -1)) {
    if (!Object.hasOwn(into, key)) define(into, key, {});
    into = into[key] as { [key: string]: Json };
  }
  define(into, path.at(-1) ?? '', value);
}

/** Plain assignment would treat `__proto__` as the prototype. */
function define(into: { [key: string]: Json }, key: string, value: Json): void {
  Object.defineProperty(into, key, { value, enumerable: true, writable: true, configurable: true });
}
