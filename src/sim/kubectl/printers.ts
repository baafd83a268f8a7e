/** What a kubectl can print: which commands, tables, descriptions and formats it has. The flow is the same with few and with all. */
import type { Json, KubeObject } from '../api/objects.ts';
import type { DescribedEvents } from './describe-writer.ts';
import type { Answer, ReadOptions } from './read-answer.ts';
import type { ReadState } from './select-objects.ts';
import type { TableFormat } from './table.ts';

export interface Printers {
  /** By verb; `get` and `describe` are always there. */
  readonly commands: ReadonlyMap<string, ReadCommand>;
  /** By the cluster's table (`services`, `ingresses.networking.k8s.io`). */
  readonly tables: ReadonlyMap<string, TableFormat>;
  /** For kinds without a table of their own: name and age. */
  readonly otherTable: TableFormat;
  readonly descriptions: ReadonlyMap<string, Description>;
  readonly otherDescription: Description;
  readonly formats: Formats;
  readonly sort: SortObjects;
}

/** A command that only reads; `words` come after the verb. */
export type ReadCommand = (state: ReadState, words: readonly string[], options: ReadOptions) => Answer;

/** What `describe` prints of one object. */
export type Description = (object: KubeObject, around: Around) => string;

/** What a description may look at besides the object. */
export interface Around {
  readonly state: ReadState;
  readonly options: Pick<ReadOptions, 'ages'>;
  readonly age: string;
  readonly shown: DescribedEvents;
}

/** `-o`, by what was typed: `yaml`, `jsonpath`, and `jsonpath=` where a template follows. */
export type Formats = ReadonlyMap<string, Format>;
export type Format = (asked: FormatQuestion) => Printed;

export interface FormatQuestion {
  /** As typed, without what stands behind `=`. */
  readonly format: string;
  /** What stands behind `=`; undefined without it. */
  readonly inline: string | undefined;
  /** `--template`. */
  readonly template: string;
  readonly noHeaders: boolean;
  readonly allowMissing: boolean;
  readonly objects: readonly KubeObject[];
  /** The lone object or the list, as it is shown. */
  readonly value: () => Json;
}

/** Text to print, or kubectl's words without `error: `; `text` is what was printed before. */
export type Printed =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string; readonly text?: string };

/** `--sort-by`; the field is one of what `view` shows of an object. */
export type SortObjects = (
  objects: readonly KubeObject[],
  expression: string,
  view?: (object: KubeObject) => Json,
) => SortResult;
export type SortResult =
  | { readonly ok: true; readonly objects: readonly KubeObject[] }
  | { readonly ok: false; readonly error: string; readonly text?: string };
