/** Pods. */
import type { Pod } from '../../api/objects.ts';
import { defaultPod, newPodStatus } from '../defaults/pod.ts';
import { validatePod, validatePodUpdate } from '../validate/pod.ts';
import { nameWarnings, podWarnings } from '../warnings/pod.ts';
import { differs, firstGeneration, nextGeneration } from './generation.ts';
import type { Strategy } from './strategy.ts';

/** Models pkg/registry/core/pod, v1.36. */
export const podStrategy: Strategy<Pod> = {
  withDefaults: defaultPod,
  prepareForCreate: (pod) => firstGeneration({ ...pod, status: newPodStatus(pod.spec) }),
  prepareForUpdate: (pod, old) => nextGeneration({ ...pod, status: old.status }, old, differs(pod, old)),
  prepareForStatus: (pod, old) => ({ ...pod, spec: old.spec }),
  validate: (pod, old) => (old ? validatePodUpdate(pod, old) : validatePod(pod)),
  // Pods are changed too often for the server to look at them again.
  warnings: (pod, old) =>
    old ? [] : [...nameWarnings(pod.metadata.name, "the Pod's hostname"), ...podWarnings('', pod)],
};
