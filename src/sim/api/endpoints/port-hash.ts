/**
 * Orders ports and subsets as the controllers do: by the digest of how Go's printer writes each of them.
 * Models pkg/util/hash DeepHashObject, v1.36 (FNV-1a, 128 bits, big-endian).
 */
import type { EndpointAddress, EndpointSubset, SlicePort, SubsetPort } from '../objects.ts';

const two32 = 0x1_0000_0000;

/** FNV-1a over the UTF-8 bytes of `text`: 128 bits as 32 lower-case hex digits, high byte first. */
export function fnv1a128(text: string): string {
  // Four 32-bit limbs, low first. Prime: 2^88 + 0x13b.
  let l0 = 0x6295c58d;
  let l1 = 0x62b82175;
  let l2 = 0x07bb0142;
  let l3 = 0x6c62272e;
  for (const byte of utf8(text)) {
    l0 = (l0 ^ byte) >>> 0;
    const p0 = l0 * 0x13b;
    const p1 = l1 * 0x13b + Math.floor(p0 / two32);
    const p2 = l2 * 0x13b + Math.floor(p1 / two32) + ((l0 << 24) >>> 0);
    const p3 = l3 * 0x13b + Math.floor(p2 / two32) + (((l1 << 24) >>> 0) + (l0 >>> 8));
    l0 = p0 % two32;
    l1 = p1 % two32;
    l2 = p2 % two32;
    l3 = p3 % two32;
  }
  return [l3, l2, l1, l0].map((limb) => limb.toString(16).padStart(8, '0')).join('');
}

function utf8(text: string): Iterable<number> {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    else
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  }
  return bytes;
}

/** Go's text of an Endpoints port, as it stands alone. */
export function printSubsetPort(port: SubsetPort): string {
  return `(v1.EndpointPort)${subsetPortFields(port)}`;
}

/** Go's text of a slice port. A name that is absent prints like the empty one: the controllers always set it. */
export function printSlicePort(port: SlicePort): string {
  const number = port.port === undefined ? '<nil>' : String(port.port);
  return (
    `(v1.EndpointPort){Name:(*string)${port.name ?? ''} Protocol:(*v1.Protocol)${port.protocol ?? 'TCP'} ` +
    `Port:(*int32)${number} AppProtocol:(*string)${port.appProtocol ?? '<nil>'}}`
  );
}

/** Go's text of a subset, its lists in the order given. */
export function printSubset(subset: EndpointSubset): string {
  return (
    `(v1.EndpointSubset){Addresses:${addressList(subset.addresses)} NotReadyAddresses:${addressList(subset.notReadyAddresses)} ` +
    `Ports:${list('v1.EndpointPort', subset.ports, subsetPortFields)}}`
  );
}

/** Ports in the controllers' order; the list given stays as it is. */
export function sortSubsetPorts(ports: readonly SubsetPort[]): readonly SubsetPort[] {
  return sortByDigest(ports, printSubsetPort);
}

/** Slice ports in the controllers' order. */
export function sortSlicePorts(ports: readonly SlicePort[]): readonly SlicePort[] {
  return sortByDigest(ports, printSlicePort);
}

/** Subsets in the controllers' order; their own lists must be sorted already. */
export function sortSubsets(subsets: readonly EndpointSubset[]): readonly EndpointSubset[] {
  return sortByDigest(subsets, printSubset);
}

function sortByDigest<T>(items: readonly T[], print: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const hashed = items.map((item) => ({ item, digest: fnv1a128(print(item)) }));
  hashed.sort((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0));
  return hashed.map(({ item }) => item);
}

function list<T>(type: string, items: readonly T[] | undefined, print: (item: T) => string): string {
  return items && items.length > 0 ? `([]${type})[${items.map(print).join(' ')}]` : `([]${type})<nil>`;
}

function addressList(addresses: readonly EndpointAddress[] | undefined): string {
  return list('v1.EndpointAddress', addresses, addressFields);
}

function subsetPortFields(port: SubsetPort): string {
  return (
    `{Name:(string)${port.name ?? ''} Port:(int32)${String(port.port)} ` +
    `Protocol:(v1.Protocol)${port.protocol} AppProtocol:(*string)${port.appProtocol ?? '<nil>'}}`
  );
}

function addressFields({ ip, hostname, nodeName, targetRef }: EndpointAddress): string {
  const target = targetRef
    ? `{Kind:(string)${targetRef.kind ?? ''} Namespace:(string)${targetRef.namespace ?? ''} Name:(string)${targetRef.name ?? ''} ` +
      `UID:(types.UID)${targetRef.uid ?? ''} APIVersion:(string)${targetRef.apiVersion ?? ''} ` +
      `ResourceVersion:(string)${targetRef.resourceVersion ?? ''} FieldPath:(string)${targetRef.fieldPath ?? ''}}`
    : '<nil>';
  return `{IP:(string)${ip} Hostname:(string)${hostname ?? ''} NodeName:(*string)${nodeName ?? '<nil>'} TargetRef:(*v1.ObjectReference)${target}}`;
}
