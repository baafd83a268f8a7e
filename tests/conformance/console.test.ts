/** The recorded kubectl session through the engine's door: every output, error and code to the byte. */
import { describe, expect, test } from 'vitest';
import { readSession } from './console-session.ts';
import { replay, type Answer } from './replay-console.ts';

const session = readSession();
const answers = replay(session);
const groups = [...new Set(session.map(({ group }) => group))];

/**
 * Chance, and what the session's cluster lacks: whether Endpoints have a trigger time depends on which cache was faster;
 * nobody reports on a pod that has no node. The words of `explain` are ours.
 */
function comparable({ stdout, stderr, code }: Answer): Answer {
  const plain = stdout
    .replace(/(Annotations: +)endpoints\.kubernetes\.io\/last-change-trigger-time: .*\n/, '$1<none>\n')
    .replace(/^ {2}conditions:\n(?: {2}- .*\n| {4}.*\n)+(?= {2}phase: Pending\n)/gm, '');
  return { stdout: plain.includes('\nDESCRIPTION:\n') ? withoutDescriptions(plain) : plain, stderr, code };
}

/** Each description as one line, as the recording has it; it keeps another number of empty lines at the end. */
function withoutDescriptions(text: string): string {
  return text
    .replace(/^DESCRIPTION:\n(?: {4}.*\n|\n)+/m, 'DESCRIPTION:\n    …\n\n')
    .replaceAll(/^( {2}\w+\t<.*\n)(?: {4}.*\n)+/gm, '$1    …\n')
    .trimEnd();
}

test('what a command says it does is what its step does', () => {
  const steps = answers.flatMap(({ said, ...given }) => (said ? [{ said, given }] : []));
  expect(steps.length).toBeGreaterThan(30);
  expect(steps.map(({ said }) => said)).toEqual(steps.map(({ given }) => given));
});

describe.each(groups)('%s', (name) => {
  const entries = session.flatMap((entry, i) => (entry.group === name ? [{ entry, given: answers[i] as Answer }] : []));
  test.each(entries.map((each) => [each.entry.args.join(' '), each] as const))('kubectl %s', (_, { entry, given }) => {
    expect(comparable(given)).toEqual(comparable(entry));
  });
});
