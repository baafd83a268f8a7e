/** `npm run bench`: speed of the engine, also beside a peer's, sizes of the built site, and the lab in a browser, as a table or, with `--json`, as `{results: [...]}`. */
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
const results: Result[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
  console.error(`Measuring ${name} ...`);
  results.push(...((await parts[name]?.()) ?? []));
}
if (json) console.log(JSON.stringify({ results }, null, 2));
else
  for (const { name, unit, median, p95 } of results)
    console.log(`${name.padEnd(22)} ${median.toFixed(2).padStart(9)} ${unit.padEnd(9)} p95 ${p95.toFixed(2)}`);
