import { expect, test } from 'vitest';
import { sharePage } from '../../src/playground/share-page.ts';

const page = (href: string, language = 'en'): string => sharePage(new URL(href) as unknown as Location, language);

test('a link leads to the page it is made on', () => {
  expect(page('https://a.example/lab/playground/?x=1#panel-dns')).toBe('https://a.example/lab/playground/');
  expect(page('file:///lab/playground/index.html#s1.x')).toBe('file:///lab/playground/index.html');
});

test('made in a frame, it leads to the playground: a frame shows a scene only to its host', () => {
  expect(page('https://a.example/lab/embed/?lesson=a/b')).toBe('https://a.example/lab/playground/');
  expect(page('https://a.example/embed/?locale=zh-cn', 'zh-CN')).toBe('https://a.example/zh-cn/playground/');
  expect(page('file:///lab/embed/index.html?lesson=a/b')).toBe('file:///lab/playground/index.html');
});
