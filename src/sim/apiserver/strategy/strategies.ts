/** What the server does with each kind. */
import { isModelled, type ApiKind } from '../../api/kinds.ts';
import { isDNS1123Subdomain } from '../../api/names.ts';
import { NeedsFull } from '../../api/needs-full.ts';
import type { KubeObject, ModelledResource, ModelledTables } from '../../api/objects.ts';
import { validateObjectMeta } from '../validate/object-meta.ts';
import { namespaceStrategy, nodeStrategy } from './cluster-scoped.ts';
import { endpointSliceStrategy, endpointsStrategy } from './endpoints.ts';
import { differs, firstGeneration, nextGeneration } from './generation.ts';
import { plainPodStrategy } from './plain-pod.ts';
import { serviceStrategy } from './service.ts';
import type { Strategy } from './strategy.ts';
/** Strategies of modelled kinds by their table, of others that have one by their kind. */
export type Strategies = ReadonlyMap<string, Strategy>;

/** Those of a scene without workloads. */
export const coreStrategies: Strategies = strategiesOf({
  namespaces: namespaceStrategy,
  nodes: nodeStrategy,
  pods: plainPodStrategy,
  services: serviceStrategy,
  endpoints: endpointsStrategy,
  endpointslices: endpointSliceStrategy,
});

/** The decoder makes the objects of a table of its kind, so the strategy fits them. */
export function strategiesOf(byTable: { readonly [R in ModelledResource]?: Strategy<ModelledTables[R]> }): Strategies {
  return new Map(Object.entries(byTable) as unknown as [string, Strategy][]);
}

/** Kinds beyond the modelled ones that count the changes of their spec. */
const counted = new Set(['Ingress', 'NetworkPolicy', 'CronJob', 'PodDisruptionBudget', 'CustomResourceDefinition']);

/** Objects of a kind that is only stored come and go as they are; their metadata is checked. Throws NeedsFull for a modelled kind without a strategy here. */
export function strategyOf(kind: ApiKind, { strategies }: { readonly strategies: Strategies }): Strategy {
  const strategy = strategies.get(isModelled(kind) ? kind.plural : kind.kind);
  if (strategy) return strategy;
  if (isModelled(kind)) throw new NeedsFull(kind.kind);
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
