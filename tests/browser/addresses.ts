/**
 * Where the tests find the site, the same under a base path, and the pages of a foreign host that embed it. The first process of a
 * run chooses the ports, the usual ones unless somebody listens there; those that it starts are told by the environment.
 */
import { createServer } from 'node:net';

const told = 'BROWSER_TEST_PORTS';
process.env[told] ??= (await freePorts([4611, 4612, 4613])).join();
const [site = 0, base = 0, host = 0] = process.env[told].split(',').map(Number);
export const ports = { site, base, host } as const;

const at = (port: number, path = '') => `http://127.0.0.1:${port}${path}`;
export const addresses = { site: at(site), base: at(base, '/a/b'), host: at(host, '/') } as const;

/** The wanted ports, or as many that the system says are free. */
async function freePorts(wanted: readonly number[]): Promise<readonly number[]> {
  for (const candidates of [wanted, wanted.map(() => 0)]) {
    const servers = candidates.map((port) => createServer().listen(port, '127.0.0.1'));
    const found = await Promise.all(
      servers.map(
        (server) =>
          new Promise<number | undefined>((resolve) => {
            server.once('error', () => resolve(undefined));
            server.once('listening', () => {
              const address = server.address();
              resolve(typeof address === 'object' ? address?.port : undefined);
            });
          }),
      ),
    );
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    const free = found.filter((port) => port !== undefined);
    if (free.length === wanted.length) return free;
  }
  throw new Error('no free ports on 127.0.0.1');
}
