/** What differs between two comparable values, in lines for people. */
import type { Json, JsonObject } from '../../../src/sim/api/objects.ts';
import { canonical } from './canonical.ts';

/** One line per difference: `path: recorded X, engine Y`, or `path - line` (missing) and `path + line` (too much) for bags of lines. */
export function differences(recorded: Json | undefined, engine: Json | undefined, path = ''): readonly string[] {
  if (recorded === undefined || engine === undefined) {
    if (recorded === engine) return [];
    return [recorded === undefined ? `${path} + ${show(engine)}` : `${path} - ${show(recorded)}`];
  }
  if (canonical(recorded) === canonical(engine)) return [];
  if (Array.isArray(recorded) && Array.isArray(engine))
    return listDifferences(recorded as Json[], engine as Json[], path);
  if (isMap(recorded) && isMap(engine)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(engine)])].sort();
    return keys.flatMap((key) => differences(own(recorded, key), own(engine, key), path ? `${path}.${key}` : key));
  }
  return [`${path}: recorded ${show(recorded)}, engine ${show(engine)}`];
}

function listDifferences(recorded: readonly Json[], engine: readonly Json[], path: string): readonly string[] {
  const paired =
    recorded.length === engine.length && recorded.every((item, i) => isMap(item) && isMap(engine[i] ?? null));
  if (paired) return recorded.flatMap((item, i) => differences(item, engine[i], `${path}[${i}]`));
  const extra = engine.map(canonical);
  const missing = recorded.filter((item) => {
    const at = extra.indexOf(canonical(item));
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  const lines = [
    ...missing.map((item) => `${path} - ${show(item)}`),
    ...extra.map((text) => `${path} + ${show(JSON.parse(text) as Json)}`),
  ];
  return lines.length > 0 ? lines : [`${path}: other order, recorded ${show(recorded)}, engine ${show(engine)}`];
}

function isMap(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function own(map: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function show(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
