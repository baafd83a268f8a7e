/** The slices that mirror one Endpoints object. */
import { repackSubsets } from '../../api/endpoints/repack-subsets.ts';
import { canonicalIP, familyOf } from '../../api/ip.ts';
import type { Endpoint, EndpointAddress, Endpoints, Family, SlicePort } from '../../api/objects.ts';
import { endpointKey } from '../../api/endpoints/slice-filling.ts';
import { sortSlicePorts } from '../../api/endpoints/port-hash.ts';

/** Most addresses of one subset that are mirrored. */
export const maxEndpointsPerSubset = 1000;

export interface MirroredSlice {
  readonly family: Family;
  readonly ports: readonly SlicePort[];
  readonly endpoints: readonly Endpoint[];
}

/**
 * One slice per set of ports and family, ready addresses first; `skipped` counts addresses beyond 1000 of a subset.
 * Only the condition ready is set.
 * Models pkg/controller/endpointslicemirroring reconcile, v1.36.
 */
export function mirroredSlices(endpoints: Endpoints): {
  readonly slices: readonly MirroredSlice[];
  readonly skipped: number;
} {
  const slices: MirroredSlice[] = [];
  let skipped = 0;
  for (const { addresses = [], notReadyAddresses = [], ports = [] } of repackSubsets(endpoints.subsets ?? [])) {
    const all = [
      ...addresses.map((address) => toEndpoint(address, true)),
      ...notReadyAddresses.map((address) => toEndpoint(address, false)),
    ];
    const kept = all.slice(0, maxEndpointsPerSubset);
    skipped += all.length - kept.length;
    const slicePorts = sortSlicePorts(
      ports.map(({ name = '', protocol, port, appProtocol }) => ({
        name,
        protocol,
        port,
        ...(appProtocol !== undefined && { appProtocol }),
      })),
    );
    for (const family of ['IPv4', 'IPv6'] as const) {
      const ofFamily = kept.filter((endpoint) => familyOf(endpoint.addresses[0] ?? '') === family);
      // Two entries with the same address and target are one.
      const unique = [...new Map(ofFamily.map((endpoint) => [endpointKey(endpoint), endpoint])).values()];
      if (unique.length > 0) slices.push({ family, ports: slicePorts, endpoints: unique });
    }
  }
  return { slices, skipped };
}

function toEndpoint({ ip, hostname, nodeName, targetRef }: EndpointAddress, ready: boolean): Endpoint {
  return {
    addresses: [canonicalIP(ip) ?? ip],
    conditions: { ready },
    ...(hostname && { hostname }),
    ...(targetRef && { targetRef }),
    ...(nodeName !== undefined && { nodeName }),
  };
}
