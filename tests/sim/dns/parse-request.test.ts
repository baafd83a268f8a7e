import { expect, test } from 'vitest';
import { parseRequest } from '../../../src/sim/dns/parse-request.ts';

const zone = 'cluster.local.';

test.each([
  ['cluster.local.', 'zone'],
  ['svc.cluster.local.', 'zone'],
  ['pod.cluster.local.', 'zone'],
  ['foo.cluster.local.', 'unknown'],
  ['a.b.c.web.default.svc.cluster.local.', 'unknown'],
])('%s: %s', (name, shape) => {
  expect(parseRequest(name, zone)).toEqual({ shape });
});

const nothing = { shape: 'name', podOrSvc: 'svc', namespace: '', service: '', endpoint: '', port: '', protocol: '' };

test.each([
  ['default.svc.cluster.local.', { namespace: 'default' }],
  ['Web.Default.svc.cluster.local.', { namespace: 'default', service: 'web' }],
  ['web-0.web.default.svc.cluster.local.', { namespace: 'default', service: 'web', endpoint: 'web-0' }],
  ['_tcp.web.default.svc.cluster.local.', { namespace: 'default', service: 'web', endpoint: '_tcp' }],
  [
    '_http._tcp.web.default.svc.cluster.local.',
    { namespace: 'default', service: 'web', port: 'http', protocol: 'tcp' },
  ],
  ['http.tcp.web.default.svc.cluster.local.', { namespace: 'default', service: 'web', port: 'http', protocol: 'tcp' }],
  ['_._tcp.web.default.svc.cluster.local.', { namespace: 'default', service: 'web', protocol: 'tcp' }],
  ['1-2-3-4.shop.pod.cluster.local.', { podOrSvc: 'pod', namespace: 'shop', service: '1-2-3-4' }],
])('%s has its parts', (name, parts) => {
  expect(parseRequest(name, zone)).toEqual({ ...nothing, ...parts });
});
