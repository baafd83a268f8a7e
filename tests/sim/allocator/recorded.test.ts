import { describe, expect, it } from 'vitest';
import { derivedAllocator } from '../../../src/sim/allocator/derived.ts';
import { recordedAllocator } from '../../../src/sim/allocator/recorded.ts';

const free = () => false;
const of = recordedAllocator([
  {
    clusterIPs: { 'default/web': ['10.100.0.7', 'fd00:10:96::7'], 'default/hl': ['None'] },
    nodePorts: { 'default/web': ['http/TCP/80:30123', '/UDP/53:30124'] },
    healthCheckNodePorts: { 'default/web': 30500 },
    podNames: { 'default/web': ['web-aaa-1', 'web-aaa-2', 'web-bbb-1'] },
    podNumbers: { 'default/web-aaa-1': 4 },
    podUIDs: { 'default/web-aaa-1': 'u-1' },
    sliceNames: { 'default/web': ['web-x', 'web-y'] },
    replicaSets: { 'default/web': ['web-aaa', 'web-bbb'] },
    controllerRevisions: { 'default/db': ['db-1'] },
  },
  {},
]);

describe('the recorded allocator', () => {
  const first = of(0);

  it('gives the recorded value of the family, port or name', () => {
    expect(first.clusterIP('default', 'web', 'IPv6', free)).toBe('fd00:10:96::7');
    expect(first.nodePort('default', 'web', { name: '', protocol: 'UDP', port: 53 }, free)).toBe(30124);
    expect(first.healthCheckNodePort('default', 'web', free)).toBe(30500);
    expect(first.uid('Pod', 'default', 'web-aaa-1')).toBe('u-1');
    expect(first.podNumber('default', 'web-aaa-1')).toBe(4);
    expect(first.controllerRevision('default', 'db', '{}', free)).toBe('db-1');
  });

  it('takes the first name of a list that is not taken, among those of the owner', () => {
    expect(first.podName('default', 'web-aaa', 'web', (name) => name === 'web-aaa-1')).toBe('web-aaa-2');
    expect(first.podName('default', 'web-bbb', 'web', free)).toBe('web-bbb-1');
    expect(first.sliceName('default', 'web', (name) => name === 'web-x')).toBe('web-y');
    expect(first.replicaSetName('default', 'web', '{}', (name) => name === 'web-aaa')).toBe('web-bbb');
  });

  it('makes up what the snapshot lacks', () => {
    const derived = derivedAllocator(0);
    expect(first.clusterIP('default', 'other', 'IPv4', free)).toBe(derived.clusterIP('default', 'other', 'IPv4', free));
    expect(first.clusterIP('default', 'hl', 'IPv4', free)).toBe(derived.clusterIP('default', 'hl', 'IPv4', free));
    expect(of(7).sliceName('default', 'web', free)).toBe(derived.sliceName('default', 'web', free));
  });

  it('knows which pods outlive a state', () => {
    expect(first.survives('default', 'web-aaa-1')).toBe(true);
    expect(of(1).survives('default', 'web-aaa-1')).toBe(false);
    expect(of(7).survives('default', 'web-aaa-1')).toBeUndefined();
  });
});
