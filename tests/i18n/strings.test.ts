import { expect, test } from 'vitest';
import { locales, localized, parseLocale } from '../../src/i18n/locale.ts';
import { strings } from '../../src/i18n/strings.ts';

/** Every word of a tree, functions called with numbers. */
function words(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(2, 2))];
  return Object.values(value as object).flatMap(words);
}

test.each(locales)('no word is empty (%s)', (locale) => {
  for (const word of words(strings(locale))) expect(word.trim()).not.toBe('');
});

test('Chinese words keep a space between Han and Latin and full-width punctuation', () => {
  for (const word of words(strings('zh-cn'))) {
    expect(word).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
    expect(word).not.toMatch(/\p{Script=Han}[,.;:?!()]/u);
    expect(word).not.toMatch(/您|Pods/);
  }
});

test('English stands at the root, Chinese below /zh-cn/', () => {
  expect(localized('en', '/lessons/')).toBe('/lessons/');
  expect(localized('zh-cn', '/lessons/')).toBe('/zh-cn/lessons/');
  expect(parseLocale('zh-cn')).toBe('zh-cn');
  expect(parseLocale('de')).toBeUndefined();
});
