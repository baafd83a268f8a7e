import { expect, test } from 'vitest';
import { connect } from '../../../src/sim/client/connect.ts';
import type { World } from '../../../src/sim/api/world.ts';
import type { TrafficProbe, Verdict } from '../../../src/sim/api/questions.ts';
import { table, type Change, type Cluster } from '../../../src/sim/cluster/cluster.ts';
import { emptyCluster } from '../../../src/sim/cluster/cluster.ts';
import { emptyMemory, file } from '../../../src/sim/proxy/memory.ts';
import type { RecordedTraffic } from '../../conformance/answers.ts';
import { recordedIds, recordedStates } from '../recorded.ts';

const world: World = { families: ['IPv4'], nodes: {}, nodesDeclared: false, pods: {}, external: {} };

/** What happened to slices between two recorded states. */
function sliceChanges(before: Cluster, after: Cluster): readonly Change[] {
  const old = table(before, 'endpointslices');
  const now = table(after, 'endpointslices');
  const gone = [...old].filter(([key]) => !now.has(key));
  const put = [...now].filter(([key, slice]) => JSON.stringify(old.get(key)) !== JSON.stringify(slice));
  return [
    ...gone.map(([key, slice]) => ({ resource: 'endpointslices', key, before: slice })),
    ...put.map(([key, slice]) => {
      const change = { resource: 'endpointslices', key, after: slice };
      const previous = old.get(key);
      return previous ? { ...change, before: previous } : change;
    }),
  ];
}

/** Entries that say nothing about the rules: parts of the connections failed, or nobody answered in the recording. */
function isAsked({ outcome, rules, via }: RecordedTraffic): boolean {
  if (outcome.includes('+') || outcome.includes('EPERM')) return false;
  if (outcome === 'NOROUTE' && (rules?.endpoints || via === 'headless' || via === 'endpoint-name')) return false;
  return !(outcome === 'DROP' && rules?.noEndpoints === 'reject-chain');
}

function comparedVerdict({ outcome, reached, source }: Verdict): object {
  const endpoints = reached.filter((end) => end.outcome === 'ENDPOINTS').map(({ endpoint }) => endpoint);
  return outcome === 'ENDPOINTS' ? { outcome, endpoints: endpoints.sort(), source } : { outcome };
}

function comparedRecord({ outcome, endpoints = [], source }: RecordedTraffic): object {
  return outcome === 'ENDPOINTS' ? { outcome, endpoints: [...endpoints].sort(), source } : { outcome };
}

/** Parts that are recorded, and no part of the comparison; equal all the same. A loop of aliases is recorded turn by turn. */
function details({ node, fromIP, name, via, seenFrom, cname }: Partial<Verdict>): object {
  return { node, fromIP, name, via, seenFrom: seenFrom && [...seenFrom].sort(), cname: cname && [...new Set(cname)] };
}

function nodesAlone(perNode: Verdict['perNode']): object {
  const entries = Object.entries(perNode ?? {});
  return Object.fromEntries(
    entries.map(([node, { outcome, endpoints = [] }]) => [node, { outcome, endpoints: [...endpoints].sort() }]),
  );
}

test.each(recordedIds('traffic'))('%s: every recorded probe ends as recorded', (id) => {
  let proxy = emptyMemory;
  let before = emptyCluster;
  for (const { recorded, cluster } of recordedStates(id)) {
    proxy = file(proxy, sliceChanges(before, cluster));
    before = cluster;
    for (const expected of recorded.traffic ?? []) {
      if (!isAsked(expected)) continue;
      const { from, to, proto, family } = expected as unknown as Required<TrafficProbe>;
      const verdict = connect({ cluster, world, proxy }, { from, to, proto, family }, { upstream: 'none' });
      const at = { state: recorded.index, from, to, proto, family };
      expect({ ...at, ...comparedVerdict(verdict) }).toEqual({ ...at, ...comparedRecord(expected) });
      expect({ ...at, ...details(verdict) }).toEqual({ ...at, ...details(expected as Partial<Verdict>) });
      expect(verdict.reasons.length).toBeGreaterThan(0);
      expect(nodesAlone(verdict.perNode)).toEqual(nodesAlone(expected['perNode'] as Verdict['perNode']));
      const http = expected['http'] as Readonly<Record<string, { readonly body: object; readonly weight: string }>>;
      const reply = verdict.http && { body: JSON.parse(verdict.http.body) as object, weight: `${verdict.http.weight}` };
      expect(reply).toEqual(http?.[expected.outcome]);
      const who = Object.fromEntries(verdict.reached.map((end) => [end.endpoint, end.who]));
      if (verdict.outcome === 'ENDPOINTS') expect({ ...at, who }).toEqual({ ...at, who: expected['who'] });
    }
  }
});
