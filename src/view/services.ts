/** The lists a reader may look at: the Services of the scene, and Endpoints whose name no Service has. */
import { table, type State } from '../sim/core.ts';
import { rowLimit } from './context.ts';
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

/** The choices of the picker. */
export function serviceChoices(lists: readonly ServiceRef[]): EndpointsView['services'] {
  return lists.slice(0, rowLimit).map((ref) => ({ ...ref, label: shortName(ref) }));
}

/** One sentence out of several, joined as plain text. */
export const joined = (parts: readonly string[], separator: string): string => parts.filter(Boolean).join(separator);
