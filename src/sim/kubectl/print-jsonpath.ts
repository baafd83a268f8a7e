/** `-o jsonpath=...` and `jsonpath-as-json`. */
import { goQuote } from '../api/go-text.ts';
import { goSyntax } from './go-syntax.ts';
import { findJsonPath, printFindings } from './jsonpath.ts';
import { parseJsonPath } from './parse-jsonpath.ts';
import type { FormatQuestion, Printed } from './printers.ts';

/** What the template finds in the value. Models cli-runtime/pkg/printers JSONPathPrinter, v1.36. */
export function printJsonPath({ format, inline = '', template: given, allowMissing, value }: FormatQuestion): Printed {
  const template = given || inline;
  if (template === '') return { ok: false, error: 'template format specified but no template given' };
  const parsed = parseJsonPath(template);
  if (!parsed.ok) return { ok: false, error: `error parsing jsonpath ${template}, ${parsed.error}` };
  const searched = value();
  const found = findJsonPath(parsed.nodes, searched, { allowMissing });
  if (found.ok) return { ok: true, text: printFindings(found.groups, format === 'jsonpath-as-json') };
  const details = `Error executing template: ${found.error}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(searched)}\n\n`;
  return { ok: false, error: `error executing jsonpath ${goQuote(template)}: ${details}` };
}
