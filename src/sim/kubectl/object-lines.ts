/** `kubectl get KIND NAME -o yaml`, line by line with the field that each line is about. */
import type { KubeObject } from '../api/objects.ts';
import { printYamlLines, type YamlLine } from '../yaml/print-yaml.ts';
import { viewObject } from './view-object.ts';

export type { YamlLine } from '../yaml/print-yaml.ts';

/** A stored object as it is printed. */
export function objectLines(object: KubeObject): readonly YamlLine[] {
  return printYamlLines(viewObject(object));
}
