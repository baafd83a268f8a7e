const at = (port: number, path = '') => `http://127.0.0.1:${port}${path}`;

export const ports = { site: 4611, base: 4612, host: 4613 } as const;

/** Where the tests find the site, the same under a base path, and the pages of a foreign host that embed it. */
export const addresses = { site: at(ports.site), base: at(ports.base, '/a/b'), host: at(ports.host, '/') } as const;
