/** A small server for a folder of built pages: what `npm start` and the browser tests use. Not meant for the open network. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.yaml': 'text/plain; charset=utf-8',
  '.zip': 'application/zip',
};

export interface SiteServerSettings {
  /** Folder of the built site. */
  readonly root: string;
  /** Path under which it is served, beginning and ending with `/`. */
  readonly base: string;
  /** Headers of a file; its path begins with `/` and has no base. */
  readonly headersFor?: (path: string) => Readonly<Record<string, string>>;
}

/** A server that is not listening yet. Folders answer with their index.html, unknown paths with 404.html. */
export function createSiteServer(settings: SiteServerSettings): Server {
  return createServer((request, response) => {
    answer(settings, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
}

async function answer(settings: SiteServerSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const path = pathInSite(pathname, settings);
  if (path !== undefined && !path.endsWith('/') && (await isFolder(join(settings.root, path)))) {
    response.writeHead(301, { location: `${pathname}/${search}` }).end();
    return;
  }
  const wanted = path?.endsWith('/') ? `${path}index.html` : path;
  const found = wanted !== undefined && (await isFile(join(settings.root, wanted)));
  const served = found ? wanted : '/404.html';
  const file = join(settings.root, served);
  if (!(await isFile(file))) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  response.writeHead(found ? 200 : 404, {
    'content-type': types[extname(served)] ?? 'application/octet-stream',
    ...settings.headersFor?.(served),
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** The decoded path below the base, or undefined: outside of the base or the folder, or not decodable. */
function pathInSite(pathname: string, { base, root }: SiteServerSettings): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  try {
    const path = `/${decodeURIComponent(pathname.slice(base.length))}`;
    // The URL parser has resolved plain `..`; an encoded one is still there.
    return path.includes('\0') || !join(root, path).startsWith(root + sep) ? undefined : path;
  } catch {
    return undefined;
  }
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (s) => s.isFile(),
    () => false,
  );
const isFolder = (file: string): Promise<boolean> =>
  stat(file).then(
    (s) => s.isDirectory(),
    () => false,
  );

/** Listens on `port` or, if it is taken, on the next free one of 20. Resolves with the port. */
export async function listen(server: Server, port: number, tries = 20): Promise<number> {
  for (let candidate = port; candidate < port + tries; candidate += 1) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', resolve);
        resolve(undefined);
      });
    });
    if (!error) return candidate;
    if (error.code !== 'EADDRINUSE') throw error;
  }
  throw new Error(`Ports ${port} to ${port + tries - 1} are all taken`);
}
