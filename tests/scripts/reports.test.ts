import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { playwrightResult, vitestResult } from '../../scripts/reports.ts';

test('a property that failed is told with its seed and path', () => {
  const message =
    'Error: Property failed after 3 tests\n{ seed: 20000101, path: "2:0", endOnFailure: true }\nCounterexample: ["a"]\n';
  const report = {
    numPassedTests: 7,
    testResults: [
      {
        name: resolve('tests/sim/some.test.ts'),
        status: 'failed',
        assertionResults: [
          { fullName: 'any text > has an end', status: 'failed', failureMessages: [message] },
          { fullName: 'fine', status: 'passed', failureMessages: [] },
        ],
      },
    ],
  };
  const { passed, failed, failures } = vitestResult(report);
  expect([passed, failed]).toEqual([7, 1]);
  expect(failures.join('')).toContain('FAILED  tests/sim/some.test.ts: any text > has an end\n');
  expect(failures.join('')).toContain('{ seed: 20000101, path: "2:0", endOnFailure: true }');
});

test('a file of tests that cannot be read counts as one that failed', () => {
  const report = {
    numPassedTests: 0,
    testResults: [
      { name: resolve('tests/a.test.ts'), status: 'failed', message: 'Cannot find module', assertionResults: [] },
    ],
  };
  const { failed, failures } = vitestResult(report);
  expect(failed).toBe(1);
  expect(failures.join('')).toMatch(/FAILED {2}tests\/a\.test\.ts\n +Cannot find module/);
});

test('a browser test that failed is told with its place, in suites within suites', () => {
  const spec = (title: string, ok: boolean) => ({
    title,
    file: 'a.spec.ts',
    line: 12,
    ok,
    tests: [{ results: [{ errors: ok ? [] : [{ message: '\u001b[31mexpected 1\u001b[39m\nreceived 2' }] }] }],
  });
  const report = {
    stats: { expected: 3, unexpected: 1, flaky: 0 },
    suites: [{ specs: [spec('fine', true)], suites: [{ specs: [spec('wrong', false)] }] }],
  };
  const { passed, failed, failures } = playwrightResult(report);
  expect([passed, failed, failures.length]).toEqual([3, 1, 1]);
  expect(failures[0]).toBe('FAILED  tests/browser/a.spec.ts:12: wrong\n        expected 1\n        received 2\n');
});

test('what goes wrong outside of tests fails, too', () => {
  const { failed, failures } = playwrightResult({ errors: [{ message: 'the server did not start' }], suites: [] });
  expect(failed).toBe(1);
  expect(failures.join('')).toContain('the server did not start');
});
