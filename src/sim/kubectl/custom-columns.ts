/** `-o custom-columns=NAME:.metadata.name,IP:.status.podIP`. */
import { goValue } from '../api/go-text.ts';
import type { Json } from '../api/objects.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { findJsonPath } from './jsonpath.ts';
import { parseJsonPath, type TemplateNode } from './parse-jsonpath.ts';
import type { Printed } from './printers.ts';
import { alignColumns, tableColumns } from './tabwriter.ts';

interface Column {
  readonly header: string;
  readonly nodes: readonly TemplateNode[];
}

/** Prints objects in columns that a spec describes. Models kubectl/pkg/cmd/get CustomColumnsPrinter, v1.36. */
export function printCustomColumns(spec: string, objects: readonly Json[], noHeaders: boolean): Printed {
  if (spec === '') return { ok: false, error: 'custom-columns format specified but no custom columns given' };
  const columns: Column[] = [];
  for (const part of spec.split(',')) {
    const colon = part.indexOf(':');
    if (colon < 0)
      return { ok: false, error: `unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>` };
    const parsed = parseRelaxed(part.slice(colon + 1));
    if (!parsed.ok) return parsed;
    columns.push({ header: part.slice(0, colon), nodes: parsed.nodes });
  }
  const lines = noHeaders ? [] : [columns.map(({ header }) => header).join('\t')];
  for (const object of objects) {
    const cells: string[] = [];
    for (const { nodes } of columns) {
      const found = findJsonPath(nodes, object, { allowMissing: true });
      if (!found.ok) return found;
      const values = found.groups.flat().map((value) => escapeTerminal(goValue(value)));
      cells.push((found.groups[0]?.length ?? 0) === 0 ? ['<none>', ...values].join(',') : values.join(','));
    }
    lines.push(cells.join('\t'));
  }
  return { ok: true, text: lines.length === 0 ? '' : `${alignColumns(lines.join('\n'), tableColumns)}\n` };
}

/**
 * An expression with or without braces and leading dot (`metadata.name`, `.metadata.name`, `{.metadata.name}`).
 * Models kubectl/pkg/cmd/get RelaxedJSONPathExpression, v1.36.
 */
export function parseRelaxed(
  typed: string,
):
  | { readonly ok: true; readonly nodes: readonly TemplateNode[]; readonly path: string }
  | { readonly ok: false; readonly error: string } {
  if (typed === '') return { ok: true, nodes: [], path: '' };
  const match = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/.exec(typed);
  if (!match)
    return {
      ok: false,
      error:
        "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'",
    };
  const path = `{.${match[1] ?? match[2] ?? ''}}`;
  const parsed = parseJsonPath(path);
  return parsed.ok ? { ...parsed, path } : parsed;
}
