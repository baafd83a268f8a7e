/** Who answers at an address, and how. */
import type { Protocol } from '../api/objects.ts';
import type { Outcome } from '../api/questions.ts';
import type { TrafficReason } from '../api/reasons.ts';
import { podWithIP } from '../cluster/indexes.ts';
import { claimOf } from '../proxy/service-rules.ts';
import {
  hostsWithAddress,
  isDocumentationAddress,
  isNamedEndpoint,
  isPodAddress,
  nodeWithAddress,
  type OutsideHost,
} from './addresses.ts';
import type { ClientState } from './client-state.ts';
import { portsListenedOn } from './pod-listens.ts';

/** How a client speaks to what it reached. */
export interface Conversation {
  /** The name the client asks for, as Host header and in TLS: what was typed. */
  readonly host: string;
  /** Absent: a host with a certificate speaks TLS on every port but 80 and 8080. */
  readonly tls?: boolean;
  /** The certificate is not checked. */
  readonly insecure?: boolean;
}

export interface Delivered {
  readonly who: string;
  readonly outcome: Outcome;
  readonly outside?: OutsideHost;
  readonly reasons: readonly TrafficReason[];
}

/**
 * The end of the way: a packet to this address that no rule rewrites any more. `listed`: a Service or a headless name
 * led there, so somebody is taken to be there even in ranges where nobody answers.
 */
export function deliver(
  state: ClientState,
  { ip, port }: { readonly ip: string; readonly port: number; readonly protocol: Protocol },
  listed: boolean,
  conversation: Conversation,
): Delivered {
  const node = nodeWithAddress(state.cluster, ip);
  if (node !== undefined) return toNode(state, node, ip, port);
  const pod = podWithIP(state.cluster, ip);
  if (pod) {
    const object = { kind: 'Pod', namespace: pod.metadata.namespace ?? '', name: pod.metadata.name };
    const who = `pod ${object.namespace}/${object.name}`;
    const listens = portsListenedOn(state.cluster, state.world, pod);
    const accepts = !listens || listens.includes(port);
    const facts = { port, ...(listens ? { listens: listens.map(String) } : {}) };
    return {
      ...{ who, outcome: accepts ? 'ENDPOINTS' : 'REFUSED' },
      reasons: [{ code: accepts ? 'PodAnswers' : 'PodRefuses', object, facts }],
    };
  }
  if (isPodAddress(ip)) {
    return { who: 'nobody', outcome: 'ENDPOINTS', reasons: [{ code: 'NobodyThere', facts: { address: ip } }] };
  }
  return toOutside(state, ip, port, listed, conversation);
}

/** A node answers where a pod of its network listens, or where some endpoint says that something does. */
function toNode(state: ClientState, node: string, ip: string, port: number): Delivered {
  const pod = podWithIP(state.cluster, ip);
  const declared = pod && (portsListenedOn(state.cluster, state.world, pod) ?? containerPorts(pod.spec.containers));
  const answers = declared?.includes(port) === true || isNamedEndpoint(state.cluster, ip, port);
  const { namespace = '', name = '' } = pod?.metadata ?? {};
  const object = pod ? { kind: 'Pod', namespace, name } : { kind: 'Node', namespace: '', name: node };
  return {
    who: pod ? `pod ${namespace}/${name}` : `node ${node}`,
    outcome: answers ? 'ENDPOINTS' : 'REJECT',
    reasons: [{ code: answers ? 'NodeAnswers' : 'NodeRefuses', object, facts: { address: ip, port } }],
  };
}

function containerPorts(
  containers: readonly { readonly ports?: readonly { readonly containerPort: number }[] }[],
): readonly number[] {
  return containers.flatMap(({ ports }) => (ports ?? []).map(({ containerPort }) => containerPort));
}

function toOutside(
  state: ClientState,
  ip: string,
  port: number,
  listed: boolean,
  conversation: Conversation,
): Delivered {
  const hosts = hostsWithAddress(state.world.external, ip);
  const outside = hosts.find(({ key }) => sameName(key, conversation.host)) ?? hosts[0];
  if (outside) return { who: 'outside', outside, ...answerOf(outside, ip, port, conversation) };
  const claim = claimOf(state.cluster, ip);
  if (!listed && claim) {
    const { namespace = '', name } = claim.service.metadata;
    const object = { kind: 'Service', namespace, name };
    const reason: TrafficReason = {
      code: 'AddressWithoutRule',
      object,
      path: claim.path,
      facts: { address: ip, port },
    };
    return { who: 'nobody', outcome: 'NOROUTE', reasons: [reason] };
  }
  if (!listed && isDocumentationAddress(ip)) {
    return { who: 'nobody', outcome: 'NOROUTE', reasons: [{ code: 'NobodyOwnsAddress', facts: { address: ip } }] };
  }
  return { who: 'outside', outcome: 'ENDPOINTS', reasons: [{ code: 'OutsideAnswers', facts: { address: ip, port } }] };
}

function answerOf(
  { key, settings }: OutsideHost,
  address: string,
  port: number,
  { host, tls, insecure }: Conversation,
): Pick<Delivered, 'outcome' | 'reasons'> {
  const facts = { host: key, address, port };
  const end = (
    outcome: Outcome,
    code: TrafficReason['code'],
    names: readonly string[] = [],
  ): Pick<Delivered, 'outcome' | 'reasons'> => ({
    outcome,
    reasons: [{ code, facts: names.length > 0 ? { ...facts, asked: host, names } : facts }],
  });
  if (settings.silent) return end('TIMEOUT', 'OutsideSilent');
  if (settings.refuses || (settings.ports && !settings.ports.includes(port))) return end('REFUSED', 'OutsideRefuses');
  const encrypted = tls ?? (port !== 80 && port !== 8080);
  if (settings.certificate && encrypted && !insecure && !settings.certificate.some((name) => covers(name, host))) {
    return end('TLS NAME', 'OutsideWrongCertificate', settings.certificate);
  }
  if (settings.serves && !settings.serves.some((name) => sameName(name, host))) {
    return end('HTTP 404', 'OutsideWrongHost', settings.serves);
  }
  return end('ENDPOINTS', 'OutsideAnswers');
}

/** A certificate's name, or one with `*` for exactly one label. */
function covers(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return sameName(name, host);
  const dot = host.indexOf('.');
  return dot > 0 && sameName(name.slice(2), host.slice(dot + 1));
}

function sameName(a: string, b: string): boolean {
  return a.replace(/\.$/, '').toLowerCase() === b.replace(/\.$/, '').toLowerCase();
}
