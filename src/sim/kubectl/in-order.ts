/** The order in which the server lists. */
import type { KubeObject } from '../api/objects.ts';

/** By namespace and name. */
export function inOrder<T extends KubeObject>(objects: readonly T[]): T[] {
  const keyOf = ({ metadata }: T): string => `${metadata.namespace ?? ''}/${metadata.name}`;
  return [...objects].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
