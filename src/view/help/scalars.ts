/** Every scalar of a document with its path, in lines and in braces alike. Works on text that cannot be read. */
import { flowScalars } from './flow.ts';
import { samePath, unquoted, type OutlineDocument, type Step } from './outline.ts';

type Lines = Pick<OutlineDocument, 'lines'>;

/** The scalar at a path, without quotes; undefined where there is none or it is empty. */
export function scalarAt(text: string, document: Lines, path: readonly Step[]): string | undefined {
  const parent = path.slice(0, -1);
  const found = pairsAt(text, document, parent).find(([key]) => key === path.at(-1));
  return found === undefined || found[1] === '' ? undefined : found[1];
}

/** Keys and values of the mapping at a path, those whose values are scalars. */
export function pairsAt(
  text: string,
  { lines }: Lines,
  path: readonly Step[],
): readonly (readonly [key: string, value: string])[] {
  return lines.flatMap(({ key, parent, value }): (readonly [string, string])[] => {
    const own = key ? [...parent, key.name] : parent;
    if (/[{[]/.test(text[value.start] ?? '')) {
      if (!own.every((step, i) => step === path[i])) return [];
      const inside = path.slice(own.length);
      return flowScalars(text, value.start, value.end).flatMap(({ steps, scalar }) => {
        const last = steps.at(-1);
        return typeof last === 'string' && samePath(steps.slice(0, -1), inside) ? [[last, scalar] as const] : [];
      });
    }
    return key && samePath(parent, path) ? [[key.name, unquoted(text.slice(value.start, value.end))] as const] : [];
  });
}
