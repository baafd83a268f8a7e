/**
 * What the panels show, as plain data: computed from states and answers (`sim`), worded in one language (`i18n`),
 * sent from the worker or rendered at build. A panel adds nothing of its own to it.
 */
import type { Outcome, Rcode } from '../sim/api/questions.ts';
import type { ConsoleView } from './console/console-model.ts';
import type { PictureModel } from './picture-model.ts';

export type { PictureBlock, PictureEndpoint, PictureLane, PictureModel } from './picture-model.ts';

export type Language = 'en' | 'zh-cn';

/** A sentence of ours: plain text, code, bold, or letters that differ from what was wanted. */
export type Segment = string | { readonly code: string } | { readonly strong: string } | { readonly differs: string };
export type Words = readonly Segment[];

/** A place in the text of a state. Lines count from 1 in that state's text. */
export interface Place {
  readonly state: number;
  readonly line: number;
  /** Offsets in that text; `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The state vocabulary of the design: each has its own shape, word and colour. */
export type Glyph =
  | 'ready'
  | 'ready-outside'
  | 'not-ready'
  | 'terminating'
  | 'out'
  | 'out-outside'
  | 'reject'
  | 'drop'
  | 'no-route'
  | 'no-name'
  | 'outside'
  | 'refused'
  | 'timeout'
  | 'mismatch'
  | 'ok'
  | 'info'
  | 'warning'
  | 'error';

/** Against the result it is compared with: the one before the last edit, or another state's. */
export type ChangeMark = 'added' | 'removed' | 'changed';

export interface ServiceRef {
  readonly namespace: string;
  readonly name: string;
}

/** One choice of a picker. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The strip of states. */
export interface StepView {
  readonly index: number;
  /** `apply manifest.yaml`, `scale deployment/web to 2`, or the step's own note. */
  readonly title: string;
  readonly glyph: Glyph;
  /** What kubectl printed in that step; null for a status the world reports. */
  readonly output: {
    readonly command: string;
    readonly stdout: string;
    readonly stderr: string;
    readonly code: number;
  } | null;
  /** True when the state has a text of its own to edit (the manifest, an applied document). */
  readonly editable: boolean;
}

export interface ProblemView {
  readonly severity: 'error' | 'warning' | 'info';
  /** Kubernetes' or kubectl's own words; empty where it says nothing. */
  readonly message: string;
  /** Ours: what it means and what mends it. */
  readonly explanation: Words;
  readonly place?: Place;
  /** At most two repairs of the text: "did you mean". */
  readonly fixes: readonly Fix[];
}

/** Replaces a piece of the state's text. */
export interface Fix {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ProblemsView {
  readonly problems: readonly ProblemView[];
  readonly errors: number;
  readonly warnings: number;
  /** True while the text cannot be read at all: the other panels then show the last good result. */
  readonly unreadable: boolean;
  /** `kubectl apply -f manifest.yaml` and what it printed. */
  readonly output: {
    readonly command: string;
    readonly stdout: string;
    readonly stderr: string;
    readonly code: number;
  } | null;
  /** Kinds that were taken and are not simulated: "ConfigMap settings". */
  readonly notSimulated: readonly string[];
}

export interface EndpointRow {
  /** Stable across edits: used as key and to mark changes. */
  readonly id: string;
  readonly glyph: Glyph;
  /** `10.244.1.10:8080`, or the pod's name where it is out. */
  readonly title: string;
  /** `web-1 · node-a`, `outside the cluster`. */
  readonly detail: string;
  /** The state's word: ready, not ready, terminating, out. */
  readonly state: string;
  readonly reason: Words;
  readonly place?: Place;
  readonly change?: ChangeMark;
}

export interface EndpointGroup {
  readonly id: 'in' | 'notReady' | 'terminating' | 'out' | 'left';
  readonly title: string;
  readonly count: number;
  /** At most 50 rows; `count` holds them all. */
  readonly rows: readonly EndpointRow[];
}

/** A Service in the list of all: how it stands, and the ways to its pod, its line and its change. */
export interface ServiceLine extends ServiceRef {
  readonly label: string;
  readonly glyph: Glyph;
  /** `2 of 3 ready: web-2 not ready`. */
  readonly words: Words;
  readonly trouble: boolean;
  /** The line that decides it. */
  readonly place?: Place;
  readonly fixes: readonly Fix[];
  /** `namespace/name` of the pod that is concerned. */
  readonly pod?: string;
  /** A call to it, as its client would type it: `web.shop:80`; absent where it is not in the cluster. */
  readonly target?: { readonly from: string; readonly to: string };
}

export interface ServicesView {
  /** Every Service of the scene, and Endpoints without one; worst first. Empty where there is only one. */
  readonly lines: readonly ServiceLine[];
  readonly trouble: number;
  /** What of the text was taken and what was left, in one line; empty for a single document. */
  readonly taken: Words;
}

export interface EndpointsView {
  /** Absent when the cluster has no Service and no Endpoints of the reader's. */
  readonly service?: ServiceRef;
  /** Services of the scene to choose from, in manifest order. */
  readonly services: readonly (ServiceRef & { readonly label: string })[];
  /** `kubectl get ep NAME` and its genuine output (stdout or, where there is none, stderr). */
  readonly command: string;
  readonly output: string;
  /** `2 in, 1 out`. */
  readonly summary: string;
  readonly counts: { readonly in: number; readonly notReady: number; readonly out: number };
  readonly groups: readonly EndpointGroup[];
  /** What holds for the Service as a whole, e.g. why nobody writes its list. */
  readonly notes: readonly {
    readonly glyph: Glyph;
    readonly words: Words;
    readonly place?: Place;
    readonly fixes: readonly Fix[];
  }[];
}

export interface SliceView {
  readonly name: string;
  readonly namespace: string;
  readonly addressType: string;
  readonly ports: string;
  /** "EndpointSlice controller", "mirrored from Endpoints", "by hand". */
  readonly writer: string;
  readonly rows: readonly {
    readonly id: string;
    readonly glyph: Glyph;
    readonly address: string;
    readonly detail: string;
    readonly conditions: string;
    readonly hints: string;
    readonly change?: ChangeMark;
  }[];
  readonly count: number;
}

export interface SlicesView {
  readonly service?: ServiceRef;
  readonly slices: readonly SliceView[];
  /** Where Endpoints and slices differ, in a sentence each. */
  readonly differences: readonly Words[];
  readonly command: string;
  readonly output: string;
}

export interface PodRow {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly glyph: Glyph;
  readonly phase: string;
  readonly ready: boolean;
  readonly ip: string;
  readonly node: string;
  readonly terminating: boolean;
  readonly labels: string;
  readonly place?: Place;
  readonly change?: ChangeMark;
}

export interface PodsView {
  readonly pods: readonly PodRow[];
  readonly count: number;
  /** `namespace/name` of pods that are gone. */
  readonly left?: readonly string[];
  readonly nodes: readonly {
    readonly name: string;
    readonly zone: string;
    readonly ready: boolean;
    readonly ip: string;
  }[];
  readonly command: string;
  readonly output: string;
}

export interface DnsTry {
  /** Full name asked, e.g. `web.default.svc.cluster.local.`; `typed` is the part the client typed. */
  readonly name: string;
  readonly typed: string;
  readonly rest: string;
  readonly rcode: Rcode | 'NODATA';
  readonly glyph: Glyph;
  readonly reason: Words;
  readonly change?: ChangeMark;
}

export interface DnsView {
  /** What is asked now. `host` is typed as a program would; a final dot asks exactly that name. */
  readonly host: string;
  readonly type: string;
  readonly from: string;
  readonly hosts: readonly Choice[];
  readonly types: readonly Choice[];
  readonly namespaces: readonly Choice[];
  readonly tries: readonly DnsTry[];
  /** Names of the search list that were not asked. */
  readonly notAsked: readonly string[];
  /** Records as zone-file lines, split so that the value can be bold. */
  readonly records: readonly {
    readonly line: string;
    readonly head: string;
    readonly value: string;
    readonly change?: ChangeMark;
  }[];
  /** Records that are gone. */
  readonly left?: readonly string[];
  readonly authority: readonly string[];
  readonly additional: readonly string[];
  readonly result: string;
  readonly rcode: string;
  readonly glyph: Glyph;
  /** One sentence why, the first words strong. */
  readonly why: Words;
}

/** A row of the traffic table. */
export type TrafficStep =
  'client' | 'name' | 'address' | 'rule' | 'endpoint' | 'not-reached' | 'source' | 'sees' | `client ${string}`;

export interface TrafficView {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly family: string;
  /** Clients that ask the same beside `from`. */
  readonly also: readonly string[];
  readonly clients: readonly Choice[];
  readonly targets: readonly Choice[];
  readonly outcome: Outcome;
  /** `refused at once (REJECT)`, `1/2 + 1/2`. */
  readonly summary: string;
  readonly glyph: Glyph;
  readonly picture: PictureModel;
  /** The same facts: step, result, what decided it. */
  readonly table: readonly {
    readonly id: TrafficStep;
    readonly step: string;
    readonly result: Words;
    readonly decidedBy: Words;
    readonly tone: 'plain' | 'good' | 'bad';
    readonly place?: Place;
    readonly change?: ChangeMark;
  }[];
  /**
   * Endpoints of n played connections, in order (ids of `picture.endpoints` or addresses, else the outcome); empty until asked.
   * Of several clients each sends one in turn.
   */
  readonly played: readonly string[];
}

export interface ObjectView {
  readonly title: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface ObjectsView {
  readonly objects: readonly ObjectView[];
  readonly selected?: ObjectView;
  /** `-o yaml` of the selected one, a line each, with where its value came from. */
  readonly lines: readonly {
    readonly text: string;
    readonly origin: 'typed' | 'default' | 'allocated' | 'controller' | 'kubectl';
    readonly change?: ChangeMark;
  }[];
}

export interface ChangesView {
  /** A state, or the state shown as it was before the last edit. */
  readonly from: number | 'edit';
  readonly to: number;
  /** True where there is an edit to compare with. */
  readonly edited: boolean;
  readonly rows: readonly {
    readonly subject: string;
    readonly mark: ChangeMark | 'same';
    readonly before: string;
    readonly after: string;
    readonly place?: Place;
  }[];
}

/** What only panels of the drawer show. */
export interface DrawerView {
  readonly slices: SlicesView;
  readonly pods: PodsView;
  readonly objects: ObjectsView;
  readonly console: ConsoleView;
}

/** Everything the lab shows for one text, one state and one set of questions. */
export interface LabView {
  readonly state: number;
  readonly steps: readonly StepView[];
  /** The text of the state shown (never the header). */
  readonly text: string;
  readonly problems: ProblemsView;
  readonly services: ServicesView;
  readonly endpoints: EndpointsView;
  /** How many slices (at most 50) the Service has, and how many pods there are. */
  readonly counts: { readonly slices: number; readonly pods: number };
  /** Absent as long as no panel of the drawer is wanted. */
  readonly drawer?: DrawerView;
  readonly dns: DnsView;
  readonly traffic: TrafficView;
  readonly changes: ChangesView;
  /** One settled sentence for the live region, at most 150 characters. */
  readonly announcement: string;
  /** The field that the selection's `at` names, if it stands in the text shown. */
  readonly target?: Place;
  /** Ranges of the fields that decide something, underlined in the editor. */
  readonly deciding: readonly Place[];
}

/** What the reader has chosen to look at. Absent: the scene's first question, probe and Service. */
export interface Selection {
  readonly state?: number;
  readonly service?: ServiceRef;
  readonly dns?: { readonly host: string; readonly type: string; readonly ns: string };
  readonly traffic?: {
    readonly from: string;
    readonly to: string;
    readonly proto?: 'TCP' | 'UDP';
    readonly family?: 'IPv4' | 'IPv6';
    /** Clients that ask the same beside it, at most three. */
    readonly also?: readonly string[];
  };
  /** Number of connections to play, and the seed of their draws. */
  readonly play?: { readonly count: number; readonly seed: number };
  readonly object?: { readonly kind: string; readonly namespace: string; readonly name: string };
  /** What the state shown is compared with; absent: the state before, in state 0 the last edit. */
  readonly changesFrom?: number | 'edit';
  /** A field to show: `endpoints/external-service metadata.name`. */
  readonly at?: string;
}
