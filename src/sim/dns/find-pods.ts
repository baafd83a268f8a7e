/** From a name below `pod` to the address written in it. */
import { formatIP, parseIP } from '../api/ip.ts';
import { get, type Cluster } from '../cluster/cluster.ts';
import { emptyName, noSuchName, type Matches } from './matches.ts';
import type { NameParts } from './parse-request.ts';

/**
 * `a-b-c-d.NAMESPACE.pod` is the address a.b.c.d for any namespace that exists, whether a pod has it or not.
 * Models CoreDNS plugin/kubernetes findPods in mode "insecure", 1.14.7.
 */
export function findPods(cluster: Cluster, { namespace, service: label }: NameParts): Matches {
  if (!get(cluster, 'namespaces', undefined, namespace)) {
    return noSuchName({ code: 'NamespaceNotFound', facts: { namespace } });
  }
  const object = { kind: 'Namespace', namespace: '', name: namespace };
  if (label === '') return emptyName({ code: 'NamespaceName', object });
  const isIPv4 = label.split('-').length === 4 && !label.includes('--');
  const ip = parseIP(label.replaceAll('-', isIPv4 ? '.' : ':'));
  if (!ip || ip.leadingZeros) return noSuchName({ code: 'PodNameNotAddress', object, facts: { label } });
  const host = formatIP(ip);
  const match = { host, family: ip.family, port: 0, target: `${label}.${namespace}.pod` };
  return { exists: true, matches: [match], reasons: [{ code: 'PodName', object, facts: { address: host } }] };
}
