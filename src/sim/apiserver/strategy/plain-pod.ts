/** Pods as most scenes have them. */
import { NeedsFull } from '../../api/needs-full.ts';
import type { Container, JsonObject, Pod, PodSpec } from '../../api/objects.ts';
import { defaultPod, newPodStatus } from '../defaults/pod.ts';
import { validatePod, validatePodUpdate } from '../validate/pod.ts';
import { portWarnings } from '../warnings/container-ports.ts';
import { nameWarnings } from '../warnings/name.ts';
import { differs, firstGeneration, nextGeneration } from './generation.ts';
import type { Strategy } from './strategy.ts';

/** Models pkg/registry/core/pod, v1.36; where it would have to warn of a seldom field it throws NeedsFull. */
export const plainPodStrategy: Strategy<Pod> = {
  withDefaults: defaultPod,
  prepareForCreate: (pod) => firstGeneration({ ...pod, status: newPodStatus(pod.spec) }),
  prepareForUpdate: (pod, old) => nextGeneration({ ...pod, status: old.status }, old, differs(pod, old)),
  prepareForStatus: (pod, old) => ({ ...pod, spec: old.spec }),
  validate: (pod, old) => (old ? validatePodUpdate(pod, old) : validatePod(pod)),
  // Pods are changed too often for the server to look at them again.
  warnings: (pod, old) => (old ? [] : plainWarnings(pod)),
};

function plainWarnings({ metadata, spec }: Pod): readonly string[] {
  const placed = (['initContainers', 'containers'] as const).flatMap((field) =>
    (spec[field] ?? []).map((container, i) => [`spec.${field}[${i}]`, container] as const),
  );
  const isPlain =
    Object.keys(metadata.annotations ?? {}).every((key) => !/(?:alpha|beta)\.kubernetes\.io/.test(key)) &&
    seldom.every((field) => (spec as PodSpec & JsonObject)[field] === undefined) &&
    (spec.terminationGracePeriodSeconds ?? 0) >= 0 &&
    placed.every(([, container]) => isPlainContainer(container));
  if (!isPlain) throw new NeedsFull('warnings of a pod');
  return [...nameWarnings(metadata.name, "the Pod's hostname"), ...portWarnings(placed)];
}

/** Fields that the server has warnings for. */
const seldom = [
  'affinity',
  'dnsConfig',
  'hostAliases',
  'imagePullSecrets',
  'nodeSelector',
  'topologySpreadConstraints',
  'volumes',
];

/** No variable twice, and no size that could be a fraction of a byte. */
function isPlainContainer({ env = [], resources }: Container): boolean {
  const sizes = [resources?.limits, resources?.requests].flatMap((list) => [
    list?.['memory'],
    list?.['ephemeral-storage'],
  ]);
  return (
    new Set(env.map(({ name }) => name)).size === env.length &&
    sizes.every((size) => size === undefined || /^\d+(?:[kMG]i?)?$/.test(String(size)))
  );
}
