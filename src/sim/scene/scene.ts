/** A scene file as data. */
import type { JsonObject } from '../api/objects.ts';
import type { Problem } from '../api/problems.ts';
import type { DnsQuestion, TrafficProbe } from '../api/questions.ts';
import type { NodeIntent, PodIntent, World } from '../api/world.ts';

/** What is wrong with a header or a step; `facts.fault` of their problems, beside `wanted` and `found` where it helps. */
export type SceneFault = 'Unreadable' | 'DuplicateKey' | 'UnknownKey' | 'WrongType' | 'WrongValue' | 'Missing';

interface StepBase {
  readonly note?: string;
  /** The document of the step, byte for byte; may be empty. */
  readonly text: string;
  /** Where it begins in the scene's text. */
  readonly offset: number;
  /** The step's mapping as it stands. */
  readonly raw: JsonObject;
}

/** Targets are `kind/name`, in another namespace `ns/kind/name`. */
export type StepAction =
  | { readonly action: 'apply' }
  | { readonly action: 'delete'; readonly targets: readonly string[]; readonly force: boolean }
  /** `patch` is JSON, merged. */
  | { readonly action: 'patch'; readonly target: string; readonly patch: string }
  | { readonly action: 'scale'; readonly target: string; readonly replicas: number }
  | { readonly action: 'pod-status'; readonly pods: Readonly<Record<string, PodIntent>> }
  | { readonly action: 'lb-status'; readonly target: string; readonly ingress: readonly JsonObject[] }
  | { readonly action: 'node-status'; readonly nodes: Readonly<Record<string, NodeIntent>> }
  /** Arguments behind `kubectl`. */
  | { readonly action: 'kubectl'; readonly args: readonly string[] }
  /** Not known or not complete: nothing happens, a problem says why. */
  | { readonly action: 'unknown' };

export type Step = StepBase & StepAction;

/** A piece of the scene's text, byte for byte. */
export interface ScenePart {
  readonly text: string;
  /** Where it begins in the scene's text, in UTF-16 units. */
  readonly offset: number;
}

export interface Scene {
  readonly text: string;
  /** Empty without a title. */
  readonly title: string;
  /** The header's mapping as it stands; absent if the whole text is the manifest. */
  readonly header?: JsonObject;
  /** The world of state 0. */
  readonly world: World;
  readonly dns: readonly DnsQuestion[];
  readonly probes: readonly TrafficProbe[];
  /** Commands without `kubectl `. */
  readonly kubectl: readonly string[];
  readonly manifest: ScenePart;
  /** State n is the one after step n - 1 of this list. */
  readonly steps: readonly Step[];
  /** Faults of the header and of the steps' own lines. Ranges are places in the scene's text, unlike those of states. */
  readonly problems: readonly Problem[];
}
