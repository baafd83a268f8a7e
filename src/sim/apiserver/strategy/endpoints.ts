/** Endpoints and EndpointSlices. */
import type { Endpoints, EndpointSlice } from '../../api/objects.ts';
import { defaultEndpoints, defaultEndpointSlice } from '../defaults/endpoints.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { validateEndpoints } from '../validate/endpoints.ts';
import { validateEndpointSlice } from '../validate/endpoint-slice.ts';
import { endpointSliceWarnings, endpointsWarnings } from '../warnings/endpoints.ts';
import { without } from '../without.ts';
import { differs, firstGeneration, nextGeneration } from './generation.ts';
import type { Strategy } from './strategy.ts';

export const endpointsStrategy: Strategy<Endpoints> = {
  withDefaults: defaultEndpoints,
  prepareForCreate: (endpoints) => endpoints,
  prepareForUpdate: (endpoints) => endpoints,
  validate: validateEndpoints,
  warnings: endpointsWarnings,
  createsOnUpdate: true,
};

/** Labels count for the generation, as they say whose slice it is. Models pkg/registry/discovery/endpointslice, v1.36. */
export const endpointSliceStrategy: Strategy<EndpointSlice> = {
  withDefaults: defaultEndpointSlice,
  prepareForCreate: (slice) => firstGeneration(withoutTopology(slice)),
  prepareForUpdate: (typed, old) => {
    const slice = withoutTopology(typed);
    return nextGeneration(slice, old, differs(slice, old) || !equalJson(slice.metadata.labels, old.metadata.labels));
  },
  validate: validateEndpointSlice,
  warnings: (slice, old) => (old ? [] : endpointSliceWarnings(slice)),
};

/** v1 has no writable topology map. */
function withoutTopology(slice: EndpointSlice): EndpointSlice {
  if (!slice.endpoints?.some((endpoint) => endpoint.deprecatedTopology)) return slice;
  return { ...slice, endpoints: slice.endpoints.map((endpoint) => without(endpoint, 'deprecatedTopology')) };
}
