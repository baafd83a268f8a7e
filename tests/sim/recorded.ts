/** Recorded questions and their answers, with the cluster that was asked. */
import { readdirSync } from 'node:fs';
import { corpus, readCase, readEmptyCluster, type RecordedCase, type RecordedState } from '../conformance/answers.ts';
import { clusterFromAnswers } from '../conformance/from-answers.ts';
import type { Cluster } from '../../src/sim/cluster/cluster.ts';

const answers = `${corpus}/answers`;

/** Ids of the recorded cases, alternatives too, that have answers of this kind in some state. */
export function recordedIds(kind: 'dns' | 'traffic'): readonly string[] {
  return readdirSync(answers, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.startsWith('_cluster'))
    .map((file) => file.slice(0, -'.json'.length).replaceAll('\\', '/'))
    .filter((id) => readCase(answers, id).states.some((state) => (state[kind] ?? []).length > 0))
    .sort();
}

export interface RecordedMoment {
  readonly recorded: RecordedState;
  readonly cluster: Cluster;
}

/** The states of a case in order. */
export function recordedStates(id: string): readonly RecordedMoment[] {
  const { families, states } = readCase(answers, id) as RecordedCase & { readonly families: 'ipv4' | 'dual' };
  const empty = readEmptyCluster(answers, families);
  return states.map((recorded) => ({ recorded, cluster: clusterFromAnswers(recorded, empty) }));
}
