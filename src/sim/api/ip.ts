/** IP addresses and CIDRs as Kubernetes reads, compares and prints them. */
import type { Family } from './objects.ts';

export interface IPAddress {
  /** An IPv4-mapped IPv6 address counts as IPv4, as in Go. */
  readonly family: Family;
  /** 4 or 16 bytes, network order. */
  readonly bytes: readonly number[];
  /** Written as `::ffff:1.2.3.4`. */
  readonly mapped: boolean;
  /** Some IPv4 part was written with leading zeros (`010`, read as decimal). */
  readonly leadingZeros: boolean;
}

export interface Cidr {
  readonly address: IPAddress;
  /** Prefix length in bits of the address' family. */
  readonly bits: number;
}

/**
 * Reads an address; undefined when the text is none. Leading zeros and IPv4-mapped addresses are read and marked,
 * so that the caller can refuse them. Zones (`fe80::1%eth0`) and ports are no part of an address.
 * Models k8s.io/utils/net ParseIPSloppy, v1.36.
 */
export function parseIP(text: string): IPAddress | undefined {
  return text.includes(':') ? parseIPv6(text) : parseIPv4(text);
}

/** Reads `address/bits`; undefined when the text is none. The address keeps its host bits. */
export function parseCIDR(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseIP(text.slice(0, slash));
  const suffix = text.slice(slash + 1);
  if (!address || !/^\d{1,3}$/.test(suffix)) return undefined;
  const typed = Number(suffix);
  const bits = address.mapped ? typed - 96 : typed;
  return bits < 0 || bits > address.bytes.length * 8 ? undefined : { address, bits };
}

/** `IPv4` or `IPv6`, or undefined when the text is no address. */
export function familyOf(text: string): Family | undefined {
  return parseIP(text)?.family;
}

/** The canonical form (RFC 5952) of an address, or undefined when the text is none. */
export function canonicalIP(text: string): string | undefined {
  const ip = parseIP(text);
  return ip && formatIP(ip);
}

/** Canonical text of an address (RFC 5952; an IPv4-mapped one prints as IPv4). */
export function formatIP(ip: Pick<IPAddress, 'bytes'>): string {
  if (ip.bytes.length === 4) return ip.bytes.join('.');
  const groups = groupsOf(ip.bytes);
  const run = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (!run) return hex.join(':');
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.end).join(':')}`;
}

/** Order by number, IPv4 before IPv6; texts that are no addresses come last, in text order. */
export function compareIP(a: string, b: string): number {
  const left = parseIP(a);
  const right = parseIP(b);
  if (!left || !right) return left ? -1 : right ? 1 : a < b ? -1 : a > b ? 1 : 0;
  if (left.bytes.length !== right.bytes.length) return left.bytes.length - right.bytes.length;
  for (const [i, byte] of left.bytes.entries()) {
    const difference = byte - (right.bytes[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when both are valid, of one family, and the address lies in the range. */
export function inCIDR(ip: string, cidr: string): boolean {
  const address = parseIP(ip);
  const range = parseCIDR(cidr);
  return address !== undefined && range !== undefined && containsIP(range, address);
}

/** True when the range holds the address; families must agree. */
export function containsIP(range: Cidr, ip: IPAddress): boolean {
  if (ip.bytes.length !== range.address.bytes.length) return false;
  return ip.bytes.every((byte, i) => {
    const mask = maskByte(range.bits - i * 8);
    return (byte & mask) === ((range.address.bytes[i] ?? 0) & mask);
  });
}

/** Canonical text of the range: the network address and the prefix length. */
export function formatCIDR({ address, bits }: Cidr): string {
  return `${formatIP({ bytes: address.bytes.map((byte, i) => byte & maskByte(bits - i * 8)) })}/${bits}`;
}

/** The address `offset` places after the network address of a range; the caller keeps it inside. */
export function addressAt({ address, bits }: Cidr, offset: number): string {
  const bytes = address.bytes.map((byte, i) => byte & maskByte(bits - i * 8));
  let carry = offset;
  for (let i = bytes.length - 1; i >= 0 && carry > 0; i -= 1) {
    const sum = (bytes[i] ?? 0) + (carry % 256);
    bytes[i] = sum % 256;
    carry = Math.floor(carry / 256) + Math.floor(sum / 256);
  }
  return formatIP({ bytes });
}

function maskByte(bitsLeft: number): number {
  return bitsLeft >= 8 ? 0xff : bitsLeft <= 0 ? 0 : (0xff << (8 - bitsLeft)) & 0xff;
}

/** Four numbers up to 255, of at most 16 digits each. Read by characters: lists hold thousands of addresses. */
function parseIPv4(text: string): IPAddress | undefined {
  const bytes: number[] = [];
  let leadingZeros = false;
  let begin = 0;
  let value = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i === text.length ? dot : text.charCodeAt(i);
    if (code === dot) {
      if (i === begin || i - begin > 16 || value > 255) return undefined;
      if (i - begin > 1 && text.charCodeAt(begin) === zero) leadingZeros = true;
      bytes.push(value);
      begin = i + 1;
      value = 0;
    } else if (code >= zero && code < zero + 10) value = value * 10 + (code - zero);
    else return undefined;
  }
  return bytes.length === 4 ? { family: 'IPv4', bytes, mapped: false, leadingZeros } : undefined;
}

const dot = 0x2e;
const zero = 0x30;

function parseIPv6(text: string): IPAddress | undefined {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const v4 = tail.includes('.') ? parseIPv4(tail) : undefined;
  if (tail.includes('.') && !v4) return undefined;
  const hex = v4
    ? `${text.slice(0, text.length - tail.length)}${groupsOf(v4.bytes)
        .map((g) => g.toString(16))
        .join(':')}`
    : text;
  const bytes = parseGroups(hex);
  if (!bytes) return undefined;
  const leadingZeros = v4?.leadingZeros ?? false;
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (mapped) return { family: 'IPv4', bytes: bytes.slice(12), mapped, leadingZeros };
  return { family: 'IPv6', bytes, mapped, leadingZeros };
}

function parseGroups(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...rest];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

function groupsOf(bytes: readonly number[]): number[] {
  const groups: number[] = [];
  for (let i = 0; i < bytes.length; i += 2) groups.push((bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0));
  return groups;
}

/** The first of the longest runs of two or more zero groups. */
function longestZeroRun(groups: readonly number[]): { readonly start: number; readonly end: number } | undefined {
  let best: { start: number; end: number } | undefined;
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (end < groups.length && groups[end] === 0) end += 1;
    if (end - start >= 2 && (!best || end - start > best.end - best.start)) best = { start, end };
    if (end > start) start = end;
  }
  return best;
}
