/** Service. */
import type { Descriptions } from '../descriptions.ts';

export const services: Descriptions = {
  Service:
    'A name, an address and ports for whatever stands behind them. Which pods those are is kept in a list of its own.',
  ServiceSpec: 'How clients reach the Service, and which pods get onto its list.',
  'ServiceSpec.type':
    'How far the Service reaches: ClusterIP inside the cluster, NodePort also on a port of every node, LoadBalancer also by an address of the cloud. ExternalName is only an alias in DNS. Default: ClusterIP.',
  'ServiceSpec.selector':
    'Labels that a pod must carry, all of them, to get onto the list. Only pods of the same namespace count. Without a selector nobody writes the list but you.',
  'ServiceSpec.ports': 'The ports that clients dial. Several ports need names.',
  'ServiceSpec.clusterIP':
    'The virtual address of the Service. Left out, the API server gives a free one; None makes the Service headless. It cannot be changed later.',
  'ServiceSpec.clusterIPs': 'The virtual addresses, one per address family. The first is the same as clusterIP.',
  'ServiceSpec.ipFamilies': 'Address families of the Service, the main one first. Left out, the cluster decides.',
  'ServiceSpec.ipFamilyPolicy':
    'SingleStack takes one family, PreferDualStack both if the cluster has them, RequireDualStack both or none. Default: SingleStack.',
  'ServiceSpec.externalName':
    'The name that DNS answers with, as a CNAME. Only for type ExternalName. It must be a host name: no port, no URL.',
  'ServiceSpec.externalIPs':
    'Addresses outside Kubernetes that kube-proxy takes for this Service too. Somebody else must bring the packets to a node.',
  'ServiceSpec.sessionAffinity':
    'ClientIP sends the same client address to the same endpoint for a while. None, the default, chooses anew for each connection.',
  'ServiceSpec.sessionAffinityConfig': 'How long session affinity lasts.',
  SessionAffinityConfig: 'Settings of session affinity.',
  'SessionAffinityConfig.clientIP': 'Settings of affinity by client address.',
  ClientIPConfig: 'Settings of affinity by client address.',
  'ClientIPConfig.timeoutSeconds':
    'Seconds without a connection after which a client is forgotten. From 1 to 86400; default 10800, three hours.',
  'ServiceSpec.publishNotReadyAddresses':
    'True puts pods into DNS and into the rules before they are ready. Meant for the members of a StatefulSet that must find one another to start.',
  'ServiceSpec.internalTrafficPolicy':
    'Traffic from inside to the ClusterIP: Cluster uses all endpoints, Local only those on the same node. Local drops packets where the node has none.',
  'ServiceSpec.externalTrafficPolicy':
    'Traffic from outside to node ports and load balancer addresses: Cluster uses all endpoints and hides the client address, Local uses those of the node and keeps it.',
  'ServiceSpec.healthCheckNodePort':
    'The port at which a node tells a load balancer whether it has endpoints of its own. Only with type LoadBalancer and externalTrafficPolicy Local; given by the API server.',
  'ServiceSpec.trafficDistribution':
    'A preference for near endpoints: PreferSameZone or PreferSameNode (PreferClose is the old name of the former). It becomes hints in the EndpointSlices.',
  'ServiceSpec.allocateLoadBalancerNodePorts':
    'False: a LoadBalancer gets no node ports, for clouds that send packets straight to pods. Default: true.',
  'ServiceSpec.loadBalancerClass':
    'Which load balancer implementation takes this Service. Left out, the default one of the cluster; cannot be changed later.',
  'ServiceSpec.loadBalancerIP':
    'The address asked of the cloud. Deprecated: clouds treat it differently, use their annotations.',
  'ServiceSpec.loadBalancerSourceRanges': 'Client ranges (CIDR) that may use the load balancer. Left out, everybody.',
  ServicePort: 'One port of a Service and where it leads.',
  'ServicePort.name':
    'The name of the port. The list is joined to the Service by it, so names must be equal on both sides. Needed as soon as there are two ports.',
  'ServicePort.port': 'The port that clients dial, 1 to 65535.',
  'ServicePort.targetPort':
    'The port on the pod: a number, or the name of a container port, looked up in each pod. Left out, the same number as port.',
  'ServicePort.nodePort':
    'The port on every node, for NodePort and LoadBalancer. Left out, a free one of 30000 to 32767 is given.',
  'ServicePort.protocol': 'TCP, UDP or SCTP. Default: TCP. A list with another protocol is another port.',
  'ServicePort.appProtocol':
    'What is spoken over the port, as a hint for meshes and load balancers: http, https, kubernetes.io/h2c. Copied into the EndpointSlices.',
  ServiceStatus: 'What the cluster observed of the Service.',
  'ServiceStatus.loadBalancer': 'What the cloud gave; empty until it did, and for all other types.',
  'ServiceStatus.conditions': 'Named facts about the Service, set by controllers.',
  LoadBalancerStatus: 'Addresses of a load balancer.',
  'LoadBalancerStatus.ingress': 'The addresses or names at which the load balancer answers.',
  LoadBalancerIngress: 'One way into a load balancer.',
  'LoadBalancerIngress.ip': 'The address, for load balancers that have one.',
  'LoadBalancerIngress.hostname': 'The name, for load balancers that are known by name.',
  'LoadBalancerIngress.ipMode':
    'VIP: nodes take packets for the address themselves. Proxy: they must go through the load balancer. Default: VIP.',
  'LoadBalancerIngress.ports': 'State of each port of the load balancer.',
  PortStatus: 'State of one port of a load balancer.',
  'PortStatus.port': 'The number of the port.',
  'PortStatus.protocol': 'TCP, UDP or SCTP.',
  'PortStatus.error': 'Why the port does not work, as one word of the cloud.',
};
