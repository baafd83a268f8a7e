/** What is looked at where the reader has chosen nothing: the scene's first question and probe, else the Service chosen or the first. */
import { objectIn, table, type DnsQuestion, type State, type TrafficProbe } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { listsOf } from './services.ts';
import type { Selection, ServiceRef } from './view-models.ts';

/** The DNS question: chosen, the scene's first, or the name of the Service chosen, or of the first, in its own namespace. */
export function dnsAsked({ simulation, state, selection }: ViewContext): DnsQuestion & { readonly host: string } {
  const chosen = selection.dns;
  const first = simulation.scene.dns[0];
  if (chosen) {
    const same = first && hostOf(first) === chosen.host && first.type === chosen.type && first.ns === chosen.ns;
    return { ...(same && 'pod' in first && first.pod ? { pod: first.pod } : {}), ...chosen };
  }
  if (first) return { ...first, host: hostOf(first) };
  const service = serviceOf(state, selection);
  return { host: service?.name ?? 'kubernetes', type: 'A', ns: service?.namespace ?? 'default' };
}

const hostOf = (question: DnsQuestion): string =>
  'host' in question ? question.host : question.q.endsWith('.') ? question.q : `${question.q}.`;

/** The traffic question: chosen, the scene's first probe, or from `client` (else node-a) to the first port of the Service chosen, or of the first. */
export function probeAsked({ simulation, state, selection }: ViewContext): TrafficProbe {
  const chosen = selection.traffic;
  if (chosen) return chosen;
  const first = simulation.scene.probes[0];
  if (first) return first;
  const service = serviceOf(state, selection);
  const client = objectIn(state.cluster, 'pods', service?.namespace ?? 'default', 'client')
    ? `pod ${service?.namespace ?? 'default'}/client`
    : `node ${nodeOf(state)}`;
  return { from: client, to: service ? targetOf(state, service, client) : 'kubernetes:443' };
}

function nodeOf(state: State): string {
  const nodes = table(state.cluster, 'nodes');
  return nodes.has('node-a') ? 'node-a' : (nodes.keys().next().value ?? 'node-a');
}

/** The Service chosen, else the first of the scene, in manifest order. */
function serviceOf(state: State, { service: chosen }: Selection): ServiceRef | undefined {
  const services = listsOf(state).filter(({ namespace, name }) => objectIn(state.cluster, 'services', namespace, name));
  const same = (ref: ServiceRef): boolean => ref.namespace === chosen?.namespace && ref.name === chosen.name;
  return services.find(same) ?? services[0];
}

/** A Service as this client would type it, with its first port (80 where it has none). */
export function targetOf(state: State, service: ServiceRef, from: string, port?: number): string {
  const host = namespaceOf(from) === service.namespace ? service.name : `${service.name}.${service.namespace}`;
  const ports = objectIn(state.cluster, 'services', service.namespace, service.name)?.spec.ports;
  return `${host}:${port ?? ports?.[0]?.port ?? 80}`;
}

/** The namespace in which a client resolves names. */
export const namespaceOf = (from: string): string => /^pod ([^/\s]+)\//.exec(from)?.[1] ?? 'default';

/** The Service looked at: chosen, that of the first probe or question, else the first; undefined where there is none. */
export function serviceAsked(context: ViewContext): ServiceRef | undefined {
  const { state, selection, simulation } = context;
  const lists = listsOf(state);
  const has = (ref: ServiceRef | undefined): ServiceRef | undefined =>
    ref && lists.find(({ namespace, name }) => namespace === ref.namespace && name === ref.name);
  const probe = simulation.scene.probes[0];
  const question = simulation.scene.dns[0];
  return (
    has(selection.service) ??
    has(probe && named(probe.to.replace(/:\d+$/, ''), namespaceOf(probe.from))) ??
    has(question && named(hostOf(question), question.ns)) ??
    lists[0]
  );
}

/** `web`, `web.shop`, `web.shop.svc.cluster.local.` as the Service it names, if it names one. */
export function named(host: string, namespace: string): ServiceRef | undefined {
  const match = /^([^.]+)(?:\.([^.]+)(?:\.svc(?:\.cluster\.local\.?)?)?)?$/.exec(host);
  return match ? { name: match[1] ?? '', namespace: match[2] ?? namespace } : undefined;
}
