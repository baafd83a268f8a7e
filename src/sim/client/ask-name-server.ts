/** Sending one question to the servers of a resolver. */
import type { DnsReply } from '../api/questions.ts';
import { type Cluster, get } from '../cluster/cluster.ts';
import { lookup } from '../dns/serve.ts';
import { lookupOutside, type Upstream } from '../dns/upstream.ts';

/**
 * The first server's reply; after a failure the next server's. The cluster's DNS Service answers as CoreDNS, any other
 * server as the upstream, which knows nothing of the cluster. No server: no reply.
 */
export function askNameServer(
  cluster: Cluster,
  nameservers: readonly string[],
  question: { readonly q: string; readonly type: string },
  upstream: Upstream,
): DnsReply {
  let reply: DnsReply = { rcode: 'TIMEOUT', flags: '', answer: [], authority: [], additional: [], reasons: [] };
  for (const server of nameservers) {
    reply = isClusterDns(cluster, server) ? lookup(cluster, question, upstream) : lookupOutside(question, upstream);
    if (reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN') return reply;
  }
  return reply;
}

function isClusterDns(cluster: Cluster, server: string): boolean {
  const service = get(cluster, 'services', 'kube-system', 'kube-dns');
  return service?.spec.clusterIPs?.includes(server) ?? false;
}
