/** Which addresses and ports kube-proxy answers for. */
import { canonicalIP, familyOf } from '../api/ip.ts';
import type { Family, Protocol, Service, ServicePort } from '../api/objects.ts';
import { table, type Cluster, type Table } from '../cluster/cluster.ts';
import { isWatched } from './memory.ts';

export type RuleEntry = 'clusterIP' | 'externalIP' | 'loadBalancerIP' | 'nodePort';

/** One way into a Service port. */
export interface ServiceRule {
  readonly service: Service;
  readonly port: ServicePort;
  /** `spec.ports[1]` */
  readonly path: string;
  readonly entry: RuleEntry;
  readonly family: Family;
}

/** An address that a Service claims, with or without a rule for it. */
export interface Claim {
  readonly service: Service;
  readonly entry: 'externalIP' | 'loadBalancerIP';
  readonly path: string;
}

interface ServiceRules {
  readonly byAddress: ReadonlyMap<string, ServiceRule>;
  readonly byNodePort: ReadonlyMap<string, ServiceRule>;
  readonly clusterIPs: ReadonlyMap<string, Service>;
  readonly healthChecks: ReadonlyMap<number, Service>;
  readonly claims: ReadonlyMap<string, Claim>;
}

const rulesOf = new WeakMap<Table<Service>, ServiceRules>();

/** Where a packet goes: canonical address, port, protocol. */
export interface Destination {
  readonly ip: string;
  readonly port: number;
  readonly protocol: Protocol;
}

/** The rule for a ClusterIP, externalIP or load balancer's address with this port, or undefined. */
export function ruleForAddress(cluster: Cluster, { ip, port, protocol }: Destination): ServiceRule | undefined {
  return rules(cluster).byAddress.get(`${ip} ${protocol} ${port}`);
}

/** The rule for a port of a node's own address, or undefined. */
export function ruleForNodePort(cluster: Cluster, { ip, port, protocol }: Destination): ServiceRule | undefined {
  return rules(cluster).byNodePort.get(`${familyOf(ip)} ${protocol} ${port}`);
}

/** The Service that has this ClusterIP, or undefined. */
export function serviceWithClusterIP(cluster: Cluster, ip: string): Service | undefined {
  return rules(cluster).clusterIPs.get(ip);
}

/** The Service whose healthCheckNodePort this is, or undefined. */
export function serviceWithHealthCheck(cluster: Cluster, port: number): Service | undefined {
  return rules(cluster).healthChecks.get(port);
}

/** The Service that claims an address as externalIP or load balancer's address, with or without a rule; or undefined. */
export function claimOf(cluster: Cluster, ip: string): Claim | undefined {
  return rules(cluster).claims.get(ip);
}

function rules(cluster: Cluster): ServiceRules {
  const services = table(cluster, 'services');
  let built = rulesOf.get(services);
  if (!built) rulesOf.set(services, (built = build(services)));
  return built;
}

/** Where two Services claim the same address and port, the first keeps it. Models pkg/proxy/serviceport.go, v1.36. */
function build(services: Table<Service>): ServiceRules {
  const byAddress = new Map<string, ServiceRule>();
  const byNodePort = new Map<string, ServiceRule>();
  const clusterIPs = new Map<string, Service>();
  const healthChecks = new Map<number, Service>();
  const claims = new Map<string, Claim>();
  for (const service of services.values()) {
    if (service.spec.type === 'ExternalName' || !isWatched(service)) continue;
    const own = rulesOfService(service);
    for (const ip of own.addresses) clusterIPs.set(ip, service);
    for (const [ip, claim] of own.claims) if (!claims.has(ip)) claims.set(ip, claim);
    if (service.spec.healthCheckNodePort) healthChecks.set(service.spec.healthCheckNodePort, service);
    for (const rule of own.rules) {
      const map = rule.entry === 'nodePort' ? byNodePort : byAddress;
      if (!map.has(rule.key)) map.set(rule.key, rule);
    }
  }
  return { byAddress, byNodePort, clusterIPs, healthChecks, claims };
}

interface OwnRules {
  readonly addresses: readonly string[];
  readonly rules: readonly (ServiceRule & { readonly key: string })[];
  readonly claims: readonly (readonly [string, Claim])[];
}

const ownRules = new WeakMap<Service, OwnRules>();

function rulesOfService(service: Service): OwnRules {
  let own = ownRules.get(service);
  if (!own) {
    const addresses = clusterIPsOf(service);
    own = { addresses, rules: addresses.flatMap((ip) => rulesIn(service, ip)), claims: claimsOf(service) };
    ownRules.set(service, own);
  }
  return own;
}

function clusterIPsOf({ spec }: Service): readonly string[] {
  return (spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : [])).filter((ip) => familyOf(ip) !== undefined);
}

/** Every way into the Service in the family of one of its ClusterIPs. */
function rulesIn(service: Service, clusterIP: string): readonly (ServiceRule & { readonly key: string })[] {
  const family = familyOf(clusterIP) ?? 'IPv4';
  const sameFamily = (ips: readonly (string | undefined)[]): string[] =>
    ips.flatMap((ip) => (ip !== undefined && familyOf(ip) === family ? [canonicalIP(ip) ?? ip] : []));
  const virtual = (service.status?.loadBalancer?.ingress ?? []).filter(({ ipMode }) => ipMode !== 'Proxy');
  const entries: readonly [RuleEntry, readonly string[]][] = [
    ['clusterIP', [clusterIP]],
    ['externalIP', sameFamily(service.spec.externalIPs ?? [])],
    ['loadBalancerIP', sameFamily(virtual.map(({ ip }) => ip))],
  ];
  return (service.spec.ports ?? []).flatMap((port, i) => {
    const rule = { service, port, path: `spec.ports[${i}]`, family };
    const addressed = entries.flatMap(([entry, ips]) =>
      ips.map((ip) => ({ ...rule, entry, key: `${ip} ${port.protocol} ${port.port}` })),
    );
    if (!port.nodePort) return addressed;
    return [...addressed, { ...rule, entry: 'nodePort' as const, key: `${family} ${port.protocol} ${port.nodePort}` }];
  });
}

function claimsOf(service: Service): readonly (readonly [string, Claim])[] {
  const { spec, status } = service;
  const claim = (
    entry: Claim['entry'],
    path: string,
    ip: string | undefined,
  ): readonly (readonly [string, Claim])[] => {
    const address = ip === undefined ? undefined : canonicalIP(ip);
    return address === undefined ? [] : [[address, { service, entry, path }]];
  };
  return [
    ...(spec.externalIPs ?? []).flatMap((ip, i) => claim('externalIP', `spec.externalIPs[${i}]`, ip)),
    ...(status?.loadBalancer?.ingress ?? []).flatMap(({ ip }, i) =>
      claim('loadBalancerIP', `status.loadBalancer.ingress[${i}].ip`, ip),
    ),
    ...claim('loadBalancerIP', 'spec.loadBalancerIP', spec.loadBalancerIP),
  ];
}
