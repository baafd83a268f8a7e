/** What can be typed at the caret: fields by path, values the API names, and names that are in the scene. */
import { apiKinds, apiVersionOf, fieldValues, isModelled, structShape } from '../../sim/index.ts';
import { quoted } from '../text-fixes.ts';
import { caretAt, subjectOf, type Caret } from './caret.ts';
import { fieldsOf, isScalarShape, shapeAt, typeWord, type ShapeAt } from './field-shape.ts';
import type { HelpContext } from './help-context.ts';
import type { CompletionHelp, CompletionItem } from './help-models.ts';
import { keysInScene } from './scene-keys.ts';
import { valuesInScene } from './scene-values.ts';
import { snippets } from './snippets.ts';

/** Undefined where nothing can be offered. */
export function completion(context: HelpContext, offset: number): CompletionHelp | undefined {
  const caret = caretAt(context.text, offset);
  if (!caret) return undefined;
  const found = distinct(itemsAt(context, caret));
  if (found.length === 0) return undefined;
  const items = caret.flow && context.text[caret.start] === '"' ? found.map(asJson) : found;
  return { what: 'completion', items, start: caret.start, end: caret.end };
}

/** Where a double quote was typed in braces, keys and texts are written as JSON wants them. */
function asJson(item: CompletionItem): CompletionItem {
  const [, name, behind] = item.kind === 'field' ? (/^([\w-]+)(: )?$/.exec(item.insert) ?? []) : [];
  if (name !== undefined) return { ...item, insert: `"${name}"${behind ?? ''}` };
  return item.insert === item.label && !/^(?:true|false|\d+)$/.test(item.insert)
    ? { ...item, insert: JSON.stringify(item.label) }
    : item;
}

function itemsAt(context: HelpContext, caret: Caret): readonly CompletionItem[] {
  const subject = subjectOf(context.text, caret.document, caret.steps);
  const steps = caret.steps.slice(subject.inside);
  const inItem = subject.inside > 0 || caret.steps[0] !== 'items';
  if (steps.length === 0 && caret.at === 'key' && inItem)
    return [...rootKeys(caret, subject), ...newObject(context, caret, subject)];
  if (steps.length === 1 && caret.at === 'value' && (steps[0] === 'kind' || steps[0] === 'apiVersion'))
    return typeValues(subject, steps[0], caret.word);
  const place = { context, caret, subject, steps };
  const shape = shapeAt(subject.kind, steps);
  if (!shape) return valuesInScene(place);
  if (caret.at === 'key' && !isScalarShape(shape.shape)) {
    if (shape.shape.list) return [];
    const fields = fieldsOf(shape)
      .filter(([name]) => !caret.siblings.includes(name))
      .map(([name, at]) => keyItem(name, at, caret));
    return fields.length > 0 ? fields : keysInScene(place).filter(({ label }) => !caret.siblings.includes(label));
  }
  if (!isScalarShape(shape.shape)) return [];
  return [...valuesInScene(place), ...valuesOf(shape)];
}

const status = new Set(['status', 'managedFields', 'selfLink', 'resourceVersion', 'uid', 'generation']);

function rootKeys(caret: Caret, { kind }: { readonly kind: string | undefined }): readonly CompletionItem[] {
  const known = kind !== undefined && structShape(kind) ? shapeAt(kind, []) : undefined;
  const fields = known
    ? fieldsOf(known)
    : (['apiVersion', 'kind', 'metadata'] as const).map((name): readonly [string, ShapeAt] => [
        name,
        { shape: name === 'metadata' ? { ref: 'ObjectMeta' } : { type: 'string' }, field: '', required: true },
      ]);
  return fields
    .filter(([name]) => !caret.siblings.includes(name) && !status.has(name))
    .map(([name, at]) => keyItem(name, at, caret));
}

/** Whole objects, where a document begins; behind one that has a kind with the separator they need. */
function newObject(
  context: HelpContext,
  caret: Caret,
  { kind }: { readonly kind: string | undefined },
): readonly CompletionItem[] {
  if (caret.column !== 0 || caret.flow || caret.hasColon) return [];
  if (kind === undefined) return caret.siblings.length === 0 ? snippets(context) : [];
  const isLast = (caret.document.lines.at(-1)?.start ?? 0) <= caret.start;
  return isLast ? snippets(context).map((item) => ({ ...item, insert: `---\n${item.insert}` })) : [];
}

/** A key with what it needs to go on: a blank, or the next line's indentation. */
function keyItem(name: string, { shape, field, required }: ShapeAt, caret: Caret): CompletionItem {
  const inner = ' '.repeat(caret.column + 2);
  const behind = caret.flow || isScalarShape(shape) ? ': ' : shape.list ? `:\n${inner}- ` : `:\n${inner}`;
  return {
    label: name,
    kind: 'field',
    detail: typeWord(shape) + (required ? ' *' : ''),
    insert: caret.hasColon ? name : name + behind,
    field,
    ...(caret.hasColon ? {} : { more: true }),
  };
}

function valuesOf({ shape, field }: ShapeAt): readonly CompletionItem[] {
  const values =
    shape.type === 'boolean' ? ['true', 'false'] : (fieldValues(field) ?? []).filter((value) => value !== '');
  return values.map((value) => ({
    label: value,
    kind: 'value',
    detail: '',
    insert: shape.type === 'boolean' ? value : quoted(value),
    field,
  }));
}

/** Kinds of an API version, versions of a kind; what the lab computes comes first. */
function typeValues(
  { kind, apiVersion }: { readonly kind: string | undefined; readonly apiVersion: string | undefined },
  field: 'kind' | 'apiVersion',
  typed: string,
): readonly CompletionItem[] {
  const item = (label: string, detail: string): CompletionItem => ({
    label,
    kind: 'value',
    detail,
    insert: label,
    field: '',
  });
  const sorted = apiKinds.toSorted((a, b) => Number(isModelled(b)) - Number(isModelled(a)));
  if (field === 'kind') {
    const fitting = sorted.filter((each) => apiVersionOf(each) === apiVersion);
    return (fitting.length > 0 ? fitting : sorted.filter(({ preferred }) => preferred)).map((each) =>
      item(each.kind, apiVersionOf(each)),
    );
  }
  const fitting = sorted.filter((each) => each.kind === kind);
  const versions = (fitting.length > 0 ? fitting : sorted).map(apiVersionOf);
  return [...new Set(versions)].map((version) => item(version, version === typed ? '' : (fitting[0]?.kind ?? '')));
}

function distinct(items: readonly CompletionItem[]): readonly CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label, kind }) => {
    const key = `${kind === 'field' ? 'field' : ''} ${label}`;
    return !seen.has(key) && seen.add(key);
  });
}
