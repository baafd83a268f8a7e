import { expect, test } from 'vitest';
import { readGlossary } from '../../src/lessons/glossary.ts';
import { indexPages, searchScript, textOf, type PageToIndex } from '../../src/search/index-pages.ts';
import { searchIn } from '../../src/search/query.ts';

const page = (path: string, title: string, body: string): PageToIndex => ({
  path,
  kind: 'lesson',
  title,
  note: `About ${title}`,
  body,
});

test('a text is indexed without tags, expressions, imports and addresses; headings stand apart; code is kept', () => {
  const mdx = [
    "import X from 'hidden.astro'",
    '## What `<none>` says',
    'A **bold** <Point state={1} panel="endpoints">phrase</Point> with [a link](https://hidden.example/) {hidden}.',
    '<Lab />',
    '```text',
    'web   <none>   {key: value}',
    '```',
  ].join('\n');
  const { headings, text } = textOf(mdx);
  expect(headings).toBe('What <none> says');
  expect(text).toBe('A bold phrase with a link . web <none> {key: value}');
  expect(text).not.toContain('hidden');
});

test('the script holds the whole index: what is read back finds the page and the term', () => {
  const data = indexPages([page('lessons/a/', 'The list', 'kubia')], readGlossary(), 'reference/glossary/', 'en');
  const script = searchScript(data);
  const read = JSON.parse(script.slice(script.indexOf('=') + 1, -2)) as typeof data;
  const search = searchIn(read);
  expect(search('kubia').results.map(({ path }) => path)).toEqual(['lessons/a/']);
  expect(search('headless Service').results[0]).toEqual({
    path: 'reference/glossary/#headless-service',
    kind: 'term',
    title: 'headless Service',
    note: 'clusterIP None: DNS answers with the endpoints themselves',
  });
});

test('a hundred and forty pages stay small and are found quickly', () => {
  const words = (i: number) => `word${i} 端点 切片 selector ${'The list of endpoints is empty. '.repeat(180)}`;
  const pages = Array.from({ length: 140 }, (_, i) => page(`lessons/${i}/`, `Page ${i}`, words(i)));
  const data = indexPages(pages, readGlossary(), 'reference/glossary/', 'en');
  expect(searchScript(data).length).toBeLessThan(500_000);
  expect(searchIn(data)('word77').results[0]?.path).toBe('lessons/77/');
});
