/** Sizes of the built site: the engine's worker, and what a lesson page loads before and after its editor. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { figure, type Result } from './measure.ts';

const dist = 'dist';
const lesson = 'lessons/without-selector/by-hand/index.html';

const gzip = (bytes: Buffer | string): number => gzipSync(bytes, { level: 9 }).length;
const brotli = (bytes: Buffer | string): number => brotliCompressSync(bytes).length;
const kb = (bytes: number): number => bytes / 1000;

/** Empty where the site is not built. */
export function sizeBench(): readonly Result[] {
  const page = join(dist, lesson);
  if (!existsSync(page)) return [];
  const html = readFileSync(page, 'utf8');
  const chunks = new Map(
    readdirSync(join(dist, '_astro')).map((name) => [name, readFileSync(join(dist, '_astro', name))]),
  );
  const first = withImports(
    chunks,
    [...html.matchAll(/<script[^>]+src="[^"]*_astro\/([^"]+\.js)"/g)].map((m) => m[1] ?? ''),
  );
  const styles = [...html.matchAll(/<link[^>]+href="[^"]*_astro\/([^"]+\.css)"/g)].map((m) => m[1] ?? '');
  const editor = [...chunks].filter(([name]) => /monaco/i.test(name)).map(([name]) => name);
  const workers = (name: string): number =>
    Math.max(
      ...[...chunks].filter(([file]) => file.startsWith(name)).map(([, code]) => gzip(workerCode(code.toString()))),
    );
  // The page's words come by dynamic import, but with every page.
  const words = [...chunks.keys()].filter((name) => name.startsWith('panels-en.'));
  const total = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzip(chunks.get(name) ?? ''), 0);
  return [
    figure('engine-worker', 'KiB gzip', workers('start-engine-') / 1024),
    figure('full-worker', 'KiB gzip', workers('start-full-engine') / 1024),
    figure('lesson-html', 'KB gzip', kb(gzip(html))),
    figure('lesson-script', 'KB gzip', kb(total([...first, ...words]))),
    figure('lesson-css', 'KB gzip', kb(total(styles))),
    figure('editor-chunk', 'KiB brotli', Math.max(...editor.map((name) => brotli(chunks.get(name) ?? ''))) / 1024),
    figure(
      'lesson-with-editor',
      'KB gzip',
      kb(gzip(html) + total([...first, ...words, ...styles, ...withImports(chunks, editor)])),
    ),
  ];
}

/** The chunks and those they import statically. */
function withImports(chunks: ReadonlyMap<string, Buffer>, names: readonly string[]): readonly string[] {
  const all = new Set<string>();
  const visit = (name: string): void => {
    if (all.has(name) || !chunks.has(name)) return;
    all.add(name);
    for (const [, inner = ''] of chunks
      .get(name)
      ?.toString()
      .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g) ?? [])
      visit(inner);
  };
  names.forEach(visit);
  return [...all];
}

/** The worker's own source, which its chunk carries as a string. */
function workerCode(chunk: string): string {
  const base64 = /atob\(["'`]([A-Za-z0-9+/=]+)["'`]\)|["'`]([A-Za-z0-9+/=]{2000,})["'`]/.exec(chunk);
  return base64 ? Buffer.from(base64[1] ?? base64[2] ?? '', 'base64').toString() : chunk;
}
