import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { corpus, type RecordedCase } from './answers.ts';
import { runCase } from './run-case.ts';

const ids = ['articles/11-external-service-story', 'statefulset/01-web-0-1-2', 'externalname/09-long-chain'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: 'conformance' | 'record', ...args: string[]): Output {
  const file = fileURLToPath(new URL(`./${command}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** A small corpus in the test's own folder. */
function copyCases(): { scenes: string; answers: string; out: string } {
  for (const id of ids) {
    for (const file of [`scenes/${id}.yaml`, `answers/${id}.json`]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(corpus, file), join(folder, file));
    }
  }
  return { scenes: join(folder, 'scenes'), answers: join(folder, 'answers'), out: join(folder, 'out') };
}

function rewrite(file: string, change: (recorded: Record<string, unknown>) => unknown): void {
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)));
}

describe('arguments', () => {
  test.each([
    ['an unknown option', ['--nope'], '--nope'],
    ['a stray word', ['articles'], 'articles'],
    ['an option without its value', ['--topic'], '--topic'],
    ['a folder that is not there', ['--dir', '/nowhere'], '/nowhere'],
    ['a folder without scenes', ['--dir', dirname(fileURLToPath(import.meta.url))], 'scenes'],
    ['an unknown topic', ['--topic', 'weather'], 'weather'],
    ['an unknown case', ['--case', 'articles/99-none'], 'articles/99-none'],
    ['saving a part', ['--save', '--topic', 'articles'], '--save'],
  ])('conformance tells %s and ends with 2', (_, args, word) => {
    const { code, stdout, stderr } = run('conformance', ...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(word);
    expect(stderr).toContain('usage:');
    expect(stderr).not.toContain('    at ');
  });

  test.each([
    ['nothing at all', []],
    ['only some folders', ['--scenes', corpus]],
    ['a folder that is not there', ['--scenes', '/nowhere', '--answers', corpus, '--out', '/nowhere/out']],
    ['folders without a common case', ['--scenes', corpus, '--answers', dirname(corpus), '--out', '/nowhere/out']],
    ['a file for a folder', ['--scenes', corpus, '--answers', corpus, '--out', fileURLToPath(import.meta.url)]],
  ])('record told %s ends with 2 and writes nothing', (_, args) => {
    const { code, stdout, stderr } = run('record', ...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('usage:');
    expect(stderr).not.toContain('    at ');
  });

  test.each(['conformance', 'record'] as const)('%s explains itself', (command) => {
    const { code, stdout } = run(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('usage:');
  });
});

describe('conformance', () => {
  test('with --json standard output is JSON alone', () => {
    const { code, stdout } = run('conformance', '--case', ids[0] ?? '', '--json', '--diff');
    const report = JSON.parse(stdout) as { cases: { id: string; aspects: object }[]; topics: object; broken: string[] };
    expect(report.cases.map(({ id }) => id)).toEqual([ids[0]]);
    expect(Object.keys(report.topics)).toEqual(['articles']);
    expect(code).toBe(report.broken.length > 0 ? 1 : 0);
  });

  test('a case that cannot be read is a failed case and stops nothing', () => {
    copyCases();
    writeFileSync(join(folder, 'answers', `${ids[1]}.json`), '{"states": [');
    const { stdout } = run('conformance', '--dir', folder, '--json');
    const report = JSON.parse(stdout) as { cases: { id: string; passed: boolean; errors: string[] }[] };
    expect(report.cases).toHaveLength(ids.length);
    const broken = report.cases.find(({ id }) => id === ids[1]);
    expect(broken?.passed).toBe(false);
    expect(broken?.errors[0]).toContain('JSON');
  });
});

describe('record', () => {
  test('nothing of the answers but the draws reaches the engine', () => {
    const { scenes, answers, out } = copyCases();
    expect(run('record', '--scenes', scenes, '--answers', answers, '--out', out).code).toBe(0);
    for (const id of ids) rewrite(join(answers, `${id}.json`), withoutMeaning);
    const other = join(folder, 'other');
    expect(run('record', '--scenes', scenes, '--answers', answers, '--out', other).code).toBe(0);
    for (const id of ids) {
      expect(readFileSync(join(other, `${id}.json`), 'utf8')).toBe(readFileSync(join(out, `${id}.json`), 'utf8'));
    }
  });

  test('what it writes has the form of the answers', () => {
    const { scenes, answers, out } = copyCases();
    run('record', '--scenes', scenes, '--answers', answers, '--out', out);
    for (const id of ids) {
      const written = JSON.parse(readFileSync(join(out, `${id}.json`), 'utf8')) as RecordedCase;
      const recorded = JSON.parse(readFileSync(join(answers, `${id}.json`), 'utf8')) as RecordedCase;
      expect(written.id).toBe(id);
      expect(written.states).toHaveLength(recorded.states.length);
      for (const [index, state] of written.states.entries()) {
        const wanted = recorded.states[index] as unknown as Record<string, unknown>;
        for (const key of ['index', 'apply', 'objects', 'kubectl', 'kubectlErr', 'events'])
          expect(state).toHaveProperty(key);
        for (const key of ['dns', 'traffic']) expect(Object.hasOwn(state, key)).toBe(Object.hasOwn(wanted, key));
      }
    }
  });

  test('a case whose answers cannot be read costs no other its file', () => {
    const { scenes, answers, out } = copyCases();
    writeFileSync(join(answers, `${ids[0]}.json`), 'nonsense');
    const { code, stderr } = run('record', '--scenes', scenes, '--answers', answers, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain(ids[0]);
    for (const id of ids) expect(JSON.parse(readFileSync(join(out, `${id}.json`), 'utf8'))).toHaveProperty('id', id);
  });
});

test('a run that throws is a case without states, and says what threw', () => {
  const draws = Object.defineProperty([{}], 0, {
    get: () => {
      throw new Error('no draws');
    },
  });
  const { result, errors } = runCase('a/01-b', '#---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n', draws);
  expect(result).toEqual({ id: 'a/01-b', states: [] });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain('no draws');
});

/** Everything but the draws replaced by values that mean nothing. */
function withoutMeaning(recorded: Record<string, unknown>): object {
  const states = (recorded['states'] as Record<string, unknown>[]).map((state) => ({
    ...Object.fromEntries(Object.keys(state).map((key) => [key, { nonsense: ['', 1, null] }])),
    allocations: state['allocations'],
  }));
  return { ...Object.fromEntries(Object.keys(recorded).map((key) => [key, 'nonsense'])), states };
}
