/** What the server fills into workloads. */
import type {
  DaemonSet,
  Deployment,
  Job,
  JsonObject,
  KubeObject,
  PodTemplate,
  ReplicaSet,
  StatefulSet,
} from '../../api/objects.ts';
import { defaultPodTemplate } from './pod.ts';

/** A workload as decoded: any field of its spec may be missing. */
interface Workload extends KubeObject {
  readonly spec?: JsonObject & { readonly template?: PodTemplate };
}

/** Models pkg/apis/apps/v1 SetDefaults_Deployment, v1.36. */
export function defaultDeployment(typed: Deployment): Deployment {
  return withSpec(typed, (spec) => {
    const strategy = (spec['strategy'] as JsonObject | undefined) ?? {};
    const type = strategy['type'] ?? 'RollingUpdate';
    const rolling = (strategy['rollingUpdate'] as JsonObject | undefined) ?? {};
    const rollingUpdate = {
      maxUnavailable: rolling['maxUnavailable'] ?? '25%',
      maxSurge: rolling['maxSurge'] ?? '25%',
    };
    return {
      replicas: spec['replicas'] ?? 1,
      strategy: { ...strategy, type, ...(type === 'RollingUpdate' && { rollingUpdate }) },
      revisionHistoryLimit: spec['revisionHistoryLimit'] ?? 10,
      progressDeadlineSeconds: spec['progressDeadlineSeconds'] ?? 600,
    };
  });
}

/** Models pkg/apis/apps/v1 SetDefaults_ReplicaSet, v1.36. */
export function defaultReplicaSet(typed: ReplicaSet): ReplicaSet {
  return withSpec(typed, (spec) => ({ replicas: spec['replicas'] ?? 1 }));
}

/** Models pkg/apis/apps/v1 SetDefaults_StatefulSet, v1.36. */
export function defaultStatefulSet(typed: StatefulSet): StatefulSet {
  return withSpec(typed, (spec) => {
    const strategy = (spec['updateStrategy'] as JsonObject | undefined) ?? {};
    const type = strategy['type'] ?? 'RollingUpdate';
    const rolling = (strategy['rollingUpdate'] as JsonObject | undefined) ?? {};
    const rollingUpdate = { ...rolling, partition: rolling['partition'] ?? 0 };
    const retention = (spec['persistentVolumeClaimRetentionPolicy'] as JsonObject | undefined) ?? {};
    const claims = spec['volumeClaimTemplates'] as readonly JsonObject[] | undefined;
    return {
      ...(claims && { volumeClaimTemplates: claims.map(defaultClaim) }),
      podManagementPolicy: spec['podManagementPolicy'] ?? 'OrderedReady',
      serviceName: spec['serviceName'] ?? '',
      updateStrategy: { ...strategy, type, ...(type === 'RollingUpdate' && { rollingUpdate }) },
      replicas: spec['replicas'] ?? 1,
      revisionHistoryLimit: spec['revisionHistoryLimit'] ?? 10,
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: retention['whenDeleted'] ?? 'Retain',
        whenScaled: retention['whenScaled'] ?? 'Retain',
      },
    };
  });
}

/** A claim of a template says what it is, as it stands alone. Models pkg/apis/core/v1 SetDefaults_PersistentVolumeClaim, v1.36. */
function defaultClaim(claim: JsonObject): JsonObject {
  const spec = (claim['spec'] as JsonObject | undefined) ?? {};
  const status = (claim['status'] as JsonObject | undefined) ?? {};
  return {
    ...claim,
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    spec: { ...spec, volumeMode: spec['volumeMode'] ?? 'Filesystem' },
    status: { ...status, phase: status['phase'] ?? 'Pending' },
  };
}

/** Models pkg/apis/apps/v1 SetDefaults_DaemonSet, v1.36. */
export function defaultDaemonSet(typed: DaemonSet): DaemonSet {
  return withSpec(typed, (spec) => {
    const strategy = (spec['updateStrategy'] as JsonObject | undefined) ?? {};
    const type = strategy['type'] ?? 'RollingUpdate';
    const rolling = (strategy['rollingUpdate'] as JsonObject | undefined) ?? {};
    const rollingUpdate = { maxUnavailable: rolling['maxUnavailable'] ?? 1, maxSurge: rolling['maxSurge'] ?? 0 };
    return {
      updateStrategy: { ...strategy, type, ...(type === 'RollingUpdate' && { rollingUpdate }) },
      revisionHistoryLimit: spec['revisionHistoryLimit'] ?? 10,
    };
  });
}

/** Models pkg/apis/batch/v1 SetDefaults_Job, v1.36. */
export function defaultJob(typed: Job): Job {
  return withSpec(typed, (spec) => {
    const once = spec['completions'] === undefined && spec['parallelism'] === undefined;
    return {
      ...(once && { completions: 1 }),
      parallelism: spec['parallelism'] ?? 1,
      backoffLimit: spec['backoffLimit'] ?? 6,
      completionMode: spec['completionMode'] ?? 'NonIndexed',
      suspend: spec['suspend'] ?? false,
      podReplacementPolicy:
        spec['podReplacementPolicy'] ?? (spec['podFailurePolicy'] ? 'Failed' : 'TerminatingOrFailed'),
    };
  });
}

function withSpec<T extends KubeObject>(typed: T, defaults: (spec: JsonObject) => JsonObject): T {
  const spec = (typed as Workload).spec ?? {};
  return { ...typed, spec: { ...spec, ...defaults(spec), template: defaultPodTemplate(spec.template) } };
}
