/** Namespaces and Nodes. */
import type { Namespace, Node } from '../../api/objects.ts';
import { defaultNamespace, defaultNode } from '../defaults/cluster-scoped.ts';
import { validateNamespace, validateNode } from '../validate/cluster-scoped.ts';
import type { Strategy } from './strategy.ts';

/** Finalizers of the spec are changed by deletion alone. Models pkg/registry/core/namespace, v1.36. */
export const namespaceStrategy: Strategy<Namespace> = {
  withDefaults: defaultNamespace,
  prepareForCreate: (namespace) => ({ ...namespace, status: { phase: 'Active' } }),
  prepareForUpdate: (namespace, old) => ({ ...namespace, spec: old.spec, status: old.status }),
  prepareForStatus: (namespace, old) => ({ ...namespace, spec: old.spec }),
  validate: validateNamespace,
  warnings: () => [],
};

/** A new node brings its status. Models pkg/registry/core/node, v1.36. */
export const nodeStrategy: Strategy<Node> = {
  withDefaults: defaultNode,
  prepareForCreate: (node) => node,
  prepareForUpdate: (node, old) => ({ ...node, status: old.status }),
  prepareForStatus: (node, old) => ({ ...node, spec: old.spec }),
  validate: validateNode,
  warnings: () => [],
};
