/** Rows of Endpoints and EndpointSlices. */
import type { Endpoints, EndpointSlice, KubeObject } from '../api/objects.ts';
import { joinHostPort, withMore } from './format.ts';
import { ageColumn, nameColumn, type TableFormat } from './table.ts';

const max = 3;

/** Models pkg/printers/internalversion printEndpoints, v1.36. */
export const endpointsTable: TableFormat = {
  columns: [nameColumn, { name: 'ENDPOINTS' }, ageColumn],
  cells: (object, age) => [object.metadata.name, formatEndpoints(object as Endpoints), age],
};

/** Models pkg/printers/internalversion printEndpointSlice, v1.36. */
export const endpointSliceTable: TableFormat = {
  columns: [nameColumn, { name: 'ADDRESSTYPE' }, { name: 'PORTS' }, { name: 'ENDPOINTS' }, ageColumn],
  cells: (object: KubeObject, age) => {
    const slice = object as EndpointSlice;
    const ports = (slice.ports ?? []).map((port) => (port.port === undefined ? (port.name ?? '*') : String(port.port)));
    const addresses = (slice.endpoints ?? []).flatMap((endpoint) => endpoint.addresses);
    return [slice.metadata.name, slice.addressType, firstThree(ports), firstThree(addresses), age];
  },
};

function firstThree(list: readonly string[]): string {
  return withMore(list.slice(0, max), list.length > max, list.length) || '<unset>';
}

/** Ready addresses with each port of their subset; `<none>` without subsets, "" with only not ready ones. */
function formatEndpoints(endpoints: Endpoints): string {
  if (!endpoints.subsets || endpoints.subsets.length === 0) return '<none>';
  const all: string[] = [];
  for (const { addresses = [], ports = [] } of endpoints.subsets) {
    if (ports.length === 0) for (const { ip } of addresses) all.push(ip);
    for (const { port } of ports) for (const { ip } of addresses) all.push(joinHostPort(ip, port));
  }
  return withMore(all.slice(0, max), all.length > max, all.length);
}
