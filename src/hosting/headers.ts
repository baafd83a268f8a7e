import { headerPolicy } from './csp.ts';

/**
 * Response headers for a file of the built site. `path` begins with `/` and has no base path.
 * Pages carry their own exact policy as `<meta>`; the header is the one for pages with an editor, and both apply.
 */
export function headersFor(path: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': /^\/_(?:astro|w)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (/(?:\/|\.html)$/.test(path)) {
    headers['content-security-policy'] = headerPolicy(path.startsWith('/embed/') ? 'embed' : 'editor');
  }
  return headers;
}
