import { posix } from 'node:path';

/** How the built site is laid out, as far as links are concerned. */
export interface Site {
  /** Base path of the site, beginning and ending with `/`. */
  readonly base: string;
  /** True if the site has this file (path from the root, beginning with `/`). */
  readonly has: (path: string) => boolean;
}

/** A page without its module scripts, and what they imported: URLs from the site's root, or `inline:` and the base64 of the code. */
export function takeModules(html: string, site: Site): { readonly html: string; readonly imports: readonly string[] } {
  const imports: string[] = [];
  const rest = html
    .replace(/<script\b([^>]*)>([\s\S]*?)<\/script>/g, (whole, attributes: string, body: string) => {
      if (!/type="?module/.test(attributes)) return whole;
      const source = /src="([^"]+)"/.exec(attributes)?.[1];
      const id = source === undefined ? `inline:${Buffer.from(body).toString('base64')}` : inSite(source, site);
      if (!imports.includes(id)) imports.push(id);
      return '';
    })
    .replace(/<link[^>]+rel="?modulepreload"?[^>]*>/g, '');
  return { html: rest, imports };
}

/** A page whose links are relative and name files, as `file://` needs them. `page` is its path from the root. */
export function relativeLinks(html: string, page: string, site: Site): string {
  return html
    .replace(/<link[^>]+rel="?(?:canonical|alternate|sitemap)"?[^>]*>/g, '')
    .replace(
      /(\s(?:href|src|action|poster))="(\/(?!\/)[^"]*)"/g,
      (_, attribute: string, url: string) => `${attribute}="${relativeUrl(page, url, site)}"`,
    )
    .replace(
      /(\shref)="(\.{1,2}\/[^"#?]*\/)([#?][^"]*)?"/g,
      (_, attribute: string, url: string, tail: string | undefined) => `${attribute}="${url}index.html${tail ?? ''}"`,
    );
}

/** A URL of the site without its base path, beginning with `/`. */
export function inSite(url: string, { base }: Site): string {
  return url.startsWith(base) ? `/${url.slice(base.length)}` : url;
}

function relativeUrl(page: string, url: string, site: Site): string {
  const [, path = '', tail = ''] = /^([^?#]*)(.*)$/.exec(inSite(url, site)) ?? [];
  let target = path;
  if (target.endsWith('/')) target += 'index.html';
  else if (!posix.extname(target)) target += site.has(`${target}/index.html`) ? '/index.html' : '.html';
  return posix.relative(posix.dirname(page), target) + tail;
}
