/**
 * Who may import what: the one copy of the table, as data. ARCHITECTURE.md links here.
 * A place is a folder or a file below `src`; the longest place that holds a file is its rule.
 */

export interface Rule {
  /** Folder (`sim/yaml`) or file (`sim/index.ts`) below `src`. */
  readonly place: string;
  /** Places it may import; its own is always allowed. Importing from a folder includes what is below it. */
  readonly imports: readonly string[];
  /** npm packages (`preact` includes `preact/hooks`), and families such as `node:` and `astro:`. */
  readonly packages?: readonly string[];
  /** Places that only `<script>` blocks may import: they go to the browser, not into the page's HTML. */
  readonly scripts?: readonly string[];
}

const controllers = ['sim/api', 'sim/cluster', 'sim/allocator'];

export const rules: readonly Rule[] = [
  { place: 'sim/api', imports: [] },
  { place: 'sim/yaml', imports: [] },
  { place: 'sim/cluster', imports: ['sim/api'] },
  { place: 'sim/allocator', imports: ['sim/api'] },
  { place: 'sim/scene', imports: ['sim/yaml', 'sim/api'] },
  { place: 'sim/apiserver', imports: ['sim/api', 'sim/cluster', 'sim/allocator'] },
  { place: 'sim/workloads', imports: controllers },
  { place: 'sim/controllers/endpoints', imports: controllers },
  { place: 'sim/controllers/endpointslice', imports: controllers },
  { place: 'sim/controllers/endpointslicemirroring', imports: controllers },
  { place: 'sim/controllers/lifecycle', imports: controllers },
  { place: 'sim/controllers', imports: controllers },
  {
    place: 'sim/controllers/controller-manager.ts',
    imports: [...controllers, 'sim/workloads', 'sim/controllers', 'sim/apiserver'],
  },
  { place: 'sim/dns', imports: ['sim/api', 'sim/cluster'] },
  { place: 'sim/proxy', imports: ['sim/api', 'sim/cluster'] },
  { place: 'sim/kubectl', imports: ['sim/api', 'sim/yaml', 'sim/cluster', 'sim/apiserver'] },
  { place: 'sim/client', imports: ['sim/api', 'sim/cluster', 'sim/dns', 'sim/proxy'] },
  {
    place: 'sim/explain',
    imports: [
      'sim/api',
      'sim/yaml',
      'sim/cluster',
      'sim/scene',
      'sim/apiserver',
      'sim/workloads',
      'sim/controllers',
      'sim/dns',
      'sim/proxy',
      'sim/kubectl',
      'sim/client',
    ],
  },
  { place: 'sim/simulate.ts', imports: ['sim'] },
  { place: 'sim/ask-kubectl.ts', imports: ['sim'] },
  { place: 'sim/list-endpoints.ts', imports: ['sim'] },
  { place: 'sim/ages.ts', imports: ['sim'] },
  // What an engine is made of: the few parts of a page's first worker, and all.
  { place: 'sim/parts', imports: ['sim/apiserver', 'sim/workloads', 'sim/kubectl', 'sim/client'] },
  { place: 'sim/core.ts', imports: ['sim'] },
  { place: 'sim/index.ts', imports: ['sim'] },
  { place: 'i18n', imports: [] },
  { place: 'fields', imports: [] },
  { place: 'storage', imports: [] },
  { place: 'view', imports: ['sim/core.ts', 'view/help', 'i18n', 'fields'], packages: ['diff'] },
  // What only the full worker answers: the drawer's panels, the console and the editor's help.
  { place: 'view/run-line.ts', imports: ['sim/index.ts', 'view'] },
  { place: 'view/editor-help.ts', imports: ['sim/index.ts', 'view'] },
  { place: 'view/drawer', imports: ['sim/index.ts', 'view'] },
  { place: 'view/lab-view.ts', imports: ['sim/core.ts', 'view'] },
  { place: 'view/help', imports: ['sim/index.ts', 'view', 'i18n', 'fields'] },
  { place: 'checks', imports: ['sim/core.ts'] },
  { place: 'panels', imports: ['view', 'i18n'], packages: ['preact'] },
  { place: 'editor', imports: ['view', 'i18n'], packages: ['monaco-editor'] },
  {
    place: 'playground',
    imports: ['sim/core.ts', 'sim/index.ts', 'view', 'checks', 'panels', 'editor', 'storage', 'fields', 'i18n'],
    packages: ['preact'],
  },
  {
    place: 'lessons',
    imports: ['checks', 'sim/index.ts', 'sim/core.ts', 'view', 'i18n'],
    packages: ['js-yaml', 'node:', 'astro'],
  },
  { place: 'search', imports: ['i18n'], packages: ['minisearch'] },
  {
    place: 'search/index-pages.ts',
    imports: ['search', 'lessons', 'i18n'],
    packages: ['minisearch', 'node:', 'astro:'],
  },
  {
    place: 'components',
    imports: ['lessons', 'sim/index.ts', 'view', 'panels', 'i18n'],
    packages: ['astro:', 'astro', 'node:', 'preact', 'preact-render-to-string'],
    scripts: ['playground', 'storage', 'search/query.ts'],
  },
  { place: 'layouts', imports: ['components', 'hosting', 'i18n', 'styles'], packages: ['astro:'] },
  {
    place: 'pages',
    imports: ['layouts', 'components', 'lessons', 'search/index-pages.ts', 'hosting', 'i18n', 'embed/page.ts'],
    packages: ['astro:', 'astro', 'node:'],
  },
  {
    // Compiles embed.ts into a script of a fixed name.
    place: 'pages/embed.js.ts',
    imports: ['embed/embed.ts'],
    packages: ['astro', 'vite'],
  },
  {
    // Every panel in every state, for review; built only with GALLERY=1.
    place: 'gallery',
    imports: ['sim/index.ts', 'view', 'checks', 'panels', 'i18n', 'components/site.ts', 'hosting', 'styles'],
    packages: ['preact'],
  },
  { place: 'hosting', imports: [], packages: ['node:'] },
  { place: 'embed', imports: ['i18n'] },
  { place: 'embed/embed.ts', imports: [] },
  { place: 'embed/page.ts', imports: ['embed', 'playground', 'i18n'] },
  { place: 'styles', imports: [] },
  { place: 'workshop', imports: [], packages: ['node:', 'vite', 'rollup', 'systemjs', 'astro'] },
  { place: 'content.config.ts', imports: ['lessons'], packages: ['astro:', 'astro'] },
  { place: 'env.d.ts', imports: ['components'] },
];

/**
 * The pipeline from text to page. Types may be imported from any earlier stage, and from the stage that gives a file its input:
 * they vanish before anything runs. Places of one stage stand in one list.
 */
export const pipeline: readonly (readonly string[])[] = [
  ['sim/api', 'sim/yaml', 'i18n', 'fields', 'storage', 'hosting'],
  ['sim/cluster', 'sim/allocator', 'sim/scene'],
  [
    'sim/apiserver',
    'sim/workloads',
    'sim/controllers',
    'sim/kubectl',
    'sim/simulate.ts',
    'sim/ask-kubectl.ts',
    'sim/list-endpoints.ts',
    'sim/ages.ts',
  ],
  ['sim/dns', 'sim/proxy'],
  ['sim/client'],
  ['sim/explain'],
  ['sim/core.ts'],
  ['sim/index.ts'],
  ['view', 'checks'],
  ['panels', 'editor'],
  ['playground', 'lessons'],
  ['components', 'search', 'embed', 'gallery'],
  ['layouts'],
  ['pages'],
];

/** The rule of a file (path below `src`), or undefined if no rule knows its place. */
export function ruleFor(file: string): Rule | undefined {
  const holding = rules.filter((rule) => isIn(file, rule.place));
  return holding.sort((a, b) => b.place.length - a.place.length)[0];
}

export function isIn(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

/** Stage of a file in the pipeline; -1 if it stands in none. */
export function stageOf(file: string): number {
  return pipeline.findIndex((places) => places.some((place) => isIn(file, place)));
}
