/** `kubectl get ep NAME`, which a lab always shows: the console's own answer by a shorter way. */
import { ageOf } from './ages.ts';
import { findKind } from './api/kinds.ts';
import { get } from './cluster/cluster.ts';
import { deprecationOf } from './kubectl/deprecation.ts';
import { endpointsTable } from './kubectl/print-endpoints.ts';
import { errorText } from './kubectl/read-answer.ts';
import { notFound } from './kubectl/not-found.ts';
import { plainOptions, renderTable } from './kubectl/table.ts';
import type { State } from './simulate.ts';

/** The command and what it prints of one object's list: the table or, where there is none, why not. */
export function listEndpoints(
  state: State,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  ages: readonly number[] = [],
): { readonly command: string; readonly output: string } {
  const kind = findKind('v1', 'Endpoints');
  if (!kind) throw new Error('the list of kinds lacks v1 Endpoints');
  const command = ['kubectl get ep', name, ...(namespace === 'default' ? [] : ['-n', namespace])].join(' ');
  const found = get(state.cluster, 'endpoints', namespace, name);
  if (found) {
    const options = { ...plainOptions, ages: (ref: Parameters<typeof ageOf>[1]) => ageOf(state, ref, ages) };
    return { command, output: renderTable(kind, endpointsTable, [found], options) };
  }
  const warnings = deprecationOf(kind).map((text) => `Warning: ${text}`);
  return { command, output: errorText(warnings, [notFound({ kind, name })]) };
}
