import { expect, test } from 'vitest';
import { meetsRequirements, parseLabelSelector } from '../../../src/sim/kubectl/label-selector.ts';

const labels = { app: 'web', tier: 'front', 'example.com/size': '12' };

test.each([
  ['', true],
  ['app=web', true],
  ['app==web,tier=front', true],
  ['app = web , tier', true],
  ['app=db', false],
  ['app!=db', true],
  ['nope!=x', true],
  ['!nope', true],
  ['!app', false],
  ['app in (web, db)', true],
  ['app notin (web)', false],
  ['nope notin (web)', true],
  ['tier=', false],
  ['example.com/size>5', true],
  ['example.com/size<5', false],
])('%s: fits %s', (text, fits) => {
  const parsed = parseLabelSelector(text);
  expect(parsed.ok && meetsRequirements(parsed.requirements, labels)).toBe(fits);
});

test('a key of every object is no label', () => {
  const parsed = parseLabelSelector('constructor');
  expect(parsed.ok && meetsRequirements(parsed.requirements, {})).toBe(false);
});

test.each([
  ['app=web=x', "found '=', expected: ',' or 'end of string'"],
  ['app=web,', "found '', expected: identifier after ','"],
  ['=web', "found '=', expected: !, identifier, or 'end of string'"],
  ['app web', "unable to parse requirement: found 'web', expected: in, notin, =, ==, !=, gt, lt"],
  ['app in web', "unable to parse requirement: found 'web' expected: '('"],
  [
    'app=-x',
    `unable to parse requirement: values[0][app]: Invalid value: "-x": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
  ],
])('%s is refused', (text, error) => {
  expect(parseLabelSelector(text)).toEqual({ ok: false, error });
});
