import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { load } from 'js-yaml';
import { readGlossary } from '../../src/lessons/glossary.ts';
import { lintChinese, textsIn, textsOfMdx, withoutCode } from './chinese-lint.ts';
import { literalsOf } from './words-in-code.ts';

/** What the official documentation writes is not ours. */
const official = new Set(
  readGlossary().groups.flatMap(({ terms }) => terms.flatMap((term) => term.official ?? [])),
);
const pages = globSync('content/**/zh-cn.mdx').sort();
const code = globSync('src/{i18n,view,fields}/**/*zh-cn.ts').sort();

test('there are Chinese pages and words to look at', () => {
  expect(pages.length).toBeGreaterThan(5);
  expect(code.length).toBeGreaterThan(1);
});

describe('Chinese pages keep the rules', () => {
  test.each(pages)('%s', (file) => {
    expect(lintChinese(textsOfMdx(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

describe('Chinese words of the interface keep the rules', () => {
  test.each(code)('%s', (file) => {
    expect(lintChinese(literalsOf(file))).toEqual([]);
  });
});

describe('Chinese in data keeps the rules', () => {
  test.each([
    'content/coverage.yaml',
    'content/conformance-words.yaml',
    'content/glossary.yaml',
    ...globSync('content/lessons/*/part.yaml').sort(),
  ])('%s', (file) => {
    const { synonyms: _, ...data } = load(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const texts = textsIn(data).filter((text) => !official.has(text));
    expect(lintChinese(texts.map(withoutCode).join('\n'))).toEqual([]);
  });
});

describe('the lint finds', () => {
  test.each([
    ['Latin without a space', '三个Pod', /no space/],
    ['a digit without a space', '端口80', /no space/],
    ['code without a space', withoutCode('字段`name`'), /no space/],
    ['a half-width comma', '改了, 不变', /half-width/],
    ['a half-width full stop', '改了列表.', /half-width/],
    ['half-width brackets', '切片 (slice)', /brackets/],
    ['a space beside full-width punctuation', '这是 “列表”', /beside/],
    ['您', '您好', /您/],
    ['a plural', '三个 Pods', /Pods/],
    ['让我们', '让我们来看一下', /rather/],
    ['进行修改', '进行修改', /rather/],
    ['a chain of 的', '列表的端口的名字的长度', /chain/],
    ['another word for a term', '名字空间', /命名空间/],
  ])('%s', (_, text, why) => {
    expect(lintChinese(text).join('\n')).toMatch(why);
  });

  test.each(['三个 Pod，端口 80。', '这是“列表”（Endpoints）。', '占 50%，版本 1.36。', '字段 X 可以写名字。'])('nothing in %s', (text) => {
    expect(lintChinese(text)).toEqual([]);
  });
});
