/** `kubectl describe` of namespaces and of kinds that are stored but not simulated. */
import { goValue } from '../api/go-text.ts';
import type { KubeObject } from '../api/objects.ts';
import { DescribeWriter, writeAnnotations, writeEvents, writeLabels, type DescribedEvents } from './describe-writer.ts';
import { entriesAt, isMap, textAt } from './field.ts';
import type { Json } from '../api/objects.ts';
import { viewObject } from './view-object.ts';

/** Models kubectl/pkg/describe describeNamespace, v1.36. Simplified: quotas and limit ranges are never listed. */
export function describeNamespace(object: KubeObject): string {
  const w = new DescribeWriter();
  w.write(0, `Name:\t${object.metadata.name}\n`);
  writeLabels(w, 'Labels', object.metadata.labels);
  writeAnnotations(w, 'Annotations', object.metadata.annotations);
  w.write(0, `Status:\t${textAt(object, 'status', 'phase')}\n`);
  w.write(0, '\nNo resource quota.\n');
  w.write(0, '\nNo LimitRange resource.\n');
  return w.text();
}

/** Models ConfigMapDescriber. */
export function describeConfigMap(object: KubeObject, shown: DescribedEvents): string {
  const w = writeCommon(object);
  w.write(0, '\nData\n====\n');
  for (const [key, value] of entriesAt(object, 'data')) w.write(0, `${key}:\n----\n${String(value)}\n\n`);
  w.write(0, '\nBinaryData\n====\n');
  for (const [key, value] of entriesAt(object, 'binaryData'))
    w.write(0, `${key}: ${base64Bytes(String(value))} bytes\n`);
  w.write(0, '\n');
  writeEvents(w, shown);
  return w.text();
}

/** Models describeSecret. */
export function describeSecret(object: KubeObject): string {
  const w = writeCommon(object);
  w.write(0, `\nType:\t${textAt(object, 'type') || 'Opaque'}\n`);
  w.write(0, '\nData\n====\n');
  for (const [key, value] of entriesAt(object, 'data')) w.write(0, `${key}:\t${base64Bytes(String(value))} bytes\n`);
  return w.text();
}

/** A kind without a description of its own: its fields one under the other. Models genericDescriber. */
export function describeGeneric(object: KubeObject, shown: DescribedEvents): string {
  const w = writeCommon(object);
  writeFields(w, 0, viewObject(object), '');
  writeEvents(w, shown);
  return w.text();
}

function writeCommon({ metadata }: KubeObject): DescribeWriter {
  const w = new DescribeWriter();
  w.write(0, `Name:\t${metadata.name}\n`);
  w.write(0, `Namespace:\t${metadata.namespace ?? ''}\n`);
  writeLabels(w, 'Labels', metadata.labels);
  writeAnnotations(w, 'Annotations', metadata.annotations);
  return w;
}

function base64Bytes(text: string): number {
  const clean = text.replaceAll(/[\s=]/g, '');
  return Math.floor((clean.length * 3) / 4);
}

const skipped: ReadonlySet<string> = new Set([
  '.metadata.name',
  '.metadata.namespace',
  '.metadata.labels',
  '.metadata.annotations',
]);

function writeFields(w: DescribeWriter, level: number, fields: unknown, path: string): void {
  for (const [key, value] of entriesAt(fields)) {
    const at = `${path}.${key}`;
    if (skipped.has(at)) continue;
    if (isMap(value)) {
      w.write(level, `${fieldTitle(key)}:\n`);
      writeFields(w, level + 1, value, at);
    } else if (Array.isArray(value)) {
      w.write(level, `${fieldTitle(key)}:\n`);
      for (const item of value as readonly Json[]) {
        if (isMap(item)) writeFields(w, level + 1, item, at);
        else w.write(level + 1, `${goValue(item)}\n`);
      }
    } else w.write(level, `${fieldTitle(key)}:\t${goValue(value as Json)}\n`);
  }
}

/** `creationTimestamp` → `Creation Timestamp`; a key with other characters stays as it is. Models smartLabelFor. */
function fieldTitle(key: string): string {
  if (!/^[\p{L}-]+$/u.test(key)) return key;
  const parts = key.match(/[A-Z]+(?![a-z])|[A-Z][a-z]*|[^A-Z]+/g) ?? [key];
  return parts
    .map((part) => {
      if (['API', 'URL', 'UID', 'GUID'].includes(part.toUpperCase())) return part.toUpperCase();
      return part === part.toLowerCase() ? part.charAt(0).toUpperCase() + part.slice(1) : part;
    })
    .join(' ');
}
