/** What makes a pod one of a StatefulSet: its name, the labels that go with it, its volumes. */
import type { JsonObject, Labels, Pod, PodTemplate, StatefulSet } from '../api/objects.ts';

export const podNameLabel = 'statefulset.kubernetes.io/pod-name';

/** Whether the pod bears one of the set's names. Models isMemberOf, v1.36. */
export function isMember({ metadata: { name: set } }: StatefulSet, { metadata: { name } }: Pod): boolean {
  return name.startsWith(`${set}-`) && /^\d+$/.test(name.slice(set.length + 1));
}

/** The number at the end of the pod's name. */
export function ordinalOf(pod: Pod): number {
  return Number(pod.metadata.name.slice(pod.metadata.name.lastIndexOf('-') + 1));
}

/** The labels that go with a name. Models updateIdentity, v1.36. */
export function identityLabels(name: string, ordinal: number): Labels {
  return { [podNameLabel]: name, 'apps.kubernetes.io/pod-index': String(ordinal) };
}

/** A volume for every claim, then those of the template; undefined if there are no claims. Models updateStorage, v1.36. */
export function volumesOf(
  { spec }: StatefulSet,
  template: PodTemplate,
  pod: string,
): readonly JsonObject[] | undefined {
  const { volumeClaimTemplates = [] } = spec as { readonly volumeClaimTemplates?: readonly ClaimTemplate[] };
  if (volumeClaimTemplates.length === 0) return undefined;
  const names = volumeClaimTemplates.map(({ metadata }) => metadata?.name ?? '');
  const { volumes = [] } = template.spec as { readonly volumes?: readonly JsonObject[] };
  return [
    ...names.map((name) => ({ name, persistentVolumeClaim: { claimName: `${name}-${pod}` } })),
    ...volumes.filter(({ name }) => !names.includes(String(name))),
  ];
}

interface ClaimTemplate {
  readonly metadata?: { readonly name?: string };
}
