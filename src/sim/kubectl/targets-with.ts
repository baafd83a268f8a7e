/** Which objects a command is about, where selectors may be a part that is missing. */
import { tableName } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { anyTable, type Cluster } from '../cluster/cluster.ts';
import type { CommandParts } from './command-parts.ts';
import { readResourceArgs } from './resource-args.ts';
import type { Target, TargetQuery, Targets } from './targets.ts';

/** What kubectl says when it is not told what a command is about. */
const nothingGiven = `You must provide one or more resources by argument or filename.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'
   '<resource> <name>'
   '<resource>'`;

/** See `findTargets`; the part that selects is passed in. */
export function findTargetsWith(
  { select }: Pick<CommandParts, 'select'>,
  cluster: Cluster,
  args: readonly string[],
  query: TargetQuery,
): Targets {
  const { selector, fieldSelector, all = false, allNamespaces = false } = query;
  const selecting = selector !== undefined || fieldSelector !== undefined || all;
  if (args.length === 0) return { ok: false, error: nothingGiven };
  const read = readResourceArgs(args, { selector: selecting, allNamespaces });
  if (!read.ok) return read;
  if (!read.all) {
    const targets = read.named.map(({ kind, name }) => ({
      kind,
      name,
      namespace: kind.namespaced ? query.namespace : '',
    }));
    return { ok: true, targets, selected: false };
  }
  if (!selecting) return { ok: false, error: 'resource(s) were provided, but no name was specified' };
  const targets: Target[] = [];
  for (const kind of read.kinds) {
    const found = select(cluster, kind, query);
    if (typeof found === 'string') return { ok: false, error: found };
    targets.push(...found);
  }
  return { ok: true, targets, selected: true };
}

/** The stored object, or undefined. */
export function findObject(cluster: Cluster, { kind, namespace, name }: Target): KubeObject | undefined {
  return anyTable(cluster, tableName(kind)).get(keyOf(namespace, name));
}
