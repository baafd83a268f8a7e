/** Who asks: a pod, a process on a node, or a client outside the cluster. */
import { canonicalIP, familyOf } from '../api/ip.ts';
import type { Family, Pod } from '../api/objects.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { nodeAddress } from './addresses.ts';

export interface PodSource {
  readonly kind: 'pod';
  readonly ip: string;
  readonly node: string;
  readonly namespace: string;
  readonly pod: Pod;
}
export interface NodeSource {
  readonly kind: 'node';
  readonly ip: string;
  readonly node: string;
  /** A process on a node resolves names like a pod of this namespace. */
  readonly namespace: 'default';
}
export interface OutsideSource {
  readonly kind: 'external';
  readonly ip: string;
}
export type Source = PodSource | NodeSource | OutsideSource;

/** Why nobody can ask: printed as a Verdict's note. */
export interface NoSource {
  readonly kind: 'none';
  readonly note: string;
}

const outsideClient: Readonly<Record<Family, string>> = { IPv4: '198.51.100.20', IPv6: '2001:db8:100::20' };

/** Reads `pod ns/name`, `node NAME` or `external [ADDRESS]`. A pod named without namespace is one of `default`. */
export function findSource(cluster: Cluster, from: string, family: Family): Source | NoSource {
  const [kind, name = ''] = from.trim().split(/\s+/, 2);
  switch (kind) {
    case 'pod':
      return findPod(cluster, name, family);
    case 'node': {
      const ip = nodeAddress(cluster, name, family);
      return ip === undefined ? none('no such node') : { kind, ip, node: name, namespace: 'default' };
    }
    case 'external': {
      const ip = canonicalIP(name === '' ? outsideClient[family] : name);
      return ip === undefined ? none('not an address') : { kind, ip };
    }
    default:
      return none('not a source');
  }
}

function findPod(cluster: Cluster, key: string, family: Family): Source | NoSource {
  const [namespace = '', name = ''] = key.includes('/') ? key.split('/') : ['default', key];
  const pod = get(cluster, 'pods', namespace, name);
  if (!pod) return none('no such pod');
  const node = pod.spec.nodeName;
  if (!node || !get(cluster, 'nodes', undefined, node)) return none('the pod has no node');
  const addresses = pod.status.podIPs?.map(({ ip }) => ip) ?? (pod.status.podIP ? [pod.status.podIP] : []);
  const ip = addresses.find((address) => familyOf(address) === family);
  return ip === undefined ? none('the pod has no address') : { kind: 'pod', ip, node, namespace, pod };
}

function none(note: string): NoSource {
  return { kind: 'none', note };
}
