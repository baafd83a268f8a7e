/** `npm run record`: writes what the engine says to every recorded scene, in the format of the recording. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listScenes, readCase, type RecordedAllocations } from './answers.ts';
import { ArgumentError, existingFolder, parseArguments, runMain } from './arguments.ts';
import { drawsOf } from './check-case.ts';
import { runCase } from './run-case.ts';

const usage = `usage: npm run record -- --scenes DIR --answers DIR --out DIR
  runs every scene TOPIC/ID.yaml of --scenes that has TOPIC/ID.json in --answers, with the draws recorded there,
  and writes what the engine says to OUT/TOPIC/ID.json`;

runMain('record', usage, () => {
  const options = parseArguments(process.argv.slice(2), {
    scenes: { type: 'string' },
    answers: { type: 'string' },
    out: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const { scenes, answers, out } = options;
  if (scenes === undefined || answers === undefined || out === undefined)
    throw new ArgumentError('--scenes, --answers and --out are all needed');
  existingFolder(scenes, '--scenes');
  existingFolder(answers, '--answers');
  if (existsSync(out)) existingFolder(out, '--out');
  const ids = listScenes(scenes).filter((id) => existsSync(join(answers, `${id}.json`)));
  if (ids.length === 0) throw new ArgumentError(`no scene in ${scenes} has answers in ${answers}`);
  const threw = ids.filter((id) => !recordOne(scenes, answers, out, id));
  process.stderr.write(`${ids.length} written, ${threw.length} with something that threw\n`);
  return threw.length > 0 ? 1 : 0;
});

/** Writes one file whatever happens; false if something threw, which is told on standard error. */
function recordOne(scenes: string, answers: string, out: string, id: string): boolean {
  const { draws, error } = readDraws(answers, id);
  const { result, errors } = runCase(id, readFileSync(join(scenes, `${id}.yaml`), 'utf8'), draws);
  const file = join(out, `${id}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
  const all = error === undefined ? errors : [error, ...errors];
  for (const line of all) process.stderr.write(`${id}: ${line}\n`);
  return all.length === 0;
}

function readDraws(
  answers: string,
  id: string,
): { readonly draws: readonly RecordedAllocations[]; readonly error?: string } {
  try {
    return { draws: drawsOf(readCase(answers, id)) };
  } catch (error) {
    return { draws: [], error: error instanceof Error ? error.message : String(error) };
  }
}
