import { expect, test } from 'vitest';
import type { Json } from '../../../src/sim/api/objects.ts';
import { findJsonPath, printFindings } from '../../../src/sim/kubectl/jsonpath.ts';
import { parseJsonPath } from '../../../src/sim/kubectl/parse-jsonpath.ts';

const value: Json = {
  kind: 'List',
  items: [
    { metadata: { name: 'a', labels: { 'app.io/x': 'web' } }, port: 80, ready: true },
    { metadata: { name: 'b' }, port: 443, ready: false, none: null },
  ],
};

function evaluate(template: string, allowMissing = true): string {
  const parsed = parseJsonPath(template);
  if (!parsed.ok) return `parse: ${parsed.error}`;
  const found = findJsonPath(parsed.nodes, value, { allowMissing });
  return found.ok ? printFindings(found.groups, false) : `find: ${found.error}`;
}

test.each([
  ['{.kind}', 'List'],
  ['{$.kind} {@.kind}', 'List List'],
  ['{.items[*].metadata.name}', 'a b'],
  ['{.items[0].port}', '80'],
  ['{.items[-1].metadata.name}', 'b'],
  ['{.items[0:1].metadata.name}', 'a'],
  ['{.items[1,0].port}', '443 80'],
  ["{.items[0]['metadata'].name}", 'a'],
  ['{.items[0].metadata.labels.app\\.io/x}', 'web'],
  ["{.items[0].metadata.labels['app\\.io/x']}", 'web'],
  ["{.items[*]['metadata.name', 'port']}", 'a b 80 443'],
  ["{.items[0]['metadata.labels.app\\.io/x']}", 'web'],
  ['{.items[?(@.port==443)].metadata.name}', 'b'],
  ['{.items[?(@.port>80)].metadata.name}', 'b'],
  ['{.items[?(@.metadata.name=="a")].port}', '80'],
  ['{.items[?(@.metadata.labels)].metadata.name}', 'a'],
  ['{.items[?(@.ready==true)].metadata.name}', 'a'],
  ['{range .items[*]}{.metadata.name}={.port}{"\\n"}{end}', 'a=80\nb=443\n'],
  ['{range .items[*]}{.metadata.name}{"\\t"}{end}done', 'a\tb\tdone'],
  ['{range .nope[*]}{.x}{end}end', 'end'],
  ['{..name}', 'a b'],
  ['{.items[0].metadata}', '{"labels":{"app.io/x":"web"},"name":"a"}'],
  ['{.items[1].none}', '<nil>'],
  ['{.nope}', ''],
  ['plain text', 'plain text'],
])('%s', (template, text) => {
  expect(evaluate(template)).toBe(text);
});

test.each([
  ['{.kind', 'parse: unclosed action'],
  ['{.items[x]}', 'parse: invalid array index x'],
  ['{.items[0}', 'parse: unterminated array'],
  ['{"x}', 'parse: unterminated quoted string'],
  ['{#}', "parse: unrecognized character in action: U+0023 '#'"],
  ['{.items[5]}', 'find: array index out of bounds: index 5, length 2'],
  ['{.kind[0]}', 'find: string is not array or slice'],
  ['{end}', 'find: not in range, nothing to end'],
  ['{foo}', 'find: unrecognized identifier foo'],
  ['{.items[?(@.metadata.name==a)].port}', 'find: unrecognized identifier a'],
])('%s is refused', (template, error) => {
  expect(evaluate(template)).toBe(error);
});

test('a missing field is an error where none may miss', () => {
  expect(evaluate('{.nope}', false)).toBe('find: nope is not found');
});
