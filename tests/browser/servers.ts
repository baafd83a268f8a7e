// What playwright.config.ts starts: three origins, each with the headers it would have.
import { resolve } from 'node:path';
import { createSiteServer, type SiteServerSettings } from '../../scripts/site-server.ts';
import { headersFor } from '../../src/hosting/headers.ts';
import { addresses, ports } from './addresses.ts';

/** A strict host: it allows the site's script and frames, and nothing else. */
const hostPolicy = `default-src 'none'; script-src ${addresses.site}; frame-src ${addresses.site}; style-src-attr 'unsafe-inline'; img-src 'self' data:`;

const sites: readonly [number, SiteServerSettings][] = [
  [ports.site, { root: resolve('dist'), base: '/', headersFor }],
  [ports.base, { root: resolve('dist-base'), base: '/a/b/', headersFor }],
  [
    ports.host,
    {
      root: resolve('tests/browser/host'),
      base: '/',
      headersFor: () => ({ 'content-security-policy': hostPolicy, 'cache-control': 'no-store' }),
    },
  ],
];
for (const [port, settings] of sites) createSiteServer(settings).listen(port, '127.0.0.1');
