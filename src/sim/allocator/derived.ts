/**
 * Values made up from the object's own name: an edit elsewhere shifts nothing.
 * A value that is taken moves upward to the next free one.
 */
import { addressAt, parseCIDR } from '../api/ip.ts';
import type { Protocol } from '../api/objects.ts';
import type { Allocator, AllocatorOf } from './allocator.ts';
import { fnv32, safeEncode, suffixAlphabet } from './hash.ts';
import { nodePortRange, serviceRanges } from './ranges.ts';

const suffixes = suffixAlphabet.length ** 5;
/** Coprime to the number of suffixes and about its golden section: neighbours in order look unlike. */
const suffixStep = 8868112;
/** What is left of a long name before its suffix. Models apiserver/pkg/storage/names MaxGeneratedNameLength, v1.36. */
const longestPrefix = 58;

const allocator: Allocator = {
  clusterIP(namespace, service, family, taken) {
    const range = serviceRanges[family];
    const cidr = parseCIDR(range.cidr);
    if (!cidr) throw new Error(`service range ${range.cidr} cannot be read`);
    const offset = firstFree(range.dynamic, fnv32(`${namespace}/${service}`), (at) => taken(addressAt(cidr, at)));
    return addressAt(cidr, offset);
  },
  nodePort(namespace, service, port, taken) {
    return firstFree(nodePortRange.dynamic, fnv32(portKey(namespace, service, port)), taken);
  },
  healthCheckNodePort(namespace, service, taken) {
    return firstFree(nodePortRange.dynamic, fnv32(`${namespace}/${service} healthCheckNodePort`), taken);
  },
  podName: (namespace, owner, _recordedOwner, taken) => suffixed(namespace, owner, taken),
  uid,
  sliceName: (namespace, service, taken) => suffixed(namespace, service, taken),
  replicaSetName: hashed,
  controllerRevision: hashed,
  podNumber: () => undefined,
  survives: () => undefined,
};

/** The allocator of the product: every state draws from the names alone. */
export const derivedAllocator: AllocatorOf = () => allocator;

function portKey(namespace: string, service: string, port: { name: string; protocol: Protocol; port: number }): string {
  return `${namespace}/${service} ${port.name}/${port.protocol}/${port.port}`;
}

/** The first free value of a band from the hash's place on, round the end; the hash's place itself when all are taken. */
function firstFree(band: { first: number; last: number }, hash: number, taken: (value: number) => boolean): number {
  const size = band.last - band.first + 1;
  for (let i = 0; i < size; i += 1) {
    const value = band.first + ((hash + i) % size);
    if (!taken(value)) return value;
  }
  return band.first + (hash % size);
}

/**
 * `base-xxxxx`. The names of one base are numbered; the number taken is one behind a taken number (or 0), found by doubling,
 * so that the 5000th pod of a Deployment costs no more than the tenth.
 */
function suffixed(namespace: string, base: string, taken: (name: string) => boolean): string {
  const start = fnv32(`${namespace}/${base}`) % suffixes;
  const prefix = `${base}-`.slice(0, longestPrefix);
  const name = (i: number) => `${prefix}${suffix((start + i * suffixStep) % suffixes)}`;
  if (!taken(name(0))) return name(0);
  let low = 0;
  let high = 1;
  while (taken(name(high))) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (taken(name(middle))) low = middle;
    else high = middle;
  }
  return name(high);
}

function suffix(value: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < 5; i += 1) {
    text = `${suffixAlphabet[rest % suffixAlphabet.length]}${text}`;
    rest = Math.floor(rest / suffixAlphabet.length);
  }
  return text;
}

function hashed(namespace: string, workload: string, template: string, taken: (name: string) => boolean): string {
  for (let collision = 0; ; collision += 1) {
    const name = `${workload}-${safeEncode(fnv32(`${namespace}/${workload} ${template}`, collision))}`;
    if (!taken(name)) return name;
  }
}

function uid(kind: string, namespace: string, name: string): string {
  const key = `${kind}/${namespace}/${name}`;
  const hex = [1, 2, 3, 4].map((seed) => fnv32(key, seed).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
