import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSiteServer, listen } from '../../scripts/site-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let server: Server;

beforeAll(async () => {
  mkdirSync(join(folder, 'dist/part'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist/index.html'), 'start');
  writeFileSync(join(folder, 'dist/part/index.html'), 'part');
  writeFileSync(join(folder, 'dist/404.html'), 'none');
  writeFileSync(join(folder, 'dist/a b.js'), 'script');
  server = createSiteServer({ root: join(folder, 'dist'), base: '/x/', headersFor: (path) => ({ 'x-path': path }) });
  await listen(server, 45_610);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Sends a path exactly as written, which fetch would tidy up. */
const get = (path: string, method = 'GET') =>
  new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: '127.0.0.1', path, method }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['/x/', 200, 'start'],
  ['/x/part/', 200, 'part'],
  ['/x/a%20b.js', 200, 'script'],
  ['/x/nothing/', 404, 'none'],
  ['/', 404, 'none'],
  ['/x/../secret.txt', 404, 'none'],
  ['/x/..%2fsecret.txt', 404, 'none'],
  ['/x/%2e%2e/secret.txt', 404, 'none'],
  ['/x/%00', 404, 'none'],
  ['/x/%zz', 404, 'none'],
])('GET %s: %i %s', async (path, status, body) => {
  expect(await get(path)).toMatchObject({ status, body });
});

test('a folder without slash leads to the one with it, the query stays', async () => {
  const { status, headers } = await get('/x/part?a=1');
  expect([status, headers['location']]).toEqual([301, '/x/part/?a=1']);
});

test('headers are asked for by the path without base', async () => {
  expect((await get('/x/part/')).headers['x-path']).toBe('/part/index.html');
});

test('other methods than GET and HEAD are refused', async () => {
  expect((await get('/x/', 'POST')).status).toBe(405);
  expect(await get('/x/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('a taken port leads to the next one', async () => {
  const { port } = server.address() as AddressInfo;
  const second = createSiteServer({ root: folder, base: '/' });
  expect(await listen(second, port)).toBeGreaterThan(port);
  second.close();
});
