/** One question inside a zone → what its name leads to. */
import { get, type Cluster } from '../cluster/cluster.ts';
import { familyOf } from '../api/ip.ts';
import { isSubDomain } from './domain-name.ts';
import { findPods } from './find-pods.ts';
import { findServices } from './find-services.ts';
import { emptyName, noSuchName, type Matches } from './matches.ts';
import { parseRequest } from './parse-request.ts';
import type { Upstream } from './upstream.ts';

/** A question that falls into a zone of CoreDNS. `zone` is written as in the question. */
export interface ZoneQuestion {
  readonly name: string;
  readonly zone: string;
  readonly type: string;
}

/** What questions are answered from. */
export interface Backend extends Upstream {
  readonly cluster: Cluster;
  /** How many aliases may still be followed for this question; counted down. */
  readonly budget: { aliases: number };
}

const nameServerLabel = 'ns.dns.';

/**
 * Matches of a name for a type. SRV never counts aliases.
 * Models CoreDNS plugin/kubernetes Services and Records, 1.14.7.
 */
export function findMatches(backend: Backend, question: ZoneQuestion): Matches {
  const { name, zone, type } = question;
  const lower = name.toLowerCase();
  const isNameServer = lower.startsWith(nameServerLabel) && lower.slice(nameServerLabel.length) === zone;
  // A PTR question goes to the records straight away, where no such name is.
  if (isNameServer && type !== 'PTR') {
    return nameServerAddresses(backend.cluster, type);
  }
  const found = findName(backend.cluster, lower, zone);
  if (type !== 'SRV' || !found.matches.some((match) => !match.family)) return found;
  const matches = found.matches.filter((match) => match.family);
  return { exists: found.exists, matches, reasons: [...found.reasons, { code: 'AliasWithoutPorts' }] };
}

function findName(cluster: Cluster, lower: string, zone: string): Matches {
  const request = parseRequest(lower, zone);
  if (request.shape === 'zone') return emptyName({ code: 'ZoneName', facts: { name: lower } });
  const isReverse = isSubDomain('in-addr.arpa.', lower) || isSubDomain('ip6.arpa.', lower);
  if (request.shape === 'unknown' || isReverse) return noSuchName({ code: 'NameShapeUnknown', facts: { name: lower } });
  return request.podOrSvc === 'pod' ? findPods(cluster, request) : findServices(cluster, request);
}

/** The zone's name server: the Service kube-system/kube-dns, whether it has endpoints or not. */
export function nameServer(cluster: Cluster): Matches {
  const service = get(cluster, 'services', 'kube-system', 'kube-dns');
  const object = { kind: 'Service', namespace: 'kube-system', name: 'kube-dns' };
  const matches = (service?.spec.clusterIPs ?? []).flatMap((host) => {
    const family = familyOf(host);
    return family ? [{ host, family, port: 0, target: 'kube-dns.kube-system.svc' }] : [];
  });
  return { exists: true, matches, reasons: [{ code: 'NameServer', object, path: 'spec.clusterIPs' }] };
}

function nameServerAddresses(cluster: Cluster, type: string): Matches {
  const found = nameServer(cluster);
  return { ...found, matches: type === 'A' || type === 'AAAA' ? found.matches : [] };
}
