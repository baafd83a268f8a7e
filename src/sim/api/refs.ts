/** Names of objects: references and table keys. */

/** One object of the cluster. `namespace` is "" for cluster-scoped kinds. */
export interface ObjectRef {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Key of an object in its table: `namespace/name`, or the bare name for cluster-scoped kinds. */
export function keyOf(namespace: string | undefined, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}
