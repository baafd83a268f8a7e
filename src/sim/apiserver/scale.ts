/** The scale subresource: the number of replicas alone. */
import type { ApiKind } from '../api/kinds.ts';
import type { JsonObject, KubeObject } from '../api/objects.ts';
import { isMap } from './decode/json-kind.ts';
import { invalid } from './field-errors.ts';
import type { ReadObject } from './read-object.ts';
import { invalidPatch, noSuchResource } from './statuses.ts';

const scalable = new Set(['deployments', 'replicasets', 'statefulsets', 'replicationcontrollers']);

/** The object with the replicas that the patch of its Scale asks for; other fields of a Scale cannot be changed. */
export function readScalePatch(kind: ApiKind, current: KubeObject, patch: JsonObject): ReadObject {
  if (!scalable.has(kind.plural)) return { ok: false, status: noSuchResource() };
  const spec = (current as unknown as JsonObject)['spec'] as JsonObject;
  const typed = isMap(patch['spec']) ? patch['spec']['replicas'] : undefined;
  if (typed === undefined) return { ok: true, object: current, warnings: [] };
  const replicas = typed ?? 0;
  if (typeof replicas !== 'number' || !Number.isInteger(replicas)) {
    const why = `json: cannot unmarshal ${typeof replicas} into Go struct field ScaleSpec.spec.replicas of type int32`;
    return { ok: false, status: invalidPatch(invalid('patch', JSON.stringify(patch), why), ['spec.replicas']) };
  }
  return { ok: true, object: { ...current, spec: { ...spec, replicas } } as KubeObject, warnings: [] };
}
