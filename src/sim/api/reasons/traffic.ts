/** Why a connection ends as it does. The first reason is the first step on the way. */
export const trafficReasonCodes = [
  // who asks, and whom
  /** The asking pod or node does not exist, or has no address or no node. */
  'SourceUnknown',
  /** The target is not HOST:PORT. */
  'TargetUnreadable',
  /** An address was typed: no name to resolve. */
  'AddressTyped',
  /** The host is a node: its InternalIP. */
  'NodeNamed',
  /** The name resolved. */
  'NameResolved',
  /** No name of the search list exists. */
  'NameNotFound',
  /** The name exists, without an address of this family. */
  'NameWithoutAddress',
  /** The name is an alias for a host outside that does not resolve here. */
  'AliasUnresolved',
  /** The name gives the endpoints' own addresses: kube-proxy has no part in it, the port is dialled as typed. */
  'HeadlessDirect',
  // which rule
  /** The address is a ClusterIP, and this Service port has the number and protocol. */
  'ServicePortMatched',
  /** The address is a ClusterIP, and none of its Service's ports has this number and protocol. */
  'ServicePortNotFound',
  /** The port is a node port of this Service. */
  'NodePortMatched',
  /** The address is a load balancer's, handled on the node itself. */
  'LoadBalancerIPMatched',
  /** The address is an externalIP of this Service. */
  'ExternalIPMatched',
  /** The address belongs to a Service as loadBalancerIP or externalIP, but no rule takes this port (or the load balancer is pending, or of ipMode Proxy). */
  'AddressWithoutRule',
  /** An address of the Service range that no Service has. */
  'AddressUnallocated',
  /** Addresses of Services and pods are not routed outside the cluster. */
  'NotRoutedOutside',
  /** The port is the Service's healthCheckNodePort. */
  'HealthCheck',
  /** The caller is in none of loadBalancerSourceRanges. */
  'SourceRangeForbids',
  // which endpoints
  /** The Service port has no usable endpoint anywhere; facts say how many there are and why not. */
  'NoEndpoints',
  /** No slice is filed for the Service. */
  'NoSlices',
  /** Slices are there, none has a port of the Service port's name and protocol. */
  'SlicePortDiffers',
  /** Slices are there, none has a port number. */
  'SliceWithoutPorts',
  /** Slices are there, all of the other family. */
  'SliceFamilyDiffers',
  /** Endpoints are there, none is ready. */
  'NoneReady',
  /** kube-proxy still serves a slice that no longer carries the Service's label. */
  'SliceStillFiled',
  /** Policy Local, and no endpoint on this node. */
  'NoLocalEndpoints',
  /** internalTrafficPolicy Local: only endpoints on the caller's node. */
  'InternalPolicyLocal',
  /** externalTrafficPolicy Local: only endpoints on the node that takes the packet. */
  'ExternalPolicyLocal',
  /** externalTrafficPolicy Local, asked from the node itself: all endpoints. */
  'ExternalPolicyFromInside',
  /** Every ready endpoint carries hints and one names this node. */
  'HintsForNode',
  /** Every ready endpoint carries hints and one names this node's zone. */
  'HintsForZone',
  /** Hints are not used: one ready endpoint has none, or none names this node or zone. */
  'HintsIgnored',
  /** No endpoint is ready: those that still serve while they terminate are used. */
  'TerminatingServe',
  /** One of these endpoints is chosen, each with equal probability. */
  'EndpointChosen',
  /** sessionAffinity ClientIP: one client keeps its endpoint. */
  'SessionAffinity',
  /** The endpoint is itself the address of a Service: a packet is never rewritten twice. */
  'EndpointIsServiceAddress',
  // which source address
  /** The endpoint sees the client's own address. */
  'SourceKept',
  /** The endpoint sees a node's address. */
  'SourceChanged',
  /** A pod reached itself through its Service: it sees the node's address. */
  'Hairpin',
  // who answers
  /** A pod has the address. */
  'PodAnswers',
  /** The pod's process does not listen on the port. */
  'PodRefuses',
  /** A process on the node answers. */
  'NodeAnswers',
  /** Nothing on the node listens on the port. */
  'NodeRefuses',
  /** An address of the pod network whose pod is gone; in a real network a time-out. */
  'NobodyThere',
  /** A host outside the cluster answers. */
  'OutsideAnswers',
  /** The host outside refuses the port. */
  'OutsideRefuses',
  /** The host outside never answers. */
  'OutsideSilent',
  /** The host outside answers, but does not serve the name that was asked for. */
  'OutsideWrongHost',
  /** The host outside shows a certificate for other names. */
  'OutsideWrongCertificate',
  /** The bootstrap answers, but the addresses it advertises do not resolve or do not answer. */
  'OutsideAdvertises',
  /** No rule takes the address and nobody owns it. */
  'NobodyOwnsAddress',
] as const;
