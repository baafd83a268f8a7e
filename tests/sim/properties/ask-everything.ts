/** Every door of the engine on every state of a simulation. */
import {
  connect,
  explainService,
  kubectl,
  lookup,
  orphanEndpoints,
  play,
  table,
  type DnsAnswer,
  type DnsQuestion,
  type Simulation,
  type State,
  type TrafficProbe,
  type Verdict,
} from '../../../src/sim/index.ts';

const always = [
  'get svc,endpoints,endpointslices -A',
  'get svc,endpoints,endpointslices -A -o wide',
  'get pods -A -o wide',
  'get deployments,replicasets,statefulsets -A',
  'get events -A',
  'get svc,endpoints,endpointslices,pods -A -o yaml',
  'describe svc',
  'describe endpoints',
  'describe endpointslices',
  'describe pods',
  'describe nodes',
];

export interface Answers {
  readonly lookups: readonly DnsAnswer[];
  readonly verdicts: readonly Verdict[];
  readonly printed: readonly object[];
  readonly explained: readonly unknown[];
}

/** What the scene's header asks, about every Service of the state, and what `more` asks. */
export function askState({ scene }: Simulation, state: State, more: Questions = {}): Answers {
  const services = [...table(state.cluster, 'services').values()].slice(0, 6);
  const hosts = services.map(({ metadata }) => `${metadata.name}.${metadata.namespace ?? ''}`);
  const questions = [...scene.dns, ...(more.dns ?? []), ...hosts.map((host) => ({ host, type: 'A', ns: 'default' }))];
  const client = [...table(state.cluster, 'pods').values()][0]?.metadata;
  const from = client ? `pod ${client.namespace ?? ''}/${client.name}` : 'node node-a';
  const probes: TrafficProbe[] = [
    ...scene.probes,
    ...(more.probes ?? []),
    ...services.flatMap(({ spec }, i) =>
      (spec.ports ?? []).slice(0, 2).map(({ port }) => ({ from, to: `${hosts[i] ?? ''}:${port}` })),
    ),
  ];
  const verdicts = probes.map((probe) => connect(state, probe));
  return {
    lookups: questions.map((question) => lookup(state, question)),
    verdicts,
    printed: [
      ...[...always, ...scene.kubectl.slice(0, 5)].map((command) => kubectl(state, command.split(' '))),
      ...(more.commands ?? []).map((argv) => kubectl(state, argv)),
    ],
    explained: [
      ...services.map(({ metadata }) => explainService(state, metadata.namespace ?? '', metadata.name)),
      orphanEndpoints(state.cluster),
      ...verdicts.map((verdict) => play(verdict, 5)),
    ],
  };
}

export interface Questions {
  readonly dns?: readonly DnsQuestion[];
  readonly probes?: readonly TrafficProbe[];
  readonly commands?: readonly (readonly string[])[];
}

export function askEverything(simulation: Simulation, more: Questions = {}): readonly Answers[] {
  return simulation.states.map((state) => askState(simulation, state, more));
}
