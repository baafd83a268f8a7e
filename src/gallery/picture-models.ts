/** Pictures in every ending, as view models: for the panels' tests and the gallery. */
import type { PictureEndpoint, PictureModel } from '../view/view-models.ts';

const pod = (n: number, share?: readonly [number, number], more: Partial<PictureEndpoint> = {}): PictureEndpoint => ({
  id: `10.244.1.${9 + n}:8080`,
  title: `10.244.1.${9 + n}:8080`,
  detail: `web-${n} · node-${'abc'[(n - 1) % 3]}`,
  glyph: 'ready',
  outside: false,
  ...(share ? { share } : {}),
  ...more,
});

const base: PictureModel = {
  client: { title: 'client', detail: '10.244.1.10 · node-a', outside: false },
  name: {
    tags: ['web'],
    captions: [{ text: '.default.svc.cluster.local.' }, { text: 'CoreDNS answers A 10.100.248.109' }],
    found: true,
    lands: 'address',
  },
  address: { text: '10.100.248.109:80', title: 'ClusterIP', detail: 'no machine has it', virtual: true },
  rule: { title: 'kube-proxy', detail: 'picks 1 of 3', notes: [] },
  ending: 'ENDPOINTS',
  endingWord: '',
  endpoints: [pod(1, [1, 3]), pod(2, [1, 3]), pod(3, [1, 3])],
  blocks: [],
  edge: false,
  edgeWords: { inside: 'in the cluster', outside: 'outside' },
  captionEndpoints: { title: '3 endpoints', detail: 'source address kept' },
  description:
    'client asks for web, gets 10.100.248.109; kube-proxy sends each connection to one of three pods, one third each',
};

const outside = (
  ip: string,
  share?: readonly [number, number],
  more: Partial<PictureEndpoint> = {},
): PictureEndpoint => ({
  id: ip,
  title: ip,
  detail: 'written by hand',
  glyph: share ? 'ready-outside' : 'out-outside',
  outside: true,
  ...(share ? { share } : {}),
  ...more,
});

/** A name for each picture, as a test prints it. */
export const pictures: Readonly<Record<string, PictureModel>> = {
  'three pods': base,
  'two addresses outside, one added': {
    ...base,
    endpoints: [outside('11.11.11.11:80', [1, 2]), outside('22.22.22.22:80', [1, 2], { change: 'added' })],
    edge: true,
    rule: { title: 'kube-proxy', detail: 'picks 1 of 2', notes: [] },
    captionEndpoints: { title: '2 endpoints', detail: 'source address kept' },
  },
  'eight pods': {
    ...base,
    endpoints: Array.from({ length: 8 }, (_, i) => pod(i + 1, [1, 8])),
    rule: { title: 'kube-proxy', detail: 'picks 1 of 8', notes: [] },
    captionEndpoints: { title: '8 endpoints', detail: 'source address kept' },
  },
  'refused: the list is empty': {
    ...base,
    ending: 'REJECT',
    endingWord: 'refused at once (REJECT)',
    rule: { title: 'kube-proxy', detail: 'nothing to pick', notes: [] },
    endpoints: [
      pod(1, undefined, { glyph: 'out', title: 'web-1', detail: 'out: app=web' }),
      pod(2, undefined, { glyph: 'out', title: 'web-2', detail: 'out: app=web' }),
    ],
    captionEndpoints: { title: '0 endpoints', detail: '2 Pods, none selected' },
  },
  'dropped: policy Local': {
    ...base,
    ending: 'DROP',
    endingWord: 'no answer (DROP)',
    rule: { title: 'kube-proxy', detail: 'drops in silence', notes: [] },
    endpoints: [pod(1), pod(2)],
    captionEndpoints: { title: '0 on node-c', detail: '2 on other nodes' },
  },
  'no route': {
    ...base,
    client: { title: 'outside', detail: '198.51.100.20', outside: true },
    name: undefined,
    rule: undefined,
    address: { text: '203.0.113.10:80', title: 'typed address', detail: 'LoadBalancer is <pending>', virtual: false },
    ending: 'NOROUTE',
    endingWord: 'nobody owns the address',
    endpoints: [pod(1)],
    captionEndpoints: { title: '1 endpoint', detail: 'out of reach on this path' },
  } as unknown as PictureModel,
  'name not found': {
    ...base,
    name: {
      tags: ['external-service'],
      captions: [
        { text: '.default.svc.cluster.local.', rcode: 'NXDOMAIN' },
        { text: '.svc.cluster.local.', rcode: 'NXDOMAIN' },
        { text: '.cluster.local.', rcode: 'NXDOMAIN' },
        { text: 'external-service.', rcode: 'NXDOMAIN' },
      ],
      found: false,
      lands: 'nowhere',
    },
    address: undefined,
    rule: undefined,
    ending: 'NXDOMAIN',
    endingWord: 'No packet is sent.',
    edge: true,
    endpoints: [
      outside('11.11.11.11:80', undefined, { detail: 'no Service of its name' }),
      outside('22.22.22.22:80', undefined, { detail: 'no Service of its name' }),
    ],
    captionEndpoints: { title: 'nobody reads this list', detail: 'the Service is missing' },
  } as unknown as PictureModel,
  alias: {
    ...base,
    name: {
      tags: ['external-api-server', 'api.example.com'],
      captions: [{ text: '.default.svc.cluster.local.' }, { text: 'CNAME, an alias' }],
      found: true,
      lands: 'outside',
    },
    address: undefined,
    rule: undefined,
    ending: 'CNAME',
    edge: true,
    endpoints: [
      {
        id: 'api.example.com:80',
        title: 'api.example.com:80',
        detail: 'its DNS decides',
        glyph: 'outside',
        outside: true,
        share: [1, 1],
      },
    ],
    captionEndpoints: { title: 'outside', detail: 'Host header, TLS name: its own' },
  } as unknown as PictureModel,
  headless: {
    ...base,
    name: {
      tags: ['db'],
      captions: [{ text: '.default.svc.cluster.local.' }, { text: 'CoreDNS answers two A records' }],
      found: true,
      lands: 'client',
    },
    address: undefined,
    rule: undefined,
    endpoints: [pod(1, [1, 2]), pod(3, [1, 2]), pod(2, undefined, { glyph: 'not-ready', detail: 'web-2 · not ready' })],
    captionEndpoints: { title: '2 in DNS', detail: '1 not ready' },
  } as unknown as PictureModel,
  'nothing ready, terminating ones serve': {
    ...base,
    rule: { title: 'kube-proxy', detail: 'picks 1 of 2', notes: [] },
    captionEndpoints: { title: '2 endpoints', detail: 'source address kept' },
    endpoints: [pod(1, [1, 2], { glyph: 'terminating' }), pod(2, [1, 2], { glyph: 'terminating' })],
  },
  'the process refuses': {
    ...base,
    rule: { title: 'kube-proxy', detail: 'picks 1 of 2', notes: [] },
    captionEndpoints: { title: '2 endpoints', detail: 'source address kept' },
    endpoints: [
      pod(1, [1, 2], { ending: 'REFUSED', glyph: 'refused' }),
      pod(2, [1, 2], { ending: 'TIMEOUT', glyph: 'timeout' }),
    ],
  },
  '250 endpoints in three slices': {
    ...base,
    endpoints: [],
    blocks: [96, 82, 72].map((n, s) => ({
      id: `web-${s}`,
      title: `web-d6pw${s}`,
      dots: Array.from({ length: n }, () => ({ glyph: 'ready' as const, reached: true })),
    })),
    blockShare: [1, 250],
    rule: { title: 'kube-proxy', detail: 'picks 1 of 250', notes: [] },
    captionEndpoints: { title: '250 endpoints', detail: 'in 3 EndpointSlices' },
  },
};
