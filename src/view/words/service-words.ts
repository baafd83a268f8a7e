/** The form of a language's words for the list of Services: a few for each cause, so that a missing one does not compile. */
import type { EndpointReason, EndpointReasonCode } from '../../sim/core.ts';
import type { Words } from '../view-models.ts';

/** `who`: the pods or addresses that the cause keeps out. */
export type ShortCause = (reason: EndpointReason, who: readonly string[]) => Words;

export interface ServiceWords {
  /** `2 of 3 ready`: how many are in, by who they are. */
  readonly of: Readonly<Record<'pods' | 'typed' | 'left', (ready: number, all: number) => Words>>;
  readonly none: Words;
  readonly because: (state: Words, cause: Words) => Words;
  readonly alias: (name: string) => Words;
  readonly noPods: Words;
  readonly refused: Words;
  readonly refusedFor: (field: string) => Words;
  readonly noNamespace: (name: string) => Words;
  /** Endpoints whose name no Service has. */
  readonly notServed: Words;
  readonly cause: Readonly<Record<EndpointReasonCode, ShortCause>>;
  readonly taken: (kinds: string) => Words;
  readonly left: (kinds: string) => Words;
  readonly refusedDocuments: (kinds: string) => Words;
  readonly unread: (n: number) => Words;
  readonly kinds: (all: readonly (readonly [kind: string, n: number])[]) => string;
}
