/** The checks of fields that few pods have: the first worker does without them. */
import type { FieldError } from '../../api/field-error.ts';
import type { Container, PodSpec } from '../../api/objects.ts';

type SpecCheck = (path: string, spec: PodSpec) => readonly FieldError[];

/** Each where it stands among the other checks of a pod; `path` is that of the pod's spec unless it says otherwise. */
export interface SeldomChecks {
  /** `path`: of the list. `names`: the volumes that are right, which containers may mount. */
  readonly volumes: (
    path: string,
    spec: PodSpec,
  ) => { readonly errors: readonly FieldError[]; readonly names: readonly string[] };
  /** `path`: of `valueFrom`. */
  readonly valueFrom: (path: string, env: NonNullable<Container['env']>[number]) => readonly FieldError[];
  /** `envFrom` and `volumeMounts`. `path`: of the container. */
  readonly sources: (path: string, container: Container, volumes: readonly string[]) => readonly FieldError[];
  /** `nodeSelector`, `affinity`, `dnsConfig`; the last one is also missed where it is needed. */
  readonly placement: SpecCheck;
  /** `schedulingGates` and `topologySpreadConstraints`. */
  readonly spread: SpecCheck;
  /** `tolerations` and `hostAliases`. */
  readonly tolerations: SpecCheck;
  /** `runtimeClassName` and `preemptionPolicy`. */
  readonly policies: SpecCheck;
}
