// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { classes } from './src/lessons/highlight.ts';
import { classicScripts } from './src/workshop/classic-scripts.ts';
import { adoptedMonacoStyles, inlineWorkers, lazyMonacoCss, noPreload } from './src/workshop/vite-plugins.ts';

const offline = process.env['WORKSHOP'] === '1';
const wanted = process.env['SITE_BASE'] ?? '/';
const base = offline ? '/' : wanted.replace(/^\/?/, '/').replace(/\/?$/, '/');
const site = process.env['SITE_URL'];

/** Every panel in every state, for review and its browser test; in no build that is handed out. */
const gallery = {
  name: 'gallery',
  hooks: {
    /** @param {{injectRoute: (route: {pattern: string, entrypoint: string}) => void}} setup */
    'astro:config:setup': ({ injectRoute }) => {
      if (process.env['GALLERY'] === '1')
        injectRoute({ pattern: '/gallery', entrypoint: './src/gallery/gallery.astro' });
    },
  },
};

export default defineConfig({
  base,
  outDir: offline ? './dist-workshop' : './dist',
  trailingSlash: 'always',
  ...(site ? { site } : {}),
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: {
    shikiConfig: { theme: 'css-variables', transformers: [classes] },
    processor: satteri({ features: { smartPunctuation: false } }),
  },
  integrations: [mdx(), gallery, classicScripts({ offline, base })],
  vite: {
    worker: { format: 'iife' },
    plugins: [inlineWorkers, lazyMonacoCss, adoptedMonacoStyles, noPreload],
    build: { assetsInlineLimit: (file) => /codicon.*\.ttf$/.test(file), chunkSizeWarningLimit: 5000 },
  },
});
