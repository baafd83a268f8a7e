/** Every reason that a scene's states give: for its Services, its questions to DNS and its probes. */
import {
  connect,
  explainService,
  lookup,
  orphanEndpoints,
  table,
  type DnsAnswer,
  type DnsReason,
  type EndpointReason,
  type ServiceExplanation,
  type Simulation,
  type State,
  type TrafficReason,
  type Verdict,
} from '../../../src/sim/index.ts';

/** The Services of the reader: without those that every cluster has. */
export function explanationsOf(state: State): readonly ServiceExplanation[] {
  return [...table(state.cluster, 'services').values()].flatMap(({ metadata: { namespace = '', name } }) => {
    if (name === 'kubernetes' || name === 'kube-dns') return [];
    return explainService(state, namespace, name) ?? [];
  });
}

export function endpointReasons(state: State): readonly EndpointReason[] {
  const services = explanationsOf(state).flatMap(({ reasons, ports }) => [
    ...reasons,
    ...ports.flatMap((port) => [...port.reasons, ...port.rows.map(({ reason }) => reason)]),
  ]);
  return [...services, ...orphanEndpoints(state.cluster)];
}

/** Reasons of the reply, and of every question that was sent before it. */
export function reasonsOfAnswer({ reasons, queries = [] }: DnsAnswer): readonly DnsReason[] {
  return [...reasons, ...queries.flatMap((query) => query.reasons)];
}

export function dnsAnswers({ scene }: Simulation, state: State): readonly DnsAnswer[] {
  return scene.dns.map((question) => lookup(state, question));
}

export function verdicts({ scene }: Simulation, state: State): readonly Verdict[] {
  return scene.probes.map((probe) => connect(state, probe));
}

export interface Reasons {
  readonly endpoints: readonly EndpointReason[];
  readonly dns: readonly DnsReason[];
  readonly traffic: readonly TrafficReason[];
}

export function reasonsOf(simulation: Simulation, state: State): Reasons {
  const ways = verdicts(simulation, state);
  const answers = [...dnsAnswers(simulation, state), ...ways.flatMap(({ dns }) => dns ?? [])];
  return {
    endpoints: endpointReasons(state),
    dns: answers.flatMap(reasonsOfAnswer),
    traffic: ways.flatMap(({ reasons }) => reasons),
  };
}

/** The codes of every state, of all three kinds. */
export function reasonCodes(simulation: Simulation): readonly string[] {
  return simulation.states.flatMap((state) => {
    const { endpoints, dns, traffic } = reasonsOf(simulation, state);
    return [...endpoints, ...dns, ...traffic].map(({ code }) => code);
  });
}
