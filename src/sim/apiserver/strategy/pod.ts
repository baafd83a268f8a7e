/** Pods, with all that the server checks and warns of. */
import type { Pod } from '../../api/objects.ts';
import { nameWarnings } from '../warnings/name.ts';
import { seldomChecks, validateNewPod } from '../validate/pod-seldom.ts';
import { validatePod, validatePodUpdate } from '../validate/pod.ts';
import { podWarnings } from '../warnings/pod.ts';
import { plainPodStrategy } from './plain-pod.ts';
import type { Strategy } from './strategy.ts';

export const podStrategy: Strategy<Pod> = {
  ...plainPodStrategy,
  validate: (pod, old) =>
    old ? validatePodUpdate(pod, old, seldomChecks) : [...validatePod(pod, seldomChecks), ...validateNewPod(pod)],
  warnings: (pod, old) =>
    old ? [] : [...nameWarnings(pod.metadata.name, "the Pod's hostname"), ...podWarnings('', pod)],
};
