/** `kubectl describe endpoints` and `kubectl describe endpointslice`. */
import type { Endpoint, Endpoints, EndpointSlice, EndpointSubset, KubeObject } from '../api/objects.ts';
import { DescribeWriter, writeAnnotations, writeEvents, writeLabels, type DescribedEvents } from './describe-writer.ts';

/** Models kubectl/pkg/describe describeEndpoints, v1.36. */
export function describeEndpoints(endpoints: Endpoints, shown: DescribedEvents): string {
  const w = new DescribeWriter();
  writeHead(w, endpoints);
  w.write(0, 'Subsets:\n');
  for (const subset of endpoints.subsets ?? []) writeSubset(w, subset);
  writeEvents(w, shown);
  return w.text();
}

/** Models kubectl/pkg/describe describeEndpointSliceV1, v1.36. */
export function describeEndpointSlice(slice: EndpointSlice, shown: DescribedEvents): string {
  const w = new DescribeWriter();
  writeHead(w, slice);
  w.write(0, `AddressType:\t${slice.addressType}\n`);
  if (!slice.ports?.length) w.write(0, 'Ports: <unset>\n');
  else {
    w.write(0, 'Ports:\n');
    w.write(1, 'Name\tPort\tProtocol\n');
    w.write(1, '----\t----\t--------\n');
    for (const { name, port, protocol } of slice.ports)
      w.write(1, `${name || '<unset>'}\t${port ?? '<unset>'}\t${protocol ?? ''}\n`);
  }
  if (!slice.endpoints?.length) w.write(0, 'Endpoints: <none>\n');
  else {
    w.write(0, 'Endpoints:\n');
    for (const endpoint of slice.endpoints) writeEndpoint(w, endpoint);
  }
  writeEvents(w, shown);
  return w.text();
}

function writeHead(w: DescribeWriter, { metadata }: KubeObject): void {
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
}

function writeSubset(w: DescribeWriter, { addresses = [], notReadyAddresses = [], ports = [] }: EndpointSubset): void {
  w.write(1, `Addresses:\t${addresses.map(({ ip }) => ip).join(',') || '<none>'}\n`);
  w.write(1, `NotReadyAddresses:\t${notReadyAddresses.map(({ ip }) => ip).join(',') || '<none>'}\n`);
  if (ports.length > 0) {
    w.write(1, 'Ports:\n');
    w.write(2, 'Name\tPort\tProtocol\n');
    w.write(2, '----\t----\t--------\n');
    for (const { name, port, protocol } of ports) w.write(2, `${name || '<unset>'}\t${port}\t${protocol}\n`);
  }
  w.write(0, '\n');
}

function writeEndpoint(w: DescribeWriter, endpoint: Endpoint): void {
  w.write(1, `- Addresses:\t${endpoint.addresses.join(', ') || '<none>'}\n`);
  w.write(2, 'Conditions:\n');
  w.write(3, `Ready:\t${endpoint.conditions?.ready ?? '<unset>'}\n`);
  w.write(2, `Hostname:\t${endpoint.hostname ?? '<unset>'}\n`);
  const { targetRef } = endpoint;
  if (targetRef) w.write(2, `TargetRef:\t${targetRef.kind ?? ''}/${targetRef.name ?? ''}\n`);
  w.write(2, `NodeName:\t${endpoint.nodeName ?? '<unset>'}\n`);
  w.write(2, `Zone:\t${endpoint.zone ?? '<unset>'}\n`);
}
