/** Pods, with all that the server warns of. */
import type { Pod } from '../../api/objects.ts';
import { nameWarnings } from '../warnings/name.ts';
import { podWarnings } from '../warnings/pod.ts';
import { plainPodStrategy } from './plain-pod.ts';
import type { Strategy } from './strategy.ts';

export const podStrategy: Strategy<Pod> = {
  ...plainPodStrategy,
  warnings: (pod, old) =>
    old ? [] : [...nameWarnings(pod.metadata.name, "the Pod's hostname"), ...podWarnings('', pod)],
};
