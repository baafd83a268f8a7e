import { expect, test } from 'vitest';
import { headersFor } from '../../src/hosting/headers.ts';

test.each([
  ['/index.html', 'no-cache', true],
  ['/lessons/', 'no-cache', true],
  ['/theme.js', 'no-cache', false],
  ['/_astro/lab.abc.js', 'public, max-age=31536000, immutable', false],
  ['/_w/s.min.js', 'public, max-age=31536000, immutable', false],
])('%s: %s, with a policy: %s', (path, cache, policy) => {
  const headers = headersFor(path);
  expect(headers['cache-control']).toBe(cache);
  expect('content-security-policy' in headers).toBe(policy);
});
