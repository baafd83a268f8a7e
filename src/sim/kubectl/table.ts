/** Tables of `kubectl get`. */
import type { ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import type { ObjectRef } from '../api/refs.ts';
import { formatLabels } from './format.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { alignColumns, tableColumns } from './tabwriter.ts';
import { lowerKindWithGroup } from './view-object.ts';

export interface Column {
  /** As in the header: `CLUSTER-IP`. */
  readonly name: string;
  /** Shown with `-o wide` only. */
  readonly wide?: boolean;
  /** Holds the object's name, which several kinds in one answer prefix with theirs. */
  readonly isName?: boolean;
}

/** How a kind is shown: one cell per column. */
export interface TableFormat {
  readonly columns: readonly Column[];
  readonly cells: (object: KubeObject, age: string) => readonly string[];
}

/** The age column's text of an object: `10s`, `5m`. */
export type Ages = (ref: ObjectRef) => string;

export interface TableOptions {
  readonly wide: boolean;
  readonly noHeaders: boolean;
  readonly showLabels: boolean;
  /** Labels shown in columns of their own (`-L`). */
  readonly labelColumns: readonly string[];
  readonly withNamespace: boolean;
  readonly withKind: boolean;
  readonly ages: Ages;
}

/** Nothing asked for: neither columns nor names beyond the kind's own. */
export const plainOptions: Omit<TableOptions, 'ages'> = {
  wide: false,
  noHeaders: false,
  showLabels: false,
  labelColumns: [],
  withNamespace: false,
  withKind: false,
};

export const nameColumn: Column = { name: 'NAME', isName: true };
export const ageColumn: Column = { name: 'AGE' };

/** The printed table of one kind's objects; "" without objects. Models cli-runtime/pkg/printers HumanReadablePrinter, v1.36. */
export function renderTable(
  kind: ApiKind,
  format: TableFormat,
  objects: readonly KubeObject[],
  options: TableOptions,
): string {
  if (objects.length === 0) return '';
  const shown = format.columns.map((column, i) => ({ column, i })).filter(({ column }) => options.wide || !column.wide);
  const prefix = options.withKind ? `${lowerKindWithGroup(kind)}/` : '';
  const lines: string[] = [];
  if (!options.noHeaders)
    lines.push(
      headers(
        shown.map(({ column }) => column.name),
        options,
      ).join('\t'),
    );
  for (const object of objects) {
    const { name, namespace = '', labels } = object.metadata;
    const cells = format.cells(object, options.ages({ kind: kind.kind, namespace, name }));
    const row = shown.map(({ column, i }) => cellText((column.isName ? prefix : '') + (cells[i] ?? '')));
    if (options.withNamespace) row.unshift(namespace);
    for (const key of options.labelColumns) row.push(labels && Object.hasOwn(labels, key) ? (labels[key] ?? '') : '');
    if (options.showLabels) row.push(formatLabels(labels));
    lines.push(row.join('\t'));
  }
  // An empty last cell leaves no blanks behind.
  return `${alignColumns(lines.join('\n'), tableColumns)}\n`.replaceAll(/ +\n/g, '\n');
}

function headers(columns: readonly string[], options: TableOptions): readonly string[] {
  return [
    ...(options.withNamespace ? ['NAMESPACE'] : []),
    ...columns,
    ...options.labelColumns.map((key) => key.slice(key.lastIndexOf('/') + 1).toUpperCase()),
    ...(options.showLabels ? ['LABELS'] : []),
  ];
}

/** A cell ends at its first line break. */
function cellText(text: string): string {
  const cut = text.search(/[\f\n\r]/);
  return cut < 0 ? escapeTerminal(text) : `${escapeTerminal(text.slice(0, cut))}...`;
}
