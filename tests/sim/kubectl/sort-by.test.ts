import { expect, test } from 'vitest';
import { openConsole } from './console.ts';

const services = [
  ['a', 'ClusterIP', '30', { size: '9' }],
  ['b', 'NodePort', '8', {}],
  ['c', 'ClusterIP', '200', { size: '10' }],
]
  .map(
    ([name, type, port, labels]) =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: ${String(name)}, labels: ${JSON.stringify(labels)}}\nspec: {type: ${String(type)}, ports: [{port: ${String(port)}}]}\n`,
  )
  .join('---\n');

const run = openConsole(services);
const names = (line: string): readonly string[] =>
  run(line)
    .stdout.split('\n')
    .filter((row) => row !== '')
    .map((row) => row.replace(/ .*$/, ''));

test.each([
  ['.spec.ports[0].port', ['b', 'a', 'c', 'kubernetes']],
  ['metadata.name', ['a', 'b', 'c', 'kubernetes']],
  ['{.spec.type}', ['a', 'c', 'kubernetes', 'b']],
])('rows are ordered by %s, numbers as numbers', (path, expected) => {
  expect(names(`get svc --no-headers --sort-by=${path}`)).toEqual(expected);
});

test('texts that are quantities are compared as such; what has no such field comes first, the last one foremost', () => {
  expect(names('get svc --no-headers --sort-by=.metadata.labels.size')).toEqual(['kubernetes', 'b', 'a', 'c']);
});

test('a field that no row has leaves nothing to print, and no error', () => {
  for (const path of ['.spec.nope', '{.metadata.name'])
    expect(run(`get svc --sort-by=${path}`)).toMatchObject({
      stdout: '',
      stderr: 'No resources found in default namespace.\n',
      code: 0,
    });
});

test('a single row is not looked at', () => {
  expect(names('get svc a --no-headers --sort-by=.spec.nope')).toEqual(['a']);
});

test.each(['get svc,pods', 'get svc a b'])('%s: several answers have no such field', (line) => {
  expect(run(`${line} --sort-by=.metadata.name`)).toMatchObject({
    stdout: '',
    stderr: 'error: couldn\'t find any field with path "{.metadata.name}" in the list of objects\n',
    code: 1,
  });
});

test('in other formats a field that no object has is an error', () => {
  expect(run('get svc -o name --sort-by=.spec.nope')).toMatchObject({
    stdout: '',
    stderr: 'error: couldn\'t find any field with path "{.spec.nope}" in the list of objects\n',
    code: 1,
  });
});
