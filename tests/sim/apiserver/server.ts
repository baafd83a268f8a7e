/** A small API server for tests: the default cluster, and one call for each write. */
import { derivedAllocator } from '../../../src/sim/allocator/derived.ts';
import { findKind, type ApiKind } from '../../../src/sim/api/kinds.ts';
import type { Family, JsonObject, KubeObject } from '../../../src/sim/api/objects.ts';
import {
  create,
  patch,
  remove,
  replace,
  type AdmitContext,
  type AdmitResult,
  type PatchHow,
} from '../../../src/sim/apiserver/admit.ts';
import type { Cluster } from '../../../src/sim/cluster/cluster.ts';
import { defaultCluster } from '../../../src/sim/cluster/default-cluster.ts';
import { parseScene } from '../../../src/sim/scene/parse-scene.ts';
import { allStrategies } from '../../../src/sim/apiserver/strategy/all-strategies.ts';

export class Server {
  cluster: Cluster;
  readonly context: AdmitContext;

  constructor(families: readonly Family[] = ['IPv4'], fieldValidation: AdmitContext['fieldValidation'] = 'strict') {
    const allocator = derivedAllocator(0);
    this.cluster = defaultCluster(parseScene('').world, allocator);
    this.context = { allocator, families, fieldValidation, strategies: allStrategies };
  }

  create(object: JsonObject): AdmitResult {
    const kind = kindOf(object);
    return this.#take(create(this.cluster, kind, namespaceOf(object, kind), object, this.context));
  }

  replace(object: JsonObject): AdmitResult {
    const kind = kindOf(object);
    return this.#take(replace(this.cluster, kind, namespaceOf(object, kind), nameOf(object), object, this.context));
  }

  patch(kind: string, name: string, changes: JsonObject, how: PatchHow = { type: 'merge' }): AdmitResult {
    const found = kindOf({ apiVersion: apiVersions[kind] ?? 'v1', kind });
    const namespace = found.namespaced ? 'default' : '';
    return this.#take(patch(this.cluster, found, namespace, name, changes, how, this.context));
  }

  remove(kind: string, name: string): AdmitResult {
    const found = kindOf({ apiVersion: apiVersions[kind] ?? 'v1', kind });
    return this.#take(remove(this.cluster, found, found.namespaced ? 'default' : '', name, this.context));
  }

  #take(result: AdmitResult): AdmitResult {
    if (result.ok) this.cluster = result.cluster;
    return result;
  }
}

/** The object of a write that must not fail. */
export function objectOf<T extends KubeObject>(result: AdmitResult): T {
  if (!result.ok) throw new Error(result.status.message);
  return result.object as T;
}

/** The refusal's message, or "accepted". */
export function messageOf(result: AdmitResult): string {
  return result.ok ? 'accepted' : result.status.message;
}

const apiVersions: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  EndpointSlice: 'discovery.k8s.io/v1',
};

export function service(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec };
}

export function deployment(name: string, spec: JsonObject = {}): JsonObject {
  const template = { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image: 'nginx' }] } };
  const selector = { matchLabels: { app: name } };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: { selector, template, ...spec } };
}

function kindOf(object: JsonObject): ApiKind {
  const kind = findKind(String(object['apiVersion']), String(object['kind']));
  if (!kind) throw new Error(`no kind ${JSON.stringify(object['kind'])}`);
  return kind;
}

function namespaceOf(object: JsonObject, kind: ApiKind): string {
  const { namespace = 'default' } = object['metadata'] as { readonly namespace?: string };
  return kind.namespaced ? namespace : '';
}

function nameOf(object: JsonObject): string {
  return (object['metadata'] as { readonly name: string }).name;
}
