import { describe, expect, it } from 'vitest';
import { derivedAllocator } from '../../../src/sim/allocator/derived.ts';
import { inCIDR } from '../../../src/sim/api/ip.ts';

const allocator = derivedAllocator(0);
const free = () => false;

describe('the derived allocator', () => {
  it('gives a name the same values every time, and another name others', () => {
    expect(allocator.clusterIP('default', 'web', 'IPv4', free)).toBe(
      derivedAllocator(3).clusterIP('default', 'web', 'IPv4', free),
    );
    expect(allocator.clusterIP('default', 'web', 'IPv4', free)).not.toBe(
      allocator.clusterIP('shop', 'web', 'IPv4', free),
    );
  });

  it('keeps to the dynamic part of each range', () => {
    for (let i = 0; i < 500; i += 1) {
      const ip = allocator.clusterIP('default', `s${i}`, 'IPv4', free);
      expect(inCIDR(ip, '10.96.0.0/12')).toBe(true);
      expect(inCIDR(ip, '10.96.0.0/24')).toBe(false);
      const ip6 = allocator.clusterIP('default', `s${i}`, 'IPv6', free);
      expect(inCIDR(ip6, 'fd00:10:96::/112')).toBe(true);
      expect(inCIDR(ip6, 'fd00:10:96::/120')).toBe(false);
      const port = allocator.nodePort('default', `s${i}`, { name: '', protocol: 'TCP', port: 80 }, free);
      expect(port).toBeGreaterThanOrEqual(30086);
      expect(port).toBeLessThanOrEqual(32767);
    }
  });

  it('moves up to the next free value', () => {
    const first = allocator.nodePort('default', 'web', { name: '', protocol: 'TCP', port: 80 }, free);
    const second = allocator.nodePort('default', 'web', { name: '', protocol: 'TCP', port: 80 }, (p) => p === first);
    expect(second).toBe(first === 32767 ? 30086 : first + 1);
  });

  it('names thousands of pods of one owner, all different, in the letters of generated names', () => {
    const names = new Set<string>();
    for (let i = 0; i < 5000; i += 1)
      names.add(allocator.podName('default', 'web-abc', 'web', (name) => names.has(name)));
    expect(names.size).toBe(5000);
    for (const name of names) expect(name).toMatch(/^web-abc-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  it('cuts a long name before its suffix', () => {
    const long = 'a'.repeat(63);
    expect(allocator.sliceName('default', long, free)).toMatch(/^a{58}[a-z0-9]{5}$/);
    expect(allocator.podName('default', 'b'.repeat(57), '', free)).toMatch(/^b{57}-[a-z0-9]{5}$/);
  });

  it('names ReplicaSets by the template', () => {
    const name = allocator.replicaSetName('default', 'web', '{"a":1}', free);
    expect(name).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]{5,10}$/);
    expect(allocator.replicaSetName('default', 'web', '{"a":2}', free)).not.toBe(name);
    expect(allocator.replicaSetName('default', 'web', '{"a":1}', (taken) => taken === name)).not.toBe(name);
  });

  it('makes uids of the usual form', () => {
    const uids = new Set(Array.from({ length: 1000 }, (_, i) => allocator.uid('Pod', 'default', `p${i}`)));
    expect(uids.size).toBe(1000);
    for (const uid of uids)
      expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
