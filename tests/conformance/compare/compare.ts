/** Comparison of two answers to one scene, aspect by aspect. */
import type { Json, JsonObject } from '../../../src/sim/api/objects.ts';
import type { RecordedCase, RecordedDns, RecordedEvent, RecordedState, RecordedTraffic } from '../answers.ts';
import { comparableDns, comparableTraffic, isAsked } from './answers.ts';
import { canonical } from './canonical.ts';
import { differences } from './differences.ts';
import { comparableEvents } from './events.ts';
import { comparableObjects } from './objects.ts';
import { roleReplacer, severalSlices } from './roles.ts';
import { comparableErrors, comparableTexts } from './texts.ts';

export const aspects = ['apply', 'objects', 'kubectl', 'events', 'dns', 'traffic'] as const;
export type Aspect = (typeof aspects)[number];

export interface Comparison {
  /** False: the recording has nothing to compare. */
  readonly asked: boolean;
  readonly right: boolean;
  /** Differences to the first of the recorded answers, by state; empty if right. */
  readonly differences: readonly string[];
}

/**
 * Compares what an engine says with the recorded answers to the same scene: the usual one first, then others that a race can give.
 * An aspect is right if it is right in every state, by any of the recorded answers.
 */
export function compareCase(
  engine: RecordedCase,
  recorded: readonly [RecordedCase, ...RecordedCase[]],
): Readonly<Record<Aspect, Comparison>> {
  return Object.fromEntries(aspects.map((aspect) => [aspect, compareAspect(aspect, engine, recorded)])) as Record<
    Aspect,
    Comparison
  >;
}

function compareAspect(
  aspect: Aspect,
  engine: RecordedCase,
  recorded: readonly [RecordedCase, ...RecordedCase[]],
): Comparison {
  if (recorded[0].states.every((state) => isEmpty(aspect, state)))
    return { asked: false, right: true, differences: [] };
  // An engine that says nothing of its draws took them all from the usual answer.
  const states = engine.states.map((state, i) => ({
    ...state,
    allocations: state.allocations ?? recorded[0].states[i]?.allocations ?? {},
  }));
  const found = recorded.map((answer) => aspectDifferences(aspect, states, answer));
  const right = found.some((lines) => lines.length === 0);
  return { asked: true, right, differences: right ? [] : (found[0] ?? []) };
}

function aspectDifferences(
  aspect: Aspect,
  engine: readonly RecordedState[],
  recorded: RecordedCase,
): readonly string[] {
  const count = Math.max(engine.length, recorded.states.length);
  return Array.from({ length: count }).flatMap((_, index) => {
    const [theirs, ours] = [recorded.states[index], engine[index]];
    if (!theirs || !ours) return [`state ${index}: ${theirs ? 'missing' : 'not recorded'}`];
    const several = new Set([...severalSlices(theirs.allocations), ...severalSlices(ours.allocations)]);
    const left = comparable(aspect, theirs, theirs, several);
    const right = comparable(aspect, ours, theirs, several);
    return canonical(left) === canonical(right) ? [] : differences(left, right).map((line) => `state ${index} ${line}`);
  });
}

/** One aspect of a state in a form in which equality is what the contract calls equal. */
function comparable(aspect: Aspect, state: RecordedState, recorded: RecordedState, several: ReadonlySet<string>): Json {
  const replace = roleReplacer(state.allocations);
  if (aspect === 'apply') return replace(state.apply as Json);
  if (aspect === 'objects') return comparableObjects(replace(state.objects as unknown as Json) as JsonObject, several);
  if (aspect === 'events')
    return comparableEvents(replace(state.events as unknown as Json) as unknown as RecordedEvent[]);
  if (aspect === 'kubectl') return comparableKubectl(state, recorded, replace, several);
  if (aspect === 'dns') {
    return (recorded.dns ?? []).map((answer, i) => {
      const ours = state.dns?.[i];
      return ours ? comparableDns(replace(ours as unknown as Json) as unknown as RecordedDns, answer) : null;
    });
  }
  return (recorded.traffic ?? []).map((verdict, i) => {
    const ours = state.traffic?.[i];
    return isAsked(verdict) && ours
      ? comparableTraffic(replace(ours as unknown as Json) as unknown as RecordedTraffic)
      : null;
  });
}

function comparableKubectl(
  state: RecordedState,
  recorded: RecordedState,
  replace: (value: Json) => Json,
  several: ReadonlySet<string>,
): Json {
  const asked = (command: string): boolean => recorded.kubectl[command] !== null;
  const entries = Object.entries(state.kubectl)
    .filter(([command]) => asked(command))
    .map(([command, text]) => replace([command, text]) as unknown as readonly [string, string | null]);
  const errors = Object.fromEntries(Object.entries(state.kubectlErr).filter(([command]) => asked(command)));
  return {
    texts: comparableTexts(entries, several),
    errors: comparableErrors(replace(errors as unknown as Json) as JsonObject),
  };
}

function isEmpty(aspect: Aspect, state: RecordedState): boolean {
  if (aspect === 'events') return comparableEvents(state.events).length === 0;
  if (aspect === 'dns') return (state.dns ?? []).length === 0;
  if (aspect === 'traffic') return !(state.traffic ?? []).some(isAsked);
  if (aspect === 'kubectl') return Object.values(state.kubectl).every((text) => text === null);
  return aspect === 'apply' && state.apply === null;
}
