/** The priority of a new pod: that of its PriorityClass. */
import type { JsonObject, KubeObject, Pod } from '../api/objects.ts';
import { anyTable, type Cluster } from '../cluster/cluster.ts';

interface Prioritized {
  readonly priorityClassName?: string;
  readonly priority?: number;
  readonly preemptionPolicy?: string;
}
type PriorityClass = KubeObject & {
  readonly value?: number;
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: string;
};

/** Classes that every cluster has. */
const builtIn = new Map([
  ['system-cluster-critical', 2_000_000_000],
  ['system-node-critical', 2_000_001_000],
]);

/**
 * The pod with the priority of the class it names, or of the cluster's default class; or why it is forbidden.
 * Simplified: pods of workloads are not looked at, and service accounts not at all (the recorded clusters ran without that check).
 * Models plugin/pkg/admission/priority, v1.36.
 */
export function withPriority(cluster: Cluster, pod: Pod): { readonly pod: Pod } | { readonly forbidden: string } {
  const classes = anyTable(cluster, 'priorityclasses.scheduling.k8s.io') as ReadonlyMap<string, PriorityClass>;
  // Without its defaults a pod may have no spec.
  const { priorityClassName: typed, priority: wanted } = ((pod.spec as Pod['spec'] | undefined) ?? {}) as Prioritized;
  const name = typed ?? [...classes].find(([, { globalDefault }]) => globalDefault === true)?.[0];
  const found = name === undefined ? undefined : classes.get(name);
  const builtInValue = name === undefined ? 0 : builtIn.get(name);
  if (!found && builtInValue === undefined) return { forbidden: `no PriorityClass with name ${name} was found` };
  const priority = found ? (found.value ?? 0) : (builtInValue ?? 0);
  if (wanted !== undefined && wanted !== priority) {
    const why = `the integer value of priority (${wanted}) must not be provided in pod spec; priority admission controller computed ${priority} from the given PriorityClass name`;
    return { forbidden: why };
  }
  if (name === undefined) return { pod };
  const { preemptionPolicy } = found ?? {};
  const given: JsonObject = { priorityClassName: name, priority, ...(preemptionPolicy && { preemptionPolicy }) };
  return { pod: { ...pod, spec: { ...pod.spec, ...given } } };
}
