/** What a read command prints, and what it needs besides the cluster. */
import type { FieldDescriptions } from './explain-fields.ts';
import type { NamedResource } from './resource-args.ts';
import type { Ages } from './table.ts';

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  /** The command would go on watching; it printed what there is. */
  readonly watching?: true;
}

export interface ReadOptions {
  /** The age of an object as tables and events show it. */
  readonly ages: Ages;
  /** Our words for fields, for `explain`. */
  readonly descriptions?: FieldDescriptions | undefined;
  /** What the documents of a file name, for `-f`; undefined: there is no such file. Absent: there are no files. */
  readonly namedIn?: (file: string) => readonly (NamedResource & { readonly namespace?: string })[] | undefined;
}

/** Whole lines for stderr: the server's warnings first. */
export function errorText(warnings: readonly string[], errors: readonly string[]): string {
  return [...warnings, ...errors].map((line) => `${line}\n`).join('');
}
