/** What the server fills into Endpoints and EndpointSlices. */
import type { Endpoints, EndpointSlice } from '../../api/objects.ts';

/** Models pkg/apis/core/v1 SetDefaults_Endpoints, v1.36. */
export function defaultEndpoints(endpoints: Endpoints): Endpoints {
  if (!endpoints.subsets) return endpoints;
  const subsets = endpoints.subsets.map((subset) =>
    subset.ports
      ? { ...subset, ports: subset.ports.map((port) => ({ ...port, protocol: port.protocol ?? 'TCP' })) }
      : subset,
  );
  return { ...endpoints, subsets };
}

/** Models pkg/apis/discovery/v1 SetDefaults_EndpointPort, v1.36; empty lists are stored as null. */
export function defaultEndpointSlice(slice: EndpointSlice): EndpointSlice {
  const endpoints = slice.endpoints?.map((endpoint) => ({ ...endpoint, conditions: endpoint.conditions ?? {} })) ?? [];
  const ports =
    slice.ports?.map((port) => ({ ...port, name: port.name ?? '', protocol: port.protocol ?? 'TCP' })) ?? [];
  return { ...slice, endpoints: endpoints.length > 0 ? endpoints : null, ports: ports.length > 0 ? ports : null };
}
