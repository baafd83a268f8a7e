import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { load } from 'js-yaml';

const english = globSync('content/**/en.mdx').sort();
const chinese = globSync('content/**/zh-cn.mdx').sort();

test('every page is there in both languages', () => {
  expect(english.length).toBeGreaterThan(5);
  expect(english.filter((file) => !existsSync(inChinese(file)))).toEqual([]);
  expect(chinese.filter((file) => !existsSync(file.replace(/zh-cn\.mdx$/, 'en.mdx')))).toEqual([]);
});

describe('both languages have the same parts', () => {
  test.each(english)('%s', (file) => {
    expect(partsOf(inChinese(file))).toEqual(partsOf(file));
  });
});

function inChinese(file: string): string {
  return file.replace(/en\.mdx$/, 'zh-cn.mdx');
}

/** Keys of the front matter, headings by level, components with what they are given, blocks of code, tables. */
function partsOf(file: string): object {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  const fences = body.match(/^```\S*/gm) ?? [];
  const prose = body.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return {
    frontMatter: keysOf(load(front)),
    headings: (prose.match(/^#+(?= )/gm) ?? []).map((marks) => marks.length),
    components: (prose.match(/<[A-Z]\w*(?:[^>"]|"[^"]*")*>/g) ?? []).map((tag) => tag.replace(/\s+/g, ' ')).sort(),
    code: fences.filter((_, i) => i % 2 === 0),
    tables: (prose.match(/^\| *:?-{3}/gm) ?? []).length,
  };
}

/** Keys and lengths of lists, not the words; steps have the same names in both languages. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keysOf(inner)]));
}
