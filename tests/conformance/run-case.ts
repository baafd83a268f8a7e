/** One scene through the engine, its answers written in the format of the recording. */
import { connect, kubectl, lookup, simulate } from '../../src/sim/index.ts';
import { recordedAllocator } from '../../src/sim/allocator/recorded.ts';
import type { CommandResult } from '../../src/sim/api/command-result.ts';
import type { Simulation, State } from '../../src/sim/simulate.ts';
import { allocationsOf, cameFrom } from './allocations-of.ts';
import type {
  RecordedAllocations,
  RecordedCase,
  RecordedDns,
  RecordedObjects,
  RecordedState,
  RecordedTraffic,
} from './answers.ts';
import { recordedObjects } from './recorded-objects.ts';
import { splitCommand } from './split-command.ts';

export interface CaseRun {
  readonly result: RecordedCase;
  /** Parts that threw: where, and what. What threw is left out of the result; the rest is there. */
  readonly errors: readonly string[];
}

const always = [
  'get svc,endpoints,endpointslices -A',
  'get svc,endpoints,endpointslices -A -o wide',
  'get pods -A -o wide',
];

/**
 * Runs a scene with the draws recorded for each of its states (index = state) and asks every state what the recording asked.
 * Nothing else of the recording comes in. Never throws.
 */
export function runCase(id: string, scene: string, allocations: readonly RecordedAllocations[]): CaseRun {
  const errors: string[] = [];
  const attempt = <T>(part: string, run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      errors.push(`${part}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return undefined;
    }
  };
  const simulation = attempt('simulate', () =>
    simulate(scene, { allocator: recordedAllocator(allocations), options: { upstream: 'none', probes: false } }),
  );
  const states = (simulation?.states ?? []).map((state) =>
    recordState(simulation as Simulation, state, allocations[state.index], (part, run) =>
      attempt(`state ${state.index} ${part}`, run),
    ),
  );
  return { result: { id, states }, errors };
}

type Attempt = <T>(part: string, run: () => T) => T | undefined;

const noObjects: RecordedObjects = {
  services: [],
  endpoints: [],
  endpointSlices: [],
  pods: [],
  workloads: [],
  namespaces: [],
};

function recordState(
  simulation: Simulation,
  state: State,
  given: RecordedAllocations | undefined,
  attempt: Attempt,
): RecordedState {
  const { scene } = simulation;
  const drawn = attempt('allocations', () => allocationsOf(state.cluster)) ?? {};
  const objects = attempt('objects', () => recordedObjects(state)) ?? noObjects;
  const texts = recordTexts(state, [...always, ...describeAll(objects), ...scene.kubectl], attempt);
  const dns = scene.dns.map((question, i) => attempt(`dns ${i}`, () => recordDns(lookup(state, question))));
  const traffic = scene.probes.map((probe, i) => attempt(`traffic ${i}`, () => recordTraffic(connect(state, probe))));
  return {
    index: state.index,
    apply: state.apply && printed(state.apply),
    ...(cameFrom(given, drawn) ? {} : { allocations: drawn }),
    objects,
    ...texts,
    events: recordEvents(state),
    ...(dns.length > 0 && { dns: dns as RecordedDns[] }),
    ...(traffic.length > 0 && { traffic: traffic as RecordedTraffic[] }),
  };
}

function printed({ command, stdout, stderr, code }: CommandResult): CommandResult {
  return { command, stdout, stderr, code };
}

function describeAll(objects: RecordedObjects): readonly string[] {
  const lists = [
    ['svc', objects.services],
    ['endpoints', objects.endpoints],
    ['endpointslice', objects.endpointSlices],
  ] as const;
  return lists.flatMap(([kind, items]) =>
    items.map(
      ({ metadata: { name, namespace } }) =>
        `describe ${kind} ${name}${namespace === 'default' ? '' : ` -n ${namespace}`}`,
    ),
  );
}

function recordTexts(
  state: State,
  commands: readonly string[],
  attempt: Attempt,
): Pick<RecordedState, 'kubectl' | 'kubectlErr'> {
  const texts = new Map<string, string>();
  const errors = new Map<string, { stderr: string; code: number }>();
  for (const command of new Set(commands)) {
    const result = attempt(command, () => kubectl(state, splitCommand(command)));
    if (!result) continue;
    texts.set(command, result.stdout);
    if (result.stderr !== '' || result.code !== 0) errors.set(command, { stderr: result.stderr, code: result.code });
  }
  return { kubectl: Object.fromEntries(texts), kubectlErr: Object.fromEntries(errors) };
}

/** Each combination once: the recording shows no repeats. */
function recordEvents(state: State): RecordedState['events'] {
  const seen = new Map<string, RecordedState['events'][number]>();
  for (const { type, reason, object, from, message } of state.events) {
    seen.set(JSON.stringify([type, reason, object, from, message]), { type, reason, object, from, message });
  }
  return [...seen.values()];
}

function recordDns(answer: ReturnType<typeof lookup>): RecordedDns {
  const { name, result, queries, rcode, flags, answer: records, authority, additional } = answer;
  return {
    name,
    ...(result !== undefined && { result }),
    ...(queries && { queries: queries.map(({ q, rcode: code, answers }) => ({ q, rcode: code, answers })) }),
    rcode,
    flags,
    answer: records,
    authority,
    additional,
  };
}

function recordTraffic(verdict: ReturnType<typeof connect>): RecordedTraffic {
  const { probe, outcome, reached, source } = verdict;
  if (outcome !== 'ENDPOINTS') return { from: probe.from, to: probe.to, outcome };
  const answering = reached.filter((endpoint) => endpoint.outcome === 'ENDPOINTS');
  const endpoints = [...new Set(answering.map(({ endpoint }) => endpoint))].sort();
  return { from: probe.from, to: probe.to, outcome, endpoints, ...(source && { source }) };
}
