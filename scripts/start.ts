// `npm start`: builds the site (progress on standard error) and serves it on a local address. Ctrl+C ends it.
import { resolve } from 'node:path';
import { headersFor } from '../src/hosting/headers.ts';
import { endWithParent } from './end-with-parent.ts';
import { run } from './run.ts';
import { createSiteServer, listen } from './site-server.ts';

// Before anything else: a signal during the build must end us, too.
endWithParent(0);

const base = (process.env['SITE_BASE'] ?? '/').replace(/^\/?/, '/').replace(/\/?$/, '/');
console.error('Building the site (about half a minute) ...');
const { code } = await run('astro', ['build']);
if (code !== 0) process.exit(code);

const server = createSiteServer({ root: resolve('dist'), base, headersFor });
const port = await listen(server, Number(process.env['PORT'] ?? 4321));
console.log(`Endpoint Lab: http://127.0.0.1:${port}${base}`);
console.error('Ctrl+C ends it.');
