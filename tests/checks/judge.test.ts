import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checks/judge.ts';
import type { Check } from '../../src/checks/checks.ts';
import { simulate } from '../../src/sim/index.ts';
import { checkInWords } from '../../src/view/check-words.ts';
import { plain } from '../../src/view/say.ts';
import { sceneText, simulated } from '../view/scenes.ts';

const outcome = (scene: string, check: Check): readonly [boolean, readonly string[]] => {
  const [result] = judge(simulated(scene), [check]);
  return [result?.passed ?? false, result?.observed ?? []];
};

describe('endpoints: what connections can reach', () => {
  const kubia = (rest: object): Check => ({ endpoints: { service: 'default/kubia', ...rest } });

  test.each<[Check, boolean]>([
    [kubia({ pods: ['kubia-c', 'kubia-a', 'kubia-b'] }), true],
    [kubia({ pods: ['kubia-a', 'kubia-b'] }), false],
    [kubia({ ready: ['172.17.0.8:8080', '172.17.0.9:8080', '172.17.0.10:8080'] }), true],
    [kubia({ ready: ['172.17.0.8:80'] }), false],
    [kubia({ count: 3 }), true],
    [kubia({ count: 0 }), false],
  ])('%j → %s', (check, passed) => {
    expect(outcome('articles/01', check)[0]).toBe(passed);
  });

  test('a list whose port name does not join reaches nothing', () => {
    expect(outcome('articles/16', { endpoints: { service: 'default/kafka', count: 0 } })).toEqual([true, []]);
  });

  test('a terminating pod is not ready', () => {
    expect(outcome('terminating/02', { endpoints: { service: 'default/web', pods: [] } })).toEqual([true, []]);
  });

  test('a headless Service reaches what DNS answers', () => {
    expect(outcome('headless/05', { endpoints: { service: 'default/db', pods: ['db-1', 'db-3'] } })[0]).toBe(true);
  });
});

describe('the other checks', () => {
  test.each<[string, Check, boolean]>([
    ['articles/03', { object: { endpoints: 'default/external-service', subsets: 1 } }, true],
    ['articles/03', { object: { endpoints: 'default/external-service', subsets: 2 } }, false],
    ['articles/03', { object: { service: 'default/external-service', path: 'spec.ports[0].port', equals: 80 } }, true],
    ['articles/03', { object: { service: 'default/nobody', path: 'spec.type', equals: 'ClusterIP' } }, false],
    ['articles/03', { dns: { host: 'external-service', ns: 'default', type: 'A', rcode: 'NOERROR' } }, true],
    ['articles/03', { dns: { host: 'external-service', ns: 'default', type: 'AAAA', rcode: 'NODATA' } }, true],
    ['articles/02', { dns: { host: 'external-service', ns: 'default', type: 'A', rcode: 'NXDOMAIN' } }, true],
    [
      'articles/04',
      {
        dns: {
          q: 'external-api-server.default.svc.cluster.local.',
          ns: 'default',
          type: 'CNAME',
          answer: ['external-api-server.default.svc.cluster.local.  30 IN CNAME api.example.com.'],
        },
      },
      true,
    ],
    [
      'articles/03',
      {
        traffic: {
          from: 'pod default/client',
          to: 'external-service:80',
          outcome: 'ENDPOINTS',
          endpoints: ['22.22.22.22:80', '11.11.11.11:80'],
          source: 'kept',
        },
      },
      true,
    ],
    ['articles/03', { traffic: { from: 'pod default/client', to: 'external-service:80', outcome: 'REJECT' } }, false],
    ['articles/16', { traffic: { from: 'pod default/client', to: 'kafka:9092', outcome: 'REJECT' } }, true],
    ['articles/03', { problems: 'none' }, true],
    ['weird-yaml/05', { problems: 'none' }, false],
    ['articles/03', { state: 7, problems: 'none' }, false],
  ])('%s %j → %s', (scene, check, passed) => {
    expect(outcome(scene, check)[0]).toBe(passed);
  });

  test('unchanged compares with the start, whole or by a field', () => {
    const text = sceneText('articles/01-kubia-service-selector');
    const start = simulate(text);
    const changed = simulate(text.replace('- port: 80\n', '- port: 81\n'));
    const of = (entry: string): boolean => judge(changed, [{ unchanged: [entry] }], start)[0]?.passed ?? false;
    expect([of('service/kubia'), of('service/kubia spec.selector'), of('default/pod/kubia-a')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(judge(changed, [{ unchanged: ['service/kubia'] }])[0]?.passed).toBe(false);
  });
});

test.each(['en', 'zh-cn'] as const)('every check is worded, with what is still observed (%s)', (language) => {
  const checks: readonly Check[] = [
    { endpoints: { service: 'default/web', ready: ['10.0.0.1:80'] } },
    { endpoints: { service: 'default/web', pods: [] } },
    { endpoints: { service: 'default/web', count: 2 } },
    { object: { endpoints: 'default/web', subsets: 1 } },
    { object: { service: 'default/web', path: 'spec.type', equals: 'NodePort' } },
    { dns: { host: 'web', ns: 'default', type: 'A', rcode: 'NXDOMAIN' } },
    { dns: { host: 'web', ns: 'default', type: 'A', answer: ['web. 30 IN A 10.0.0.1'] } },
    { state: 0, traffic: { from: 'pod default/client', to: 'web:80', outcome: 'ENDPOINTS', source: 'kept' } },
    { unchanged: ['service/web'] },
  ];
  const results = judge(simulated('selectors/02'), checks);
  const words = results.map((result) => checkInWords(result, language));
  expect(words.filter(({ words: asked }) => plain(asked) === '')).toEqual([]);
  expect(words.filter(({ passed, observed }) => !passed && plain(observed) === '')).toEqual([]);
});
