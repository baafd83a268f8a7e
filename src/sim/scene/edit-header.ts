/** Changes to a scene's header. Lines that the change does not touch stay as they are, byte for byte. */
import type { Family, Json, JsonObject } from '../api/objects.ts';
import type { DnsQuestion, TrafficProbe } from '../api/questions.ts';
import type { ExternalHost, NodeIntent, PodIntent } from '../api/world.ts';
import type { MappingNode, YamlNode } from '../yaml/node.ts';
import { decodeValue } from '../yaml/decode-value.ts';
import { printJson } from '../yaml/print-json.ts';
import { readComment } from './comment-block.ts';
import { cutScene } from './cut-scene.ts';
import { headerKeys } from './read-header.ts';
import { printEntry, printLines } from './print-scene.ts';
import { parseScene } from './parse-scene.ts';

/** Sets or removes (undefined) what the header declares of a pod; `key` is `ns/name`, `ns/owner` or `ns/owner#i`. */
export function setHeaderPod(scene: string, key: string, intent: PodIntent | undefined): string {
  return setHeaderField(scene, ['pods', key], intent && asJson(intent));
}

/** Sets or removes (undefined) what the header changes of a node. */
export function setHeaderNode(scene: string, name: string, intent: NodeIntent | undefined): string {
  return setHeaderField(scene, ['cluster', 'nodes', name], intent && asJson(intent));
}

/** Sets or removes (undefined) a host outside, by name or address. */
export function setExternalHost(scene: string, name: string, host: ExternalHost | undefined): string {
  return setHeaderField(scene, ['cluster', 'external', name], host && asJson(host));
}

/** Sets the cluster's address families; undefined goes back to IPv4 alone. */
export function setFamilies(scene: string, families: readonly Family[] | undefined): string {
  return setHeaderField(scene, ['cluster', 'families'], families);
}

/** Sets the DNS questions; none removes the key. */
export function setDnsQuestions(scene: string, questions: readonly DnsQuestion[]): string {
  return setHeaderField(scene, ['dns'], questions.length > 0 ? questions.map(asJson) : undefined);
}

/** Sets the traffic questions; none removes the key. */
export function setProbes(scene: string, probes: readonly TrafficProbe[]): string {
  return setHeaderField(scene, ['probes'], probes.length > 0 ? probes.map(asJson) : undefined);
}

export function setTitle(scene: string, title: string): string {
  return setHeaderField(scene, ['title'], title === '' ? undefined : title);
}

/** The same scene with a header, if it has none: one that changes nothing. */
export function withHeader(scene: string): string {
  return parseScene(scene).header ? scene : `# cluster: {}\n#---\n${scene}`;
}

function asJson(value: object): Json {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields) as JsonObject;
}

/**
 * Sets one field of the header, or removes it (undefined) together with maps that it leaves empty.
 * A header that cannot be read is left alone.
 */
export function setHeaderField(scene: string, path: readonly [string, ...string[]], value: Json | undefined): string {
  const raw = parseScene(scene).header;
  if (!raw && value === undefined) return scene;
  const full = raw ? scene : `#---\n${scene}`;
  const cut = cutScene(full);
  const comment = full.slice(0, cut.comment?.end ?? 0);
  const [key, ...rest] = path;
  const before = raw && Object.hasOwn(raw, key) ? raw[key] : undefined;
  const after = withField(before, rest, value);
  const lines = replaceEntry(comment, key, after);
  if (lines === undefined) return scene;
  // A header without a key would be no header, and the steps behind it would be lost.
  const header = lines === '' ? '# cluster: {}\n' : lines;
  return header + full.slice(comment.length);
}

/** A copy of `value` with the field at `path` set; undefined if nothing is left of it. */
function withField(value: Json | undefined, path: readonly string[], field: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return field;
  const copy = Object.create(null) as Record<string, Json>;
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, old] of Object.entries(value as JsonObject)) copy[name] = old;
  }
  const inner = withField(Object.hasOwn(copy, key) ? copy[key] : undefined, rest, field);
  if (inner === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = inner;
  return Object.keys(copy).length === 0 ? undefined : copy;
}

/** The comment's text with one entry of its mapping replaced, added or removed; undefined if it cannot be read. */
function replaceEntry(comment: string, key: string, value: Json | undefined): string | undefined {
  const { document } = readComment(comment, '# ');
  if (document.error) return undefined;
  const { root, text } = document;
  if (root && root.kind !== 'mapping') return undefined;
  if (root && text.charAt(root.start) === '{') return reprint(document.value as JsonObject, key, value);
  const lines = comment.split('\n').slice(0, -1);
  const entries = root ? spans(root, text, lines.length) : [];
  const at = entries.findIndex((entry) => entry.key === key);
  const found = entries[at];
  const printed = value === undefined ? [] : newLines(key, value, found, text, lines);
  const [from, to] = found ? [found.from, found.to] : [placeFor(key, entries), placeFor(key, entries)];
  const changed = [...lines.slice(0, from), ...printed, ...lines.slice(to)];
  return changed.map((line) => `${line}\n`).join('');
}

function reprint(fields: JsonObject, key: string, value: Json | undefined): string {
  const changed = { ...Object.fromEntries(Object.entries(fields)), [key]: value };
  return printLines(changed)
    .map((line) => `# ${line}\n`)
    .join('');
}

interface EntrySpan {
  readonly key: string;
  readonly value: YamlNode;
  /** Lines from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
}

/** Where each entry of a block mapping stands, by lines: from its key to the next key. */
function spans(mapping: MappingNode, text: string, last: number): EntrySpan[] {
  return mapping.items.map(([key, value], index) => {
    const next = mapping.items[index + 1]?.[0];
    return {
      key: key.kind === 'scalar' ? key.value : '',
      value,
      from: lineAt(text, key.start),
      to: next ? lineAt(text, next.start) : last,
    };
  });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** A new key goes before the first that comes later in the order of headers. */
function placeFor(key: string, entries: readonly EntrySpan[]): number {
  const rank = headerKeys.indexOf(key);
  const later = entries.find((entry) => headerKeys.indexOf(entry.key) > rank);
  return later?.from ?? entries.at(-1)?.to ?? 0;
}

/** The lines of an entry; children whose value stays the same keep the lines they have. */
function newLines(
  key: string,
  value: Json,
  found: EntrySpan | undefined,
  text: string,
  lines: readonly string[],
): string[] {
  const { first, children } = printEntry(key, value);
  const kept = found ? childLines(found, text, lines) : new Map<string, string[]>();
  const firstLine = children.length > 0 && kept.size > 0 && found ? (lines[found.from] ?? '') : `# ${first}`;
  return [
    firstLine,
    ...children.flatMap(({ name, value: child, line }) => kept.get(identity(name, child)) ?? [`# ${line}`]),
  ];
}

function identity(name: string | undefined, value: Json): string {
  return `${name ?? '-'} ${printJson(value)}`;
}

/** Lines of a block list's items or a block map's fields, by name and value. */
function childLines({ value, from, to }: EntrySpan, text: string, lines: readonly string[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  if (value.kind !== 'mapping' && value.kind !== 'sequence') return children;
  if (lineAt(text, value.start) === from) return children;
  const parts =
    value.kind === 'mapping'
      ? value.items.map(([name, field]) => ({
          name: name.kind === 'scalar' ? name.value : '',
          node: field,
          start: name.start,
        }))
      : value.items.map((item) => ({ name: undefined, node: item, start: item.start }));
  for (const [index, { name, node, start }] of parts.entries()) {
    const next = parts[index + 1];
    const first = lineAt(text, start);
    const end = next ? lineAt(text, next.start) : to;
    if (end > first) children.set(identity(name, decodeValue(node).value), lines.slice(first, end));
  }
  return children;
}
