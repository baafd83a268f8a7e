/** The closed set of checks of an exercise (grammar: ARCHITECTURE.md, "A lesson's data"). Judged on results, not on the text. */
import type { Outcome } from '../sim/api/questions.ts';

interface AtState {
  /** Index of the state judged; absent: the last. */
  readonly state?: number;
}

export type Check =
  | (AtState & {
      /** What connections can reach (slices). One of `ready`, `pods`, `count`. */
      readonly endpoints: {
        readonly service: string;
        readonly ready?: readonly string[];
        readonly pods?: readonly string[];
        readonly count?: number;
      };
    })
  | (AtState & {
      /** The stored object itself: `{endpoints: default/x, subsets: 1}`. */
      readonly object: {
        readonly endpoints?: string;
        readonly subsets?: number;
        readonly service?: string;
        readonly path?: string;
        readonly equals?: unknown;
      };
    })
  /** `rcode` is NODATA for a name without records of the type; NOERROR means that there is an answer. */
  | (AtState & {
      readonly dns: {
        readonly host?: string;
        readonly q?: string;
        readonly ns: string;
        readonly type: string;
        readonly rcode?: string;
        readonly answer?: readonly string[];
      };
    })
  | (AtState & {
      readonly traffic: {
        readonly from: string;
        readonly to: string;
        readonly proto?: 'TCP' | 'UDP';
        readonly outcome: Outcome;
        readonly endpoints?: readonly string[];
        readonly source?: 'kept' | 'changed' | 'mixed';
      };
    })
  | (AtState & { readonly problems: 'none' })
  /** Equal to the start's last state; `KIND/NAME` or `KIND/NAME path`, namespace as `ns/kind/name`. */
  | { readonly unchanged: readonly string[] };

/** What the cluster shows at the place that a check looks at. */
export type Observed =
  | { readonly kind: 'nothing' }
  /** Endpoints that connections can reach, or their Pods. */
  | { readonly kind: 'endpoints'; readonly values: readonly string[] }
  /** The stored value, as text; empty where there is none. */
  | { readonly kind: 'object'; readonly values: readonly string[] }
  | { readonly kind: 'dns'; readonly rcode: string; readonly answer: readonly string[] }
  | {
      readonly kind: 'traffic';
      readonly outcome: Outcome;
      readonly endpoints: readonly string[];
      readonly source?: 'kept' | 'changed' | 'mixed';
    }
  | { readonly kind: 'problems'; readonly messages: readonly string[] }
  /** Entries of `unchanged` that differ from the start. */
  | { readonly kind: 'changed'; readonly values: readonly string[] };

/** Passed, or what is still observed (never the answer). */
export interface CheckResult {
  readonly passed: boolean;
  /** What was asked for, as data for `view` to word. */
  readonly check: Check;
  readonly found: Observed;
  /** What the cluster shows now: endpoints, rcode, outcome, problem messages. */
  readonly observed: readonly string[];
}
