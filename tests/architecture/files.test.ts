import { describe, expect, test } from 'vitest';
import { textOf, walk } from './source-files.ts';

const longest = 400;
const everything = walk();
const files = everything.filter((entry) => !entry.folder).map((entry) => entry.path);
const code = files.filter((path) => /\.(ts|tsx|mjs|js|astro)$/.test(path));
const texts = files.filter(
  (path) =>
    /\.(ts|tsx|mjs|js|astro|css|md|mdx|yaml|yml|json|html|svg|toml|txt)$/.test(path) && path !== 'package-lock.json',
);

describe('files', () => {
  test(`no file of code is longer than ${longest} lines`, () => {
    expect(
      code.map((path) => [path, textOf(path).split('\n').length - 1] as const).filter(([, lines]) => lines > longest),
    ).toEqual([]);
  });

  test('no file has a name that says nothing', () => {
    expect(code.filter((path) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.|\/)/.test(path))).toEqual([]);
  });

  test('files of code are named in kebab-case; components of Astro in PascalCase', () => {
    const plain = /^(\[\.{0,3}[a-z]+\]|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z]+)*\.(ts|tsx|mjs|js|astro)$/;
    const component = /^[A-Z][A-Za-z]*\.astro$/;
    const names = code.map((path) => path.slice(path.lastIndexOf('/') + 1));
    expect(names.filter((name) => !plain.test(name) && !component.test(name))).toEqual([]);
  });

  test('no folder is empty', () => {
    const folders = everything.filter((entry) => entry.folder).map((entry) => entry.path);
    const empty = folders.filter(
      (folder) => !files.some((file) => file.startsWith(`${folder}/`)) && folder !== 'tests/conformance',
    );
    expect(empty).toEqual([]);
  });
});

describe('texts', () => {
  test('nothing is left for later', () => {
    const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', 'XX' + 'X'].join('|')})\\b`);
    expect(code.filter((path) => later.test(textOf(path)))).toEqual([]);
  });

  test('no test is left out or runs alone', () => {
    const out = /\b(test|it|describe)\.(skip|todo|only|fails|fixme|skipIf|runIf)\b|\bx(it|test|describe)\(/;
    const tests = code.filter((path) => path.startsWith('tests/'));
    expect(tests.filter((path) => !path.startsWith('tests/architecture/') && out.test(textOf(path)))).toEqual([]);
  });

  test('no text names a place on somebody’s machine', () => {
    const place = new RegExp(
      `(^|[\\s'"\`(=:])/(${['wo' + 'rk', 'tm' + 'p', 'ho' + 'me', 'ro' + 'ot', 'Us' + 'ers', 'mnt'].join('|')})/(?!healthy\\b)[\\w.-]`,
      'm',
    );
    expect(texts.filter((path) => place.test(textOf(path)))).toEqual([]);
  });

  test('no text names a host to install packages from', () => {
    const host = /https?:\/\/[^/\s"']*\b(registry|nexus|artifactory|mirrors?|pypi|npmjs)\b[^/\s"']*\//;
    expect(
      [...texts, ...files.filter((path) => path.endsWith('.npmrc'))].filter((path) => host.test(textOf(path))),
    ).toEqual([]);
  });

  test('the lockfile names no host', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { resolved?: string; link?: boolean }>;
    };
    const hosts = Object.values(packages).flatMap(({ resolved }) =>
      resolved === undefined ? [] : [new URL(resolved).host],
    );
    expect([...new Set(hosts)]).toEqual([]);
  });

  test('the lockfile has a checksum for every package', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>;
    };
    const bare = Object.entries(packages).filter(
      ([path, found]) => path !== '' && !found.link && !found.inBundle && found.integrity === undefined,
    );
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});
