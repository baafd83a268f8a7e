import { expect, test } from 'vitest';
import { keysGone } from '../../../src/sim/cluster/keys-gone.ts';
import { created, pod, service } from '../controllers/cluster-of.ts';

test('keys of what went, of one table only', () => {
  const gone = (change: ReturnType<typeof created>) => ({
    resource: change.resource,
    key: change.key,
    ...(change.after && { before: change.after }),
  });
  const changes = [created(pod('a', {}, '')), gone(created(pod('b', {}, ''))), gone(created(service('web', {})))];
  expect(keysGone(changes, 'pods')).toEqual(['default/b']);
  expect(keysGone([], 'pods')).toEqual([]);
});
