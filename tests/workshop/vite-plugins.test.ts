import { expect, test } from 'vitest';
import { withoutPreloads } from '../../src/workshop/vite-plugins.ts';

test('no chunk carries the list of files that its imports would preload', () => {
  const code = [
    'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["_astro/a.1.js","_astro/b.2.js"])))=>i.map(i=>d[i]);',
    'import{t as r}from"./preload-helper.js";r(()=>import(`./a.1.js`),__vite__mapDeps([0,1]));',
  ].join('\n');
  expect(withoutPreloads(code)).toBe('import{t as r}from"./preload-helper.js";r(()=>import(`./a.1.js`),[]);');
});

test('a chunk without such a list stays as it is', () => {
  expect(withoutPreloads('const a=1;')).toBe('const a=1;');
});
