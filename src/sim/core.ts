/**
 * The engine with the parts that a page needs at first: the door of its first worker and of the views.
 * What it answers is what `index.ts` answers, which has all parts.
 */
import type { DnsAnswer, DnsQuestion, TrafficProbe, Verdict } from './api/questions.ts';
import { connect as connectClient, type ConnectOptions } from './client/connect.ts';
import { answerDns } from './client/resolver.ts';
import { coreParts } from './parts/core-parts.ts';
import type { Scene } from './scene/parse-scene.ts';
import { simulateWith, type Settings, type Simulation, type State } from './simulate.ts';

export { listEndpoints } from './list-endpoints.ts';
export { appendStep, insertStep, removeStep, setNode, setPod, setText, textOfState } from './scene/edit-scene.ts';
export { parseScene } from './scene/parse-scene.ts';
export type { NodeIntent, PodIntent } from './api/world.ts';
export type { Settings, Simulation, State } from './simulate.ts';
export { rangeOf } from './yaml/find-range.ts';
export { pathAt } from './yaml/find-range.ts';
export { formatPath, parsePath } from './yaml/field-path.ts';
export { readDocument } from './yaml/read-document.ts';
export { play } from './client/play.ts';
export { isPodAddress, nodeWithAddress } from './client/addresses.ts';
export { reverseNameOf } from './client/search-names.ts';
export { explainService } from './explain/explain-service.ts';
export type { EndpointRow, PortExplanation, RowState, ServiceExplanation } from './explain/explanation.ts';
export { structShape, type FieldShape } from './apiserver/decode/field-table.ts';
export { matchesLabels } from './api/labels.ts';
export { labelGroups, podsMatching } from './cluster/matching.ts';
export { fieldsAt } from './explain/known-fields.ts';
export { nearest } from './explain/nearest.ts';
export { nearestMiss } from './explain/nearest-miss.ts';
export { serviceVerdict, type ServiceVerdict } from './explain/service-verdict.ts';
export { orphanEndpoints } from './explain/orphan-endpoints.ts';
export { podSource } from './explain/pod-source.ts';
export { isPodReady } from './api/endpoints/pod-to-endpoint.ts';
export { apiKinds, apiVersionOf, findKind, isModelled, tableName } from './api/kinds.ts';
export { keyOf } from './api/refs.ts';
export { anyTable, get as objectIn, table } from './cluster/cluster.ts';
export { podsIn, podWithIP, slicesOf } from './cluster/indexes.ts';
export { filedSlices } from './proxy/memory.ts';
export type {
  DnsReason,
  DnsReasonCode,
  EndpointReason,
  EndpointReasonCode,
  Facts,
  Reason,
  ReasonOf,
  TrafficReason,
  TrafficReasonCode,
} from './api/reasons.ts';
export type { DnsAnswer, DnsQuestion, Outcome, TrafficProbe, Verdict } from './api/questions.ts';
export type { ObjectRef } from './api/refs.ts';
export type { Problem, ProblemCode, Range } from './api/problems.ts';

/** Every state of a scene, as `simulate` of `index.ts`; `needs` is set, and the states end, where a step needs the other parts. */
export function simulate(text: string | Scene, settings: Settings = {}): Simulation {
  return simulateWith(coreParts, text, settings);
}

/** What the DNS server, or a resolver in a pod, answers in this state. */
export function lookup(state: State, question: DnsQuestion): DnsAnswer {
  return answerDns(state.cluster, question, { upstream: state.options.upstream, external: state.world.external });
}

/** Where a connection ends in this state, with the exact share of every endpoint. */
export function connect(state: State, probe: TrafficProbe, options: Partial<ConnectOptions> = {}): Verdict {
  return connectClient(state, probe, { upstream: state.options.upstream, ...options });
}
