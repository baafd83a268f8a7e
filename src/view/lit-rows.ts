/** Rows of the Endpoints panel that belong to one of the owners: `namespace/pod`, or an address. `id` is a row's own. */
export function isLit(id: string, owners: readonly string[]): boolean {
  const owner = id.slice(0, id.lastIndexOf('|'));
  return owners.some((each) => owner === each || owner.startsWith(`${each}:`) || owner.startsWith(`[${each}]`));
}

/** A Service among the owners: its line in the list of Services stands out. */
export const litService = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  `service ${namespace}/${name}`;
