import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { needsFullEngine } from '../../src/lessons/lab-scene.ts';

test('a scene with a workload needs the full engine, one of Services and pods does not', () => {
  expect(needsFullEngine(readFileSync('content/playground.yaml', 'utf8'))).toBe(true);
  expect(needsFullEngine(readFileSync('content/lessons/01-service-and-pods/01-the-list/scene.yaml', 'utf8'))).toBe(
    false,
  );
});
