/** One text for equal values. */

const texts = new WeakMap<object, string>();

/** JSON with keys sorted at every level and no blanks; remembered by identity. */
export function canonicalJson(value: object): string {
  let text = texts.get(value);
  if (text === undefined) texts.set(value, (text = print(value)));
  return text;
}

function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${print(item)}`).join(',')}}`;
}
