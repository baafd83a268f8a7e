/** From field paths to places in a document's text, and back. Offsets count from the start of the document's text. */
import type { Range } from '../api/problems.ts';
import { keyText } from './decode-value.ts';
import { scalarOf } from './go-syntax.ts';
import { formatPath, parsePath, type PathStep } from './field-path.ts';
import type { MappingNode, YamlNode } from './node.ts';
import type { YamlDocument } from './read-document.ts';

export interface FieldRange {
  /** True if the field itself stands in the text; else the ranges are those of its nearest ancestor that does. */
  readonly exact: boolean;
  /** The key, or the list item's value; for the document itself its first key. */
  readonly key: Range;
  readonly value: Range;
  /** Path of what was found; empty for the document itself. */
  readonly path: string;
}

interface Found {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode;
}

/**
 * Where a field stands. `path` is as Kubernetes prints it; keys that hold dots may come in brackets or plain
 * (`metadata.annotations.a.b/c`). A document that could not be parsed gives the range of its whole text.
 */
export function rangeOf(document: YamlDocument, path: string): FieldRange {
  const whole = { start: 0, end: document.text.length };
  if (!document.root) return { exact: path === '', key: whole, value: whole, path: '' };
  const steps = parsePath(path);
  const taken: PathStep[] = [];
  let current: Found = { key: undefined, value: document.root };
  let at = 0;
  while (at < steps.length) {
    const next = stepInto(current.value, steps, at);
    if (!next) break;
    current = next.found;
    taken.push(next.step);
    at = next.at;
  }
  const key = current.key ?? firstKey(current.value);
  const [keyRange, value] = [placeOf(document, key), placeOf(document, current.value)];
  return { exact: at === steps.length, key: keyRange, value, path: formatPath(taken) };
}

/** A text is read as if its last line had an end; the last node may reach behind it. */
function placeOf({ text }: YamlDocument, { start, end }: Range): Range {
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
}

/** One step on; a key with dots in it takes as many steps of the path as it has parts. */
function stepInto(
  node: YamlNode,
  steps: readonly PathStep[],
  at: number,
): { found: Found; step: PathStep; at: number } | undefined {
  const target = follow(node);
  const step = steps[at];
  if (target?.kind === 'sequence') {
    const item = typeof step === 'number' ? target.items[step] : undefined;
    return item && step !== undefined ? { found: { key: undefined, value: item }, step, at: at + 1 } : undefined;
  }
  if (target?.kind !== 'mapping') return undefined;
  for (let length = 1; at + length <= steps.length; length += 1) {
    const name = steps.slice(at, at + length).join('.');
    const found = findKey(target, name);
    if (found) return { found, step: name, at: at + length };
  }
  return undefined;
}

function follow(node: YamlNode): YamlNode | undefined {
  return node.kind === 'alias' ? node.target() : node;
}

/** The last of equal keys, as it is the one that counts; then what is merged in by `<<`. */
function findKey(mapping: MappingNode, name: string, depth = 0): Found | undefined {
  let merged: Found | undefined;
  for (let i = mapping.items.length - 1; i >= 0; i -= 1) {
    const [key, value] = mapping.items[i] as readonly [YamlNode, YamlNode];
    if (key.kind !== 'scalar') continue;
    if (key.value === name || keyText(scalarOf(key)) === name) return { key, value };
    if (key.value === '<<' && key.plain && !merged && depth < 8) merged = findMerged(value, name, depth);
  }
  return merged;
}

function findMerged(value: YamlNode, name: string, depth: number): Found | undefined {
  const target = follow(value);
  for (const source of target?.kind === 'sequence' ? target.items : [target]) {
    const mapping = source && follow(source);
    const found = mapping?.kind === 'mapping' ? findKey(mapping, name, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function firstKey(node: YamlNode): YamlNode {
  return node.kind === 'mapping' ? (node.items[0]?.[0] ?? node) : node;
}

/**
 * The path of the field at an offset: of the innermost key or value that holds it or ends there; between fields that of
 * the mapping around. Empty at the document itself.
 */
export function pathAt(document: YamlDocument, offset: number): string {
  const steps: PathStep[] = [];
  for (let node = document.root; node;) node = childAt(node, offset, steps);
  return formatPath(steps);
}

/** The child that holds the offset; its step is added to `steps`. */
function childAt(node: YamlNode, offset: number, steps: PathStep[]): YamlNode | undefined {
  if (node.kind === 'sequence') {
    const index = lastAtOrBefore(node.items.length, offset, (i) => node.items[i]?.start ?? 0);
    const item = node.items[index];
    if (!item || offset > item.end) return undefined;
    steps.push(index);
    return item;
  }
  if (node.kind !== 'mapping') return undefined;
  const index = lastAtOrBefore(node.items.length, offset, (i) => node.items[i]?.[0].start ?? 0);
  const [key, value] = node.items[index] ?? [];
  if (!key || !value || key.kind !== 'scalar' || offset > Math.max(key.end, value.end)) return undefined;
  steps.push(keyText(scalarOf(key)) ?? key.value);
  return offset <= key.end ? undefined : value;
}

/** Index of the last of `count` ascending starts that is not behind `offset`; -1 if all are. */
function lastAtOrBefore(count: number, offset: number, startOf: (index: number) => number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
