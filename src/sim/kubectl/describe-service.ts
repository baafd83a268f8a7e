/** `kubectl describe service`. */
import type { EndpointSlice, LoadBalancerIngress, Service, ServicePort } from '../api/objects.ts';
import { slicesOf } from '../cluster/indexes.ts';
import { textAt } from './field.ts';
import { formatLabels, joinHostPort, withMore } from './format.ts';
import { DescribeWriter, writeAnnotations, writeEvents, writeLabels, type DescribedEvents } from './describe-writer.ts';
import { inOrder } from './in-order.ts';
import type { Description } from './printers.ts';

/** A Service with its slices. */
export const describedService: Description = (object, { state, shown }) => {
  const { namespace = '', name } = object.metadata;
  return describeService(object as Service, inOrder(slicesOf(state.cluster, namespace, name)), shown);
};

/** Models kubectl/pkg/describe describeService, v1.36. `slices` are those labelled for the Service, in order of name. */
function describeService(service: Service, slices: readonly EndpointSlice[], shown: DescribedEvents): string {
  const { metadata, spec, status } = service;
  const w = new DescribeWriter();
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  w.write(0, `Selector:\t${formatLabels(spec.selector)}\n`);
  w.write(0, `Type:\t${spec.type}\n`);
  writeIf(w, 'IP Family Policy', spec.ipFamilyPolicy);
  w.write(0, `IP Families:\t${spec.ipFamilies?.join(',') || '<none>'}\n`);
  w.write(0, `IP:\t${spec.clusterIP ?? ''}\n`);
  w.write(0, `IPs:\t${spec.clusterIPs?.join(',') || '<none>'}\n`);
  writeIf(w, 'External IPs', spec.externalIPs?.join(','));
  writeIf(w, 'Desired LoadBalancer IP', spec.loadBalancerIP);
  writeIf(w, 'External Name', spec.externalName);
  if (status.loadBalancer.ingress?.length)
    w.write(0, `LoadBalancer Ingress:\t${ingressText(status.loadBalancer.ingress)}\n`);
  for (const port of spec.ports ?? []) writePort(w, port, slices);
  w.write(0, `Session Affinity:\t${spec.sessionAffinity ?? ''}\n`);
  writeIf(w, 'External Traffic Policy', spec.externalTrafficPolicy);
  writeIf(w, 'Internal Traffic Policy', spec.internalTrafficPolicy);
  writeIf(w, 'HealthCheck NodePort', spec.healthCheckNodePort ? String(spec.healthCheckNodePort) : undefined);
  writeIf(w, 'LoadBalancer Source Ranges', spec.loadBalancerSourceRanges?.join(','));
  writeIf(w, 'Traffic Distribution', spec.trafficDistribution);
  writeEvents(w, shown);
  return w.text();
}

/**
 * Ready endpoints of a port by its name (the protocol is not compared), three at most; slices without ports give bare addresses.
 * The mark for more counts every endpoint met after the third, but its number only ready ones.
 * Models kubectl/pkg/describe formatEndpointSlices, v1.36.
 */
export function formatEndpointSlices(slices: readonly EndpointSlice[], portName: string): string {
  if (slices.length === 0) return '<none>';
  const list: string[] = [];
  let more = false;
  let count = 0;
  const meet = (slice: EndpointSlice, textOf: (address: string) => string): void => {
    for (const endpoint of slice.endpoints ?? []) {
      if (list.length === 3) more = true;
      if (endpoint.conditions?.ready === false) continue;
      if (!more) list.push(textOf(endpoint.addresses[0] ?? ''));
      count += 1;
    }
  };
  for (const slice of slices) {
    if (!slice.ports?.length) meet(slice, (address) => address);
    for (const port of slice.ports ?? []) {
      if ((port.name ?? '') === portName) meet(slice, (address) => joinHostPort(address, port.port ?? 0));
    }
  }
  return withMore(list, more, count);
}

function writeIf(w: DescribeWriter, title: string, value: string | undefined): void {
  if (value) w.write(0, `${title}:\t${value}\n`);
}

function writePort(w: DescribeWriter, port: ServicePort, slices: readonly EndpointSlice[]): void {
  const name = port.name || '<unset>';
  w.write(0, `Port:\t${name}\t${port.port}/${port.protocol}\n`);
  w.write(0, `TargetPort:\t${textAt(port, 'targetPort')}/${port.protocol}\n`);
  writeIf(w, 'AppProtocol', port.appProtocol);
  if (port.nodePort) w.write(0, `NodePort:\t${name}\t${port.nodePort}/${port.protocol}\n`);
  w.write(0, `Endpoints:\t${formatEndpointSlices(slices, port.name ?? '')}\n`);
}

function ingressText(ingress: readonly LoadBalancerIngress[]): string {
  return ingress
    .map(({ ip, hostname, ipMode }) => (ip ? `${ip}${ipMode ? ` (${ipMode})` : ''}` : (hostname ?? '')))
    .join(', ');
}
