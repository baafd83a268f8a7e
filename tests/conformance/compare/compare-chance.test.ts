import { describe, expect, test } from 'vitest';
import type { RecordedState } from '../answers.ts';
import { type Aspect, aspects, compareCase } from './compare.ts';
import { base, caseOf, wrong } from './small-state.ts';

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
