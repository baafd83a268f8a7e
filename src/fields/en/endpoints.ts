/** Endpoints and EndpointSlice. */
import type { Descriptions } from '../descriptions.ts';

export const endpoints: Descriptions = {
  Endpoints:
    'All endpoints of the Service of the same name, in one list. Deprecated since 1.33; kube-proxy reads EndpointSlices.',
  'Endpoints.subsets': 'Groups of endpoints: each address of a group has each port of the group.',
  EndpointSubset: 'A group of endpoints: its addresses times its ports.',
  'EndpointSubset.addresses': 'Addresses that get traffic.',
  'EndpointSubset.notReadyAddresses': 'Addresses of pods that are not ready. They are listed and get no traffic.',
  'EndpointSubset.ports': 'Ports of all addresses of this group.',
  EndpointAddress: 'One address of the list.',
  'EndpointAddress.ip':
    'An IPv4 or IPv6 address. Loopback, link-local and multicast addresses are refused; so is a name.',
  'EndpointAddress.hostname': 'A host name that DNS gives to this one address below the name of a headless Service.',
  'EndpointAddress.nodeName': 'The node the address is on, where it is known. Traffic policies and hints use it.',
  'EndpointAddress.targetRef': 'The object behind the address, usually a Pod.',
  EndpointPort: 'A port of a group of endpoints.',
  'EndpointPort.name':
    'The name of the Service port this belongs to; both must be equal. Empty if the Service has a single port without a name.',
  'EndpointPort.port': 'The number of the port at the endpoint.',
  'EndpointPort.protocol': 'TCP, UDP or SCTP; equal to that of the Service port. Default: TCP.',
  'EndpointPort.appProtocol': 'What is spoken over the port, copied from the Service.',
  EndpointSlice:
    'Part of the endpoints of a Service: one address family, one list of ports, up to 100 endpoints where a controller writes it. The label kubernetes.io/service-name says which Service.',
  'EndpointSlice.addressType':
    'The kind of all addresses in this slice: IPv4, IPv6 or FQDN. It cannot be changed; kube-proxy skips FQDN.',
  'EndpointSlice.endpoints': 'The endpoints, at most 1000.',
  'EndpointSlice.ports': 'Ports of every endpoint in this slice, at most 100. None at all means no port.',
  Endpoint: 'One endpoint of a slice: an address and what is known about it.',
  'Endpoint.addresses': 'The addresses of this endpoint. Consumers use the first only.',
  'Endpoint.conditions': 'Whether the endpoint is ready, serving and terminating.',
  'Endpoint.deprecatedTopology': 'Place of the endpoint in the form of the beta API. Nobody writes it any more.',
  'Endpoint.hints':
    'The zones or nodes that this endpoint suits best. kube-proxy follows the hints only if all endpoints have them.',
  'Endpoint.hostname': 'A host name that DNS gives to this endpoint below the name of a headless Service.',
  'Endpoint.nodeName': 'The node the endpoint is on.',
  'Endpoint.targetRef': 'The object behind the endpoint, usually a Pod.',
  'Endpoint.zone': 'The zone the endpoint is in.',
  EndpointConditions: 'The state of an endpoint.',
  'EndpointConditions.ready':
    'The endpoint may get traffic: it is serving and not terminating. Unknown counts as true. Always true where the Service publishes addresses that are not ready.',
  'EndpointConditions.serving': 'The pod is ready, whether or not it is terminating. Unknown counts as ready does.',
  'EndpointConditions.terminating': 'The pod is being deleted. Unknown counts as false.',
  EndpointHints: 'Which clients should prefer an endpoint.',
  'EndpointHints.forZones': 'Zones whose clients should use the endpoint, at most 8.',
  'EndpointHints.forNodes': 'Nodes whose clients should use the endpoint, at most 8.',
  ForZone: 'A zone that should use an endpoint.',
  'ForZone.name': 'The name of the zone.',
  ForNode: 'A node that should use an endpoint.',
  'ForNode.name': 'The name of the node.',
  'discovery.EndpointPort': 'A port of all endpoints of a slice.',
  'discovery.EndpointPort.name':
    'The name of the Service port this belongs to; both must be equal. Empty if the Service has a single port without a name.',
  'discovery.EndpointPort.port': 'The number of the port at the endpoint. Left out, all ports.',
  'discovery.EndpointPort.protocol': 'TCP, UDP or SCTP; equal to that of the Service port. Default: TCP.',
  'discovery.EndpointPort.appProtocol': 'What is spoken over the port, copied from the Service.',
};
