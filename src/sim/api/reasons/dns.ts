/** Why a DNS reply is what it is. The first reason of a reply is the first decision. */
export const dnsReasonCodes = [
  // a record was found
  /** The Service has ClusterIPs: they are the answer, whatever its endpoints. */
  'ClusterIPAnswer',
  /** The Service is headless: one record per ready address of its slices. */
  'HeadlessEndpoints',
  /** The name is the one of an endpoint (its hostname, or its address with dashes). */
  'EndpointName',
  /** The Service is an ExternalName: the answer is a CNAME. */
  'ExternalNameAlias',
  /** A slice of type FQDN under a headless Service: served as a CNAME. */
  'FqdnEndpoint',
  /** An alias leads to a name of the cluster zone, which is followed in the same answer. */
  'AliasFollowed',
  /** An alias leads out of the cluster zone: the upstream is asked for its addresses. */
  'AliasLeavesZone',
  /** `a-b-c-d.NAMESPACE.pod`: the address is read off the name, no pod is looked up. */
  'PodName',
  /** The address is the ClusterIP of this Service. */
  'ReverseClusterIP',
  /** The address is a ready endpoint in this slice. */
  'ReverseEndpoint',
  /** `dns-version`: the version of the DNS schema. */
  'SchemaVersion',
  /** The zone's name server is the Service kube-system/kube-dns. */
  'NameServer',
  /** The zone's own SOA record. */
  'ZoneAuthority',
  // the name exists, without a record of this type
  /** The zone itself, `svc` or `pod`: names below exist, it has no record. */
  'ZoneName',
  /** `NAMESPACE.svc` or `NAMESPACE.pod`: names below exist, it has no record. */
  'NamespaceName',
  /** There are addresses, none of the family asked for. */
  'FamilyHasNoAddress',
  /** No slice of the Service names a port: no SRV record. */
  'NoPortsForService',
  /** An alias has no SRV record. */
  'AliasWithoutPorts',
  /** The type of record is never served for this name. */
  'TypeNotServed',
  /** The alias' target in the cluster zone gives nothing, so the alias is left out too. */
  'AliasTargetEmpty',
  /** The alias leads back to itself. */
  'AliasLoop',
  /** The chain of aliases is longer than the eleven that are followed. */
  'AliasChainTooLong',
  // no such name
  /** No message can hold the name: a label is empty or longer than 63 characters, or the name longer than 253. */
  'NameInvalid',
  /** No Service of that name in that namespace. */
  'ServiceNotFound',
  /** No such namespace. */
  'NamespaceNotFound',
  /** Under the zone, but neither `svc` nor `pod`, or with too many labels. */
  'NameShapeUnknown',
  /** Headless, and no ready address in any slice of it. */
  'HeadlessWithoutEndpoints',
  /** The Service has no port (or its endpoints have none) of that name and protocol. */
  'PortNotFound',
  /** No ready endpoint of the Service has that name. */
  'EndpointNameNotFound',
  /** Names below an ExternalName do not exist. */
  'BelowExternalName',
  /** externalName looks like an IPv4 address: the Service is not served at all. */
  'ExternalNameIsAddress',
  /** The first label of a pod name is no address. */
  'PodNameNotAddress',
  // not the cluster's to answer
  /** No Service and no ready endpoint has the address: the question is passed on. */
  'ReverseNotFound',
  /** A slice without Service label has the address: the reply cannot be written, the client waits in vain. */
  'ReverseUnnamed',
  /** The name is outside the cluster zone. */
  'OutsideZone',
  /** There is no upstream server to ask. */
  'NoUpstream',
  /** The upstream knows the name. */
  'UpstreamAnswer',
  /** The upstream does not know the name. */
  'UpstreamUnknown',
] as const;
