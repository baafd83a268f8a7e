/** Why a DNS reply is what it is. */
export const dnsReasonCodes = [
  'ClusterIPAnswer',
  'HeadlessEndpoints',
  'HeadlessWithoutEndpoints',
  'EndpointName',
  'ExternalNameAlias',
  'ServiceNotFound',
  'NamespaceNotFound',
] as const;
