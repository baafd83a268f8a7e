/** Workloads: their generation counts changes of the spec, their status is the controllers'. */
import type {
  DaemonSet,
  Deployment,
  Job,
  JsonObject,
  KubeObject,
  LabelSelector,
  PodTemplate,
  ReplicaSet,
  StatefulSet,
} from '../../api/objects.ts';
import {
  defaultDaemonSet,
  defaultDeployment,
  defaultJob,
  defaultReplicaSet,
  defaultStatefulSet,
} from '../defaults/workloads.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import {
  validateDaemonSet,
  validateDeployment,
  validateJob,
  validateReplicaSet,
  validateStatefulSet,
  type Workload,
} from '../validate/workloads.ts';
import { nameWarnings } from '../warnings/name.ts';
import { podWarnings } from '../warnings/pod.ts';
import { differs, firstGeneration, nextGeneration } from './generation.ts';
import type { Strategy } from './strategy.ts';

interface AnyWorkload extends KubeObject {
  readonly spec: { readonly template: PodTemplate; readonly selector?: LabelSelector };
  readonly status: JsonObject;
}

type Parts<T> = Pick<Strategy<T & KubeObject>, 'withDefaults'> & {
  readonly validate: (object: Workload, old?: Workload) => ReturnType<Strategy['validate']>;
  readonly newStatus: JsonObject;
  /** A name that cannot be part of a host name is warned of. */
  readonly named?: boolean;
};

function workloadStrategy<T extends AnyWorkload>({
  withDefaults,
  validate,
  newStatus,
  named = false,
}: Parts<T>): Strategy<T> {
  return {
    withDefaults,
    prepareForCreate: (object) => firstGeneration({ ...object, status: newStatus }),
    prepareForUpdate: (object, old) => nextGeneration({ ...object, status: old.status }, old, differs(object, old)),
    prepareForStatus: (object, old) => ({ ...object, spec: old.spec }),
    validate: (object, old) => validate(asWorkload(object), old && asWorkload(old)),
    warnings: (object, old) => {
      if (old && old.metadata.generation === object.metadata.generation) return [];
      const ofName = old || !named ? [] : nameWarnings(object.metadata.name, 'Pod names and hostnames');
      return [...ofName, ...podWarnings('spec.template.', object.spec.template)];
    },
  };
}

const ofDeployment = workloadStrategy<Deployment>({
  withDefaults: defaultDeployment,
  validate: validateDeployment,
  newStatus: {},
  named: true,
});

/** A Deployment's generation counts changes of its annotations, too. Models pkg/registry/apps/deployment, v1.36. */
export const deploymentStrategy: Strategy<Deployment> = {
  ...ofDeployment,
  prepareForUpdate: (object, old) => {
    const annotated = !equalJson(object.metadata.annotations, old.metadata.annotations);
    return nextGeneration({ ...object, status: old.status }, old, annotated || differs(object, old));
  },
};

export const replicaSetStrategy = workloadStrategy<ReplicaSet>({
  withDefaults: defaultReplicaSet,
  validate: validateReplicaSet,
  newStatus: { replicas: 0 },
  named: true,
});

export const statefulSetStrategy = workloadStrategy<StatefulSet>({
  withDefaults: defaultStatefulSet,
  validate: validateStatefulSet,
  newStatus: { replicas: 0, availableReplicas: 0 },
});

export const daemonSetStrategy = workloadStrategy<DaemonSet>({
  withDefaults: defaultDaemonSet,
  validate: validateDaemonSet,
  newStatus: { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 },
});

const ofJob = workloadStrategy<Job>({ withDefaults: defaultJob, validate: validateJob, newStatus: {}, named: true });

/** A Job selects its pods by its own uid unless `manualSelector` is set. Models pkg/registry/batch/job, v1.36. */
export const jobStrategy: Strategy<Job> = {
  ...ofJob,
  prepareForCreate: (job) => ofJob.prepareForCreate(withOwnSelector(job)),
};

function withOwnSelector(job: Job): Job {
  const { template, manualSelector } = job.spec as Job['spec'] & { readonly manualSelector?: boolean };
  if (manualSelector === true) return job;
  const { uid = '', name } = job.metadata;
  const labels = {
    ...template.metadata?.labels,
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
  return {
    ...job,
    spec: {
      ...job.spec,
      selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}

function asWorkload(object: AnyWorkload): Workload {
  return object as unknown as Workload;
}
