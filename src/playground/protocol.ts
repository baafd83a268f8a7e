/** Messages between the page and the engine worker. What crosses is text, questions, view models and answers, never states. */
import type { Language, LabView, Selection, Words } from '../view/view-models.ts';
import type { Check } from '../checks/checks.ts';
import type { EditorHelp, HelpKind } from '../view/help/help-models.ts';

export type Request =
  | {
      readonly kind: 'view';
      readonly id: number;
      /** The whole scene file, and what the reader did to it since; applied in order before it is run. */
      readonly scene: string;
      readonly edits: readonly SceneEdit[];
      readonly selection: Selection;
      readonly language: Language;
      /** Seconds since each step; absent: every age is 10s. */
      readonly ages?: readonly number[];
      /** True where a panel of the drawer is open. */
      readonly drawer?: boolean;
      /** Checks of the exercise to judge in the same run. */
      readonly checks?: readonly Check[];
      /** The exercise's untouched start, for `unchanged`. */
      readonly start?: string;
    }
  | {
      readonly kind: 'command';
      readonly id: number;
      /** A line as typed: `kubectl get ep`, `dig web`, `curl web`. */
      readonly line: string;
      readonly scene: string;
      readonly edits: readonly SceneEdit[];
      readonly state: number;
      /** `pod ns/name` in which dig, curl and the like run. */
      readonly from: string;
      readonly language: Language;
      /** Our words for fields, where the line asks for them: the worker does not carry them. */
      readonly descriptions?: Readonly<Record<string, string>> | undefined;
    }
  | {
      readonly kind: 'editor-help';
      readonly id: number;
      readonly what: HelpKind;
      /** In the text of the state. */
      readonly offset: number;
      readonly scene: string;
      readonly edits: readonly SceneEdit[];
      readonly state: number;
      readonly language: Language;
    };

/** A check in words: what it asks for, and what is still observed where it does not hold. */
export interface CheckView {
  readonly passed: boolean;
  readonly words: Words;
  readonly observed: Words;
}

/** What a reader can do to a scene file. Done in the worker, which alone can read it. */
export type SceneEdit =
  /** The document text of a state: the manifest (0) or an applied step. */
  | { readonly kind: 'text'; readonly state: number; readonly text: string }
  /** In the header, or as a status step after `state` when a later state is looked at. */
  | {
      readonly kind: 'pod';
      readonly state: number;
      readonly pod: string;
      readonly intent: { readonly ready?: boolean; readonly terminating?: boolean; readonly node?: string };
    }
  | {
      readonly kind: 'node';
      readonly state: number;
      readonly node: string;
      readonly intent: { readonly ready?: boolean };
    }
  /** Freezes what is there and opens the next step with the last applied text. */
  | { readonly kind: 'add-step' }
  | { readonly kind: 'remove-step'; readonly state: number }
  /** A command of the console that changes the cluster, as a step after `state`. */
  | { readonly kind: 'command'; readonly state: number; readonly args: readonly string[] };

export type Response =
  /** The worker is loaded and listens; the watchdog counts from here. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'view';
      readonly id: number;
      /** The scene after the edits. */
      readonly scene: string;
      readonly view: LabView;
      readonly checks?: readonly CheckView[];
      readonly milliseconds: number;
    }
  | {
      readonly kind: 'command';
      readonly id: number;
      readonly stdout: string;
      readonly stderr: string;
      readonly code: number;
      /** The scene with the step this command is, when it changes the cluster. */
      readonly scene?: string;
      /** The state that step leads to. */
      readonly state?: number;
    }
  | { readonly kind: 'editor-help'; readonly id: number; readonly help: EditorHelp }
  /** The worker lacks a part for this request: the one with all parts has it. */
  | { readonly kind: 'needs-full'; readonly id: number }
  /** Our own mistake, with what was being done; the reader's text is safe in the page. */
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };
