/** Small checks from which the shapes of headers and steps are put together. */
import type { Json, JsonObject } from '../api/objects.ts';
import { formatPath, type PathStep } from '../yaml/field-path.ts';
import type { SceneFault } from './scene.ts';

export interface Fault {
  readonly fault: SceneFault;
  readonly path: string;
  /** What belongs there: a type's name, the values allowed, or the keys known. */
  readonly wanted: string;
}

/** Gives the value if it has the right form; else undefined, with faults added for all that is wrong in it. */
export type Check<T> = (value: Json, path: readonly PathStep[], faults: Fault[]) => T | undefined;

function fail(faults: Fault[], fault: SceneFault, path: readonly PathStep[], wanted: string): undefined {
  faults.push({ fault, path: formatPath(path), wanted });
  return undefined;
}

export const text: Check<string> = (value, path, faults) =>
  typeof value === 'string' ? value : fail(faults, 'WrongType', path, 'string');

/** A word as a command line holds it: numbers and booleans are taken as they are written. */
export const word: Check<string> = (value, path, faults) =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : text(value, path, faults);

export const flag: Check<boolean> = (value, path, faults) =>
  typeof value === 'boolean' ? value : fail(faults, 'WrongType', path, 'boolean');

export function integer(least: number, most: number): Check<number> {
  return (value, path, faults) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return fail(faults, 'WrongType', path, 'integer');
    return value >= least && value <= most ? value : fail(faults, 'WrongValue', path, `${least}-${most}`);
  };
}

export function oneOf<T extends string>(allowed: readonly T[]): Check<T> {
  return (value, path, faults) => {
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    return fail(faults, typeof value === 'string' ? 'WrongValue' : 'WrongType', path, allowed.join(', '));
  };
}

/** Items that are wrong are left out. */
export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value, path, faults) => {
    if (!Array.isArray(value)) return fail(faults, 'WrongType', path, 'list');
    const items: T[] = [];
    for (const [index, item] of (value as readonly Json[]).entries()) {
      const checked = check(item, [...path, index], faults);
      if (checked !== undefined) items.push(checked);
    }
    return items;
  };
}

export const mapping: Check<JsonObject> = (value, path, faults) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonObject)
    : fail(faults, 'WrongType', path, 'mapping');

/** A map by names; null counts as an empty value. Values that are wrong are left out; the result has no prototype. */
export function recordOf<T>(check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, path, faults) => {
    const fields = mapping(value, path, faults);
    if (!fields) return undefined;
    const record = Object.create(null) as Record<string, T>;
    for (const [key, field] of Object.entries(fields)) {
      const checked = check(field ?? Object.create(null), [...path, key], faults);
      if (checked !== undefined) record[key] = checked;
    }
    return record;
  };
}

type Checks<T> = { readonly [K in keyof T]-?: Check<NonNullable<T[K]>> };

/** A mapping with fixed keys. null counts as absent; fields that are wrong or not known are left out. */
export function fieldsOf<T extends object>(checks: Checks<T>, required: readonly (keyof T & string)[] = []): Check<T> {
  return (value, path, faults) => {
    const fields = mapping(value, path, faults);
    if (!fields) return undefined;
    const result = Object.create(null) as Record<string, unknown>;
    for (const [key, field] of Object.entries(fields)) {
      if (!Object.hasOwn(checks, key)) fail(faults, 'UnknownKey', [...path, key], Object.keys(checks).join(', '));
      else if (field !== null) {
        const checked: unknown = checks[key as keyof T](field, [...path, key], faults);
        if (checked !== undefined) result[key] = checked;
      }
    }
    const missing = required.filter((key) => fields[key] === undefined || fields[key] === null);
    for (const key of missing) fail(faults, 'Missing', [...path, key], key);
    return required.every((key) => result[key] !== undefined) ? (result as T) : undefined;
  };
}

/** A value that is kept as it is. */
export const anything: Check<NonNullable<Json>> = (value) => value ?? undefined;
