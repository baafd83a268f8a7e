/** The strategies of all modelled kinds. */
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
    deployments: deploymentStrategy,
    replicasets: replicaSetStrategy,
    statefulsets: statefulSetStrategy,
    daemonsets: daemonSetStrategy,
    jobs: jobStrategy,
  }),
]);
