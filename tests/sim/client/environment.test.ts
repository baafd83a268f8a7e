import { expect, test } from 'vitest';
import { environmentOf } from '../../../src/sim/client/environment.ts';
import { clusterWith, pod, service } from '../network.ts';

const cluster = clusterWith(
  service('kubernetes', { clusterIP: '10.96.0.1' }),
  service('web', { clusterIP: '10.96.7.7' }),
);

test('without service links only kubernetes is left', () => {
  const client = pod('client', '10.244.1.10', 'node-a', { enableServiceLinks: false });
  const names = environmentOf(cluster, client).map(([name]) => name);
  expect(names.filter((name) => name.endsWith('SERVICE_HOST'))).toEqual(['KUBERNETES_SERVICE_HOST']);
});

test('the container’s own variables come first, know the Services and win over them', () => {
  const env = [
    { name: 'URL', value: 'http://$(WEB_SERVICE_HOST):$(PORT)/$$(PORT)' },
    { name: 'WEB_SERVICE_PORT', value: '81' },
    { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ];
  const client = pod('client', '10.244.1.10', 'node-a', { containers: [{ name: 'main', env }] });
  const variables = environmentOf(cluster, client);
  expect(variables.slice(2, 5)).toEqual([
    ['URL', 'http://10.96.7.7:$(PORT)/$(PORT)'],
    ['WEB_SERVICE_PORT', '81'],
    ['NODE', 'node-a'],
  ]);
  expect(variables.filter(([name]) => name === 'WEB_SERVICE_PORT')).toHaveLength(1);
});
