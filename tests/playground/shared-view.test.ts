import { expect, test } from 'vitest';
import { sharedView } from '../../src/playground/shared-view.ts';

test('the whole view comes through', () => {
  const selection = {
    state: 2,
    changesFrom: 0,
    service: { namespace: 'shop', name: 'web' },
    dns: { host: 'web', type: 'SRV', ns: 'shop' },
    traffic: { from: 'pod shop/client', to: 'web:80', proto: 'UDP', family: 'IPv6', also: ['node node-b'] },
    object: { kind: 'Service', namespace: 'shop', name: 'web' },
  };
  const edits = [{ kind: 'text', state: 1, text: 'kind: Pod' }];
  expect(sharedView({ ...selection, panel: 'changes', edits })).toEqual({ selection, panel: 'changes', edits });
  expect(sharedView({ changesFrom: 'edit' }).selection).toEqual({ changesFrom: 'edit' });
});

test.each([
  null,
  undefined,
  7,
  'state',
  [],
  [{ state: 1 }],
  { state: -1, changesFrom: 1.5, panel: 9 },
  { state: 1e9, service: { name: 'web' }, dns: { host: 1, type: 'A', ns: 'x' }, traffic: { from: {}, to: 'web:80' } },
  { service: { namespace: 'x'.repeat(301), name: 'web' }, traffic: [], dns: 'web' },
  { edits: [{ kind: 'command', state: 0, args: [] }, 7, { kind: 'text', state: 0, text: {} }] },
  JSON.parse('{"__proto__":{"state":1},"service":{"__proto__":{"namespace":"a","name":"b"}}}'),
])('what has not the form of a view is left out: %j', (hostile) => {
  expect(sharedView(hostile)).toEqual({ selection: {}, edits: [] });
});
