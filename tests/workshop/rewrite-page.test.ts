import { expect, test } from 'vitest';
import { relativeLinks, takeModules, type Site } from '../../src/workshop/rewrite-page.ts';

const site: Site = { base: '/a/b/', has: (path) => path === '/guide/index.html' };

test('modules are taken out once each, other scripts stay', () => {
  const page =
    '<script src="/a/b/theme.js"></script><script type="module" src="/a/b/_astro/x.js"></script><script type="module">import "./y.js";</script><script type="module" src="/a/b/_astro/x.js"></script>';
  const { html, imports } = takeModules(page, site);
  expect(html).toBe('<script src="/a/b/theme.js"></script>');
  expect(imports).toEqual(['/_astro/x.js', `inline:${Buffer.from('import "./y.js";').toString('base64')}`]);
});

test.each([
  ['/lessons/x/index.html', 'href="/a/b/"', 'href="../../index.html"'],
  ['/lessons/x/index.html', 'href="/a/b/lessons/y/#top"', 'href="../y/index.html#top"'],
  ['/index.html', 'src="/a/b/theme.js"', 'src="theme.js"'],
  ['/index.html', 'href="/a/b/guide?x=1"', 'href="guide/index.html?x=1"'],
  ['/index.html', 'href="./part/#a"', 'href="./part/index.html#a"'],
  ['/index.html', 'href="https://example.com/"', 'href="https://example.com/"'],
  ['/index.html', 'href="//example.com/"', 'href="//example.com/"'],
  ['/index.html', 'href="#main"', 'href="#main"'],
])('on %s, %s becomes %s', (page, before, after) => {
  expect(relativeLinks(`<a ${before}>`, page, site)).toBe(`<a ${after}>`);
});

test('links that mean nothing on a disk are left out', () => {
  expect(relativeLinks('<link rel="canonical" href="https://example.com/"><p>', '/index.html', site)).toBe('<p>');
});
