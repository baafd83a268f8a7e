/** The strategies of all modelled kinds, and of those that are stored after a check. */
import '../decode/more-fields.ts';
import { validateTaints } from '../validate/node-taints.ts';
import { nodeStrategy } from './cluster-scoped.ts';
import { podStrategy } from './pod.ts';
import { configMapStrategy, ingressStrategy, networkPolicyStrategy, secretStrategy } from './stored.ts';
import { coreStrategies, strategiesOf, type Strategies } from './strategies.ts';
import {
  daemonSetStrategy,
  deploymentStrategy,
  jobStrategy,
  replicaSetStrategy,
  statefulSetStrategy,
} from './workloads.ts';

export const allStrategies: Strategies = new Map([
  ...coreStrategies,
  ...strategiesOf({
    nodes: { ...nodeStrategy, validate: (node, old) => [...nodeStrategy.validate(node, old), ...validateTaints(node)] },
    pods: podStrategy,
    deployments: deploymentStrategy,
    replicasets: replicaSetStrategy,
    statefulsets: statefulSetStrategy,
    daemonsets: daemonSetStrategy,
    jobs: jobStrategy,
  }),
  ['ConfigMap', configMapStrategy],
  ['Ingress', ingressStrategy],
  ['NetworkPolicy', networkPolicyStrategy],
  ['Secret', secretStrategy],
]);
