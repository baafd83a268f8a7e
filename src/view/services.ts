/** The lists a reader may look at: the Services of the scene, and Endpoints whose name no Service has. */
import { objectIn, slicesOf, table, type State } from '../sim/core.ts';
import { rowLimit, type ViewContext } from './context.ts';
import type { EndpointsView, ServiceRef } from './view-models.ts';

const ofEveryCluster = new Set(['default/kubernetes', 'kube-system/kube-dns']);

/** Services in manifest order, then Endpoints without a Service. Those that every cluster has are left out. */
export function listsOf({ cluster }: State): readonly ServiceRef[] {
  const services = [...table(cluster, 'services')].filter(([key]) => !ofEveryCluster.has(key));
  const orphans = [...table(cluster, 'endpoints')].filter(
    ([key]) => !ofEveryCluster.has(key) && !table(cluster, 'services').has(key),
  );
  return [...services, ...orphans].map(([, { metadata }]) => ({
    namespace: metadata.namespace ?? '',
    name: metadata.name,
  }));
}

/** A name as a reader knows it: `web`, or `shop/web` outside default. */
export const shortName = ({ namespace, name }: ServiceRef): string =>
  namespace === 'default' || namespace === '' ? name : `${namespace}/${name}`;

/** The choices of the picker, each with its result in a word. Costs a look at each slice, explains nothing. */
export function serviceChoices(context: ViewContext, lists: readonly ServiceRef[]): EndpointsView['services'] {
  return lists.slice(0, rowLimit).map((ref) => ({ ...ref, label: shortName(ref), ...verdictOf(context, ref) }));
}

function verdictOf(
  { state, words }: ViewContext,
  ref: ServiceRef,
): Pick<EndpointsView['services'][number], 'verdict' | 'glyph'> {
  const service = objectIn(state.cluster, 'services', ref.namespace, ref.name);
  if (!service) return { verdict: words.endpoints.noService, glyph: 'out-outside' };
  if (service.spec.type === 'ExternalName') return { verdict: words.endpoints.alias, glyph: 'outside' };
  const slices = slicesOf(state.cluster, ref.namespace, ref.name);
  const ready = slices.reduce((sum, slice) => sum + readyIn(slice), 0);
  return { verdict: words.endpoints.in(ready), glyph: ready > 0 ? 'ready' : 'out' };
}

/** One sentence out of several, joined as plain text. */
export const joined = (parts: readonly string[], separator: string): string => parts.filter(Boolean).join(separator);

type Slice = ReturnType<typeof slicesOf>[number];

/** Counted once for each slice: an edit counts those that it changed. */
const readyCounts = new WeakMap<Slice, number>();

function readyIn(slice: Slice): number {
  let count = readyCounts.get(slice);
  if (count === undefined) {
    count = (slice.endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false).length;
    readyCounts.set(slice, count);
  }
  return count;
}
