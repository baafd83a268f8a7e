/** The way of a connection as facts: what the picture draws and the table prints. */
import {
  connect,
  objectIn,
  type DnsReason,
  type ObjectRef,
  type PortExplanation,
  type TrafficProbe,
  type Verdict,
} from '../../sim/core.ts';
import { named, namespaceOf } from '../asked.ts';
import { addressOf } from '../endpoint-rows.ts';
import type { ViewContext } from '../context.ts';
import type { PictureEndpoint, PictureModel, ServiceRef } from '../view-models.ts';
import { notReachedOf, reachedOf } from './ends.ts';
import { withGone } from './gone.ts';
import { reasonIn } from './reason-in.ts';
import { ruleNotes } from './rule-notes.ts';
import { clientOf } from './who.ts';

export interface Way {
  readonly probe: TrafficProbe;
  readonly verdict: Verdict;
  readonly host: string;
  readonly port: number;
  readonly client: PictureModel['client'];
  /** The Service asked, whose endpoints stand in the picture. */
  readonly service?: ServiceRef;
  /** Its port that was asked, explained. */
  readonly explained?: PortExplanation;
  readonly address?: NonNullable<PictureModel['address']>;
  readonly rule?: {
    readonly node: string;
    readonly title: string;
    readonly detail: string;
    readonly notes: readonly string[];
  };
  /** Where a name leads straight to endpoints. */
  readonly direct?: NonNullable<PictureModel['direct']>;
  readonly reached: readonly PictureEndpoint[];
  readonly notReached: readonly PictureEndpoint[];
}

/** More endpoints than this are drawn as dots. */
export const drawnLimit = 8;

/** Asks the engine, and puts beside its verdict the endpoints that were not reached. */
export function wayOf(context: ViewContext, probe: TrafficProbe): Way {
  const { state } = context;
  const verdict = connect(state, probe);
  const match = /^(?:\[([^\]]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(probe.to.trim());
  const host = match?.[1] ?? match?.[2] ?? probe.to;
  const port = Number(match?.[3] ?? 0);
  const service = serviceOf(context, verdict, host);
  const explanation = service && context.explain(state, service);
  const explained =
    explanation?.ports.find(({ name }) => verdict.service && name === (verdict.service.port ?? '')) ??
    explanation?.ports[0];
  const base = {
    probe,
    verdict,
    host,
    port,
    client: clientOf(context, verdict),
    ...(service ? { service } : {}),
    ...(explained ? { explained } : {}),
  };
  const address = addressModel(context, base);
  const rule = ruleModel(context, base);
  const reached = reachedOf(context, base, drawnLimit);
  const others = notReachedOf(context, base, new Set(reached.map(({ id }) => addressOf(id))));
  const notReached = withGone(context, base, reached, others);
  const direct = !address && !rule && verdict.dns && reached.length > 0 ? directModel(context, base) : undefined;
  return {
    ...base,
    ...(address ? { address } : {}),
    ...(rule ? { rule } : {}),
    ...(direct ? { direct } : {}),
    reached,
    notReached,
  };
}

export type WayStart = Pick<Way, 'probe' | 'verdict' | 'host' | 'port' | 'client' | 'service' | 'explained'>;

/** The Service whose rule, name or address was asked; for a name that does not exist, Endpoints of that name. */
function serviceOf({ state }: ViewContext, verdict: Verdict, host: string): ServiceRef | undefined {
  const refOf = ({ namespace, name }: ServiceRef): ServiceRef => ({ namespace, name });
  if (verdict.service) return refOf(verdict.service);
  const objects = [...verdict.reasons, ...dnsReasons(verdict)].flatMap(({ object }): readonly ObjectRef[] =>
    object ? [object] : [],
  );
  const service = objects.find(({ kind }) => kind === 'Service');
  if (service) return refOf(service);
  const name = verdict.dns && named(host, namespaceOf(verdict.probe.from));
  const orphan = name && objectIn(state.cluster, 'endpoints', name.namespace, name.name);
  return orphan ? name : undefined;
}

/** The reasons of the DNS answer, and of the tries that failed before it. */
export function dnsReasons({ dns }: Verdict): readonly DnsReason[] {
  return dns ? [...dns.reasons, ...(dns.queries ?? []).flatMap(({ reasons }) => reasons)] : [];
}

const printAddress = (ip: string, port: number): string => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`);

function addressModel({ words }: ViewContext, { verdict, host, port }: WayStart): Way['address'] {
  const { via, resolved = [], outcome } = verdict;
  const [ip] = resolved;
  if (ip === undefined || via === undefined || via === 'headless' || via === 'endpoint-name') return undefined;
  const model = ([title, detail]: readonly string[], virtual: boolean): Way['address'] => ({
    text: printAddress(ip, port),
    title: title ?? '',
    detail: detail ?? '',
    virtual,
  });
  const { traffic } = words;
  if (reasonIn(verdict, 'AddressUnallocated')) return model(traffic.unallocated, true);
  if (reasonIn(verdict, 'LoadBalancerIPMatched')) return model(traffic.loadBalancer, true);
  if (reasonIn(verdict, 'ExternalIPMatched')) return model(traffic.externalIP, true);
  if (reasonIn(verdict, 'NodePortMatched', 'HealthCheck'))
    return model([traffic.nodePort[0] ?? '', via === 'node' ? host : ''], false);
  if (reasonIn(verdict, 'ServicePortMatched', 'ServicePortNotFound') || via === 'clusterIP') {
    if (reasonIn(verdict, 'InternalPolicyLocal')) return model(traffic.localPolicy, true);
    return model(outcome === 'REJECT' && verdict.dns ? traffic.clusterIPEmpty : traffic.clusterIP, true);
  }
  if (outcome === 'NOROUTE') return model(traffic.noRule, false);
  return via === 'node' ? model([traffic.node[0] ?? '', host], false) : model(traffic.typed, false);
}

function directModel({ words: { traffic } }: ViewContext, { verdict }: WayStart): NonNullable<Way['direct']> {
  const detail = verdict.cname ? traffic.ruleNotInvolved : traffic.clientPicks;
  return { title: traffic.noRuleAsked, detail };
}

const ruleCodes = [
  'ServicePortMatched',
  'ServicePortNotFound',
  'NodePortMatched',
  'LoadBalancerIPMatched',
  'ExternalIPMatched',
  'HealthCheck',
  'AddressUnallocated',
] as const;

function ruleModel(context: ViewContext, { verdict, port, host, probe }: WayStart): Way['rule'] {
  if (!reasonIn(verdict, ...ruleCodes)) return undefined;
  const node =
    verdict.node ??
    /^node (\S+)/.exec(probe.from)?.[1] ??
    (verdict.via === 'node' ? host : context.words.traffic.eachNode);
  return { node, title: 'kube-proxy', detail: ruleDetail(context, verdict, port), notes: ruleNotes(context, verdict) };
}

function ruleDetail({ words: { traffic } }: ViewContext, verdict: Verdict, port: number): string {
  const { outcome, reached, affinity } = verdict;
  if (outcome === 'HTTP 200' || outcome === 'HTTP 503') return traffic.health;
  if (reached.length > 0) return affinity ? traffic.keeps(reached.length) : traffic.picks(reached.length);
  if (reasonIn(verdict, 'ServicePortNotFound')) return traffic.noPort(port);
  if (reasonIn(verdict, 'SourceRangeForbids')) return traffic.forbids;
  if (outcome === 'DROP') return traffic.drops;
  const differs = reasonIn(verdict, 'SlicePortDiffers');
  return differs ? traffic.nothingForPort(String(differs.facts?.['name'] ?? '')) : traffic.nothing;
}
