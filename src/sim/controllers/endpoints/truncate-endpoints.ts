/** The limit of an Endpoints object. */
import type { EndpointSubset } from '../../api/objects.ts';

/** Most addresses an Endpoints object holds. */
export const maxCapacity = 1000;

/**
 * The subsets cut to 1000 addresses: ready ones first, each subset its share, rounded up. `truncated` tells whether any was left out.
 * Models pkg/controller/endpoint truncateEndpoints, v1.36.
 */
export function truncateEndpoints(subsets: readonly EndpointSubset[]): {
  readonly subsets: readonly EndpointSubset[];
  readonly truncated: boolean;
} {
  const ready = count(subsets, 'addresses');
  const notReady = count(subsets, 'notReadyAddresses');
  if (ready + notReady <= maxCapacity) return { subsets, truncated: false };
  const cut = ready > maxCapacity ? 'addresses' : 'notReadyAddresses';
  const room = ready > maxCapacity ? maxCapacity : maxCapacity - ready;
  const total = ready > maxCapacity ? ready : notReady;
  let left = room;
  const shortened = subsets.map((subset) => {
    const list = subset[cut] ?? [];
    const kept = list.slice(0, Math.min(Math.ceil((list.length / total) * room), left));
    left -= kept.length;
    const { addresses, notReadyAddresses, ...ports } = subset;
    const readyList = cut === 'addresses' ? kept : (addresses ?? []);
    const notReadyList = cut === 'addresses' ? [] : kept;
    if (cut === 'notReadyAddresses' && !notReadyAddresses && !addresses) return subset;
    return {
      ...(readyList.length > 0 && { addresses: readyList }),
      ...(notReadyList.length > 0 && { notReadyAddresses: notReadyList }),
      ...ports,
    };
  });
  return { subsets: shortened, truncated: true };
}

function count(subsets: readonly EndpointSubset[], list: 'addresses' | 'notReadyAddresses'): number {
  return subsets.reduce((sum, subset) => sum + (subset[list]?.length ?? 0), 0);
}
