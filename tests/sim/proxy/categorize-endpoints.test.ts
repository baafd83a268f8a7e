import { expect, test } from 'vitest';
import { categorizeEndpoints } from '../../../src/sim/proxy/categorize-endpoints.ts';
import type { ProxyEndpoint } from '../../../src/sim/proxy/proxy-endpoints.ts';
import { slice } from '../network.ts';

/** `10.0.0.1@node-a ready zone:zone-a`: address, node, states and hints. */
function endpoint(text: string): ProxyEndpoint {
  const [place = '', ...words] = text.split(' ');
  const [ip = '', nodeName = ''] = place.split('@');
  const hints = (kind: string): string[] =>
    words.filter((word) => word.startsWith(`${kind}:`)).map((word) => word.slice(kind.length + 1));
  return {
    ...{ ip, nodeName, port: 80, index: 0, slice: slice('s', 'web', []) },
    ready: words.includes('ready'),
    serving: words.includes('ready') || words.includes('serving'),
    terminating: words.includes('terminating'),
    ...{ nodeHints: hints('node'), zoneHints: hints('zone') },
  };
}

test.each([
  ['ready ones', ['1@node-a ready', '2@node-b'], ['1'], ['1'], 'all'],
  ['none on this node', ['1@node-b ready'], ['1'], [], 'all'],
  ['nothing usable', ['1@node-a', '2@node-a terminating'], [], [], 'terminating'],
  ['draining ones when none is ready', ['1@node-a serving terminating', '2@node-b'], ['1'], ['1'], 'terminating'],
  [
    'the node drains its own though another node has a ready one',
    ['1@node-a serving terminating', '2@node-b ready'],
    ['2'],
    ['1'],
    'all',
  ],
  ['hints for this zone', ['1@node-a ready zone:zone-a', '2@node-b ready zone:zone-b'], ['1'], ['1'], 'hints for zone'],
  ['one without a hint', ['1@node-a ready zone:zone-a', '2@node-b ready'], ['1', '2'], ['1'], 'hints ignored'],
  ['hints for other zones only', ['2@node-b ready zone:zone-b'], ['2'], [], 'hints ignored'],
  [
    'hints for this node win over those for its zone',
    ['1@node-a ready node:node-a zone:zone-a', '2@node-b ready node:node-b zone:zone-a'],
    ['1'],
    ['1'],
    'hints for node',
  ],
  [
    'zones where no node hint names this node',
    ['1@node-c ready node:node-c zone:zone-a', '2@node-b ready node:node-b zone:zone-b'],
    ['1'],
    [],
    'hints for zone',
  ],
  [
    'hints never touch the local set',
    ['1@node-a ready zone:zone-b', '2@node-b ready zone:zone-a'],
    ['2'],
    ['1'],
    'hints for zone',
  ],
])('%s', (_name, endpoints, cluster, local, selection) => {
  const sets = categorizeEndpoints(endpoints.map(endpoint), 'node-a', 'zone-a');
  expect({
    cluster: sets.cluster.map(({ ip }) => ip),
    local: sets.local.map(({ ip }) => ip),
    selection: sets.selection,
  }).toEqual({ cluster, local, selection });
});
