/** `-o go-template=...`. */
import { goQuote } from '../api/go-text.ts';
import { printJson } from '../yaml/print-json.ts';
import { parseTemplate } from './parse-template.ts';
import type { FormatQuestion, Printed } from './printers.ts';
import { printed, runTemplate } from './run-template.ts';

/** What the template makes of the value. Models cli-runtime/pkg/printers GoTemplatePrinter, v1.36. */
export function printTemplate({ inline = '', template: given, allowMissing, value }: FormatQuestion): Printed {
  const template = given || inline;
  if (template === '') return { ok: false, error: 'template format specified but no template given' };
  const parsed = parseTemplate(template);
  if (!parsed.ok) return { ok: false, error: `error parsing template ${template}, ${parsed.error}` };
  const data = value();
  const run = runTemplate(template, parsed.nodes, data, allowMissing);
  if (run.ok) return run;
  const details = `Error executing template: ${run.error}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\traw data was:\n\t\t${printJson(data)}\n\tobject given to template engine was:\n\t\t${printed(data)}\n\n`;
  return { ok: false, error: `error executing template ${goQuote(template)}: ${run.error}`, text: run.text + details };
}
