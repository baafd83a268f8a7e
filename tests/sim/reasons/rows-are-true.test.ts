/** A row says what the nodes do: compared with the endpoints that kube-proxy holds for each Service port. */
import { expect, test } from 'vitest';
import { familiesOf } from '../../../src/sim/api/endpoints/service-gate.ts';
import { filedSlices, objectIn, slicesOf, type EndpointRow, type State } from '../../../src/sim/index.ts';
import { endpointsOf } from '../../../src/sim/proxy/proxy-endpoints.ts';
import { explanationsOf } from './reasons-of.ts';
import { ownScenes, recordedScenes, run } from './scenes.ts';

test.each([...ownScenes, ...recordedScenes])('%s', (scene) => {
  for (const state of run(scene, 'none').states) expect(differences(state)).toEqual([]);
});

type Held = 'in' | 'notReady' | 'terminating';

function differences(state: State): readonly string[] {
  return explanationsOf(state).flatMap(({ service: { namespace, name }, ports }) => {
    const service = objectIn(state.cluster, 'services', namespace, name);
    if (!service || service.spec.type === 'ExternalName' || service.spec.clusterIP === 'None') return [];
    const filed = filedSlices(state.proxy, namespace, name);
    // What kube-proxy has not forgotten is told by the reason SliceStillFiled.
    const current = slicesOf(state.cluster, namespace, name);
    if (filed.length !== current.length || current.some((slice) => !filed.includes(slice))) return [];
    return ports.flatMap(({ index, rows }) => {
      const port = service.spec.ports?.[index];
      if (!port) return [];
      const held = new Map<string, Held>();
      for (const family of familiesOf(service)) {
        const rule = { service, port, path: `spec.ports[${index}]`, entry: 'clusterIP', family } as const;
        for (const { ip, port: number, ready, terminating } of endpointsOf(state.proxy, rule))
          held.set(
            family === 'IPv6' ? `[${ip}]:${number}` : `${ip}:${number}`,
            ready ? 'in' : terminating ? 'terminating' : 'notReady',
          );
      }
      return [...wrongRows(rows, held), ...untold(state, rows, held)].map(
        (wrong) => `${namespace}/${name} port ${index}: ${wrong}`,
      );
    });
  });
}

/** Rows whose address the nodes treat otherwise. An address that stands twice is right if one of its rows is. */
function wrongRows(rows: readonly EndpointRow[], held: ReadonlyMap<string, Held>): readonly string[] {
  const states = Map.groupBy(rows, ({ address }) => address ?? '');
  return [...states].flatMap(([address, same]) => {
    const found = held.get(address) ?? 'out';
    return same.some(({ state }) => state === found)
      ? []
      : [`${address} is ${found}, its row says ${same.map(({ state }) => state).join()}`];
  });
}

/** Addresses that the nodes use and no row tells of. A pod's row shows its first address. */
function untold(state: State, rows: readonly EndpointRow[], held: ReadonlyMap<string, Held>): readonly string[] {
  const told = new Set(
    rows.flatMap(({ address, pod }) => [address, ...(pod ? furtherAddresses(state, pod, address) : [])]),
  );
  return [...held.keys()].filter((address) => !told.has(address)).map((address) => `${address} has no row`);
}

function furtherAddresses(state: State, pod: NonNullable<EndpointRow['pod']>, address = ''): readonly string[] {
  const number = address.slice(address.lastIndexOf(':') + 1);
  const ips = objectIn(state.cluster, 'pods', pod.namespace, pod.name)?.status.podIPs ?? [];
  return ips.map(({ ip }) => (ip.includes(':') ? `[${ip}]:${number}` : `${ip}:${number}`));
}
