import { expect, test } from 'vitest';
import { headerPolicy, metaPolicy, type PageKind } from '../../src/hosting/csp.ts';

const kinds: readonly PageKind[] = ['plain', 'editor', 'embed'];
const directive = (policy: string, name: string) => policy.split('; ').find((one) => one.startsWith(`${name} `));

test.each(kinds)('a %s page allows nothing by default, no inline script and no inline style element', (kind) => {
  const policy = metaPolicy(kind);
  expect(directive(policy, 'default-src')).toBe("default-src 'none'");
  expect(directive(policy, 'script-src')).toBe("script-src 'self'");
  expect(directive(policy, 'style-src-elem')).toBe("style-src-elem 'self'");
  expect(directive(policy, 'require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-eval');
});

test('style attributes are allowed only where the editor is', () => {
  expect(kinds.map((kind) => directive(metaPolicy(kind), 'style-src-attr'))).toEqual([
    "style-src-attr 'none'",
    "style-src-attr 'unsafe-inline'",
    "style-src-attr 'unsafe-inline'",
  ]);
});

test('the framed page fetches nothing', () => {
  expect(directive(metaPolicy('embed'), 'connect-src')).toBe("connect-src 'none'");
});

test('only the framed page may be framed, and a <meta> does not say who may', () => {
  expect(headerPolicy('editor')).toContain("frame-ancestors 'none'");
  expect(headerPolicy('embed')).not.toContain('frame-ancestors');
  expect(metaPolicy('editor')).not.toContain('frame-ancestors');
});
