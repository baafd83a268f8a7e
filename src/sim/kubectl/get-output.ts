/** `kubectl get -o ...`: finding the format, and what is said of one that does not fit. */
import type { Json, KubeObject } from '../api/objects.ts';
import { printYaml } from '../yaml/print-yaml.ts';
import type { Format, Formats, Printed, Printers } from './printers.ts';
import type { ReadArgs } from './read-args.ts';
import { errorText, type Answer } from './read-answer.ts';
import type { Selected } from './select-objects.ts';
import { viewList, viewObject } from './view-object.ts';

/** Prints what was found in a format for programs. Models kubectl/pkg/cmd/get GetOptions.printGeneric, v1.36. */
export function printObjects(
  found: Selected & { readonly ok: true },
  args: ReadArgs,
  { formats, sort }: Pick<Printers, 'formats' | 'sort'>,
): Answer {
  if (found.single && found.errors.length > 0) return failed(found.warnings, found.errors);
  const objects = found.groups.flatMap((group) => group.objects);
  if (objects.length === 0 && args.ignoreNotFound)
    return { stdout: '', stderr: errorText(found.warnings, found.errors), code: 0 };
  const single = found.single && objects.length === 1;
  const sorted = args.sortBy === '' || single ? { ok: true as const, objects } : sort(objects, args.sortBy);
  const printed = sorted.ok ? printAs(args, formats, sorted.objects, single) : sorted;
  if (!printed.ok) {
    const answer = failed(found.warnings, [...found.errors, `error: ${printed.error}`]);
    return { ...answer, stdout: printed.text ?? '' };
  }
  const code = found.errors.length > 0 ? 1 : 0;
  return { stdout: printed.text, stderr: errorText(found.warnings, found.errors), code };
}

function failed(warnings: readonly string[], errors: readonly string[]): Answer {
  return { stdout: '', stderr: errorText(warnings, errors), code: 1 };
}

function printAs(args: ReadArgs, formats: Formats, objects: readonly KubeObject[], single: boolean): Printed {
  const output = args.output || 'go-template';
  const { format, inline } = splitFormat(output);
  const print = formats.get(inline === undefined ? format : `${format}=`);
  if (!print) return unfit(output, everyFormat);
  const { template, noHeaders, allowMissing } = args;
  const value = (): Json => (single && objects[0] ? viewObject(objects[0]) : viewList(objects));
  return print({ format, inline, template, noHeaders, allowMissing, objects, value });
}

/** What a command that changes the cluster prints of an object (`create -o yaml`); not `name`. */
export function printWritten(formats: Formats, output: string, value: Json): Printed {
  const { format, inline } = splitFormat(output);
  const print = writtenFormats.split(',').includes(format)
    ? formats.get(inline === undefined ? format : `${format}=`)
    : undefined;
  if (!print) return unfit(output, writtenFormats);
  const plain = { template: '', noHeaders: false, allowMissing: true, objects: [] };
  return print({ format, inline, ...plain, value: () => value });
}

function splitFormat(output: string): { readonly format: string; readonly inline: string | undefined } {
  const [, format = output, inline] = /^([^=]*)=(.*)$/s.exec(output) ?? [];
  return { format, inline };
}

/** `-o yaml`. */
export const yamlFormat: Format = ({ value }) => ({ ok: true, text: printYaml(value()) });

const writtenFormats =
  'go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml';
const everyFormat = `custom-columns,custom-columns-file,${writtenFormats.replace(',yaml', ',wide,yaml')}`;

/** Formats that kubectl has and that are not carried out here. */
const leftOut = /^(go-template-file|templatefile|jsonpath-file|custom-columns-file)$/;

/** Simplified: templates in files are refused, with the formats that there are. */
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
