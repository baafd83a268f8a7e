/** The steps of `npm run check` and `npm test`. Each ends in counts; a step without tests of its own counts as one. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwrightResult, vitestResult, type Result } from './reports.ts';
import { run, type RunSettings } from './run.ts';

export interface Step {
  readonly name: string;
  /** `show` takes what it prints; without it that is seen at once. */
  readonly run: (show?: RunSettings['show']) => Promise<Result>;
}

/** Rows of steps that go on side by side: in each row one step after the other. */
export type Round = readonly (readonly Step[])[];

/** A program that has only an exit code. */
const program = (name: string, command: string, args: readonly string[], env: RunSettings['env'] = {}): Step => ({
  name,
  run: async (show) => oneOf((await run(command, args, { env, show })).code === 0),
});

export const oneOf = (passed: boolean): Result => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, failures: [] });

const texts: readonly Step[] = [
  program('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  program('lint', 'eslint', ['--max-warnings', '0', '.']),
  program('types of the engine', 'tsc', ['-p', 'src/sim']),
];
const types = program('types', 'astro', ['check', '--minimumFailingSeverity', 'hint']);

const builds: readonly Step[] = [
  program('build', 'astro', ['build']),
  program('build under a base path, with the gallery', 'astro', ['build', '--outDir', 'dist-base'], {
    SITE_BASE: '/a/b/',
    GALLERY: '1',
  }),
  program('workshop build', 'astro', ['build'], { WORKSHOP: '1' }),
  program('valid HTML', 'html-validate', ['dist/**/*.html']),
];

/** Without tests: what a contributor runs before a commit. */
export const checks: readonly Round[] = [[texts, [types]]];

/**
 * Everything. What runs on one core runs beside something else, but one program of Astro after the other: they write the same files.
 * Unit tests take all cores by themselves, and browser tests should be disturbed by nothing.
 */
export const everything: readonly Round[] = [
  [
    [...texts, { name: 'conformance', run: conformance }],
    [types, ...builds],
  ],
  [[{ name: 'unit tests', run: (show) => reported('vitest', vitestArgs, vitestResult, show) }]],
  [[{ name: 'browser tests', run: (show) => reported('playwright', playwrightArgs, playwrightResult, show) }]],
];

const vitestArgs = ['run', '--reporter=default', '--reporter=json'];
const playwrightArgs = ['test', '--reporter=line,json'];

/** Runs a test runner that writes a JSON report; a report that is missing or says nothing failed while the runner did counts one failure. */
async function reported(
  command: string,
  args: readonly string[],
  read: (report: unknown) => Result,
  show: RunSettings['show'],
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'endpoint-lab-'));
  const file = join(folder, 'report.json');
  const output = command === 'vitest' ? [`--outputFile.json=${file}`] : [];
  try {
    const { code } = await run(command, [...args, ...output], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file }, show });
    const result = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : oneOf(false);
    return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The conformance runner prints its own `N passed, N failed`. */
async function conformance(show: RunSettings['show'] = (text) => void process.stderr.write(text)): Promise<Result> {
  const { code, stdout } = await run('node', ['tests/conformance/conformance.ts'], { show });
  const [, passed, failed] = [...stdout.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
  const result = { passed: Number(passed ?? 0), failed: Number(failed ?? 0), failures: [] };
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

/** Failures that are told again at the end. */
const mostShown = 20;

/** Runs all steps, says on standard error how each went and what failed, and adds the counts up. A step that fails stops nothing. */
export async function runSteps(rounds: readonly Round[]): Promise<Result> {
  const lines = new Map<Step, string>();
  const failures: string[] = [];
  const total = { passed: 0, failed: 0 };
  const runStep = async (step: Step, isAlone: boolean): Promise<void> => {
    const title = `\n── ${step.name}\n`;
    let printed = title;
    if (isAlone) process.stderr.write(title);
    const start = performance.now();
    const result = await step.run(isAlone ? undefined : (text) => void (printed += text));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (!isAlone) process.stderr.write(printed);
    total.passed += result.passed;
    total.failed += result.failed;
    failures.push(...result.failures);
    const { passed, failed } = result;
    const mark = failed === 0 ? 'ok    ' : 'FAILED';
    lines.set(step, `${mark}  ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  };
  for (const rows of rounds) {
    if (rows.length > 1)
      console.error(
        `\n── side by side: ${rows
          .flat()
          .map(({ name }) => name)
          .join(', ')} ...`,
      );
    const runRow = async (row: readonly Step[]): Promise<void> => {
      for (const step of row) await runStep(step, rows.length === 1);
    };
    await Promise.all(rows.map(runRow));
  }
  const inOrder = rounds.flat(2).map((step) => lines.get(step) ?? '');
  const more = failures.length - mostShown;
  const shown = [...failures.slice(0, mostShown), ...(more > 0 ? [`... and ${more} more\n`] : [])];
  console.error(['', ...shown, ...inOrder, ''].join('\n'));
  return { ...total, failures };
}
