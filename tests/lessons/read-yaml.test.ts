import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readYaml } from '../../src/lessons/read-yaml.ts';
import { lessonSchema } from '../../src/lessons/schemas.ts';

const folder = mkdtempSync(join(tmpdir(), 'lesson-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = `panels: [endpoints]
minutes: 5
predict: {right: 1}
hints: [{at: service/x metadata.name}, {reason: SelectorMatchesNothing}, {change: service/x metadata.name}]
checks:
- endpoints: {service: default/x, ready: ["10.0.0.1:80"]}
`;

function read(text: string): unknown {
  const file = join(folder, 'lesson.yaml');
  writeFileSync(file, text);
  return readYaml(file, lessonSchema);
}

function complaint(text: string): string {
  try {
    read(text);
  } catch (error) {
    return String((error as Error).message);
  }
  return '';
}

test('a lesson as it should be is read, with what it leaves out filled in', () => {
  expect(read(good)).toMatchObject({ panels: ['endpoints'], fold: [], claims: [], minutes: 5 });
});

test.each([
  ['a panel that does not exist', good.replace('[endpoints]', '[endpointz]'), 'panels.0', '"endpointz"'],
  ['a number as a word', good.replace('minutes: 5', 'minutes: five'), 'minutes', '"five"'],
  ['two hints', good.replace(', {change: service/x metadata.name}', ''), 'hints', '[{'],
  ['a Service without namespace', good.replace('default/x', 'x'), 'checks.0.endpoints.service', '"x"'],
  ['two measures in one check', good.replace('ready:', 'count: 1, ready:'), 'checks.0.endpoints', '{"service"'],
])('%s: the complaint names file, place and what was found', (_, text, place, found) => {
  const words = complaint(text);
  expect(words).toContain('lesson.yaml');
  expect(words).toContain(`: ${place}\n`);
  expect(words).toContain(`found:  ${found}`);
  expect(words).toContain('wanted: ');
  expect(words).toContain('CONTRIBUTING.md');
});

test('text that is no YAML and a file that is not there are complaints, too', () => {
  expect(complaint('a: [')).toContain('wanted: YAML');
  expect(() => readYaml(join(folder, 'none.yaml'), lessonSchema)).toThrow(/no such file/);
});
