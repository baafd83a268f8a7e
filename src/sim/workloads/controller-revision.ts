/** Revisions of a StatefulSet's or DaemonSet's template, stored as ControllerRevisions. */
import { equalJson } from '../api/endpoints/equal-json.ts';
import type { KubeObject, OtherObject, PodTemplate } from '../api/objects.ts';
import { keyOf } from '../api/refs.ts';
import { anyTable, type Change, type Cluster } from '../cluster/cluster.ts';
import { canonicalJson } from './canonical-json.ts';
import type { WorkloadContext } from './context.ts';
import { controllerReference } from './pod-from-template.ts';
import { controllerUid } from './pods-of.ts';

const tableName = 'controllerrevisions.apps';

interface Revision extends OtherObject {
  readonly data: { readonly spec: { readonly template: PodTemplate } };
  readonly revision: number;
}

/** The name of the revision that holds the workload's template, and the change that makes it or makes it the newest. */
export function revisionOf(
  cluster: Cluster,
  workload: KubeObject & { readonly spec: { readonly template: PodTemplate } },
  context: WorkloadContext,
): { readonly name: string; readonly template: PodTemplate; readonly changes: readonly Change[] } {
  const { namespace = '', name } = workload.metadata;
  const { template } = workload.spec;
  const own = ownRevisions(cluster, workload);
  const newest = own.at(-1);
  const same = own.find(({ data }) => equalJson(data.spec.template, template));
  if (same && same === newest) return { name: same.metadata.name, template, changes: [] };
  const number = (newest?.revision ?? 0) + 1;
  if (same) return { name: same.metadata.name, template, changes: [change(same, { ...same, revision: number })] };
  const taken = (candidate: string): boolean => anyTable(cluster, tableName).has(keyOf(namespace, candidate));
  const fresh = context.allocator.controllerRevision(namespace, name, canonicalJson(template), taken);
  return { name: fresh, template, changes: [change(undefined, newRevision(workload, fresh, number, context))] };
}

/** The template of a named revision; undefined when there is none. */
export function templateOf(cluster: Cluster, namespace: string, revision: string): PodTemplate | undefined {
  return (anyTable(cluster, tableName).get(keyOf(namespace, revision)) as Revision | undefined)?.data.spec.template;
}

function newRevision(
  workload: KubeObject & { readonly spec: { readonly template: PodTemplate } },
  name: string,
  revision: number,
  context: WorkloadContext,
): Revision {
  const { namespace = '' } = workload.metadata;
  return {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name,
      namespace,
      uid: context.allocator.uid('ControllerRevision', namespace, name),
      labels: {
        ...workload.spec.template.metadata?.labels,
        'controller.kubernetes.io/hash': name.slice(workload.metadata.name.length + 1),
      },
      ownerReferences: [controllerReference(workload)],
    },
    data: { spec: { template: workload.spec.template } },
    revision,
  };
}

function ownRevisions(cluster: Cluster, workload: KubeObject): readonly Revision[] {
  const all = [...anyTable(cluster, tableName).values()] as unknown as Revision[];
  return all
    .filter((revision) => controllerUid(revision) === workload.metadata.uid)
    .sort((a, b) => a.revision - b.revision);
}

function change(before: Revision | undefined, after: Revision): Change {
  return {
    resource: tableName,
    key: keyOf(after.metadata.namespace, after.metadata.name),
    ...(before && { before }),
    after,
  };
}
