/** The only door of the engine. */
import type { CommandResult } from './api/command-result.ts';
import { Memo } from './api/memo.ts';
import type { DnsAnswer, DnsQuestion, TrafficProbe, Verdict } from './api/questions.ts';
import { tableName } from './api/kinds.ts';
import { keyOf, type ObjectRef } from './api/refs.ts';
import { connect as connectClient, type ConnectOptions } from './client/connect.ts';
import { answerDns } from './client/resolver.ts';
import { runCommand } from './client/run-command.ts';
import { anyTable } from './cluster/cluster.ts';
import { commandText } from './kubectl/command-text.ts';
import { readExec } from './kubectl/exec.ts';
import type { FieldDescriptions } from './kubectl/explain-fields.ts';
import { formatAge } from './kubectl/format-age.ts';
import { leftOut } from './kubectl/left-out.ts';
import { isReadCommand, runRead } from './kubectl/read.ts';
import { readManifest } from './kubectl/read-manifest.ts';
import type { ReadObject } from './kubectl/read-object.ts';
import { findResource } from './kubectl/resource-args.ts';
import { manifestFile } from './kubectl/step-commands.ts';
import { verbFirst } from './kubectl/verb-first.ts';
import { isWriteCommand } from './kubectl/write-command.ts';
import { runConsoleCommand, type State } from './simulate.ts';

export { appendStep, insertStep, removeStep, setNode, setPod, setText, textOfState } from './scene/edit-scene.ts';
export { parseScene } from './scene/parse-scene.ts';
export type { NodeIntent, PodIntent } from './api/world.ts';
export { simulate } from './simulate.ts';
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

/** What the DNS server, or a resolver in a pod, answers in this state. */
export function lookup(state: State, question: DnsQuestion): DnsAnswer {
  return answerDns(state.cluster, question, { upstream: state.options.upstream, external: state.world.external });
}

/** Where a connection ends in this state, with the exact share of every endpoint. */
export function connect(state: State, probe: TrafficProbe, options: Partial<ConnectOptions> = {}): Verdict {
  return connectClient(state, probe, { upstream: state.options.upstream, ...options });
}

export interface KubectlSettings {
  /** Seconds since each state was made, by its index. Every age is 10s where there is no number. */
  readonly ages?: readonly number[];
  /** Our words for fields, by struct (`ServicePort`) and field (`ServicePort.port`), for `explain`. */
  readonly descriptions?: FieldDescriptions | undefined;
}

export interface KubectlResult extends CommandResult {
  /** For a command that changes the cluster: the step that it is (`action: kubectl`), to be added to the scene. */
  readonly step?: { readonly action: 'kubectl'; readonly args: readonly string[] };
  /** True for a command that would go on watching (`get -w`, `rollout status`): it printed what there is, once. */
  readonly watching?: true;
}

/**
 * What `kubectl` prints in this state for `argv` (the words after `kubectl`). A command that changes the cluster tells what it
 * would print and the step that it is; the state stays as it is. Unknown commands end with code 1.
 */
export function kubectl(state: State, argv: readonly string[], settings: KubectlSettings = {}): KubectlResult {
  const words = verbFirst(argv);
  const [command = '', second = ''] = words;
  if (isReadCommand(command, second)) {
    const { ages = [], descriptions } = settings;
    const namedInFile = (file: string): readonly ReadObject[] | undefined => namedIn(state, file);
    return runRead(state, argv, { ages: (ref) => ageOf(state, ref, ages), namedIn: namedInFile, descriptions });
  }
  if (command === 'exec') return runExec(state, words);
  const missing = leftOut(command, second);
  if (missing !== undefined || !isWriteCommand(command, second)) {
    const stderr = missing ?? `error: unknown command ${JSON.stringify(command)} for "kubectl"\n`;
    return { command: commandText(['kubectl', ...argv]), stdout: '', stderr, code: 1 };
  }
  const after = runConsoleCommand(state, argv);
  const result = after.apply;
  if (!result) throw new Error(`a command printed no result: ${argv.join(' ')}`);
  return after.cluster === state.cluster ? result : { ...result, step: { action: 'kubectl', args: argv } };
}

/** A command in a pod: `env`, `dig`, `nslookup`, `curl`, `cat /etc/resolv.conf`. */
function runExec(state: State, argv: readonly string[]): CommandResult {
  const command = commandText(['kubectl', ...argv]);
  const exec = readExec(state.cluster, argv.slice(1));
  if (!exec.ok) return { command, stdout: '', stderr: exec.stderr, code: 1 };
  const startedIn = madeIn(state, { kind: 'Pod', namespace: exec.namespace, name: exec.pod }).cluster;
  const ran = runCommand(state, { ...exec, startedIn }, exec.command, state.options);
  if (!ran) throw new Error(`a pod that was found is gone: ${exec.namespace}/${exec.pod}`);
  const stderr = ran.code === 0 ? ran.stderr : `${ran.stderr}command terminated with exit code ${ran.code}\n`;
  return { command, stdout: ran.stdout, stderr, code: ran.code };
}

function ageOf(state: State, ref: ObjectRef, ages: readonly number[]): string {
  const seconds = ages[madeIn(state, ref).index];
  return seconds === undefined ? '10s' : formatAge(seconds);
}

/** The oldest state from which on an object was there without a break; the state itself if it is not there. */
function madeIn(state: State, { kind, namespace, name }: ObjectRef): State {
  const resource = findResource(kind);
  const key = keyOf(namespace, name);
  const uidIn = (at: State): string | undefined =>
    resource && anyTable(at.cluster, tableName(resource)).get(key)?.metadata.uid;
  const uid = uidIn(state);
  let made = state;
  while (uid !== undefined && made.before && uidIn(made.before) === uid) made = made.before;
  return made;
}

/** What the documents of a file name, for `get -f`. */
function namedIn(state: State, file: string): readonly ReadObject[] | undefined {
  const text = file === manifestFile ? state.text : state.options.files?.get(file);
  return text === undefined ? undefined : readManifest(text, file, 'default', new Memo()).objects;
}
