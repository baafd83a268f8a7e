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
  validate: (pod, old) => {
    if (!isPlain(pod)) throw new NeedsFull('checks of a pod');
    return old ? validatePodUpdate(pod, old) : validatePod(pod);
  },
  // Pods are changed too often for the server to look at them again.
  warnings: ({ metadata, spec }, old) =>
    old ? [] : [...nameWarnings(metadata.name, "the Pod's hostname"), ...portWarnings(placedIn(spec))],
};

function placedIn(spec: PodSpec): readonly (readonly [string, Container])[] {
  return (['initContainers', 'containers'] as const).flatMap((field) =>
    (spec[field] ?? []).map((container, i) => [`spec.${field}[${i}]`, container] as const),
  );
}

function isPlain({ metadata, spec }: Pod): boolean {
  const { dnsPolicy, tolerations = [] } = spec as PodSpec & { readonly tolerations?: readonly JsonObject[] };
  return (
    Object.keys(metadata.annotations ?? {}).every((key) => !/(?:alpha|beta)\.kubernetes\.io/.test(key)) &&
    seldom.every((field) => (spec as PodSpec & JsonObject)[field] === undefined) &&
    dnsPolicy !== 'None' &&
    tolerations.every(({ tolerationSeconds }) => tolerationSeconds === 300) &&
    (spec.terminationGracePeriodSeconds ?? 0) >= 0 &&
    placedIn(spec).every(([, container]) => isPlainContainer(container))
  );
}

/** Fields that the server has warnings for, or checks that stand elsewhere. */
const seldom = [
  'affinity',
  'dnsConfig',
  'hostAliases',
  'imagePullSecrets',
  'nodeSelector',
  'runtimeClassName',
  'schedulingGates',
  'topologySpreadConstraints',
  'volumes',
];

/** No variable twice or from elsewhere, and no size that could be a fraction of a byte. */
function isPlainContainer(container: Container): boolean {
  const { env = [], resources } = container;
  if (['envFrom', 'volumeMounts'].some((field) => Object.hasOwn(container, field))) return false;
  const sizes = [resources?.limits, resources?.requests].flatMap((list) => [
    list?.['memory'],
    list?.['ephemeral-storage'],
  ]);
  return (
    new Set(env.map(({ name }) => name)).size === env.length &&
    env.every(({ valueFrom }) => valueFrom === undefined) &&
    sizes.every((size) => size === undefined || /^\d+(?:[kMG]i?)?$/.test(String(size)))
  );
}
