import { expect, test } from 'vitest';
import type { EndpointSlice } from '../../../src/sim/api/objects.ts';
import type { Change } from '../../../src/sim/cluster/cluster.ts';
import { emptyMemory, file, filedSlices, type ProxyMemory } from '../../../src/sim/proxy/memory.ts';
import { service, slice } from '../network.ts';

const under = (label: string | undefined): EndpointSlice => slice('s', label, [{ addresses: ['10.9.0.1'] }]);
const put = (before: EndpointSlice | undefined, after: EndpointSlice): Change => ({
  ...{ resource: 'endpointslices', key: 'default/s', after },
  ...(before ? { before } : {}),
});
const remove = (before: EndpointSlice): Change => ({ resource: 'endpointslices', key: 'default/s', before });

function served(memory: ProxyMemory): Record<string, number> {
  return { one: filedSlices(memory, 'default', 'one').length, two: filedSlices(memory, 'default', 'two').length };
}

const [one, two, none] = [under('one'), under('two'), under(undefined)];

test.each([
  ['a slice is filed under its label', [put(undefined, one)], { one: 1, two: 0 }],
  ['without a label it is filed nowhere', [put(undefined, none)], { one: 0, two: 0 }],
  ['given to another Service it serves both', [put(undefined, one), put(one, two)], { one: 1, two: 1 }],
  ['with its label taken off it goes on serving', [put(undefined, one), put(one, none)], { one: 1, two: 0 }],
  ['deleted it is gone', [put(undefined, one), remove(one)], { one: 0, two: 0 }],
  ['deleted after the label went it stays', [put(undefined, one), put(one, none), remove(none)], { one: 1, two: 0 }],
  [
    'deleted after the label changed it stays under the first',
    [put(undefined, one), put(one, two), remove(two)],
    { one: 1, two: 0 },
  ],
  [
    'a slice of the same name with the label puts it right',
    [put(undefined, one), put(one, none), remove(none), put(undefined, one), remove(one)],
    { one: 0, two: 0 },
  ],
])('%s', (_name, changes, expected) => {
  expect(served(file(emptyMemory, changes))).toEqual(expected);
});

test('slices of host names and of headless Services are not filed', () => {
  const fqdn = slice('s', 'one', [{ addresses: ['db.example.com'] }], { addressType: 'FQDN' });
  const headless = {
    ...one,
    metadata: { ...one.metadata, labels: { ...one.metadata.labels, 'service.kubernetes.io/headless': '' } },
  };
  expect(served(file(emptyMemory, [put(undefined, fqdn), put(undefined, headless)]))).toEqual({ one: 0, two: 0 });
});

test('the memory stays the same value when no slice changes', () => {
  const memory = file(emptyMemory, [put(undefined, one)]);
  expect(file(memory, [{ resource: 'services', key: 'default/one', after: service('one', {}) }])).toBe(memory);
});
