/** Repairs of the shown text, made from an object and a field: replaced, put in, or written behind a document. */
import type { EndpointReason, ObjectRef } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import type { Fix } from './view-models.ts';

type Where = Pick<EndpointReason, 'object' | 'path'>;

/** A field's key or value, where it stands in the text shown. */
export function replacement(
  { places, state }: ViewContext,
  where: Where,
  side: 'key' | 'value',
  to: string,
  title: string,
): readonly Fix[] {
  const field = places.field(where.object, where.path);
  if (!field?.exact || field.place.state !== state.index) return [];
  const { end } = field[side];
  const start = behindAnchor(state.text, field[side].start, end);
  // What the text says already was changed since: by a patch, for instance.
  return state.text.slice(start, end) === quoted(to) ? [] : [{ title, start, end, text: quoted(to) }];
}

/** An anchor in front of a value stays: other places may name it. */
function behindAnchor(text: string, start: number, end: number): number {
  return start + (/^(?:&\S+\s+)?/.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** What is put in, with the line ends of the text. */
export const withLineEndsOf = (text: string, added: string): string =>
  text.includes('\r\n') ? added.replaceAll('\n', '\r\n') : added;

/** Puts `KEY: VALUE` in front of the first field of a mapping. */
export function insertion(
  { places, state }: ViewContext,
  object: ObjectRef | undefined,
  mapping: string,
  [key, value]: readonly [key: string, value: string],
  title: string,
): readonly Fix[] {
  const map = places.field(object, mapping);
  if (!map?.exact || map.place.state !== state.index) return [];
  const start = behindAnchor(state.text, map.value.start, map.value.end);
  const flow = state.text[start] === '{';
  const column = start - (state.text.lastIndexOf('\n', start - 1) + 1);
  const pair = `${key}: ${quoted(value)}`;
  const text = flow ? ` ${pair},` : withLineEndsOf(state.text, `${pair}\n${' '.repeat(column)}`);
  const at = flow ? start + 1 : start;
  return [{ title, start: at, end: at, text }];
}

/** A document of its own behind the one that holds the object. */
export function documentBehind(
  { places, state }: ViewContext,
  object: ObjectRef,
  lines: readonly string[],
  title: string,
): readonly Fix[] {
  const outcome = places.document(object);
  if (!outcome || outcome.item !== undefined || places.of(object)?.state !== state.index) return [];
  const at = outcome.range.end;
  const [before, after] = [state.text.slice(0, at), state.text.slice(at)];
  const start = before.endsWith('\n') ? '---\n' : '\n---\n';
  const text = `${start}${lines.join('\n')}${/^\r?\n/.test(after) ? '' : '\n'}`;
  return [{ title, start: at, end: at, text: withLineEndsOf(state.text, text) }];
}

/** A key of a mapping as paths write it: `.app`, `[app.kubernetes.io/name]`. */
export const keyPath = (base: string, key: string): string =>
  /^[A-Za-z0-9_-]+$/.test(key) ? `${base}.${key}` : `${base}[${key}]`;

/** A text as a plain YAML scalar if it stays one, else in quotes. */
export function quoted(value: string): string {
  const plainScalar =
    /^[A-Za-z_./][A-Za-z0-9_./-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null|~)$/i.test(value);
  return plainScalar ? value : JSON.stringify(value);
}
