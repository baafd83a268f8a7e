/** scene → states, one line per stage. Start here if you read one file. */
import { derivedAllocator } from './allocator/derived.ts';
import type { Allocator, AllocatorOf } from './allocator/allocator.ts';
import type { CommandResult } from './api/command-result.ts';
import { IdentityCache } from './api/endpoints/identity-cache.ts';
import type { ClusterEvent } from './api/events.ts';
import { Memo } from './api/memo.ts';
import { NeedsFull } from './api/needs-full.ts';
import type { Problem } from './api/problems.ts';
import type { Options, World } from './api/world.ts';
import { withChanges, type Change, type Cluster } from './cluster/cluster.ts';
import { defaultCluster } from './cluster/default-cluster.ts';
import { nodeChanges } from './cluster/node-changes.ts';
import { comeToRest, settle } from './controllers/controller-manager.ts';
import { forgetEvents } from './controllers/lifecycle/garbage-collector.ts';
import type { SettleContext, Settled } from './controllers/settle-context.ts';
import { collectedProblems } from './explain/collected-problems.ts';
import { limitProblems } from './explain/limit-problems.ts';
import type { DocumentOutcome } from './kubectl/apply.ts';
import { commandText } from './kubectl/command-text.ts';
import { joinResults } from './kubectl/join-results.ts';
import { runWriteWith } from './kubectl/run-write.ts';
import { commandsOf, manifestFile } from './kubectl/step-commands.ts';
import type { Parts } from './parts/parts.ts';
import { file, memoryOf, type ProxyMemory } from './proxy/memory.ts';
import { parseScene, worldOf, type Scene, type Step } from './scene/parse-scene.ts';

export type { ProxyMemory } from './proxy/memory.ts';

/** The cluster at rest after the manifest (index 0) or after step n. */
export interface State {
  readonly index: number;
  /** What kubectl printed; null for a status that the world reports. */
  readonly apply: CommandResult | null;
  /** One entry per document (or item of a List) of the state's text, in order, also those that were refused. */
  readonly outcomes: readonly DocumentOutcome[];
  readonly world: World;
  readonly cluster: Cluster;
  readonly proxy: ProxyMemory;
  /** All events so far. */
  readonly events: readonly ClusterEvent[];
  /** Problems of the state's text, ranges in that text. */
  readonly problems: readonly Problem[];
  /** The text that was applied last: what `manifest.yaml` holds. */
  readonly text: string;
  /** The state before; absent for state 0. */
  readonly before?: State;
  /** How the engine was run: part of what a question to this state means. */
  readonly options: Options;
}

export interface Simulation {
  readonly scene: Scene;
  readonly states: readonly State[];
  readonly options: Options;
  readonly memo: Memo;
  /** Set where the engine lacks a part for the next step: the states end before it. */
  readonly needs?: 'full';
}

export interface Settings {
  /** The last result; what did not change is taken over from it. The result is the same without it. */
  readonly previous?: Simulation | undefined;
  /** Where values come from that a cluster draws at random; derived from names by default. */
  readonly allocator?: AllocatorOf | undefined;
  readonly options?: Partial<Options> | undefined;
}

/** One value each, so that two runs start from the same. */
const noEvents: readonly ClusterEvent[] = [];
const noChanges: readonly Change[] = [];

const defaultOptions: Options = { upstream: 'known', probes: true };

/** Every state of a scene: 0 is `kubectl apply -f manifest.yaml` on the empty default cluster, state n is what step n leaves. Never throws for a bad text. */
export function simulateWith(parts: Parts, text: string | Scene, settings: Settings = {}): Simulation {
  const options = { ...defaultOptions, ...settings.options };
  const memo = new Memo(settings.previous?.memo);
  const scene = typeof text === 'string' ? parseScene(text, memo) : text;
  const allocatorOf = settings.allocator ?? derivedAllocator;
  const states: State[] = [];
  try {
    for (const [i, step] of [undefined, ...scene.steps].entries()) {
      const engine = { parts, memo, options, allocator: allocatorOf(i) };
      const before = states.at(-1);
      states.push(
        step && before ? takeStep(before, step, worldOf(scene, i, memo), engine) : applyManifest(scene, engine),
      );
    }
  } catch (error) {
    if (error instanceof NeedsFull) return { scene, states, options, memo, needs: 'full' };
    throw error;
  }
  return { scene, states, options, memo };
}

interface Engine {
  readonly parts: Parts;
  readonly memo: Memo;
  readonly options: Options;
  readonly allocator: Allocator;
}

/** Where every scene of the same nodes begins. */
const beginnings = new IdentityCache<{ readonly cluster: Cluster; readonly proxy: ProxyMemory }>();

function applyManifest(scene: Scene, engine: Engine): State {
  const { world } = scene;
  const { allocator, options } = engine;
  const { cluster, proxy } = beginnings.once(allocator, [JSON.stringify(world.nodes)], () => {
    const empty = defaultCluster(world, allocator);
    return { cluster: empty, proxy: memoryOf(empty) };
  });
  const run = new Run({ index: -1, world, cluster, proxy, events: noEvents, options }, world, engine);
  return { ...run.kubectl([['apply', '-f', manifestFile]], scene.manifest.text) };
}

function takeStep(before: State, step: Step, world: World, engine: Engine): State {
  const run = new Run(before, world, engine);
  const commands = commandsOf(step);
  if (step.action === 'kubectl' && !engine.parts.full) throw new NeedsFull('a command of its own');
  if (step.action === 'apply') return { ...run.kubectl(commands, step.text), before };
  const input = step.action === 'kubectl' ? step.text : undefined;
  const { memo, allocator, options } = engine;
  const { cluster, proxy, events, text } = before;
  const inputs = [
    cluster,
    proxy,
    events,
    text,
    before.world,
    world,
    allocator,
    options.probes,
    options.files,
    input,
    JSON.stringify(commands),
  ];
  const after = memo.once(`state ${before.index + 1}`, inputs, () =>
    commands.length > 0
      ? run.kubectl(commands, text, input)
      : run.report(nodeChanges(cluster, before.world, world), text),
  );
  return { ...after, options, before };
}

/**
 * The state that a command of the console would leave; `argv` are the words after `kubectl`, `input` is what `-f -` reads. Draws come from
 * names.
 */
export function runConsoleCommand(parts: Parts, state: State, argv: readonly string[], input?: string): State {
  const engine = { parts, memo: new Memo(), options: state.options, allocator: derivedAllocator(state.index + 1) };
  return { ...new Run(state, state.world, engine).kubectl([argv], state.text, input), before: state };
}

/** What of a state the next one goes on from. */
type Before = Pick<State, 'index' | 'world' | 'cluster' | 'proxy' | 'events' | 'options'>;

/** One state in the making: every write goes through the controllers, into kube-proxy's memory and onto the list of events. */
class Run {
  cluster: Cluster;
  #proxy: ProxyMemory;
  #events: readonly ClusterEvent[];
  #settled = 0;
  readonly #index: number;
  readonly #world: World;
  readonly #engine: Engine;
  readonly #context: SettleContext;

  constructor(before: Before, world: World, engine: Engine) {
    this.cluster = before.cluster;
    this.#proxy = before.proxy;
    this.#events = before.events;
    this.#index = before.index + 1;
    this.#world = world;
    this.#engine = engine;
    const { allocator, memo, options, parts } = engine;
    const { workloads, strategies } = parts;
    this.#context = { world, allocator, families: world.families, memo, options, workloads, strategies };
  }

  /** kubectl, command after command, with `input` for `-f -`; then the pods' status is reported and the controllers come to rest. */
  kubectl(commands: readonly (readonly string[])[], text: string, input?: string): Omit<State, 'before'> {
    const { parts, allocator, memo, options } = this.#engine;
    const { strategies } = parts;
    const admit = { allocator, families: this.#world.families, strategies };
    const settleAfter = (cluster: Cluster, changes: readonly Change[]): Cluster => this.#take(settle, cluster, changes);
    const files = new Map([...(options.files ?? []), [manifestFile, text]]);
    if (input !== undefined) files.set('-', input);
    const context = { admit, files, memo, scope: `state ${this.#index}`, settle: settleAfter };
    const results: CommandResult[] = [];
    const outcomes: DocumentOutcome[] = [];
    const problems: Problem[] = [];
    for (const argv of commands) {
      if (!parts.full && !parts.writes.commands.has(argv[0] ?? '')) throw new NeedsFull(argv[0]);
      const { stdout, stderr, code, ...done } = runWriteWith(parts.writes, this.cluster, argv, context);
      results.push({ command: commandText(['kubectl', ...argv]), stdout, stderr, code });
      outcomes.push(...done.outcomes);
      problems.push(...done.problems);
      if (code !== 0 && done.problems.length === 0) problems.push(refusedCommand(stderr));
      this.cluster = done.cluster;
    }
    this.#rest();
    problems.push(
      ...limitProblems(parts.workloads, this.cluster, outcomes),
      ...collectedProblems(this.cluster, outcomes),
    );
    return { ...this.#state(), apply: joinResults(results), outcomes, problems, text };
  }

  /** What the world reports of nodes and pods; no command runs. */
  report(nodes: readonly Change[], text: string): Omit<State, 'before'> {
    if (nodes.length > 0) this.cluster = this.#take(settle, withChanges(this.cluster, nodes), nodes);
    this.#rest();
    return { ...this.#state(), apply: null, outcomes: [], problems: [], text };
  }

  /** Pods get their address and status; the controllers follow until all is quiet. */
  #rest(): void {
    this.cluster = this.#take(comeToRest, this.cluster, noChanges);
  }

  #state(): Before {
    const { options } = this.#engine;
    return {
      index: this.#index,
      world: this.#world,
      cluster: this.cluster,
      proxy: this.#proxy,
      events: this.#events,
      options,
    };
  }

  #take(
    bring: (cluster: Cluster, changes: readonly Change[], context: SettleContext) => Settled,
    cluster: Cluster,
    changes: readonly Change[],
  ): Cluster {
    const { memo, allocator, options } = this.#engine;
    this.#settled += 1;
    const inputs = [bring, cluster, changes, this.#world, allocator, options.probes, this.#proxy, this.#events];
    const [settled, proxy, events] = memo.once(`state ${this.#index} settle ${this.#settled}`, inputs, () => {
      const done = bring(cluster, changes, this.#context);
      const filed = file(file(this.#proxy, changes), done.changes);
      const kept = forgetEvents(joinEvents(this.#events, done.events), changes);
      return [done, filed, forgetEvents(kept, done.changes)] as const;
    });
    this.#proxy = proxy;
    this.#events = events;
    return settled.cluster;
  }
}

/** A command that has no text in the editor: its problem stands at the beginning. */
function refusedCommand(stderr: string): Problem {
  return { code: 'Refused', severity: 'error', message: stderr.trimEnd(), range: { start: 0, end: 0 } };
}

/** Lists made of the same events are the same list. */
const joined = new IdentityCache<readonly ClusterEvent[]>();

/** Each combination once, however many states saw it. Events of one batch are different from one another. */
function joinEvents(before: readonly ClusterEvent[], after: readonly ClusterEvent[]): readonly ClusterEvent[] {
  if (after.length === 0) return before;
  return joined.once(before, after, () => joinTwo(before, after));
}

function joinTwo(before: readonly ClusterEvent[], after: readonly ClusterEvent[]): readonly ClusterEvent[] {
  if (before.length === 0) return after;
  // Thousands of pods have an event each: only those of objects on the shorter side can be repeats.
  const objects = new Set((before.length < after.length ? before : after).map(({ object }) => object));
  const seen = new Set(before.filter(({ object }) => objects.has(object)).map(eventKey));
  const fresh = after.filter((event) => !objects.has(event.object) || !seen.has(eventKey(event)));
  return fresh.length === 0 ? before : [...before, ...fresh];
}

function eventKey({ type, reason, object, from, message }: ClusterEvent): string {
  return `${type}|${reason}|${object}|${from}|${message}`;
}
