/** What the engine answers to the editor: plain data, worded in one language. */
import type { Place, Words } from '../view-models.ts';

export type HelpKind = 'completion' | 'hover' | 'definition' | 'caret' | 'format';

export interface CompletionItem {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'name' | 'snippet';
  /** Type of the field, or whose name it is. */
  readonly detail: string;
  /** Replaces the text between the answer's `start` and `end`. In snippets `${1:text}` marks what is filled in first. */
  readonly insert: string;
  /** `ServiceSpec.ports`: whose description belongs to it; empty where there is none. */
  readonly field: string;
  /** True where the next thing to type can be completed, too. */
  readonly more?: true;
}

export interface CompletionHelp {
  readonly what: 'completion';
  readonly items: readonly CompletionItem[];
  /** Offsets in the text of the state. */
  readonly start: number;
  readonly end: number;
}

export interface HoverHelp {
  readonly what: 'hover';
  /** Offsets of the key or value meant. */
  readonly start: number;
  readonly end: number;
  /** `spec.ports[0].targetPort`. */
  readonly path: string;
  /** `IntOrString`, with the values it may have. */
  readonly type: string;
  readonly values: readonly string[];
  /** `ServicePort.targetPort`: whose description belongs to it. */
  readonly field: string;
  /** What the field does in this cluster, a sentence each. */
  readonly here: readonly Words[];
}

export interface DefinitionHelp {
  readonly what: 'definition';
  /** The state whose text was asked about: places of other states stand in other texts. */
  readonly state: number;
  /** In order; the first is gone to, asking again goes on. */
  readonly targets: readonly { readonly title: string; readonly place: Place }[];
}

export interface CaretHelp {
  readonly what: 'caret';
  /** Whose rows the field at the caret concerns: `namespace/pod`, or an address. */
  readonly owners: readonly string[];
  /** The Services whose lines it concerns, as `litService` writes them. */
  readonly services: readonly string[];
}

export interface FormatHelp {
  readonly what: 'format';
  readonly text: string;
}

/** Undefined where there is nothing to say. */
export type EditorHelp = CompletionHelp | HoverHelp | DefinitionHelp | CaretHelp | FormatHelp | undefined;

/** Asks the engine about a place of the text that the editor shows. A newer question makes an older one undefined. */
export type AskHelp = <Kind extends HelpKind>(
  what: Kind,
  offset: number,
) => Promise<Extract<EditorHelp, { what: Kind }> | undefined>;
