import { describe, expect, test } from 'vitest';
import { runCommand } from '../../../src/sim/client/run-command.ts';
import type { ExternalHost } from '../../../src/sim/api/world.ts';
import { clusterOf } from '../../conformance/from-answers.ts';
import { pod, service, slice, stateWith } from '../network.ts';

const objects = [
  pod('client', '10.244.1.10', 'node-a'),
  pod('web-1', '10.244.1.11', 'node-b'),
  service('web', { clusterIP: '10.96.7.7', ports: [{ name: 'http', port: 80, protocol: 'TCP' }] }),
  slice('web-1', 'web', [{ addresses: ['10.244.1.11'] }], { ports: [{ name: 'http', protocol: 'TCP', port: 8080 }] }),
  service('idle', { clusterIP: '10.96.7.8' }),
  service('api', { type: 'ExternalName', externalName: 'api.example.com' }),
];

function run(line: string, external: Readonly<Record<string, ExternalHost>> = {}): string {
  const state = stateWith(objects, { external });
  const result = runCommand(state, { namespace: 'default', pod: 'client' }, line.split(' '), { upstream: 'known' });
  return result ? `${result.stdout}${result.stderr}[${result.code}]` : 'no pod';
}

describe('dig', () => {
  test('an answer of the cluster', () => {
    expect(run('dig web.default.svc.cluster.local')).toBe(`
; <<>> DiG 9.20.15 <<>> web.default.svc.cluster.local
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 46132
;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; WARNING: recursion requested but not available

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
; COOKIE: 9078b43435bcd1a2 (echoed)
;; QUESTION SECTION:
;web.default.svc.cluster.local.	IN	A

;; ANSWER SECTION:
web.default.svc.cluster.local. 30 IN	A	10.96.7.7

;; Query time: 0 msec
;; SERVER: 10.96.0.10#53(10.96.0.10) (UDP)
;; WHEN: Sat Jan 01 00:00:00 UTC 2000
;; MSG SIZE  rcvd: 115

[0]`);
  });

  test.each([
    ['dig +short web.default.svc.cluster.local', '10.96.7.7\n[0]'],
    ['dig +short web', '[0]'],
    ['dig +search +short web', '10.96.7.7\n[0]'],
    ['dig +short -x 10.96.7.7', 'web.default.svc.cluster.local.\n[0]'],
    ['dig +short web.default.svc.cluster.local SRV', '0 100 80 web.default.svc.cluster.local.\n[0]'],
    ['dig +noall +answer web.default.svc.cluster.local', 'web.default.svc.cluster.local. 30 IN\tA\t10.96.7.7\n[0]'],
  ])('%s', (line, expected) => {
    expect(run(line)).toBe(expected);
  });
});

describe('nslookup', () => {
  const head = 'Server:\t\t10.96.0.10\nAddress:\t10.96.0.10#53\n\n';
  test.each([
    ['nslookup web', `${head}Name:\tweb.default.svc.cluster.local\nAddress: 10.96.7.7\n\n[0]`],
    ['nslookup nope', `${head}** server can't find nope: NXDOMAIN\n\n[1]`],
    ['nslookup 10.96.7.7', `${head}7.7.96.10.in-addr.arpa\tname = web.default.svc.cluster.local.\n\n[0]`],
    ['nslookup api', `${head}api.default.svc.cluster.local\tcanonical name = api.example.com.\n\n[0]`],
    ['nslookup -type=AAAA web', `${head}*** Can't find web: No answer\n\n[0]`],
  ])('%s', (line, expected) => {
    expect(run(line)).toBe(expected);
  });
});

describe('curl', () => {
  const external = (more: ExternalHost): Readonly<Record<string, ExternalHost>> => ({
    'api.example.com': { addresses: ['93.184.216.34'], ...more },
  });
  test.each([
    ['curl web', {}, "You've hit web-1\n[0]"],
    ['curl http://web:80/path', {}, "You've hit web-1\n[0]"],
    ['curl idle', {}, "curl: (7) Failed to connect to idle port 80 after 0 ms: Couldn't connect to server\n[7]"],
    ['curl -s idle', {}, '[7]'],
    ['curl -sS nope', {}, 'curl: (6) Could not resolve host: nope\n[6]'],
    ['curl api', {}, 'curl: (6) Could not resolve host: api\n[6]'],
    ['curl api', external({ says: 'hello' }), 'hello\n[0]'],
    ['curl -m 2 api', external({ silent: true }), 'curl: (28) Connection timed out after 2001 milliseconds\n[28]'],
    [
      'curl --connect-timeout 3 api',
      external({ silent: true }),
      'curl: (28) Failed to connect to api port 80 after 3001 ms: Timeout was reached\n[28]',
    ],
    ['curl api', external({ serves: ['api.example.com'] }), '404 Not Found\n[0]'],
    [
      'curl -f api',
      external({ serves: ['api.example.com'] }),
      'curl: (22) The requested URL returned error: 404\n[22]',
    ],
    ['curl -k https://api', external({ certificate: ['x'], says: 'hello' }), 'hello\n[0]'],
    ['curl -I web', {}, 'HTTP/1.1 200 OK\r\n\r\n[0]'],
    ['curl -s -o /dev/null -w %{http_code}\\n web', {}, '200\n[0]'],
    ['curl -so /dev/null -w %{http_code} idle', {}, '000[7]'],
    ['curl -sSw %{http_code} api', external({ serves: ['api.example.com'] }), '404 Not Found\n404[0]'],
    ['curl http://', {}, 'curl: (3) URL rejected: Malformed input to a URL function\n[3]'],
  ])('%s %j', (line, hosts, expected) => {
    expect(run(line, hosts)).toBe(expected);
  });

  test('a certificate for another name', () => {
    expect(run('curl https://api', external({ certificate: ['api.example.com'] }))).toMatch(
      /^curl: \(60\) SSL: no alternative certificate subject name matches target host name 'api'\n/,
    );
  });
});

describe('wget and nc of busybox', () => {
  const silent = { 'api.example.com': { addresses: ['93.184.216.34'], silent: true } };
  test.each([
    ['wget -qO- web', {}, "You've hit web-1\n[0]"],
    ['wget -q -O - http://web:80/', {}, "You've hit web-1\n[0]"],
    [
      'wget -O- web',
      {},
      "You've hit web-1\nConnecting to web (10.96.7.7:80)\nwriting to stdout\nwritten to stdout\n[0]",
    ],
    ['wget web', {}, "Connecting to web (10.96.7.7:80)\nsaving to 'index.html'\n'index.html' saved\n[0]"],
    ['wget --spider web', {}, 'Connecting to web (10.96.7.7:80)\nremote file exists\n[0]'],
    ['wget -qO- idle', {}, "wget: can't connect to remote host (10.96.7.8): Connection refused\n[1]"],
    ['wget -qO- nope', {}, "wget: bad address 'nope'\n[1]"],
    ['wget -qO- nope:8080', {}, "wget: bad address 'nope:8080'\n[1]"],
    ['wget -qO- -T 2 api', silent, 'wget: download timed out\n[1]'],
    ['wget -qT2 -O- api', silent, 'wget: download timed out\n[1]'],
    ['wget -qO- api', silent, "wget: can't connect to remote host (93.184.216.34): Connection timed out\n[1]"],
    [
      'wget -qO- api',
      { 'api.example.com': { addresses: ['93.184.216.34'], serves: ['api.example.com'] } },
      'wget: server returned error: HTTP/1.1 404 Not Found\n[1]',
    ],
    ['nc -zv web 80', {}, 'web (10.96.7.7:80) open\n[0]'],
    ['nc -z web 80', {}, '[0]'],
    ['nc -zv -w 2 idle 80', {}, 'nc: idle (10.96.7.8:80): Connection refused\n[1]'],
    ['nc -zvw 2 api 80', silent, 'nc: timed out\n[1]'],
    ['nc -zv nope 80', {}, "nc: bad address 'nope'\n[1]"],
  ])('%s %j', (line, hosts, expected) => {
    expect(run(line, hosts)).toBe(expected);
  });
});

test.each([
  ['getent hosts web', '10.96.7.7       web.default.svc.cluster.local\n[0]'],
  ['getent hosts nope', '[2]'],
  ['hostname', 'client\n[0]'],
  ['hostname -i', '10.244.1.10\n[0]'],
])('%s', (line, expected) => {
  expect(run(line)).toBe(expected);
});

test('a shell runs one command', () => {
  const inShell = (...argv: readonly string[]): string => {
    const result = runCommand(stateWith(objects), { namespace: 'default', pod: 'client' }, argv, { upstream: 'known' });
    return result ? `${result.stdout}${result.stderr}[${result.code}]` : 'no pod';
  };
  expect(inShell('sh', '-c', `curl -s -o "/dev/null" -w '%{http_code}' web`)).toBe('200[0]');
  expect(inShell('/bin/sh', '-c', 'vim')).toBe('sh: vim: not found\n[127]');
  for (const line of ['curl web | cat', 'while true; do curl web; done', 'echo $HOME', ''])
    expect(inShell('sh', '-c', line)).toMatch(/^shells are not part of the simulation/);
  expect(inShell('sh')).toMatch(/\[1\]$/);
});

test('env prints Services of the namespace, and kubernetes', () => {
  const cluster = clusterOf('environment/01-service-env');
  const state = { ...stateWith([]), cluster };
  const result = runCommand(state, { namespace: 'default', pod: 'client' }, ['env'], { upstream: 'none' });
  const lines = result?.stdout.trim().split('\n') ?? [];
  expect(lines.slice(0, 2)).toEqual([
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'HOSTNAME=client',
  ]);
  expect(lines.filter((line) => line.startsWith('WEB_API'))).toEqual([
    'WEB_API_SERVICE_HOST=10.96.7.7',
    'WEB_API_SERVICE_PORT=80',
    'WEB_API_SERVICE_PORT_HTTP=80',
    'WEB_API_SERVICE_PORT_ADMIN=9000',
    'WEB_API_PORT=tcp://10.96.7.7:80',
    'WEB_API_PORT_80_TCP=tcp://10.96.7.7:80',
    'WEB_API_PORT_80_TCP_PROTO=tcp',
    'WEB_API_PORT_80_TCP_PORT=80',
    'WEB_API_PORT_80_TCP_ADDR=10.96.7.7',
    'WEB_API_PORT_9000_TCP=tcp://10.96.7.7:9000',
    'WEB_API_PORT_9000_TCP_PROTO=tcp',
    'WEB_API_PORT_9000_TCP_PORT=9000',
    'WEB_API_PORT_9000_TCP_ADDR=10.96.7.7',
  ]);
  expect(lines.some((line) => line.startsWith('DB_'))).toBe(false);
  expect(lines).toContain('DNS_PORT=udp://10.96.7.8:53');
  expect(lines).toContain('KUBERNETES_SERVICE_PORT_HTTPS=443');
});

test('other commands are not found, other pods are not there', () => {
  expect(run('vim')).toBe('exec: "vim": executable file not found in $PATH\n[127]');
  expect(run('cat /etc/passwd')).toBe('cat: /etc/passwd: No such file or directory\n[1]');
  expect(runCommand(stateWith([]), { namespace: 'default', pod: 'x' }, ['env'], { upstream: 'none' })).toBeUndefined();
});

test('what is typed wrong is refused in the program’s own words', () => {
  expect(run('dig +nope web')).toMatch(
    /^Invalid option: \+nope\nUsage: {2}dig \[@global-server\][\s\S]*options\n\[1\]$/,
  );
  expect(run('dig +noal +answ web.default.svc.cluster.local')).not.toContain('Invalid');
  expect(run('dig +time=1 +tries=1 +nocomments +short web.default.svc.cluster.local')).toBe('10.96.7.7\n[0]');
  expect(run('curl')).toBe("curl: try 'curl --help' or 'curl --manual' for more information\n[2]");
  expect(run('curl -s')).toContain('curl: (2) no URL specified\n');
});
