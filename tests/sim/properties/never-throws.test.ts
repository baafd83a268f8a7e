import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { kubectl, simulate, type Simulation, type State } from '../../../src/sim/index.ts';
import { askEverything, type Questions } from './ask-everything.ts';
import { deepFreeze } from './deep-freeze.ts';
import { arbitraryEdit, editScene, mutateBytes } from './edit-text.ts';
import { effort, patience } from './effort.ts';
import { sceneIds, sceneText } from './recorded-scenes.ts';

/** What every result promises, however bad the text. */
function checkSimulation({ scene, states }: Simulation): void {
  expect(states.length).toBe(scene.steps.length + 1);
  for (const { range } of scene.problems) checkRange(range, scene.text);
  for (const { apply, problems, text, outcomes } of states) {
    for (const { range } of problems) checkRange(range, text);
    for (const { range } of outcomes) checkRange(range, text);
    if (apply && apply.code !== 0) expect(apply.stderr).not.toBe('');
    // A refused text says so at a place; a command of the console has no place in it.
    if (apply && apply.code !== 0 && apply.command.startsWith('kubectl apply -f manifest.yaml'))
      expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  }
}

function checkRange({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
  expect([start >= 0, end >= start, end <= text.length]).toEqual([true, true, true]);
}

function ask(simulation: Simulation, more?: Questions): void {
  for (const { printed, verdicts, lookups } of askEverything(deepFreeze(simulation), more)) {
    for (const result of printed)
      expect(result).toMatchObject({ stdout: expect.any(String), stderr: expect.any(String) });
    for (const { outcome } of verdicts) expect(outcome).toMatch(/^[A-Z]/);
    for (const { rcode } of lookups) expect(rcode).toMatch(/^[A-Z]/);
  }
}

const scene = fc.constantFrom(...sceneIds);
const hostName = fc.oneof(
  fc.constantFrom(
    'web',
    'web.default',
    'web.default.svc.cluster.local',
    'kubernetes',
    'a.b.web.default.svc.cluster.local',
    '_http._tcp.web.default.svc.cluster.local',
    '10-244-1-10.default.pod.cluster.local',
    '10.1.244.10.in-addr.arpa',
    'localhost',
    '.',
    '',
    '::1',
    '10.96.0.1',
    '999.1.1.1',
    'node-a',
    'example.com',
    'xn--nxasmq6b',
    '端点',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const dnsQuestion = fc.oneof(
  fc.record({
    q: hostName,
    type: fc.constantFrom('A', 'AAAA', 'SRV', 'PTR', 'CNAME', 'ANY', 'TXT', 'x', ''),
    ns: fc.constantFrom('default', 'none', ''),
  }),
  fc.record({
    host: hostName,
    type: fc.constantFrom('A', 'AAAA', 'SRV', 'x'),
    ns: fc.constantFrom('default', 'other'),
    pod: fc.constantFrom('default/client', 'x', ''),
  }),
);
const probe = fc.record({
  from: fc.oneof(
    fc.constantFrom(
      'pod default/client',
      'node node-a',
      'node none',
      'external',
      'external 203.0.113.9',
      'external ::2',
      'pod',
      '',
    ),
    fc.string(),
  ),
  to: fc
    .tuple(hostName, fc.oneof(fc.constantFrom(':80', ':0', '', ':http', ':99999'), fc.string({ maxLength: 4 })))
    .map(([host, port]) => host + port),
  proto: fc.constantFrom('TCP' as const, 'UDP' as const, 'SCTP' as const),
  family: fc.constantFrom('IPv4' as const, 'IPv6' as const),
  times: fc.constantFrom(1, 0, -1, 3, Number.NaN),
});
const word = fc.oneof(
  fc.constantFrom(
    'get',
    'describe',
    'apply',
    'delete',
    'patch',
    'scale',
    'label',
    'annotate',
    'exec',
    'create',
    'run',
    'expose',
    'explain',
    'rollout',
    'edit',
    'logs',
    'replace',
    'set',
    'wait',
    'version',
    'api-resources',
  ),
  fc.constantFrom(
    'svc',
    'endpoints',
    'pods',
    'deploy/web',
    'pod/client',
    'web',
    'client',
    'all',
    'svc,ep',
    'nodes/node-a',
    'x/y/z',
    'service',
    'deployment',
    'status',
    'restart',
    'undo',
  ),
  fc.constantFrom(
    '-A',
    '-n',
    'default',
    '-o',
    'yaml',
    'json',
    'wide',
    'name',
    '-o=jsonpath={.items[*].metadata.name}',
    '-o=jsonpath={..a[?(@.b==1)]',
    '-l',
    'app=web',
    'app in (a,b)',
    '!x',
    '-f',
    'manifest.yaml',
    '-p',
    '{"spec":{"ports":[{"port":80}]}}',
    '--type=merge',
    '--type=json',
    '[{"op":"add","path":"/spec/x","value":1}]',
    '--replicas=2',
    '--replicas',
    '--all',
    '--port=80',
    '--target-port=http',
    '--image=x',
    '--',
    'env',
    'curl',
    'http://web:80',
    'dig',
    'nslookup',
    '--force',
    '--dry-run=client',
    '--show-labels',
    '--sort-by=.metadata.name',
    '--custom-columns=A:.b',
    '-o=custom-columns=N:.metadata.name',
    '--field-selector=metadata.name=web',
    '--watch',
    '--selector',
    '--tcp=80:x',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const argv = fc.array(word, { maxLength: 8 });

/** Names that every object has: a text that could add one would speak for all objects. */
const builtIns = [Object.prototype, Array.prototype, Map.prototype, Function.prototype];
const before = builtIns.map((each) => Reflect.ownKeys(each).length);
afterAll(() => expect(builtIns.map((each) => Reflect.ownKeys(each).length)).toEqual(before));

describe('whatever the text, there is a result or a named problem', () => {
  test('any characters', { timeout: patience }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const simulation = simulate(text);
        checkSimulation(simulation);
        ask(simulation);
      }),
      effort(150),
    );
  });

  test('pieces of YAML thrown together', { timeout: patience }, () => {
    const piece = fc.constantFrom(
      'apiVersion: v1\n',
      'kind: Service\n',
      'kind: Endpoints\n',
      'kind: EndpointSlice\n',
      'kind: Pod\n',
      'kind: List\n',
      'items:\n',
      '- ',
      'metadata:\n',
      '  name: a\n',
      'spec:\n',
      'subsets:\n',
      '---\n',
      '{',
      '}',
      '[',
      ']',
      ',',
      ': ',
      '? ',
      '|\n',
      '>-\n',
      '&a ',
      '*a',
      '<<: ',
      '"',
      "'",
      '!!int ',
      '!x ',
      '\t',
      '  ',
      '\n',
      '#',
      '# pods:\n',
      '#---\n',
      '# step:\n',
      '#   action: apply\n',
      '\ufeff',
      '\r\n',
      '__proto__: ',
      'a',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const simulation = simulate(pieces.join(''));
        checkSimulation(simulation);
        ask(simulation);
      }),
      effort(300),
    );
  });

  test('recorded scenes with mutated bytes, header and steps included', { timeout: patience }, () => {
    fc.assert(
      fc.property(scene, fc.array(arbitraryEdit, { minLength: 1, maxLength: 4 }), (id, mutations) => {
        const simulation = simulate(mutations.reduce(mutateBytes, sceneText(id)));
        checkSimulation(simulation);
        ask(simulation);
      }),
      effort(300),
    );
  });

  test('recorded scenes edited, asked anything', { timeout: patience }, () => {
    const asked = fc.record({
      dns: fc.array(dnsQuestion, { maxLength: 4 }),
      probes: fc.array(probe, { maxLength: 4 }),
      commands: fc.array(argv, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(scene, fc.array(arbitraryEdit, { maxLength: 3 }), asked, (id, edits, more) => {
        const simulation = simulate(edits.reduce(editScene, sceneText(id)));
        checkSimulation(simulation);
        ask(simulation, more);
      }),
      effort(120),
    );
  });

  test('any command of the console on any recorded scene', { timeout: patience }, () => {
    const chosen = sceneIds.filter((_, i) => i % 12 === 0);
    const states = new Map(chosen.map((id) => [id, deepFreeze(simulate(sceneText(id))).states.at(-1) as State]));
    fc.assert(
      fc.property(fc.constantFrom(...chosen), argv, (id, words) => {
        const result = kubectl(states.get(id) as State, words);
        expect(typeof result.stdout).toBe('string');
        if (result.code !== 0) expect(result.stderr).not.toBe('');
      }),
      effort(5000),
    );
  });

  test.each([
    ['bytes', '# '.padEnd(256 * 1024 + 1, 'x')],
    ['depth', '['.repeat(100_000)],
    ['depth', '- '.repeat(100_000)],
    ['aliases', `a: &a 1\nb: [${'*a,'.repeat(101)}]`],
    ['nodes', '- 1\n'.repeat(20_001)],
    ['documents', 'a: 1\n---\n'.repeat(501)],
  ])('a text beyond the limit of %s is refused by that name', (limit, text) => {
    const simulation = simulate(text);
    checkSimulation(simulation);
    expect(simulation.states[0]?.problems).toMatchObject([{ code: 'Limit', facts: { limit } }]);
  });
});
