import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../src/lessons/glossary.ts';
import { indexPages, type PageToIndex } from '../../src/search/index-pages.ts';
import { searchIn } from '../../src/search/query.ts';

const page = (path: string, title: string, body: string): PageToIndex => ({
  path,
  kind: 'lesson',
  title,
  note: '',
  body,
});

const english = [
  page('by-hand', 'Endpoints by hand', 'A Service without selector. The name is the link.'),
  page('empty', 'Nobody is in the list', 'kubectl says there are no endpoints: connection refused.'),
  page('dns', 'Names', 'NXDOMAIN says that there is no such name. NODATA is another answer.'),
  page('port', 'Ports', 'The targetPort of a port with a name. ndots:5, 10.96.0.10.'),
  page('quiet', 'Silence', 'A packet that is dropped ends in a timeout. DROP.'),
];
const chinese = [
  page('by-hand', '手写 Endpoints', '没有选择器的 Service，列表只能由你来写。外部服务也一样。'),
  page('headless', '无头服务', 'DNS 直接返回各个端点。'),
  page('slices', '端点切片', '每片最多 100 个。'),
  page('affinity', '会话亲和性', '同一客户端地址总去同一个端点。'),
  page('refused', '谁拒绝了', '没有端点，所以连接被拒绝（REJECT）。'),
];

const pathsOf = (pages: readonly PageToIndex[], locale: 'en' | 'zh-cn') => {
  const search = searchIn(indexPages(pages, readGlossary(), 'g/', locale));
  return (words: string) =>
    search(words)
      .results.filter(({ kind }) => kind === 'lesson')
      .map(({ path }) => path);
};
const en = pathsOf(english, 'en');
const zh = pathsOf(chinese, 'zh-cn');

describe('English pages', () => {
  test.each([
    ['every word must be found', 'no endpoints', ['empty']],
    ['the beginning of a word is enough', 'NXDOM', ['dns']],
    ['a slip of the finger is forgiven', 'selektor', ['by-hand']],
    ['a field is found by its name', 'targetPort', ['port']],
    ['and by its parts', 'target port', ['port']],
    ['an address is found whole', '10.96.0.10', ['port']],
    ['a synonym finds the page', 'REJECT', ['empty']],
    ['a Chinese word finds the English page', '选择器', ['by-hand']],
    ['a phrase finds what has its synonym', 'timeout', ['quiet']],
    ['the title counts more than the text', 'endpoints', ['by-hand', 'empty']],
  ])('%s', (_, words, paths) => {
    expect(en(words)).toEqual(paths);
  });
});

describe('Chinese pages', () => {
  test.each([
    ['a word of four characters', '端点切片', 'slices'],
    ['a synonym: 无选择器', '无选择器', 'by-hand'],
    ['the longer phrase wins: 没有选择器', '没有选择器', 'by-hand'],
    ['the official word: 选择算符', '选择算符', 'by-hand'],
    ['外部服务', '外部服务', 'by-hand'],
    ['an English word finds the Chinese page', 'headless', 'headless'],
    ['会话保持', '会话保持', 'affinity'],
    ['sessionAffinity', 'sessionAffinity', 'affinity'],
    ['connection refused', 'connection refused', 'refused'],
    ['the first character of a word', '切', 'slices'],
  ])('%s', (_, words, path) => {
    expect(zh(words)[0]).toBe(path);
  });
});

describe('nothing found', () => {
  const search = searchIn(indexPages(chinese, readGlossary(), 'g/', 'zh-cn'));
  test('offers the nearest words in both languages', () => {
    const { results, nearest } = search('选择子');
    expect(results).toEqual([]);
    expect(nearest[0]).toEqual({ en: 'selector', zh: '选择器' });
  });

  test('offers nothing where nothing is near', () => {
    expect(search('zzzzqq')).toEqual({ results: [], nearest: [] });
  });

  test('no words, no results', () => {
    expect(search('  ')).toEqual({ results: [], nearest: [] });
  });

  test('any text is a question', () => {
    for (const words of ['(', '\\', '__proto__', 'constructor', '“”', '😀', 'a'.repeat(200)])
      expect(Array.isArray(search(words).results)).toBe(true);
  });
});

test('the glossary answers with its term first', () => {
  const search = searchIn(indexPages(english, readGlossary(), 'g/', 'en'));
  expect(search('selector').results[0]?.path).toBe('g/#selector');
  expect(search('选择器').results[0]?.path).toBe('g/#selector');
  expect(search('endpoints').results[0]?.path).toBe('g/#endpoints');
});
