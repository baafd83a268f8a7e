/** What is said of an object that is not there. */
import type { NamedResource } from './resource-args.ts';

/** `endpointslices.discovery.k8s.io "web-1" not found`, as the server says it. */
export function notFound({ kind, name }: NamedResource): string {
  const resource = kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`;
  return `Error from server (NotFound): ${resource} "${name}" not found`;
}
