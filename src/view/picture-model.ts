/** The way of a connection as the picture draws it. */
import type { Outcome } from '../sim/api/questions.ts';
import type { ChangeMark, Glyph } from './view-models.ts';

export interface PictureEndpoint {
  readonly id: string;
  /** `10.244.1.10:8080`, or a pod's name where it has no part. */
  readonly title: string;
  readonly detail: string;
  readonly glyph: Glyph;
  /** True for what stands beyond the cluster's edge: drawn square. */
  readonly outside: boolean;
  /** Exact share of the connections; absent: no ribbon. */
  readonly share?: readonly [number, number];
  /** The endpoint's own end: REFUSED, TIMEOUT, HTTP 404, TLS NAME, ADVERTISED. */
  readonly ending?: Outcome;
  readonly change?: ChangeMark;
}

/** A block of many endpoints (one EndpointSlice), drawn as a grid of dots. */
export interface PictureBlock {
  readonly id: string;
  readonly title: string;
  readonly dots: readonly {
    readonly glyph: Glyph;
    readonly reached: boolean;
    /** Of one that is reached, as `played` names it. */
    readonly id?: string;
  }[];
}

/** Client → name → address → rule → endpoints. The picture and the table are two printings of this. */
export interface PictureModel {
  readonly client: { readonly title: string; readonly detail: string; readonly outside: boolean };
  /** The question to DNS; absent when an address was typed. */
  readonly name?: {
    /** First the name as typed, then the target of each alias. */
    readonly tags: readonly string[];
    /** Lines under the tag: the suffix that answered and the answer, or each try with its rcode. */
    readonly captions: readonly { readonly text: string; readonly rcode?: string }[];
    readonly found: boolean;
    /** Where the answer comes down: on the address, at the client's own choice (headless), outside (alias), nowhere. */
    readonly lands: 'address' | 'client' | 'outside' | 'nowhere';
  };
  /** The address dialled; absent for headless names, aliases and names not found. */
  readonly address?: {
    readonly text: string;
    readonly title: string;
    readonly detail: string;
    readonly virtual: boolean;
  };
  /** The rule of kube-proxy; absent when no rule is asked. */
  readonly rule?: { readonly title: string; readonly detail: string };
  readonly ending: Outcome;
  /** `refused at once (REJECT)`; empty when endpoints are reached. */
  readonly endingWord: string;
  /** Up to 8 one by one; more in blocks. */
  readonly endpoints: readonly PictureEndpoint[];
  readonly blocks: readonly PictureBlock[];
  /** Share of each when all are alike and drawn as blocks. */
  readonly blockShare?: readonly [number, number];
  /** Whether the edge of the cluster is drawn. */
  readonly edge: boolean;
  readonly edgeWords: { readonly inside: string; readonly outside: string };
  readonly captionEndpoints: { readonly title: string; readonly detail: string };
  /** The whole picture in a sentence or two, for those who do not see it. */
  readonly description: string;
}
