/** `npm run bench`: builds the site if it is not built, and measures speed of the engine, also beside a peer's, sizes of the built site, and the lab in a browser, as a table or, with `--json`, as `{results: [...]}`. */
import { existsSync } from 'node:fs';
import { run } from '../../scripts/run.ts';
import { browserBench } from './browser-bench.ts';
import { engineBench } from './engine-bench.ts';
import type { Result } from './measure.ts';
import { peerBench } from './peer-bench.ts';
import { sizeBench } from './size-bench.ts';

const parts: Readonly<Record<string, () => readonly Result[] | Promise<readonly Result[]>>> = {
  engine: engineBench,
  peer: peerBench,
  size: sizeBench,
  browser: browserBench,
};

const args = process.argv.slice(2);
const json = args.includes('--json');
const chosen = args.filter((arg) => !arg.startsWith('--'));
const unknown = [
  ...chosen.filter((name) => !Object.hasOwn(parts, name)),
  ...args.filter((arg) => arg.startsWith('--') && arg !== '--json'),
];
if (unknown.length > 0) {
  console.error(
    `bench: unknown ${unknown.join(', ')}. Usage: npm run bench -- [${Object.keys(parts).join('|')}] [--json]`,
  );
  process.exit(2);
}
const names = chosen.length > 0 ? chosen : Object.keys(parts);
if (names.some((name) => name === 'size' || name === 'browser') && !existsSync('dist/index.html')) {
  console.error('Building the site (about half a minute) ...');
  const { code } = await run('astro', ['build']);
  if (code !== 0) process.exit(code);
}
const results: Result[] = [];
for (const name of names) {
  console.error(`Measuring ${name} ...`);
  try {
    results.push(...((await parts[name]?.()) ?? []));
  } catch (error) {
    // The other figures are worth having.
    console.error(`bench: ${name}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
if (json) console.log(JSON.stringify({ results }, null, 2));
else
  for (const { name, unit, median, p95 } of results)
    console.log(`${name.padEnd(22)} ${median.toFixed(2).padStart(9)} ${unit.padEnd(9)} p95 ${p95.toFixed(2)}`);
