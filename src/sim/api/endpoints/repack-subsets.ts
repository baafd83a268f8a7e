/** Brings subsets into the form the controllers write: every address and port once, ports with equal addresses together. */
import type { EndpointAddress, EndpointSubset, SubsetPort } from '../objects.ts';
import { sortSubsetPorts, sortSubsets } from './port-hash.ts';

interface PortGroup {
  /** Undefined stands for "no port at all" (headless without ports). */
  readonly port: SubsetPort | undefined;
  /** Readiness by index of the address. */
  readonly ready: Map<number, boolean>;
}

interface Addresses {
  readonly all: EndpointAddress[];
  readonly index: Map<string, number>;
}

/**
 * The same addresses and ports in canonical form: addresses are keyed by ip and target uid, not ready wins over ready for
 * one address and port, ports with exactly the same addresses share a subset, everything is sorted.
 * Models pkg/api/v1/endpoints/util.go RepackSubsets, v1.36.
 */
export function repackSubsets(subsets: readonly EndpointSubset[]): readonly EndpointSubset[] {
  const addresses: Addresses = { all: [], index: new Map() };
  const groups = new Map<string, PortGroup>();
  for (const subset of subsets) {
    const ports: readonly (SubsetPort | undefined)[] =
      subset.ports && subset.ports.length > 0 ? subset.ports : [undefined];
    for (const port of ports) {
      const group = groupOf(groups, port);
      for (const address of subset.addresses ?? []) mark(group, indexOf(addresses, address), true);
      for (const address of subset.notReadyAddresses ?? []) mark(group, indexOf(addresses, address), false);
    }
  }
  return sortSubsets([...bySameAddresses(groups).values()].map((same) => toSubset(same, addresses.all)));
}

/** Order of addresses in a list: by ip, then by target uid, as byte strings. */
export function compareAddresses(a: EndpointAddress, b: EndpointAddress): number {
  return compareText(a.ip, b.ip) || compareText(a.targetRef?.uid ?? '', b.targetRef?.uid ?? '');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function groupOf(groups: Map<string, PortGroup>, port: SubsetPort | undefined): PortGroup {
  const key = port ? JSON.stringify([port.name ?? '', port.port, port.protocol, port.appProtocol ?? null]) : '';
  let group = groups.get(key);
  if (!group) groups.set(key, (group = { port, ready: new Map() }));
  return group;
}

function indexOf({ all, index }: Addresses, address: EndpointAddress): number {
  const key = `${address.ip} ${address.targetRef?.uid ?? ''}`;
  let found = index.get(key);
  if (found === undefined) {
    index.set(key, (found = all.length));
    all.push(address);
  }
  return found;
}

function mark({ ready }: PortGroup, address: number, isReady: boolean): void {
  if (ready.get(address) !== false) ready.set(address, isReady);
}

function bySameAddresses(groups: ReadonlyMap<string, PortGroup>): ReadonlyMap<string, readonly PortGroup[]> {
  const same = new Map<string, PortGroup[]>();
  for (const group of groups.values()) {
    if (group.ready.size === 0) continue;
    const signature = groups.size === 1 ? '' : signatureOf(group.ready);
    const list = same.get(signature);
    if (list) list.push(group);
    else same.set(signature, [group]);
  }
  return same;
}

function signatureOf(ready: ReadonlyMap<number, boolean>): string {
  return [...ready]
    .sort(([a], [b]) => a - b)
    .map(([address, isReady]) => (isReady ? `${String(address)}+` : `${String(address)}-`))
    .join('');
}

function toSubset(groups: readonly PortGroup[], all: readonly EndpointAddress[]): EndpointSubset {
  const ready: EndpointAddress[] = [];
  const notReady: EndpointAddress[] = [];
  for (const [index, isReady] of groups[0]?.ready ?? []) {
    const address = all[index];
    if (address) (isReady ? ready : notReady).push(address);
  }
  const ports = sortSubsetPorts(groups.flatMap(({ port }) => (port ? [port] : [])));
  return {
    ...(ready.length > 0 && { addresses: ready.sort(compareAddresses) }),
    ...(notReady.length > 0 && { notReadyAddresses: notReady.sort(compareAddresses) }),
    ...(ports.length > 0 && { ports }),
  };
}
