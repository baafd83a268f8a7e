/** What the project promises: topics that must pass, and cases that need not, each with a reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { type Aspect, aspects } from './compare/compare.ts';

export interface Exception {
  /** `topic/nn-slug`. */
  readonly case: string;
  readonly aspect: Aspect;
  readonly reason: string;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Topics of the file `claimed`. */
export function claimedTopics(): readonly string[] {
  return readFileSync(`${folder}claimed`, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Every entry of `exceptions/*.yaml`, in order of files. Throws if one has no reason, no aspect, or a topic that is not claimed. */
export function readExceptions(
  from = `${folder}exceptions`,
  claimed: readonly string[] = claimedTopics(),
): readonly Exception[] {
  if (!existsSync(from)) return [];
  const files = readdirSync(from)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return files.flatMap((file) => {
    const entries = load(readFileSync(`${from}/${file}`, 'utf8'));
    if (!Array.isArray(entries))
      throw new Error(`exceptions/${file}: found ${typeof entries}, wanted a list of {case, aspect, reason}`);
    return entries.map((entry) => checkException(file, entry as Readonly<Record<string, unknown>>, claimed));
  });
}

function checkException(file: string, entry: Readonly<Record<string, unknown>>, claimed: readonly string[]): Exception {
  const { case: id, aspect, reason } = entry;
  const fail = (found: string, wanted: string): never => {
    throw new Error(`exceptions/${file}: found ${found}, wanted ${wanted}`);
  };
  if (typeof id !== 'string' || !id.includes('/')) return fail(JSON.stringify(id ?? null), 'case: topic/nn-slug');
  if (!claimed.includes(id.split('/')[0] ?? ''))
    return fail(id, 'a case of a claimed topic (others need no exception)');
  if (!aspects.some((known) => known === aspect))
    return fail(JSON.stringify(aspect ?? null), `aspect: one of ${aspects.join(', ')}`);
  if (typeof reason !== 'string' || reason.trim().length < 20)
    return fail(JSON.stringify(reason ?? null), 'a reason in a sentence');
  return { case: id, aspect: aspect as Aspect, reason: reason.trim() };
}
