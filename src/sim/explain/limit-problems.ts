/** Workloads that go without pods because of our limit, at the place in the text that asks for them. */
import type { Problem } from '../api/problems.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { DocumentOutcome } from '../kubectl/apply.ts';
import type { Workloads } from '../workloads/workloads.ts';
import { rangeOf } from '../yaml/find-range.ts';

/** One warning per workload that `outcomes` applied, or one without a place; kubectl says nothing of it. */
export function limitProblems(
  { limited }: Workloads,
  cluster: Cluster,
  outcomes: readonly DocumentOutcome[],
): readonly Problem[] {
  return limited(cluster).map(({ workload: { kind, namespace, name }, path: field, wanted, allowed }) => {
    const facts = { limit: 'pods', found: wanted, allowed };
    const problem = { code: 'Limit', severity: 'warning', message: '', facts } as const;
    const outcome = outcomes.findLast(
      ({ object }) => object?.kind === kind && object.namespace === namespace && object.name === name,
    );
    if (!outcome) return { ...problem, range: { start: 0, end: 0 } };
    const path = outcome.item === undefined ? field : `items[${outcome.item}].${field}`;
    const { start, end } = rangeOf(outcome.yaml, path).value;
    const range = { start: outcome.range.start + start, end: outcome.range.start + end };
    return { ...problem, document: outcome.document, path, range };
  });
}
