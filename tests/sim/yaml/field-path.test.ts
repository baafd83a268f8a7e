import { expect, test } from 'vitest';
import { formatPath, parsePath } from '../../../src/sim/yaml/field-path.ts';

test.each([
  ['spec.ports[0].name', ['spec', 'ports', 0, 'name']],
  ['metadata.annotations[a.b/c]', ['metadata', 'annotations', 'a.b/c']],
  ['metadata.labels[app]', ['metadata', 'labels', 'app']],
  ['spec.ports[1][2]', ['spec', 'ports', 1, 2]],
  ['', []],
])('%s', (path, steps) => {
  expect(parsePath(path)).toEqual(steps);
  if (path !== 'metadata.labels[app]') expect(formatPath(steps)).toBe(path);
});
