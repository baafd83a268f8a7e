/** `kubectl explain`: fields of a kind as a page of text. */
import { goQuote } from '../api/go-text.ts';
import { apiKinds, apiVersionOf, isModelled, type ApiKind } from '../api/kinds.ts';
import { structShape, type FieldShape } from '../apiserver/decode/field-table.ts';
import { commonFlags, parseCommandLine, usageError } from './command-line.ts';
import { describeShape, fieldList, headOfField, type FieldDescriptions } from './explain-fields.ts';
import type { Flag } from './parse-flags.ts';
import type { Answer } from './read-answer.ts';
import { findResource, noType } from './resource-args.ts';

const flags: readonly Flag[] = [
  ...commonFlags,
  { name: 'recursive', type: 'bool' },
  { name: 'api-version', type: 'text' },
];

/**
 * `argv` starts after `explain`. The layout is kubectl's, from the recorded field tables; the words are `descriptions`.
 * A kind without a table is refused. Models kubectl/pkg/cmd/explain and its template `plaintext`, v1.36.
 */
export function explain(argv: readonly string[], descriptions: FieldDescriptions = {}): Answer {
  const line = parseCommandLine(argv, flags);
  if (!line.ok) return failed(usageError(line, 'explain'));
  const [typed, ...more] = line.args;
  if (typed === undefined) return failed(noTypeGiven);
  if (more.length > 0) return failed('We accept only this format: explain RESOURCE');
  const asked = readPath(typed, line.text('api-version'));
  if (typeof asked === 'string') return failed(asked);
  // Not `error: `: the answer to a kind that is not found has words of its own.
  if ('missing' in asked) return { stdout: '', stderr: `${noType(asked.missing)}\n`, code: 1 };
  const format = line.text('output') ?? 'plaintext';
  if (format !== 'plaintext') return failed(`unrecognized format: ${format}`);
  const { kind, path } = asked;
  if (!isModelled(kind)) return failed(`the fields of ${kind.kind} are not part of the simulation`);
  const head = headOfKind(kind);
  const place = follow(kind.kind, path);
  if (!place) return failed(`field ${goQuote(path.at(-1) ?? '')} does not exist`, head);
  const field = path.length === 0 ? '' : headOfField(path.at(-1) ?? '', place);
  const fields = fieldList(place.shape, { descriptions, recursive: line.bool('recursive') });
  const list = fields === '' ? '' : `FIELDS:\n${fields}`;
  const stdout = `${head}${field}DESCRIPTION:\n${describeShape(place, descriptions)}${list}\n`;
  return { stdout, stderr: '', code: 0 };
}

const noTypeGiven =
  'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.';

function failed(error: string, stdout = ''): Answer {
  return { stdout, stderr: `error: ${error}\n`, code: 1 };
}

interface Asked {
  readonly kind: ApiKind;
  readonly path: readonly string[];
}

/** `svc.spec.ports` or `deployments.apps.spec`; kubectl's words if there is no such kind. */
function readPath(typed: string, apiVersion: string | undefined): Asked | { readonly missing: string } | string {
  const words = typed.replace(/\.$/, '').split('.');
  const [first = '', ...path] = words;
  if (words.some((word) => !/^[\w-]+$/.test(word))) return 'invalid jsonpath syntax, all nodes must be field nodes';
  const named = findResource(first);
  if (!named) return { missing: first };
  if (apiVersion !== undefined) {
    const versioned = apiKinds.find((kind) => kind.plural === named.plural && apiVersionOf(kind) === apiVersion);
    return versioned
      ? { kind: versioned, path }
      : `couldn't find resource for "${apiVersion}, Resource=${named.plural}"`;
  }
  const withGroup = apiKinds.find(({ plural, group, preferred }) => {
    const full = `${plural}.${group}`;
    return preferred && group !== '' && (typed === full || typed.startsWith(`${full}.`));
  });
  if (!withGroup) return { kind: named, path };
  return { kind: withGroup, path: path.slice(withGroup.group.split('.').length) };
}

function headOfKind({ group, version, kind }: ApiKind): string {
  const first = group === '' ? '' : `GROUP:      ${group}\n`;
  return `${first}KIND:       ${kind}\nVERSION:    ${version}\n\n`;
}

/** Where a path of fields leads: through lists and maps to what they hold. */
function follow(kind: string, path: readonly string[]): { shape: FieldShape; key: string } | undefined {
  let place = { shape: { ref: kind } as FieldShape, key: '' };
  for (const field of path) {
    const struct = innermost(place.shape).ref ?? '';
    const shapes = structShape(struct)?.fields ?? {};
    const shape = Object.hasOwn(shapes, field) ? shapes[field] : undefined;
    if (!shape) return undefined;
    place = { shape, key: `${struct}.${field}` };
  }
  return place;
}

function innermost(shape: FieldShape): FieldShape {
  const inner = shape.list ?? shape.map;
  return inner ? innermost(inner) : shape;
}
