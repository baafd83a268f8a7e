/** `embed.js`, under a name that never changes: the element for other people's pages, compiled from src/embed/embed.ts. */
import type { APIRoute } from 'astro';
import { minify, transformWithOxc } from 'vite';
import source from '../embed/embed.ts?raw';

export const GET: APIRoute = async () => {
  const { code } = await transformWithOxc(source, 'embed.ts', { lang: 'ts', target: 'es2022', sourcemap: false });
  const small = await minify('embed.js', code, { module: false });
  return new Response(small.code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
