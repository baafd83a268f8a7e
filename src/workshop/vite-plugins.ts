/** Vite plugins that make one build run on https, on `file://` and in a sandboxed frame (ARCHITECTURE.md, "One way of loading"). */
import type { Plugin } from 'vite';

/** Every worker becomes a blob classic worker: the only kind that runs everywhere. */
export const inlineWorkers: Plugin = {
  name: 'inline-workers',
  enforce: 'pre',
  resolveId(id, importer, options) {
    if (!id.endsWith('?worker')) return undefined;
    return this.resolve(`${id}&inline`, importer, { ...options, skipSelf: true });
  },
};

const cssModule = '\0lazy-css:';

/** Monaco's CSS travels in its lazy chunk as one adopted sheet; else every page gets a blocking link of 150 KB. */
export const lazyMonacoCss: Plugin = {
  name: 'lazy-monaco-css',
  enforce: 'pre',
  async resolveId(id, importer, options) {
    if (!id.endsWith('.css') || !importer?.includes('monaco-editor')) return undefined;
    const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
    return resolved && `${cssModule}${resolved.id}.js`;
  },
  load(id) {
    if (!id.startsWith(cssModule)) return undefined;
    const file = id.slice(cssModule.length, -'.js'.length);
    return `import css from ${JSON.stringify(`${file}?inline`)};
if (typeof document !== 'undefined') {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}`;
  },
};

/** Monaco's own `<style>` elements become adopted sheets, so that `style-src-elem 'self'` holds. */
export const adoptedMonacoStyles: Plugin = {
  name: 'adopted-monaco-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!/monaco-editor.*\/domStylesheets\.js$/.test(id)) return undefined;
    const adopted = code
      .replace(
        "const style = document.createElement('style');",
        `const sheet = new CSSStyleSheet(); let text = '';
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const style = { sheet, get textContent() { return text; }, set textContent(t) { text = t; sheet.replaceSync(t); },
      remove() { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet); } };`,
      )
      .replace('container.appendChild(style);', '');
    if (adopted.includes("createElement('style')") || adopted.includes('appendChild(style)')) {
      throw new Error(`${id} is not the file this plugin knows: Monaco changed how it adds its styles`);
    }
    return { code: adopted, map: null };
  },
};

/** Vite's CSS preload of an absolute URL rejects the dynamic import on `file://`. */
export const noPreload: Plugin = {
  name: 'no-preload-helper',
  enforce: 'pre',
  load(id) {
    return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined;
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = withoutPreloads(part.code);
    },
  },
};

/** A chunk without Vite's list of the files that its imports would preload: a page's first script would carry their names. */
export const withoutPreloads = (code: string): string =>
  code
    .replace(/^const __vite__mapDeps=.*?=>i\.map\(i=>d\[i\]\);\n?/, '')
    .replace(/__vite__mapDeps\(\[[\d,]*\]\)/g, '[]');
