/** Revisions of what a workload rolled out: ReplicaSets of a Deployment, ControllerRevisions of the others. */
import type { JsonObject, KubeObject } from '../api/objects.ts';
import { anyTable, type Cluster } from '../cluster/cluster.ts';
import { fieldAt, numberAt, textAt } from './field.ts';

export interface Revision {
  readonly number: number;
  /** The pod template, without the label that ReplicaSets add. */
  readonly template: JsonObject;
  /** The template as it is stored in the revision. */
  readonly stored: JsonObject;
  /** The annotation `kubernetes.io/change-cause`; "" without. */
  readonly cause: string;
  /** The annotations of the revision. */
  readonly annotations: Readonly<Record<string, string>>;
}

const revisionKey = 'deployment.kubernetes.io/revision';
const hashLabel = 'pod-template-hash';

/** All revisions of a workload, oldest first. */
export function revisionsOf(cluster: Cluster, workload: KubeObject): readonly Revision[] {
  const table = workload.kind === 'Deployment' ? 'replicasets' : 'controllerrevisions.apps';
  return [...anyTable(cluster, table).values()]
    .filter(({ metadata }) =>
      metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === workload.metadata.uid),
    )
    .map(readRevision)
    .toSorted((a, b) => a.number - b.number);
}

function readRevision(object: KubeObject): Revision {
  const annotations = object.metadata.annotations ?? {};
  const ofDeployment = object.kind === 'ReplicaSet';
  const path = ofDeployment ? ['spec', 'template'] : ['data', 'spec', 'template'];
  const stored = (fieldAt(object, ...path) ?? {}) as JsonObject;
  return {
    number: ofDeployment ? Number(annotations[revisionKey] ?? 0) : (numberAt(object, 'revision') ?? 0),
    template: withoutHash(stored),
    stored,
    cause: textAt(object, 'metadata', 'annotations', 'kubernetes.io/change-cause'),
    annotations,
  };
}

function withoutHash(template: JsonObject): JsonObject {
  const metadata = (template['metadata'] ?? {}) as JsonObject;
  const labels = Object.entries((metadata['labels'] ?? {}) as JsonObject).filter(([key]) => key !== hashLabel);
  return { ...template, metadata: { ...metadata, ...(labels.length > 0 && { labels: Object.fromEntries(labels) }) } };
}
