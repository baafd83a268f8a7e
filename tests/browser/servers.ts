// What playwright.config.ts starts: three origins, each with the headers it would have.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { createSiteServer } from '../../scripts/site-server.ts';
import { headersFor } from '../../src/hosting/headers.ts';
import { addresses, ports } from './addresses.ts';

const local = '127.0.0.1';
createSiteServer({ root: resolve('dist'), base: '/', headersFor }).listen(ports.site, local);
createSiteServer({ root: resolve('dist-base'), base: '/a/b/', headersFor }).listen(ports.base, local);

/** A strict host: it allows the site's script and frames, and nothing else. */
const hostHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; script-src ${addresses.site}; frame-src ${addresses.site}; style-src-attr 'unsafe-inline'; img-src 'self' data:`,
  'cache-control': 'no-store',
};

/** Pages of the host name the site as `http://site.invalid`. */
createServer(({ url = '/' }, response) => {
  const file = join('tests/browser/host', /^\/([a-z]+\.html)$/.exec(url)?.[1] ?? 'index.html');
  if (existsSync(file))
    response
      .writeHead(200, hostHeaders)
      .end(readFileSync(file, 'utf8').replaceAll('http://site.invalid', addresses.site));
  else response.writeHead(404).end();
}).listen(ports.host, local);
