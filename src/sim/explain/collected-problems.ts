/** Objects that were taken and are gone again at once, at the field that names owners which are not there. */
import type { OwnerReference } from '../api/objects.ts';
import type { Problem } from '../api/problems.ts';
import { keyOf } from '../api/refs.ts';
import { anyTable, type Cluster } from '../cluster/cluster.ts';
import { areAbsent } from '../controllers/lifecycle/absent-owners.ts';
import type { DocumentOutcome } from '../kubectl/apply.ts';
import { rangeOf } from '../yaml/find-range.ts';

/** One warning per object that the garbage collector took after `outcomes`; kubectl says nothing of it. */
export function collectedProblems(cluster: Cluster, outcomes: readonly DocumentOutcome[]): readonly Problem[] {
  return outcomes.flatMap(({ document, item, range, yaml, object, table, verb, value }): readonly Problem[] => {
    const metadata = value?.['metadata'] as { readonly ownerReferences?: readonly OwnerReference[] } | undefined;
    const [first, ...others] = metadata?.ownerReferences ?? [];
    if (!first || !object || !table || !verb) return [];
    if (anyTable(cluster, table).has(keyOf(object.namespace, object.name))) return [];
    if (!areAbsent(cluster, [first, ...others], object.namespace)) return [];
    const path = `${item === undefined ? '' : `items[${item}].`}metadata.ownerReferences`;
    const { start, end } = rangeOf(yaml, path).key;
    return [
      {
        code: 'OwnerAbsent',
        severity: 'warning',
        message: '',
        facts: { object: `${object.kind} ${object.name}`, owner: `${first.kind} ${first.name}` },
        document,
        path,
        range: { start: range.start + start, end: range.start + end },
      },
    ];
  });
}
