import { expect, test } from 'vitest';
import type { KubeObject } from '../../../src/sim/api/objects.ts';
import { keyOf } from '../../../src/sim/api/refs.ts';
import { type Cluster, emptyCluster } from '../../../src/sim/cluster/cluster.ts';
import { lookup } from '../../../src/sim/dns/serve.ts';
import { corpus, readJson } from '../../conformance/answers.ts';

interface Case {
  readonly id: string;
  readonly qname: string;
  readonly qtype: string;
  readonly rcode: string;
  readonly answer: readonly string[];
  readonly ns: readonly string[];
  readonly extra: readonly string[];
  readonly fixture: string;
  readonly plain: boolean;
  readonly options: { readonly zones?: readonly string[] };
}
type Fixture = Readonly<Record<string, readonly KubeObject[]>>;

const { cases, fixtures } = readJson(`${corpus}/coredns-cases.json`) as unknown as {
  readonly cases: readonly Case[];
  readonly fixtures: Readonly<Record<string, Fixture>>;
};

function clusterOf(fixture: Fixture): Cluster {
  const tables = Object.entries(fixture).map(
    ([list, objects]) =>
      [list.toLowerCase(), new Map(objects.map((o) => [keyOf(o.metadata.namespace, o.metadata.name), o]))] as const,
  );
  return { ...emptyCluster, tables: new Map(tables) };
}

/** CoreDNS' own tests run with a TTL of 5 and other zone names: written as in a real cluster. */
function asInACluster(text: string, zone: string): string {
  return text
    .replaceAll(zone, 'cluster.local.')
    .replace(/ (?:5|28800) IN /, ' 30 IN ')
    .replace(/ 86400 5$/, ' 86400 30');
}

test.each(cases.filter(({ plain }) => plain))('$id $qname $qtype', ({ qname, qtype, ...expected }) => {
  const zone = expected.options.zones?.[0] ?? 'cluster.local.';
  const lines = (list: readonly string[]): string[] => list.map((line) => asInACluster(line, zone)).sort();
  const cluster = clusterOf(fixtures[expected.fixture] ?? {});
  const reply = lookup(cluster, { q: asInACluster(qname, zone), type: qtype }, { upstream: 'none', external: {} });
  expect({
    rcode: reply.rcode,
    flags: reply.flags,
    answer: [...reply.answer].sort(),
    ns: reply.authority,
    extra: [...reply.additional].sort(),
  }).toEqual({
    rcode: expected.rcode,
    flags: 'aa rd',
    answer: lines(expected.answer),
    ns: lines(expected.ns),
    extra: lines(expected.extra),
  });
});
