/** Messages between the page and the engine worker. What crosses is text, questions, view models and answers, never states. */
import type { Language, LabView, Selection } from '../view/view-models.ts';
import type { Check, CheckResult } from '../checks/checks.ts';

export type Request =
  | {
      readonly kind: 'view';
      readonly id: number;
      /** The whole scene file. */
      readonly scene: string;
      readonly selection: Selection;
      readonly language: Language;
      /** Seconds since each step; absent: every age is 10s. */
      readonly ages?: readonly number[];
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
      readonly state: number;
      /** `pod ns/name` in which dig, curl and the like run. */
      readonly from: string;
      readonly language: Language;
    };

export type Response =
  | { readonly kind: 'view'; readonly id: number; readonly view: LabView; readonly checks?: readonly CheckResult[]; readonly milliseconds: number }
  | {
      readonly kind: 'command';
      readonly id: number;
      readonly stdout: string;
      readonly stderr: string;
      readonly code: number;
      /** The scene with the step this command is, when it changes the cluster. */
      readonly scene?: string;
    }
  /** Our own mistake, with what was being done; the reader's text is safe in the page. */
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };
