/** `kubectl get -o yaml|json|name|jsonpath|custom-columns`. */
import { goQuote } from '../api/go-text.ts';
import type { Json, KubeObject } from '../api/objects.ts';
import { printYaml } from '../yaml/print-yaml.ts';
import { printJsonIndented } from '../yaml/print-json.ts';
import { printCustomColumns, type Printed } from './custom-columns.ts';
import { goSyntax } from './go-syntax.ts';
import { findJsonPath, printFindings } from './jsonpath.ts';
import { parseJsonPath } from './parse-jsonpath.ts';
import type { ReadArgs } from './read-args.ts';
import { errorText, type Answer } from './read-answer.ts';
import type { Selected } from './select-objects.ts';
import { sortByField } from './sort-by.ts';
import { viewList, viewObject } from './view-object.ts';

/** Prints what was found in a format for programs. Models kubectl/pkg/cmd/get GetOptions.printGeneric, v1.36. */
export function printObjects(found: Selected & { readonly ok: true }, args: ReadArgs): Answer {
  if (found.single && found.errors.length > 0) return failed(found.warnings, found.errors);
  const objects = found.groups.flatMap((group) => group.objects);
  if (objects.length === 0 && args.ignoreNotFound)
    return { stdout: '', stderr: errorText(found.warnings, found.errors), code: 0 };
  const single = found.single && objects.length === 1;
  const sorted = args.sortBy === '' || single ? { ok: true as const, objects } : sortByField(objects, args.sortBy);
  const printed = sorted.ok ? printAs(args, sorted.objects, single) : sorted;
  if (!printed.ok) return failed(found.warnings, [...found.errors, `error: ${printed.error}`]);
  const code = found.errors.length > 0 ? 1 : 0;
  return { stdout: printed.text, stderr: errorText(found.warnings, found.errors), code };
}

function failed(warnings: readonly string[], errors: readonly string[]): Answer {
  return { stdout: '', stderr: errorText(warnings, errors), code: 1 };
}

function printAs(args: ReadArgs, objects: readonly KubeObject[], single: boolean): Printed {
  const [, format = args.output, inline] = /^([^=]*)=(.*)$/s.exec(args.output) ?? [];
  const view = (): Json => (single && objects[0] ? viewObject(objects[0]) : viewList(objects));
  switch (inline === undefined ? format : `${format}=`) {
    case 'yaml':
      return { ok: true, text: printYaml(view()) };
    case 'json':
      return { ok: true, text: `${printJsonIndented(view())}\n` };
    case 'name':
      return { ok: true, text: objects.map(nameLine).join('') };
    case 'custom-columns':
    case 'custom-columns=':
      return printCustomColumns(inline ?? args.template, objects.map(viewObject), args.noHeaders);
    case 'jsonpath':
    case 'jsonpath=':
    case 'jsonpath-as-json':
    case 'jsonpath-as-json=':
      return printJsonPath(args.template || (inline ?? ''), view(), format === 'jsonpath-as-json', args.allowMissing);
    default:
      return unfit(args.output || 'go-template', formats);
  }
}

/** What a command that changes the cluster prints of an object (`create -o yaml`); not `name`. */
export function printWritten(output: string, value: Json): Printed {
  const [, format = output, inline = ''] = /^([^=]*)=(.*)$/s.exec(output) ?? [];
  if (output === 'yaml') return { ok: true, text: printYaml(value) };
  if (output === 'json') return { ok: true, text: `${printJsonIndented(value)}\n` };
  if (format === 'jsonpath' || format === 'jsonpath-as-json')
    return printJsonPath(inline, value, format === 'jsonpath-as-json', true);
  return unfit(output, writtenFormats);
}

function printJsonPath(template: string, value: Json, asJson: boolean, allowMissing: boolean): Printed {
  if (template === '') return { ok: false, error: 'template format specified but no template given' };
  const parsed = parseJsonPath(template);
  if (!parsed.ok) return { ok: false, error: `error parsing jsonpath ${template}, ${parsed.error}` };
  const found = findJsonPath(parsed.nodes, value, { allowMissing });
  if (found.ok) return { ok: true, text: printFindings(found.groups, asJson) };
  const details = `Error executing template: ${found.error}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(value)}\n\n`;
  return { ok: false, error: `error executing jsonpath ${goQuote(template)}: ${details}` };
}

/** `deployment.apps/web`. */
function nameLine({ apiVersion, kind, metadata }: KubeObject): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.slice(0, apiVersion.indexOf('/'))}` : '';
  return `${kind.toLowerCase()}${group}/${metadata.name}\n`;
}

const writtenFormats =
  'go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml';
const formats = `custom-columns,custom-columns-file,${writtenFormats.replace(',yaml', ',wide,yaml')}`;

/** Formats that kubectl has and that are not carried out here. */
const leftOut = /^(go-template|go-template-file|template|templatefile|jsonpath-file|custom-columns-file|kyaml)$/;

/** Simplified: Go templates, KYAML and templates in files are refused, with the formats that there are. */
function unfit(output: string, allowed: string): Printed {
  const format = output.replace(/=.*$/s, '');
  if (!leftOut.test(format))
    return {
      ok: false,
      error: `unable to match a printer suitable for the output format "${output}", allowed formats are: ${allowed}`,
    };
  const carriedOut = allowed.split(',').filter((each) => !leftOut.test(each));
  return {
    ok: false,
    error: `the output format "${format}" is not part of the simulation, allowed formats are: ${carriedOut.join(',')}`,
  };
}
