import { describe, expect, test } from 'vitest';
import type { RecordedState } from '../answers.ts';
import { type Aspect, aspects, compareCase } from './compare.ts';
import { base, caseOf, changed, trigger, wrong } from './small-state.ts';

test('equal answers are right in every aspect', () => {
  const result = compareCase(caseOf(base), [caseOf(base)]);
  for (const aspect of aspects) expect(result[aspect]).toEqual({ asked: true, right: true, differences: [] });
});

describe('each aspect sees its own differences', () => {
  const table: [string, string, string, Aspect[]][] = [
    ['stdout of apply', 'service/web created', 'service/web configured', ['apply']],
    ['a field of an object', '"port":80,"nodePort"', '"port":8080,"nodePort"', ['objects']],
    [
      'a port less in a subset',
      '"ports":[{"port":80},{"port":81}]},{"addresses":[],"ports"',
      '"ports":[{"port":80}]},{"addresses":[],"ports"',
      ['objects'],
    ],
    [
      'an address less in a slice',
      '{"addresses":["10.244.1.11"],"targetRef":{"name":"web-5d9-bbbbb"}}',
      '{"addresses":["10.244.1.12"]}',
      ['objects'],
    ],
    ['a line of kubectl', '80:31000/TCP 10s', '80:31000/TCP 11s', ['kubectl']],
    ['a line of stderr', 'Warning: two', 'Warning: three', ['kubectl']],
    ['the number behind "more"', '+ 7 more', '+ 8 more', ['kubectl']],
    ['a command too much', '"exec client -- env":null', '"exec client -- env":null,"get pods":""', ['kubectl']],
    ['the message of an event', 'Scaled up', 'Scaled down', ['events']],
    ['an rcode', '"rcode":"NOERROR","flags"', '"rcode":"NXDOMAIN","flags"', ['dns']],
    ['a query sent', '"answers":2', '"answers":1', ['dns']],
    ['a record', '10.96.1.2', '10.96.1.3', ['dns']],
    ['an outcome', '"outcome":"ENDPOINTS"', '"outcome":"REJECT"', ['traffic']],
    ['an endpoint reached', '["10.244.1.10:80","10.244.1.11:80"]', '["10.244.1.10:80"]', ['traffic']],
    ['the source', '"source":"kept"', '"source":"changed"', ['traffic']],
  ];
  test.each(table)('%s', (_, from, to, expected) => expect(wrong(changed(from, to))).toEqual(expected));
});

describe('what does not count', () => {
  const table: [string, string, string][] = [
    [
      'order of addresses in Endpoints',
      '[{"ip":"10.244.1.10"},{"ip":"10.244.1.11"}]',
      '[{"ip":"10.244.1.11"},{"ip":"10.244.1.10"}]',
    ],
    [
      'order of ports in Endpoints',
      '"ports":[{"port":80},{"port":81}]},{"addresses"',
      '"ports":[{"port":81},{"port":80}]},{"addresses"',
    ],
    ['order of conditions', '[{"type":"Ready"},{"type":"Initialized"}]', '[{"type":"Initialized"},{"type":"Ready"}]'],
    ['the trigger time beside other annotations', '{"note":"kept"}', JSON.stringify({ note: 'kept', ...trigger })],
    [
      'the trigger time alone',
      '"generateName":"web-"',
      `"generateName":"web-","annotations":${JSON.stringify(trigger)}`,
    ],
    [
      'the trigger time in a description',
      'Annotations:  a: 1',
      'Annotations:  endpoints.kubernetes.io/last-change-trigger-time: 2000-01-01T00:00:00Z\\n a: 1',
    ],
    [
      'the trigger time in YAML',
      'annotations:\\n      x: y',
      'annotations:\\n endpoints.kubernetes.io/last-change-trigger-time: \\"2000\\"\\n      x: y',
    ],
    [
      'which annotation stands first',
      'Annotations:  a: 1\\n              b: 2',
      'Annotations:  b: 2\\n              a: 1',
    ],
    ['widths of columns and empty lines', 'NAME   PORT(S)      AGE\\n', 'NAME PORT(S) AGE\\n\\n'],
    ['order of lines', 'Warning: one\\nWarning: two', 'Warning: two\\nWarning: one'],
    ['order in a word with commas', '10.244.1.10:80,10.244.1.11:80\\n', '10.244.1.11:80,10.244.1.10:80\\n'],
    ['which addresses stand before "more"', '1.1.1.1:1,1.1.1.2:1,', '1.1.1.9:1,1.1.1.8:1,'],
    ['what a command says that could not be recorded', '"exec client -- env":null', '"exec client -- env":"A=1"'],
    ['message and repeats of a failed update', '"message":"a"', '"message":"b"'],
    [
      'order of DNS answers',
      '["web. 30 IN A 10.96.1.1","web. 30 IN A 10.96.1.2"]',
      '["web. 30 IN A 10.96.1.2","web. 30 IN A 10.96.1.1"]',
    ],
    ['the resolver', '"resolver":{"search":[]}', '"resolver":{"search":["x"]}'],
    ['order of endpoints reached', '["10.244.1.10:80","10.244.1.11:80"]', '["10.244.1.11:80","10.244.1.10:80"]'],
    ['via', '"via":"clusterIP"', '"via":"headless"'],
  ];
  test.each(table)('%s', (_, from, to) => expect(wrong(changed(from, to))).toEqual([]));

  test('order of objects, of endpoints in a slice and of subsets', () => {
    const { endpoints, endpointSlices, pods, ...others } = base.objects;
    const slice = endpointSlices[0] as unknown as { endpoints: unknown[] };
    const engine = {
      ...base,
      objects: {
        ...others,
        pods: [...pods].reverse(),
        endpoints: endpoints.map((item) => ({ ...item, subsets: [...(item['subsets'] as unknown[])].reverse() })),
        endpointSlices: [{ ...endpointSlices[0], endpoints: [...slice.endpoints].reverse() }],
      },
    } as RecordedState;
    expect(wrong(engine)).toEqual([]);
  });
});

describe('random values', () => {
  test('other draws are equal by their roles, each side by its own allocations', () => {
    let engine = base;
    for (const [from, to] of [
      ['10.96.1.1', '10.107.3.4'],
      ['31000', '32767'],
      ['web-5d9-aaaaa', 'web-77f-kkkkk'],
      ['web-5d9-bbbbb', 'web-77f-lllll'],
      ['5d9', '77f'],
      ['web-xxxxx', 'web-yyyyy'],
    ] as const) {
      engine = changed(from, to, engine);
    }
    expect(wrong(engine)).toEqual([]);
  });

  test('a name in the wrong place is wrong: the pod of the second address is named for the first', () => {
    const swapped = changed('"targetRef":{"name":"web-5d9-bbbbb"}', '"targetRef":{"name":"web-5d9-aaaaa"}');
    expect(wrong(swapped)).toEqual(['objects']);
  });

  test('an engine without allocations took the recorded values', () => {
    const { allocations: _, ...engine } = base;
    expect(wrong(engine)).toEqual([]);
  });
});

describe('states and other recorded answers', () => {
  test('an aspect must be right in every state', () => {
    const engine = caseOf(base, changed('Scaled up', 'Scaled down'));
    const result = compareCase(engine, [caseOf(base, base)]);
    expect(result.events.right).toBe(false);
    expect(result.events.differences.every((line) => line.startsWith('state 1 '))).toBe(true);
    expect(result.objects.right).toBe(true);
  });

  test('a state that is missing is wrong', () => {
    expect(compareCase(caseOf(base), [caseOf(base, base)]).objects.right).toBe(false);
  });

  test('an aspect is right if it equals that of any of the recorded answers', () => {
    const other = changed('service/web created', 'service/web configured');
    expect(compareCase(caseOf(other), [caseOf(base)]).apply.right).toBe(false);
    expect(compareCase(caseOf(other), [caseOf(base), caseOf(other)]).apply.right).toBe(true);
  });
});
