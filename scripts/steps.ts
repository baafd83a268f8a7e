/** The steps of `npm run check` and `npm test`. Each ends in counts; a step without tests of its own counts as one. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type RunSettings } from './run.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

/** A program that has only an exit code. */
const program = (name: string, command: string, args: readonly string[], settings?: RunSettings): Step => ({
  name,
  run: async () => one((await run(command, args, settings)).code === 0),
});

const one = (passed: boolean): Counts => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

/** Without tests: what a contributor runs before a commit. */
export const checks: readonly Step[] = [
  program('format', 'prettier', ['--check', '--log-level', 'warn', '.']),
  program('lint', 'eslint', ['--max-warnings', '0', '.']),
  program('types', 'astro', ['check', '--minimumFailingSeverity', 'hint']),
  program('types of the engine', 'tsc', ['-p', 'src/sim']),
];

/** Everything else, in the order in which the answers are wanted. */
export const tests: readonly Step[] = [
  { name: 'unit tests', run: () => reported('vitest', ['run', '--reporter=default', '--reporter=json'], vitestCounts) },
  { name: 'conformance', run: conformance },
  program('build', 'astro', ['build']),
  program('build under a base path, with the gallery', 'astro', ['build', '--outDir', 'dist-base'], {
    env: { SITE_BASE: '/a/b/', GALLERY: '1' },
  }),
  program('workshop build', 'astro', ['build'], { env: { WORKSHOP: '1' } }),
  program('valid HTML', 'html-validate', ['dist/**/*.html']),
  { name: 'browser tests', run: () => reported('playwright', ['test', '--reporter=line,json'], playwrightCounts) },
];

/** Runs a test runner that writes a JSON report; a report that is missing or says nothing failed while the runner did counts one failure. */
async function reported(command: string, args: readonly string[], read: (report: unknown) => Counts): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'endpoint-lab-'));
  const file = join(folder, 'report.json');
  const output = command === 'vitest' ? [`--outputFile.json=${file}`] : [];
  try {
    const { code } = await run(command, [...args, ...output], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
    const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function vitestCounts(report: unknown): Counts {
  const { numPassedTests = 0, numFailedTests = 0 } = report as { numPassedTests?: number; numFailedTests?: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

function playwrightCounts(report: unknown): Counts {
  const { expected = 0, unexpected = 0, flaky = 0 } = (report as { stats?: Record<string, number> }).stats ?? {};
  return { passed: expected, failed: unexpected + flaky };
}

/** The conformance runner prints its own `N passed, N failed`. */
async function conformance(): Promise<Counts> {
  const { code, stdout } = await run('node', ['tests/conformance/conformance.ts'], { stdout: 'keep' });
  process.stderr.write(stdout);
  const [, passed, failed] = [...stdout.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1) ?? [];
  const counts = { passed: Number(passed ?? 0), failed: Number(failed ?? 0) };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Runs all steps, says on standard error how each went, and adds the counts up. A step that fails stops nothing. */
export async function runSteps(steps: readonly Step[]): Promise<Counts> {
  const total = { passed: 0, failed: 0 };
  const lines: string[] = [];
  for (const step of steps) {
    console.error(`\n── ${step.name}`);
    const start = performance.now();
    const { passed, failed } = await step.run();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    total.passed += passed;
    total.failed += failed;
    lines.push(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`,
    );
  }
  console.error(`\n${lines.join('\n')}\n`);
  return total;
}
