import { expect, test } from 'vitest';
import { parseFlags, type Flag } from '../../../src/sim/kubectl/parse-flags.ts';

const flags: readonly Flag[] = [
  { name: 'namespace', short: 'n', type: 'text' },
  { name: 'output', short: 'o', type: 'text' },
  { name: 'all-namespaces', short: 'A', type: 'bool' },
  { name: 'watch', short: 'w', type: 'bool' },
  { name: 'label-columns', short: 'L', type: 'list' },
];

test.each([
  ['svc -n shop', ['svc'], { namespace: 'shop' }],
  ['-nshop svc', ['svc'], { namespace: 'shop' }],
  ['-n=shop', [], { namespace: 'shop' }],
  ['--namespace shop --namespace=lab', [], { namespace: 'lab' }],
  ['-Aowide svc', ['svc'], { 'all-namespaces': 'true', output: 'wide' }],
  ['-A=false --watch=T', [], { 'all-namespaces': 'false', watch: 'true' }],
  ['svc -- -A', ['svc', '-A'], {}],
  ['svc -', ['svc', '-'], {}],
])('%s', (line, args, values) => {
  const parsed = parseFlags(line.split(' '), flags);
  expect(parsed.ok && { args: parsed.args, values: Object.fromEntries(parsed.values) }).toEqual({ args, values });
});

test('a list flag collects what is given several times', () => {
  const parsed = parseFlags(['-L', 'app,tier', '--label-columns=zone'], flags);
  expect(parsed.ok && parsed.lists.get('label-columns')).toEqual(['app', 'tier', 'zone']);
});

test.each([
  ['--nope', 'unknown flag: --nope'],
  ['-x', "unknown shorthand flag: 'x' in -x"],
  ['-Ax', "unknown shorthand flag: 'x' in -x"],
  ['-o', "flag needs an argument: 'o' in -o"],
  ['--output', 'flag needs an argument: --output'],
  ['--=x', 'bad flag syntax: --=x'],
  [
    '-A=maybe',
    'invalid argument "maybe" for "-A, --all-namespaces" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
  ],
])('%s is refused', (line, error) => {
  expect(parseFlags([line], flags)).toEqual({ ok: false, error });
});
