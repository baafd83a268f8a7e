/** The way of a connection as the picture draws it. */
import type { Outcome } from '../sim/api/questions.ts';
import type { ChangeMark, Glyph, Place } from './view-models.ts';

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
  /** The line that decides whether it is reached. */
  readonly place?: Place;
  /** `namespace/name` of its pod, where the id says only the address. */
  readonly owner?: string;
  /** The editor's caret is on a field of its own; set by the panel. */
  readonly lit?: boolean;
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
    readonly owner?: string;
    readonly lit?: boolean;
  }[];
}

/** The way of one of several clients: all ask the same, each from where it is. */
export interface PictureLane {
  /** As the client was chosen: `pod default/client`, `node node-b`. */
  readonly id: string;
  readonly client: PictureModel['client'];
  /** What the question to DNS gave, in a line: `web → 10.96.0.10`, `web: NXDOMAIN`; empty where an address was typed. */
  readonly name: string;
  /** The address dialled; absent where there is none. */
  readonly address?: { readonly text: string; readonly virtual: boolean };
  /** The rule on the client's own node. */
  readonly rule?: { readonly title: string; readonly detail: string; readonly notes: readonly string[] };
  readonly ending: Outcome;
  /** How it ends where nothing is reached. */
  readonly endingWord: string;
  /** `1/3 each`: the shares of what it reaches; empty where that is nothing. */
  readonly summary: string;
  /** Endpoints reached, by their id, with the exact share of this client's connections. */
  readonly reaches: readonly { readonly id: string; readonly share: readonly [number, number] }[];
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
    readonly place?: Place;
  };
  /** The address dialled; absent for headless names, aliases and names not found. */
  readonly address?: {
    readonly text: string;
    readonly title: string;
    readonly detail: string;
    readonly virtual: boolean;
    readonly place?: Place;
  };
  /** Where a name leads straight to endpoints: why there is neither address nor rule. */
  readonly direct?: { readonly title: string; readonly detail: string };
  /** The rule of kube-proxy; absent when no rule is asked. */
  readonly rule?: {
    readonly title: string;
    readonly detail: string;
    /** Policies that decide here, and what becomes of the source address: `sessionAffinity: ClientIP`. */
    readonly notes: readonly string[];
    readonly place?: Place;
  };
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
  /** The ways of all clients, the first one's too; absent where only one asks. */
  readonly lanes?: readonly PictureLane[];
  readonly captionEndpoints: { readonly title: string; readonly detail: string };
  /** The whole picture in a sentence or two, for those who do not see it. */
  readonly description: string;
}
