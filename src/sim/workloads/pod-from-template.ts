/** Pods made from a workload's template. */
import type { KubeObject, Labels, OwnerReference, Pod, PodSpec, PodTemplate } from '../api/objects.ts';
import type { WorkloadContext } from './context.ts';

/** What a controller adds to its template for one pod. */
export interface PodMaking {
  readonly name: string;
  readonly labels: Labels;
  readonly owner: OwnerReference;
  readonly namespace: string;
  /** Fields laid over the template's spec; absent: the defaulted spec is shared by identity. */
  readonly spec?: Partial<PodSpec>;
}

const defaulted = new WeakMap<PodSpec, PodSpec>();

/** A new pod, not bound and without status. Pods of one template share spec, labels and annotations. */
export function podFromTemplate(template: PodTemplate, making: PodMaking, context: WorkloadContext): Pod {
  const { name, namespace, owner } = making;
  const shared = sharedSpec(template.spec, context);
  const spec = making.spec ? { ...shared, ...making.spec } : shared;
  const annotations = template.metadata?.annotations;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      generateName: `${owner.name}-`,
      namespace,
      uid: context.allocator.uid('Pod', namespace, name),
      generation: 1,
      labels: making.labels,
      ...(annotations && { annotations }),
      ownerReferences: [owner],
    },
    spec,
    status: { phase: 'Pending', qosClass: context.qosClass(spec) },
  };
}

/** The reference a controller puts on what it makes. */
export function controllerReference(object: KubeObject): OwnerReference {
  const { apiVersion, kind, metadata } = object;
  return { apiVersion, kind, name: metadata.name, uid: metadata.uid ?? '', controller: true, blockOwnerDeletion: true };
}

function sharedSpec(spec: PodSpec, context: WorkloadContext): PodSpec {
  let result = defaulted.get(spec);
  if (!result) defaulted.set(spec, (result = context.defaultPodSpec(spec)));
  return result;
}
