/** What people mistype in commands that change the cluster, and what kubectl says. */
import { describe, expect, test } from 'vitest';
import { openConsole } from './console.ts';

const see = (command: string): string => `See 'kubectl ${command} -h' for help and examples\n`;
const flag = (command: string): string => `See 'kubectl ${command} --help' for usage.\n`;
const tcpService = 'create service clusterip x';

const refusals: readonly (readonly [string, string])[] = [
  ['apply web', `error: Unexpected args: [web]\n${see('apply')}`],
  ['create pods', `error: Unexpected args: [pods]\n${see('create')}`],
  ['create service foo', `error: unknown command "foo"\n${see('create service')}`],
  ['create ns a b', `error: exactly one NAME is required, got 2\n${see('create namespace')}`],
  ['create svc clusterip', `error: exactly one NAME is required, got 0\n${see('create service clusterip')}`],
  [`${tcpService} --tcp=abc`, 'error: strconv.ParseUint: parsing "abc": invalid syntax\n'],
  [`${tcpService} --tcp=99999`, 'error: strconv.ParseUint: parsing "99999": value out of range\n'],
  [`${tcpService} --tcp=80:0`, 'error: must be between 1 and 65535, inclusive\n'],
  [
    `${tcpService} --tcp=80:BAD_NAME`,
    'error: must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-),must contain at least one letter (a-z)\n',
  ],
  [`${tcpService} --node-port=30080`, `error: unknown flag: --node-port\n${flag('create service clusterip')}`],
  [
    'create service nodeport x --tcp=80 --node-port=abc',
    `error: invalid argument "abc" for "--node-port" flag: strconv.ParseInt: parsing "abc": invalid syntax\n${flag('create service nodeport')}`,
  ],
  ['create deployment', 'error: required flag(s) "image" not set\n'],
  [
    'create deploy d --image=a --replicas=99999999999',
    `error: invalid argument "99999999999" for "-r, --replicas" flag: strconv.ParseInt: parsing "99999999999": value out of range\n${flag('create deployment')}`,
  ],
  ['create ns x --dry-run=maybe', 'error: Invalid dry-run value (maybe). Must be "none", "server", or "client".\n'],
  [
    'delete svc web --cascade=all',
    'error: invalid cascade value (all). Must be "background", "foreground", or "orphan"\n',
  ],
  [
    'delete svc web --grace-period=soon',
    `error: invalid argument "soon" for "--grace-period" flag: strconv.ParseInt: parsing "soon": invalid syntax\n${flag('delete')}`,
  ],
  ['patch svc web', 'error: must specify --patch or --patch-file containing the contents of the patch\n'],
  ['patch svc web --patch-file=p.json', 'error: unable to read patch file: open p.json: no such file or directory\n'],
  [
    'patch svc web -p text',
    'Error from server (BadRequest): json: cannot unmarshal string into Go value of type map[string]interface {}\n',
  ],
  [
    'scale deploy web --replicas=two',
    `error: invalid argument "two" for "--replicas" flag: strconv.ParseInt: parsing "two": invalid syntax\n${flag('scale')}`,
  ],
  ['expose deploy web --port=http', 'error: strconv.Atoi: parsing "http": invalid syntax\n'],
  ['expose deploy web --port=80 --selector=a', 'error: unexpected label spec: a\n'],
  ['expose deploy web --port=80 --session-affinity=Yes', 'error: unknown session affinity: Yes\n'],
  ['run x --image=', 'error: --image is required\n'],
  ['run x --image=NGINX', 'error: Invalid image name "NGINX": invalid reference format\n'],
  ['run x --image=nginx --port=http', 'error: strconv.Atoi: parsing "http": invalid syntax\n'],
  ['run x --image=nginx --labels=a', 'error: unexpected label spec: a\n'],
  ['run x --image=nginx --env=A', 'error: invalid env: A\n'],
  ['run x --image=nginx --restart=Maybe', `error: invalid restart policy: Maybe\n${see('run')}`],
  ['run x --image=nginx --expose', `error: --port must be set when exposing a service\n${see('run')}`],
  ['replace', 'error: must specify one of -f and -k\n'],
  [
    'set image svc/web c=x',
    'error: services/web the object is not a pod or does not have a pod template: *v1.Service\n',
  ],
  ['set selector deploy web a=b', 'error: setting a selector is only supported for Services\n'],
  ['set selector svc web', 'error: resource(s) were provided, but no name was specified\n'],
  ['set foo', `error: unknown command "foo"\n${see('set')}`],
  ['rollout foo', `error: unknown command "foo"\n${see('rollout')}`],
  ['desribe svc web', 'error: unknown command "desribe" for "kubectl"\n\nDid you mean this?\n\tdescribe\n'],
  ['serivce', 'error: unknown command "serivce" for "kubectl"\n'],
];

test.each(refusals)('kubectl %s', (line, stderr) => {
  const result = openConsole()(line);
  expect(result).toMatchObject({ stdout: '', stderr, code: 1 });
  expect(result.step).toBeUndefined();
});

describe('what a command makes of its flags', () => {
  const yaml = (line: string): string => openConsole()(`${line} --dry-run=client -o yaml`).stdout;

  test('flags may stand before the kind', () => {
    expect(openConsole()('create -n shop service clusterip x --tcp=80 --dry-run=client -o yaml').stdout).toContain(
      'namespace: shop\n',
    );
  });

  test('a Deployment takes its command from behind the dashes, its port goes to the first container', () => {
    const text = yaml('create deployment d --image=a --image=b --port=80');
    expect(text.match(/containerPort/g)).toHaveLength(1);
    const { stdout } = openConsole()('create deployment d --image=a --dry-run=client -o yaml -- sleep 1');
    expect(stdout).toContain('      - command:\n        - sleep\n        - "1"\n        image: a\n');
  });

  test('`--dry-run` alone means the client, and is logged as outdated', () => {
    const { stdout, stderr, step } = openConsole()('create ns x --dry-run');
    expect(stdout).toBe('namespace/x created (dry run)\n');
    expect(stderr).toMatch(/^W.* --dry-run is deprecated and can be replaced with --dry-run=client\.\n$/);
    expect(step).toBeUndefined();
  });
});

describe('expose', () => {
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: p, labels: {app: p}}
spec:
  containers:
  - name: a
    image: b
    ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53}, {containerPort: 80}]
`;
  const ports = (line: string): string =>
    openConsole(pod)(`${line} -o jsonpath={.spec.ports[*]['name','port','protocol']}`).stdout;

  test('takes every port of the object with its protocols', () => {
    expect(ports('expose pod p')).toBe('port-1-udp port-1-tcp port-2 53 53 80 UDP TCP TCP');
    expect(ports('expose pod p --port=53 --protocol=SCTP')).toBe('53 SCTP');
    expect(ports('expose pod p --port=8080')).toBe('8080 TCP');
  });

  test('a headless Service needs no ports', () => {
    const bare =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: q, labels: {a: b}}\nspec: {containers: [{name: a, image: b}]}\n';
    const run = openConsole(bare);
    expect(run('expose pod q').stderr).toBe("error: couldn't find port via --port flag or introspection\n");
    expect(run('expose pod q --cluster-ip=None').stdout).toBe('service/q exposed\n');
  });

  test('a selector with expressions fits no Service', () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d}
spec:
  selector: {matchLabels: {app: d}, matchExpressions: [{key: tier, operator: In, values: [x, z]}]}
  template:
    metadata: {labels: {app: d, tier: x}}
    spec: {containers: [{name: a, image: b}]}
`;
    expect(openConsole(deployment)('expose deploy d --port=80').stderr).toBe(
      `error: couldn't retrieve selectors via --selector flag or introspection: couldn't convert expressions - "[{Key:tier Operator:In Values:[x z]}]" to map-based selector format\n`,
    );
  });
});

test('a finished pod runs no commands', () => {
  const scene = `# title: t
# pods:
#   default/p: {phase: Succeeded}
#---
apiVersion: v1
kind: Pod
metadata: {name: p}
spec: {restartPolicy: Never, containers: [{name: a, image: b}]}
`;
  expect(openConsole(scene)('exec p -- env')).toMatchObject({
    stderr: 'error: cannot exec into a container in a completed pod; current phase is Succeeded\n',
    code: 1,
  });
});

test('a dry run on the client asks the server for no warnings', () => {
  const run = openConsole(
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {externalIPs: [203.0.113.7], ports: [{port: 80}]}\n',
  );
  for (const line of ['label svc web a=b', 'patch svc web -p {"metadata":{"labels":{"a":"b"}}}']) {
    expect(run(`${line} --dry-run=client`).stderr).toBe('');
    expect(run(`${line} --dry-run=server`).stderr).toContain('Warning: spec.externalIPs is deprecated');
  }
});
