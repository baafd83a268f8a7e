import { expect, test } from 'vitest';
import { podsByPorts } from '../../../../src/sim/api/endpoints/pods-by-ports.ts';
import type { Container, Pod } from '../../../../src/sim/api/objects.ts';

const container = (port: number): Container => ({ name: 'main', image: 'web', ports: [{ containerPort: port }] });

function pod(name: string, containers: readonly Container[], initContainers?: readonly Container[]): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { containers, ...(initContainers && { initContainers }) },
    status: { phase: 'Running' },
  };
}

const portsOf = ({ spec }: Pod): readonly number[] =>
  [...spec.containers, ...(spec.initContainers ?? [])].flatMap(({ ports = [] }) =>
    ports.map((port) => port.containerPort),
  );
const grouped = (pods: readonly Pod[]) => podsByPorts(pods, portsOf, (ports) => ports.join());

test('pods that give the same ports stay the list they are', () => {
  const [shared, alike] = [[container(80)], [container(80)]];
  const pods = [pod('a', shared), pod('b', shared), pod('c', alike)];
  const groups = grouped(pods);
  expect(groups).toEqual([{ ports: [80], pods }]);
  expect(groups[0]?.pods).toBe(pods);
});

test('others are grouped in their order, by the order of their first pods', () => {
  const [web, admin] = [[container(80)], [container(9000)]];
  const pods = [pod('a', web), pod('b', admin), pod('c', web), pod('d', web, [container(9000)])];
  expect(grouped(pods).map(({ ports, pods: same }) => [ports, same.map(({ metadata }) => metadata.name)])).toEqual([
    [[80], ['a', 'c']],
    [[9000], ['b']],
    [[80, 9000], ['d']],
  ]);
});

test('no pods give no groups', () => {
  expect(grouped([])).toEqual([]);
});
