import { expect, test } from 'vitest';
import { orderByKeys } from '../../../src/sim/apiserver/patch/element-order.ts';

const port = (value: unknown) => ({ port: value }) as never;

test.each([
  ['the order asked for', [1, 2, 3], [1, 2, 3], [3, 1], [2, 3, 1]],
  [
    'keys that are no texts, as half-typed manifests have them',
    [80, null, {}],
    [80, null, {}],
    [{}, 80],
    [null, {}, 80],
  ],
])('lists come in %s', (_, list, live, wanted, ordered) => {
  // A map without a prototype is what the reader of YAML gives.
  const items = (values: readonly unknown[]) =>
    values.map((value) => port(typeof value === 'object' && value !== null ? Object.create(null) : value));
  expect(orderByKeys(items(list), items(live), items(wanted), 'port').map((item) => JSON.stringify(item))).toEqual(
    ordered.map((value) => JSON.stringify({ port: value })),
  );
});
