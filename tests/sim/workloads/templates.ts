/** Templates and workloads in a line each. */
import type { Deployment, JsonObject, Pod } from '../../../src/sim/api/objects.ts';
import type { BenchCluster } from '../controllers/bench-cluster.ts';

export const template = (version: string) => ({
  metadata: { labels: { app: 'web', version } },
  spec: { containers: [{ name: 'main', image: 'web' }] },
});
export const meta = (name: string, generation: number) => ({
  name,
  namespace: 'default',
  uid: `uid-${name}`,
  generation,
});
export const selector = { matchLabels: { app: 'web' } };

export function deployment(replicas: number, version = 'v1', more: JsonObject = {}, generation = 1): Deployment {
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } };
  const spec = { replicas, selector, strategy, template: template(version), ...more };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta('web', generation),
    spec,
    status: {},
  } as Deployment;
}

/** As the API server would: the new spec on the object that is there. */
export function update(lab: BenchCluster, wanted: Deployment): BenchCluster {
  const present = lab.get<Deployment>('deployments', 'web');
  const metadata = { ...wanted.metadata, annotations: present?.metadata.annotations ?? {} };
  return lab.put({ ...wanted, metadata, status: present?.status ?? {} } as Deployment);
}

export const podNames = (lab: BenchCluster) => lab.list<Pod>('pods').map(({ metadata }) => metadata.name);
