/** The read commands of a recorded kubectl session, byte for byte. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { corpus } from '../../conformance/answers.ts';
import { findResource, type NamedResource } from '../../../src/sim/kubectl/resource-args.ts';
import { runRead } from '../../../src/sim/kubectl/read.ts';
import { consoleState } from './console-cluster.ts';

interface Entry {
  readonly group: string;
  readonly args: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

const session = JSON.parse(readFileSync(`${corpus}/console/answers.json`, 'utf8')) as readonly Entry[];
const reads = session.filter(({ group }) => group === 'get' || group === 'describe');

function changeFile(file: string): readonly NamedResource[] | undefined {
  const kind = findResource('services');
  return kind && file === 'change.yaml'
    ? ['external-service', 'web', 'brand-new'].map((name) => ({ kind, name }))
    : undefined;
}

test.each(reads.map((entry) => [entry.args.join(' '), entry] as const))('kubectl %s', (_, entry) => {
  const { stdout, stderr, code } = runRead(consoleState(), entry.args, { namedIn: changeFile });
  expect({ stdout, stderr, code }).toEqual({ stdout: entry.stdout, stderr: entry.stderr, code: entry.code });
});
