/** Sentences as data: text with code, bold words and differing letters, built from templates so that no name is ever read as markup. */
import type { Segment, Words } from './view-models.ts';

/** A name, value or anything that a tool would print. */
export const code = (text: string | number | boolean | undefined): Segment => ({ code: String(text ?? '') });
/** The words that carry the sentence. */
export const strong = (text: string): Segment => ({ strong: text });

/** say`The Service ${code(name)} is headless.` Words may stand inside words. */
export function say(texts: TemplateStringsArray, ...values: readonly (Segment | Words | number)[]): Words {
  const words: Segment[] = [];
  texts.forEach((text, i) => {
    if (text !== '') words.push(text);
    const value = values[i];
    if (value === undefined) return;
    if (typeof value === 'number') words.push(String(value));
    else if (isWords(value)) words.push(...value);
    else words.push(value);
  });
  return words;
}

const isWords = (value: Segment | Words): value is Words => Array.isArray(value);

/** `value` with the letters marked that differ from `wanted`, as long as they are alike otherwise. */
export function differing(value: string, wanted: string): Words {
  let start = 0;
  while (start < value.length && start < wanted.length && value[start] === wanted[start]) start += 1;
  let end = 0;
  while (end < value.length - start && end < wanted.length - start && value.at(-1 - end) === wanted.at(-1 - end))
    end += 1;
  const middle = value.slice(start, value.length - end);
  if (middle === '' || start + end === 0) return [{ code: value }];
  return [value.slice(0, start), { differs: middle }, value.slice(value.length - end)].filter((part) => part !== '');
}

/** Several names: `a`, `b` and 3 more; `more` words the rest. */
export function listed(names: readonly string[], separator: string, more: (n: number) => string, limit = 4): Words {
  const shown = names
    .slice(0, limit)
    .flatMap((name, i): Segment[] => (i === 0 ? [code(name)] : [separator, code(name)]));
  return names.length > limit ? [...shown, separator, more(names.length - limit)] : shown;
}

/** The sentence as plain text. */
export function plain(words: Words): string {
  return words
    .map((s) => (typeof s === 'string' ? s : 'code' in s ? s.code : 'strong' in s ? s.strong : s.differs))
    .join('');
}
