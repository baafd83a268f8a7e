/** The recorded kubectl session through the engine's door: every output, error and code to the byte. */
import { describe, expect, test } from 'vitest';
import { readSession } from './console-session.ts';
import { replay, type Answer } from './replay-console.ts';

const session = readSession();
const answers = replay(session);
const groups = [...new Set(session.map(({ group }) => group))];

/**
 * Chance, and what the session's cluster lacks: whether Endpoints have a trigger time depends on which cache was faster;
 * nobody reports on a pod that has no node.
 */
function comparable({ stdout, stderr, code }: Answer): Answer {
  const plain = stdout
    .replace(/(Annotations: +)endpoints\.kubernetes\.io\/last-change-trigger-time: .*\n/, '$1<none>\n')
    .replace(/^  conditions:\n(?:  - .*\n|    .*\n)+(?=  phase: Pending\n)/gm, '');
  return { stdout: plain, stderr, code };
}

describe.each(groups)('%s', (name) => {
  const entries = session.flatMap((entry, i) => (entry.group === name ? [{ entry, given: answers[i] as Answer }] : []));
  test.each(entries.map((each) => [each.entry.args.join(' '), each] as const))('kubectl %s', (_, { entry, given }) => {
    expect(comparable(given)).toEqual(comparable(entry));
  });
});
