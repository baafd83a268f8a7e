/**
 * After `astro build`: pages under /embed/ load classic scripts (SystemJS); with `offline` all pages do, links become
 * relative and no module is left. `file://` and opaque origins refuse module scripts.
 */
import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup, type Plugin } from 'rollup';
import { inSite, relativeLinks, takeModules, type Site } from './rewrite-page.ts';

interface Settings {
  readonly offline: boolean;
  readonly base: string;
}

export const classicScripts = ({ offline, base }: Settings): AstroIntegration => ({
  name: 'classic-scripts',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const root = fileURLToPath(dir).replace(/[\\/]$/, '');
      const site: Site = { base, has: (path) => existsSync(join(root, path)) };
      const entries = new Map<string, string>();
      const pages = filesIn(root)
        .filter((file) => file.endsWith('.html'))
        .map((file) => ({ file, page: `/${relative(root, file).split(sep).join('/')}` }))
        .filter(({ page }) => offline || page.startsWith('/embed/'));
      for (const { file, page } of pages) {
        const taken = takeModules(readFileSync(file, 'utf8'), site);
        let { html } = taken;
        if (offline) html = relativeLinks(html, page, site);
        if (taken.imports.length) {
          html = html.replace('</body>', () => classicTags(page, entryOf(taken.imports, entries)));
        }
        writeFileSync(file, html);
      }
      if (entries.size) await bundle(root, site, entries);
      if (offline) leaveNoModule(root);
      logger.info(`${pages.length} pages, ${entries.size} sets of scripts`);
    },
  },
});

/** Pages with the same scripts share one entry. `entries` maps an entry's source to its name. */
function entryOf(imports: readonly string[], entries: Map<string, string>): string {
  const source = imports.map((id) => `import ${JSON.stringify(id)};`).join('\n');
  const name = entries.get(source) ?? `p${createHash('sha256').update(source).digest('hex').slice(0, 10)}`;
  entries.set(source, name);
  return name;
}

function classicTags(page: string, entry: string): string {
  const folder = posix.relative(posix.dirname(page), '/_w');
  const dotted = folder.startsWith('.') ? folder : `./${folder}`;
  return `<script src="${dotted}/s.min.js"></script><script type="systemjs-module" src="${dotted}/${entry}.js"></script></body>`;
}

async function bundle(root: string, site: Site, entries: ReadonlyMap<string, string>): Promise<void> {
  const input = Object.fromEntries([...entries.values()].map((name) => [name, `entry:${name}`]));
  const build = await rollup({ input, plugins: [fromBuild(root, site, entries)], treeshake: false });
  await build.write({ dir: join(root, '_w'), format: 'system', chunkFileNames: 'c-[hash].js', compact: true });
  await build.close();
  const loader = readFileSync(fileURLToPath(import.meta.resolve('systemjs/dist/s.min.js')), 'utf8');
  // SystemJS asks for CORS where location.origin is "null" (Firefox on file://) and is refused: plain script elements instead.
  const plainScripts =
    ';System.constructor.prototype.createScript=function(u){var s=document.createElement("script");s.async=true;s.src=u;return s};';
  writeFileSync(join(root, '_w/s.min.js'), loader.replace(/\n\/\/# sourceMappingURL.*/, '') + plainScripts);
}

/** Rollup plugin: reads the modules that Astro has written. */
function fromBuild(root: string, site: Site, entries: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'from-build',
    resolveId(id, importer) {
      if (/^(?:entry|inline):/.test(id)) return `\0${id}`;
      if (id.startsWith('/')) return join(root, inSite(id, site));
      if (id.startsWith('.') && importer?.startsWith('\0inline:')) return join(root, '_astro', id);
      return undefined;
    },
    load(id) {
      if (id.startsWith('\0entry:')) return [...entries].find(([, name]) => name === id.slice(7))?.[0];
      if (id.startsWith('\0inline:')) return Buffer.from(id.slice(8), 'base64').toString();
      return undefined;
    },
  };
}

function leaveNoModule(root: string): void {
  for (const file of filesIn(join(root, '_astro'))) {
    if (file.endsWith('.js')) rmSync(file);
    else if (file.endsWith('.css')) {
      writeFileSync(file, readFileSync(file, 'utf8').replace(/url\((["']?)\/_astro\//g, 'url($1./'));
    }
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
