/** The strategy of every kind. */
import { isModelled, type ApiKind } from '../../api/kinds.ts';
import { isDNS1123Subdomain } from '../../api/names.ts';
import type { KubeObject, ModelledResource, ModelledTables } from '../../api/objects.ts';
import { validateObjectMeta } from '../validate/object-meta.ts';
import { namespaceStrategy, nodeStrategy } from './cluster-scoped.ts';
import { endpointSliceStrategy, endpointsStrategy } from './endpoints.ts';
import { differs, firstGeneration, nextGeneration } from './generation.ts';
import { podStrategy } from './pod.ts';
import { serviceStrategy } from './service.ts';
import type { Strategy } from './strategy.ts';
import {
  daemonSetStrategy,
  deploymentStrategy,
  jobStrategy,
  replicaSetStrategy,
  statefulSetStrategy,
} from './workloads.ts';

const modelled: { readonly [R in ModelledResource]: Strategy<ModelledTables[R]> } = {
  namespaces: namespaceStrategy,
  nodes: nodeStrategy,
  pods: podStrategy,
  services: serviceStrategy,
  endpoints: endpointsStrategy,
  endpointslices: endpointSliceStrategy,
  deployments: deploymentStrategy,
  replicasets: replicaSetStrategy,
  statefulsets: statefulSetStrategy,
  daemonsets: daemonSetStrategy,
  jobs: jobStrategy,
};

/** Kinds beyond the modelled ones that count the changes of their spec. */
const counted = new Set(['Ingress', 'NetworkPolicy', 'CronJob', 'PodDisruptionBudget', 'CustomResourceDefinition']);

/** Objects of a kind that is only stored come and go as they are; their metadata is checked. */
export function strategyOf(kind: ApiKind): Strategy {
  // The decoder made the object of this kind, so the strategy fits it.
  if (isModelled(kind)) return modelled[kind.plural as ModelledResource] as unknown as Strategy;
  return counted.has(kind.kind) ? countedStrategies(kind) : storedStrategies(kind);
}

function storedStrategies(kind: ApiKind): Strategy {
  const keep = (object: KubeObject) => object;
  return {
    withDefaults: keep,
    prepareForCreate: keep,
    prepareForUpdate: keep,
    prepareForStatus: keep,
    validate: ({ metadata }) => validateObjectMeta(metadata, kind.namespaced, isPathSegment(kind)),
    warnings: () => [],
  };
}

function countedStrategies(kind: ApiKind): Strategy {
  return {
    ...storedStrategies(kind),
    prepareForCreate: firstGeneration,
    prepareForUpdate: (object, old) => nextGeneration(object, old, differs(object, old)),
  };
}

/** Roles and the like may be named with colons. */
function isPathSegment({ group }: ApiKind): (name: string) => readonly string[] {
  return group === 'rbac.authorization.k8s.io' ? () => [] : isDNS1123Subdomain;
}
