/** Go templates; the answers are those of kubectl's own dry run of the same command. */
import { describe, expect, test } from 'vitest';
import { kubectl, simulate } from '../../../src/sim/index.ts';

const [state] = simulate('').states;
const run = (template: string) =>
  kubectl(state as NonNullable<typeof state>, [
    ...['create', 'service', 'clusterip', 'web', '--tcp=80:8080', '--dry-run=client', '-o'],
    `go-template=${template}`,
  ]);

describe('-o go-template', () => {
  test.each<readonly [string, string]>([
    ['{{.metadata.name}}{{"\\n"}}', 'web\n'],
    ['{{(index .spec.ports 0).port}} {{printf "%d" (index .spec.ports 0).port}}', '80 80'],
    ['{{.foo}} {{.foo.bar}}', '<no value> <no value>'],
    ['{{eq (index .spec.ports 0).port 80}} {{eq .foo "x"}} {{ne .foo "x"}}', 'true false true'],
    ['{{lt 1 2}} {{eq 1 1}} {{eq "a" "b" "a"}} {{ne 1 2}} {{println "a" 1}}', 'true true true true a 1\n'],
    ['{{print "a" 1 2 "b" "c"}}', 'a1 2bc'],
    ['{{index .metadata.labels "nope"}}|{{index .metadata "labels" "app"}}', '<no value>|web'],
    ['{{exists .metadata "labels" "app"}} {{exists .metadata "x"}} {{base64decode "aGk="}}', 'true false hi'],
    ['{{slice .kind 1 3}} {{not .foo}} {{and .kind .foo}} {{or .foo .kind}}', 'er true <no value> Service'],
    ['{{with $y := .kind}}{{$y}}{{end}}{{range $i, $e := .spec.ports}}{{$i}}{{break}}{{end}}', 'Service0'],
    ['{{1}} {{1.5}} {{true}} {{`raw`}}', '1 1.5 true raw'],
    ['{{.spec.ports}}', '[map[name:80-8080 port:80 protocol:TCP targetPort:8080]]'],
    [
      '{{printf "%v %q %5d|%-5s|" .spec.ports .kind 7 "a"}}',
      '[map[name:80-8080 port:80 protocol:TCP targetPort:8080]] "Service"     7|a    |',
    ],
    ['{{range .spec.ports}}{{.port}},{{else}}none{{end}}{{range .foo}}x{{else}}none{{end}}', '80,none'],
    ['{{if eq .kind "Pod"}}a{{else if eq .kind "Service"}}b{{else}}c{{end}}', 'b'],
    ['{{- /* said */ -}} a {{- " b " -}} c', 'a b c'],
    ['{{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}}', '2'],
    ['{{range $k, $v := .spec.selector}}{{$k}}={{$v}}{{end}}', 'app=web'],
    ['{{.a | }}', '<no value>'],
  ])('%s', (template, text) => {
    expect(run(template)).toMatchObject({ stdout: text, stderr: '', code: 0 });
  });

  test.each<readonly [string, string]>([
    [
      '{{.spec.type.x}}',
      'output:1:7: executing "output" at <.spec.type.x>: can\'t evaluate field x in type interface {}',
    ],
    [
      '{{index .spec.ports 9}}',
      'output:1:2: executing "output" at <index .spec.ports 9>: error calling index: index out of range: 9',
    ],
    [
      '{{index .kind "x"}}',
      'output:1:2: executing "output" at <index .kind "x">: error calling index: cannot index slice/array with type string',
    ],
    [
      '{{index .foo "x"}}',
      'output:1:2: executing "output" at <index .foo "x">: error calling index: index of untyped nil',
    ],
    ['{{range .kind}}x{{end}}', 'output:1:8: executing "output" at <.kind>: range can\'t iterate over Service'],
    [
      '{{eq .kind 1}}',
      'output:1:2: executing "output" at <eq .kind 1>: error calling eq: incompatible types for comparison',
    ],
    ['{{nil}}', 'output:1:2: executing "output" at <nil>: nil is not a command'],
    ['{{.kind "x"}}', 'output:1:2: executing "output" at <.kind>: kind is not a method but has arguments'],
    [
      '{{base64decode "!"}}',
      'output:1:2: executing "output" at <base64decode "!">: error calling base64decode: base64 decode failed: illegal base64 data at input byte 0',
    ],
  ])('%s is refused while it runs', (template, error) => {
    const { stdout, stderr, code } = run(template);
    expect(code).toBe(1);
    expect(stderr).toBe(`error: error executing template ${JSON.stringify(template)}: template: ${error}\n`);
    expect(stdout).toMatch(/^Error executing template: .*\n\ttemplate was:\n\t\t/);
  });

  test.each<readonly [string, string]>([
    ['{{.spec', 'unclosed action'],
    ['{{foo .}}', 'function "foo" not defined'],
    ['{{range .spec.ports}}{{.port}}', 'unexpected EOF'],
    ['{{end}}', 'unexpected {{end}}'],
    ['{{if}}a{{end}}', 'missing value for if'],
    ['{{"a}}', 'unterminated quoted string'],
    ['{{$x}}', 'undefined variable "$x"'],
    ['{{.a | | .b}}', 'unexpected "|" in command'],
    ['{{else}}', 'unexpected {{else}}'],
  ])('%s is refused as it is', (template, error) => {
    expect(run(template)).toMatchObject({
      stdout: '',
      stderr: `error: error parsing template ${template}, template: output:1: ${error}\n`,
      code: 1,
    });
  });

  test('--template alone is enough', () => {
    const get = (...words: readonly string[]) =>
      kubectl(state as NonNullable<typeof state>, ['get', 'svc', 'kubernetes', ...words]);
    expect(get('--template={{.kind}}').stdout).toBe('Service');
    expect(get('-o', 'template', '--template={{.kind}}').stdout).toBe('Service');
    expect(get('-o', 'go-template').stderr).toBe('error: template format specified but no template given\n');
  });

  test('no text is a throw', () => {
    const words = [
      '{{',
      '}}',
      '.a',
      '$x',
      ' ',
      'if',
      'end',
      'range',
      '|',
      '(',
      ')',
      '"',
      'x',
      ':=',
      ',',
      '-',
      'index',
      '1',
    ];
    let seed = 5;
    for (let i = 0; i < 3000; i += 1) {
      let text = '';
      for (let n = 0; n < i % 12; n += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += words[(seed >> 8) % words.length] ?? '';
      }
      expect(typeof run(text).stdout).toBe('string');
    }
  });
});

test('-o kyaml quotes texts and leaves keys bare', () => {
  const manifest = `apiVersion: v1
kind: ConfigMap
metadata: {name: c, labels: {"no": "1", app.kubernetes.io/name: x}}
data: {one: "a\\"b", two: "first\\n  second\\n", three: "x\\ny"}
`;
  const [first] = simulate(manifest).states;
  const { stdout } = kubectl(first as NonNullable<typeof first>, ['get', 'cm', 'c', '-o', 'kyaml']);
  expect(stdout.replace(/ {4}annotations: \{[\s\S]*?\n {4}\},\n/, '')).toBe(`---
{
  apiVersion: "v1",
  data: {
    one: "a\\"b",
    three: "\\
       x\\n\\
       y\\
      ",
    two: "\\
       first\\n\\
      \\  second\\n\\
      ",
  },
  kind: "ConfigMap",
  metadata: {
    creationTimestamp: "2000-01-01T00:00:00Z",
    labels: {
      app.kubernetes.io/name: "x",
      "no": "1",
    },
    name: "c",
    namespace: "default",
    resourceVersion: "0",
    uid: "00000000-0000-0000-0000-000000000000",
  },
}
`);
});
