import { expect, test } from 'vitest';
import { verbFirst } from '../../../src/sim/kubectl/verb-first.ts';

test.each([
  ['get svc -n shop', 'get svc -n shop'],
  ['-n shop get svc', 'get -n shop svc'],
  ['--namespace=shop -v 6 get svc', 'get --namespace=shop -v 6 svc'],
  ['-n', '-n'],
  ['', ''],
])('%s', (line, expected) => {
  expect(verbFirst(line.split(' ')).join(' ')).toBe(expected);
});
