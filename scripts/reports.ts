/** What the JSON reports of the test runners say. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Result {
  readonly passed: number;
  readonly failed: number;
  /** For each test that failed: where it stands, its name, and how it failed. */
  readonly failures: readonly string[];
}

/** Lines of a message that are shown again below everything; the property, its seed and its counterexample stand in them. */
const linesShown = 12;

function failure(name: string, messages: readonly string[]): string {
  const lines = messages.flatMap((message) => stripVTControlCharacters(message).split('\n'));
  return [`FAILED  ${name}`, ...lines.slice(0, linesShown).map((line) => `        ${line}`), ''].join('\n');
}

interface VitestReport {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** A file that could not be run counts as one test that failed. */
export function vitestResult(report: unknown): Result {
  const { numPassedTests = 0, testResults = [] } = report as VitestReport;
  const failures = testResults.flatMap(({ name, message = '', status, assertionResults }) => {
    const file = relative('.', name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [failure(file, [message])] : [];
    return failed.map((test) => failure(`${file}: ${test.fullName}`, test.failureMessages ?? []));
  });
  return { passed: numPassedTests, failed: failures.length, failures };
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly errors?: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

interface PlaywrightReport extends PlaywrightSuite {
  readonly stats?: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  /** What went wrong outside of tests. */
  readonly errors?: readonly { readonly message?: string }[];
}

export function playwrightResult(report: unknown): Result {
  const { stats, errors = [], ...root } = report as PlaywrightReport;
  const failures = [
    ...errors.map(({ message = '' }) => failure('browser tests', [message])),
    ...playwrightFailures(root),
  ];
  const { expected = 0, unexpected = 0, flaky = 0 } = stats ?? {};
  return { passed: expected, failed: unexpected + flaky + errors.length, failures };
}

const playwrightFailures = ({ suites = [], specs = [] }: PlaywrightSuite): readonly string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) =>
      failure(
        `tests/browser/${file}:${line}: ${title}`,
        tests.flatMap(({ results }) => results).flatMap(({ errors = [] }) => errors.map(({ message = '' }) => message)),
      ),
    ),
  ...suites.flatMap(playwrightFailures),
];
