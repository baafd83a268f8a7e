/** What the server warns of in Endpoints and EndpointSlices that it accepts. */
import type { Endpoints, EndpointSlice } from '../../api/objects.ts';
import { ipWarnings } from './service.ts';

/** Nothing for what the Endpoints controller writes. Models pkg/registry/core/endpoint endpointsWarnings, v1.36. */
export function endpointsWarnings({ metadata, subsets = [] }: Endpoints): string[] {
  if (metadata.labels?.['endpoints.kubernetes.io/managed-by'] === 'endpoint-controller') return [];
  return subsets.flatMap(({ addresses = [], notReadyAddresses = [] }, i) => [
    ...addresses.flatMap(({ ip }, j) => ipWarnings(`subsets[${i}].addresses[${j}].ip`, ip)),
    ...notReadyAddresses.flatMap(({ ip }, j) => ipWarnings(`subsets[${i}].notReadyAddresses[${j}].ip`, ip)),
  ]);
}

/** Models pkg/registry/discovery/endpointslice warnOnCreate, v1.36. */
export function endpointSliceWarnings({ addressType }: EndpointSlice): string[] {
  return addressType === 'FQDN' ? ['spec.addressType: FQDN endpoints are deprecated'] : [];
}
