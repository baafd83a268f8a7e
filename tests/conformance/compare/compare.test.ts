import { describe, expect, test } from 'vitest';
import type { RecordedCase, RecordedState } from '../answers.ts';
import { type Aspect, aspects, compareCase } from './compare.ts';

const trigger = { 'endpoints.kubernetes.io/last-change-trigger-time': '2000-01-01T00:00:00Z' };

const base: RecordedState = {
  index: 0,
  apply: { command: 'kubectl apply -f manifest.yaml', stdout: 'service/web created\n', stderr: '', code: 0 },
  allocations: {
    clusterIPs: { 'default/web': ['10.96.1.1'] },
    nodePorts: { 'default/web': ['/TCP/80:31000'] },
    podNames: { 'default/web': ['web-5d9-aaaaa', 'web-5d9-bbbbb'] },
    podNumbers: { 'default/web-5d9-aaaaa': 0, 'default/web-5d9-bbbbb': 1 },
    replicaSets: { 'default/web': ['web-5d9'] },
    sliceNames: { 'default/web': ['web-xxxxx'] },
  },
  objects: {
    services: [
      {
        metadata: { name: 'web', namespace: 'default' },
        spec: { clusterIP: '10.96.1.1', ports: [{ port: 80, nodePort: 31000 }] },
      },
    ],
    endpoints: [
      {
        metadata: { name: 'web', namespace: 'default', annotations: { note: 'kept' } },
        subsets: [
          { addresses: [{ ip: '10.244.1.10' }, { ip: '10.244.1.11' }], ports: [{ port: 80 }, { port: 81 }] },
          { addresses: [], ports: [] },
        ],
      },
    ],
    endpointSlices: [
      {
        metadata: { name: 'web-xxxxx', namespace: 'default', generateName: 'web-' },
        addressType: 'IPv4',
        endpoints: [
          { addresses: ['10.244.1.10'], targetRef: { name: 'web-5d9-aaaaa' } },
          { addresses: ['10.244.1.11'], targetRef: { name: 'web-5d9-bbbbb' } },
        ],
        ports: [{ port: 80 }, { port: 81 }],
      },
    ],
    pods: [
      {
        metadata: { name: 'web-5d9-aaaaa', namespace: 'default', labels: { 'pod-template-hash': '5d9' } },
        status: { conditions: [{ type: 'Ready' }, { type: 'Initialized' }] },
      },
      { metadata: { name: 'web-5d9-bbbbb', namespace: 'default' } },
    ],
    workloads: [],
    namespaces: [],
  },
  kubectl: {
    'get svc': 'NAME   PORT(S)      AGE\nweb    80:31000/TCP 10s\n',
    'get endpoints':
      'NAME  ENDPOINTS\nweb   10.244.1.10:80,10.244.1.11:80\nbig   1.1.1.1:1,1.1.1.2:1,1.1.1.3:1 + 7 more...\n',
    'describe svc web': 'Name:  web\nAnnotations:  a: 1\n              b: 2\nEvents:  <none>\n',
    'get endpointslices -o yaml': 'items:\n- metadata:\n    annotations:\n      x: y\n    name: web-xxxxx\n',
    'describe endpointslice web-xxxxx': 'Name:  web-xxxxx\nPorts:\n  ----  ----\nEvents:  <none>\n',
    'exec client -- env': null,
  },
  kubectlErr: { 'get endpoints': { stderr: 'Warning: one\nWarning: two\n', code: 0 } },
  events: [
    {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      object: 'Deployment/default/web',
      from: 'deployment-controller',
      message: 'Scaled up web-5d9',
    },
    {
      type: 'Warning',
      reason: 'FailedToUpdateEndpoint',
      object: 'Endpoints/default/web',
      from: 'endpoint-controller',
      message: 'a',
    },
  ],
  dns: [
    {
      host: 'web',
      name: 'web.default.svc.cluster.local.',
      result: 'ANSWER',
      queries: [{ q: 'web.default.svc.cluster.local.', rcode: 'NOERROR', answers: 2 }],
      rcode: 'NOERROR',
      flags: 'aa rd',
      answer: ['web. 30 IN A 10.96.1.1', 'web. 30 IN A 10.96.1.2'],
      authority: [],
      additional: [],
      resolver: { search: [] },
    },
  ],
  traffic: [
    {
      from: 'pod default/a',
      to: 'web:80',
      outcome: 'ENDPOINTS',
      endpoints: ['10.244.1.10:80', '10.244.1.11:80'],
      source: 'kept',
      via: 'clusterIP',
    },
  ],
};

const caseOf = (...states: RecordedState[]): RecordedCase => ({ id: 'topic/01-case', states });

/** A copy of the base state with one exact piece of its JSON replaced. */
function changed(from: string, to: string, state = base): RecordedState {
  const text = JSON.stringify(state);
  if (!text.includes(from)) throw new Error(`not in the state: ${from}`);
  return JSON.parse(text.replaceAll(from, to)) as RecordedState;
}

function wrong(engine: RecordedState, recorded: RecordedState = base): Aspect[] {
  const result = compareCase(caseOf(engine), [caseOf(recorded)]);
  return aspects.filter((aspect) => !result[aspect].right);
}

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

describe('several generated slices of one Service', () => {
  const slice = (
    name: string,
    addresses: string[],
    ports = [{ port: 80 }],
  ): RecordedState['objects']['endpointSlices'][number] => ({
    metadata: { name, namespace: 'default' },
    addressType: 'IPv4',
    endpoints: addresses.map((ip) => ({ addresses: [ip] })),
    ports,
  });
  const stateWith = (slices: ReturnType<typeof slice>[], kubectl: Record<string, string> = {}): RecordedState => ({
    ...base,
    allocations: { sliceNames: { 'default/web': slices.map((item) => item.metadata.name) } },
    objects: { ...base.objects, endpointSlices: slices },
    kubectl,
  });

  test('which endpoint sits in which of them does not count', () => {
    const recorded = stateWith([slice('web-a', ['1.1.1.1', '1.1.1.2']), slice('web-b', ['1.1.1.3'])]);
    expect(wrong(stateWith([slice('web-c', ['1.1.1.3', '1.1.1.2']), slice('web-d', ['1.1.1.1'])]), recorded)).toEqual(
      [],
    );
    expect(wrong(stateWith([slice('web-c', ['1.1.1.3', '1.1.1.2', '1.1.1.1'])]), recorded)).toEqual([]);
  });

  test('an endpoint that is missing, or there twice, is wrong', () => {
    const recorded = stateWith([slice('web-a', ['1.1.1.1', '1.1.1.2']), slice('web-b', ['1.1.1.3'])]);
    expect(wrong(stateWith([slice('web-c', ['1.1.1.1']), slice('web-d', ['1.1.1.3'])]), recorded)).toEqual(['objects']);
    expect(
      wrong(stateWith([slice('web-c', ['1.1.1.1', '1.1.1.2']), slice('web-d', ['1.1.1.3', '1.1.1.1'])]), recorded),
    ).toEqual(['objects']);
  });

  test('slices with other ports stay apart', () => {
    const recorded = stateWith([
      slice('web-a', ['1.1.1.1'], [{ port: 80 }]),
      slice('web-b', ['1.1.1.2'], [{ port: 81 }]),
    ]);
    expect(
      wrong(
        stateWith([slice('web-a', ['1.1.1.2'], [{ port: 81 }]), slice('web-b', ['1.1.1.1'], [{ port: 80 }])]),
        recorded,
      ),
    ).toEqual([]);
    expect(
      wrong(
        stateWith([slice('web-a', ['1.1.1.1'], [{ port: 81 }]), slice('web-b', ['1.1.1.2'], [{ port: 80 }])]),
        recorded,
      ),
    ).toEqual(['objects']);
  });

  test('lines that name one of them are left out of get, YAML and descriptions', () => {
    const texts = (first: string, second: string, ip: string): Record<string, string> => ({
      'get endpointslices': `NAME ENDPOINTS\n${first} ${ip}\n${second} 9\n`,
      'get endpointslices -o yaml': `- name: ${first}\n- name: ${second}\n`,
      [`describe endpointslice ${first}`]: `Name: ${first}\nPorts: 80\n  - Addresses: 1.1.1.1\n`,
      [`describe endpointslice ${second}`]: `Name: ${second}\nPorts: 80\n  - Addresses: 1.1.1.2\n`,
    });
    const slices = [slice('web-a', ['1.1.1.1']), slice('web-b', ['1.1.1.2'])];
    const recorded = stateWith(slices, texts('web-a', 'web-b', '1'));
    expect(wrong(stateWith(slices, texts('web-b', 'web-a', '2')), recorded)).toEqual([]);
  });
});

describe('events', () => {
  const stateWith = (...reasons: string[]): RecordedState => ({
    ...base,
    events: reasons.map((reason) => ({
      type: 'Normal',
      reason,
      object: 'Service/default/web',
      from: 'x',
      message: reason,
    })),
  });

  test('SuccessfulCreate, SuccessfulDelete and FailedToCreateEndpoint are not compared', () => {
    const recorded = stateWith('TooManyAddressesToMirror');
    expect(
      wrong(
        stateWith('TooManyAddressesToMirror', 'SuccessfulCreate', 'SuccessfulDelete', 'FailedToCreateEndpoint'),
        recorded,
      ),
    ).toEqual([]);
    expect(wrong(stateWith('TooManyAddressesToMirror', 'ScalingReplicaSet'), recorded)).toEqual(['events']);
  });

  test('hints that were disabled before they were enabled do not count', () => {
    expect(
      wrong(
        stateWith('TopologyAwareHintsEnabled'),
        stateWith('TopologyAwareHintsDisabled', 'TopologyAwareHintsEnabled'),
      ),
    ).toEqual([]);
    expect(wrong(stateWith('TopologyAwareHintsEnabled'), stateWith('TopologyAwareHintsDisabled'))).toEqual(['events']);
  });

  test('the same holds for the lines of a description', () => {
    const described = (...lines: string[]): RecordedState => ({
      ...base,
      kubectl: {
        'describe svc web': `Name: web\nEvents:${lines.length > 0 ? `\n  Type  Reason  Age  From  Message\n  ----  ------\n${lines.join('\n')}` : '  <none>'}\n`,
      },
    });
    expect(wrong(described('  Normal  SuccessfulCreate  10s  x  made'), described())).toEqual([]);
    expect(
      wrong(
        described('  Warning  FailedToUpdateEndpoint  10s  x  a'),
        described('  Warning  FailedToUpdateEndpoint  10s  x  b', '  Warning  FailedToUpdateEndpoint  10s  x  c'),
      ),
    ).toEqual([]);
    expect(
      wrong(
        described('  Warning  TooManyAddressesToMirror  10s  x  a'),
        described('  Warning  TooManyAddressesToMirror  10s  x  b'),
      ),
    ).toEqual(['kubectl']);
  });
});

describe('what is not asked', () => {
  const asked = (recorded: RecordedState): Aspect[] => {
    const result = compareCase(caseOf(base), [caseOf(recorded)]);
    return aspects.filter((aspect) => result[aspect].asked);
  };

  test('an aspect that the recording lacks, or has empty in every state', () => {
    const { dns: _, traffic: __, ...rest } = base;
    const events = [{ type: 'Normal', reason: 'SuccessfulCreate', object: 'x', from: 'y', message: 'z' }];
    expect(asked({ ...rest, events })).toEqual(['apply', 'objects', 'kubectl']);
  });

  test.each([
    ['connections differed', { outcome: 'ENDPOINTS+REJECT' }],
    ['the socket failed', { outcome: 'NOROUTE:EPERM' }],
    ['a rule led to an address where nobody answers', { outcome: 'NOROUTE', rules: { endpoints: ['192.0.2.1:80'] } }],
    ['a headless name led there', { outcome: 'NOROUTE', via: 'headless' }],
    ['a time-out where the rule refuses', { outcome: 'DROP', rules: { noEndpoints: 'reject-chain' } }],
  ])('a verdict in which %s', (_, verdict) => {
    expect(asked({ ...base, traffic: [{ from: 'a', to: 'b', ...verdict }] })).not.toContain('traffic');
  });

  test('other verdicts without an answer are asked', () => {
    for (const verdict of [
      { outcome: 'NOROUTE', via: 'address' },
      { outcome: 'DROP', rules: { noEndpoints: 'drop' } },
    ]) {
      expect(asked({ ...base, traffic: [{ from: 'a', to: 'b', ...verdict }] })).toContain('traffic');
    }
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
