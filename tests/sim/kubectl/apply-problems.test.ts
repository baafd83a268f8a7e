import { describe, expect, it } from 'vitest';
import { simulate } from '../../../src/sim/index.ts';

const service = `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
`;

/** Code, field and the marked text of every problem of the last state. */
function problemsOf(text: string): readonly (readonly [string, string | undefined, string])[] {
  const state = simulate(text).states.at(-1);
  return (state?.problems ?? []).map(({ code, path, range }) => [
    code,
    path,
    state?.text.slice(range.start, range.end) ?? '',
  ]);
}
const applied = (text: string): string => `# title: x\n#---\n${service}# step:\n#   action: apply\n#---\n${text}`;

describe('problems point at what is wrong', () => {
  it.each<[string, string, readonly (readonly [string, string | undefined, string])[]]>([
    [
      'an unknown field',
      service.replace('targetPort', 'targetport'),
      [['UnknownField', 'spec.ports[0].targetport', 'targetport']],
    ],
    ['a wrong type', service.replace('80,', 'http,'), [['WrongType', 'spec.ports[0].port', 'http']]],
    ['a field that the server refuses', service.replace('80,', '0,'), [['Invalid', 'spec.ports[0].port', '0']]],
    [
      'a field that is missing',
      service.replace(', ports: [{port: 80, targetPort: 8080}]', ''),
      [['Invalid', 'spec.ports', 'spec']],
    ],
    [
      'a namespace that is not there',
      service.replace('web}', 'web, namespace: nope}'),
      [['Refused', 'metadata.namespace', 'nope']],
    ],
    ['a name that makes no path', service.replace('web}', 'a/b}'), [['Refused', 'metadata.name', 'a/b']]],
    ['a kind in lower case', service.replace('Service', 'service'), [['UnknownKind', 'kind', 'service']]],
    ['a kind nobody knows', service.replace('Service', 'Servcie'), [['UnknownKind', 'kind', 'Servcie']]],
    ['an API version of too many parts', service.replace('v1', 'a/b/c'), [['KindNotSet', 'apiVersion', 'a/b/c']]],
    ['a key that is there twice', `kind: Pod\n${service}`, [['DuplicateKey', 'kind', 'kind']]],
    [
      'an item of a List',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Nope}\n',
      [['UnknownKind', 'items[0].kind', 'Nope']],
    ],
    ['a deprecated kind', 'apiVersion: v1\nkind: Endpoints\nmetadata: {name: x}\n', [['Warning', 'kind', 'Endpoints']]],
  ])('%s', (_, text, problems) => expect(problemsOf(text)).toEqual(problems));

  it.each<[string, string, readonly (readonly [string, string | undefined, string])[]]>([
    [
      'an unknown field',
      service.replace('targetPort', 'targetport'),
      [['UnknownField', 'spec.ports[0].targetport', 'targetport']],
    ],
    ['a wrong type', service.replace('80,', 'http,'), [['WrongType', 'spec.ports[0].port', 'http']]],
  ])('%s in an object that exists: once', (_, text, problems) => expect(problemsOf(applied(text))).toEqual(problems));

  it('a command without a text stands at the beginning', () => {
    const text = `# title: x\n#---\n${service}# step:\n#   action: scale\n#   target: deployment/nope\n#   replicas: 1\n#---\n`;
    expect(problemsOf(text)).toEqual([['Refused', undefined, '']]);
  });
});
