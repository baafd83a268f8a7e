import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connect, keyOf, lookup, simulate, table, type State } from '../../../src/sim/index.ts';
import type { KubeObject, Pod } from '../../../src/sim/api/objects.ts';
import type { PodIntent } from '../../../src/sim/api/world.ts';
import { parseScene, type Scene } from '../../../src/sim/scene/parse-scene.ts';
import { splitDocuments } from '../../../src/sim/yaml/split-documents.ts';
import { difference } from './difference.ts';
import { effort, patience } from './effort.ts';
import { sceneIds, sceneText } from './recorded-scenes.ts';

/** A scene of documents of which none needs another, with a status for every pod that does not depend on its number. */
interface Independent {
  readonly scene: Scene;
  readonly first: readonly string[];
  readonly rest: readonly string[];
}

/** Undefined if a document was refused, or one may depend on another. */
function independent(text: string): readonly Independent[] {
  const scene = parseScene(text);
  const parts = splitDocuments(scene.manifest.text);
  const state = simulate({ ...scene, steps: [] }).states[0];
  if (!state || state.apply?.code !== 0 || parts.length < 2) return [];
  const { outcomes, cluster } = state;
  if (outcomes.length !== parts.length || outcomes.some(({ verb, item }) => verb !== 'created' || item !== undefined))
    return [];
  // A Service with a selector and Endpoints of its name race for them; a pod may be adopted by a workload.
  const typed = new Set(
    outcomes.flatMap(({ object }) => (object?.kind === 'Endpoints' ? [keyOf(object.namespace, object.name)] : [])),
  );
  const raced = [...table(cluster, 'services')].some(
    ([key, { spec }]) => typed.has(key) && spec.selector !== undefined,
  );
  const named = outcomes.some(({ object }) => object?.kind === 'Pod');
  const adopting = outcomes.some(({ object }) => ['ReplicaSet', 'Deployment'].includes(object?.kind ?? ''));
  const adopted =
    named && adopting && outcomes.some(({ object }) => object?.kind === 'Pod' && isControlled(cluster, object));
  if (raced || adopted) return [];
  const pods = Object.fromEntries([...table(cluster, 'pods')].map(([key, pod]) => [key, intentOf(pod)]));
  const isFirst = (i: number): boolean => outcomes[i]?.object?.kind === 'Namespace';
  return [
    {
      scene: { ...scene, steps: [], world: { ...scene.world, pods } },
      first: parts.filter((_, i) => isFirst(i)).map((part) => part.text),
      rest: parts.filter((_, i) => !isFirst(i)).map((part) => part.text),
    },
  ];
}

function isControlled(
  cluster: State['cluster'],
  { namespace, name }: { readonly namespace: string; readonly name: string },
): boolean {
  return table(cluster, 'pods').get(keyOf(namespace, name))?.metadata.ownerReferences !== undefined;
}

/** What a pod has, as if the header had said it. */
function intentOf({ metadata, spec, status }: Pod): PodIntent {
  return {
    phase: status.phase ?? 'Running',
    ready: status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true,
    ...(status.podIPs?.length ? { ips: status.podIPs.map(({ ip }) => ip) } : { ip: 'none' }),
    node: spec.nodeName || 'none',
    terminating: metadata.deletionTimestamp !== undefined,
  };
}

function inOrder({ scene, first, rest }: Independent, order: readonly number[]): State {
  const documents = [...first, ...order.map((i) => rest[i] ?? '')].map((text) =>
    text.endsWith('\n') ? text : `${text}\n`,
  );
  const [state] = simulate({ ...scene, manifest: { text: documents.join('---\n'), offset: 0 } }).states;
  if (!state) throw new Error('no state');
  return state;
}

const trigger = 'endpoints.kubernetes.io/last-change-trigger-time';

/** Everything that may not depend on the order. */
function end(state: State, { dns, probes }: Scene): object {
  return {
    objects: [...state.cluster.tables]
      .map(([name, objects]) => [name, sortedBy([...objects.values()].map(plain))])
      .sort(),
    dns: dns.map((question) => {
      const { rcode, answer, additional, authority } = lookup(state, question);
      return { rcode, authority, answer: [...answer].sort(), additional: [...additional].sort() };
    }),
    traffic: probes.map((probe) => {
      const { outcome, reached, source } = connect(state, probe);
      return { outcome, source, reached: reached.map(({ endpoint, who }) => `${endpoint} ${who}`).sort() };
    }),
  };
}

/** Lists of endpoints are sets; names of slices, how often one was written and whether a trigger's time is noted is chance. */
function plain(object: KubeObject): unknown {
  const slice = object.kind === 'EndpointSlice' && object.metadata.generateName !== undefined;
  const named = slice ? { ...object, metadata: { ...object.metadata, name: '', uid: '' } } : object;
  return JSON.parse(
    JSON.stringify(named, (key, value: unknown) => {
      if (Array.isArray(value)) return sortedBy(value);
      if (key === 'generation' && slice) return undefined;
      if (key !== 'annotations' || typeof value !== 'object' || value === null) return value;
      const kept = Object.entries(value).filter(([name]) => name !== trigger);
      return kept.length > 0 ? Object.fromEntries(kept) : undefined;
    }),
  );
}

const sortedBy = (list: readonly unknown[]): readonly unknown[] =>
  list
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);

test('the order of documents that do not need one another does not matter', { timeout: patience }, () => {
  const usable = new Map(sceneIds.flatMap((id) => independent(sceneText(id)).map((scene) => [id, scene])));
  expect(usable.size).toBeGreaterThan(150);
  const keys = fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom(...usable.keys()), keys, (id, places) => {
      const chosen = usable.get(id) as Independent;
      const written = chosen.rest.map((_, i) => i);
      const order = written.toSorted((a, b) => (places[a % 20] ?? 0) - (places[b % 20] ?? 0));
      const ends = [order, written].map((each) => end(inOrder(chosen, each), chosen.scene));
      expect(difference(ends[0], ends[1])).toBeUndefined();
    }),
    effort(200),
  );
});
