// What a page weighs. Budgets only go down; those of worker and script were decided at 100 KiB and 30 KB and are not reached yet.
import { expect, test } from '@playwright/test';
import type { Result } from '../bench/measure.ts';
import { sizeBench } from '../bench/size-bench.ts';

const budgets: Readonly<Record<string, number>> = {
  'engine-worker': 132,
  'lesson-html': 20,
  'lesson-script': 38.8,
  'lesson-css': 15,
  'editor-chunk': 800,
};

// Packing the editor takes seconds: once, and not while the tests are still being listed.
test.describe.configure({ mode: 'default' });
const measured = new Map<string, Result>();
test.beforeAll(() => {
  for (const result of sizeBench()) measured.set(result.name, result);
});

for (const [name, budget] of Object.entries(budgets)) {
  test(`${name} is within its budget`, () => {
    const size = measured.get(name);
    expect(size, 'the site is built').toBeDefined();
    expect(size?.median, size?.unit).toBeLessThanOrEqual(budget);
  });
}
