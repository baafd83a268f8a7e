/** What commands that write print with `-o` and `--dry-run`, and what they then send. */
import { describe, expect, test } from 'vitest';
import { openConsole } from './console.ts';

describe('a dry run on the client prints what would be sent and sends nothing', () => {
  test('create deployment', () => {
    const { stdout, step } = openConsole()('create deployment d --image=nginx:1.29 --dry-run=client -o yaml');
    expect(step).toBeUndefined();
    expect(stdout).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: d
  name: d
spec:
  replicas: 1
  selector:
    matchLabels:
      app: d
  strategy: {}
  template:
    metadata:
      labels:
        app: d
    spec:
      containers:
      - image: nginx:1.29
        name: nginx
        resources: {}
status: {}
`);
  });

  test('a namespace stands there if it was given; what exists is no matter', () => {
    const { stdout, code } = openConsole()('create service clusterip web --tcp=80 -n shop --dry-run=client -o yaml');
    expect(stdout).toContain('  name: web\n  namespace: shop\n');
    expect(code).toBe(0);
  });

  test('expose', () => {
    expect(openConsole()('expose deploy web --name=w --port=80 --dry-run=client -o yaml').stdout).toMatch(
      /^apiVersion: v1\nkind: Service\nmetadata:\n {2}name: w\nspec:\n {2}ports:\n {2}- port: 80\n {4}protocol: TCP\n {4}targetPort: 80\n/,
    );
  });
});

test.each([
  ['create ns n -o name', 'namespace/n\n'],
  ['label svc web a=b -o jsonpath={.metadata.labels.a}', 'b'],
  ['scale deploy web --replicas=3 -o name', 'deployment.apps/web\n'],
  ['apply -f manifest.yaml -o name', 'deployment.apps/web\nservice/web\n'],
  [
    'apply -f manifest.yaml --dry-run=server',
    'deployment.apps/web unchanged (server dry run)\nservice/web unchanged (server dry run)\n',
  ],
  ['delete svc web -o name', 'service/web\n'],
  ['delete svc web --dry-run=client', 'service "web" deleted from default namespace (dry run)\n'],
  ['label svc web a- --dry-run=client', 'service/web not labeled (dry run)\n'],
])('kubectl %s', (line, stdout) => {
  expect(openConsole()(line)).toMatchObject({ stdout, code: 0 });
});

test('a file with several objects is printed as a List', () => {
  const { stdout } = openConsole()('apply -f manifest.yaml -o yaml');
  expect(stdout).toMatch(/^apiVersion: v1\nitems:\n- apiVersion: apps\/v1\n/);
  expect(stdout).toMatch(/\nkind: List\nmetadata: {}\n$/);
});

test('a dry run leaves no trace in the state', () => {
  const run = openConsole();
  expect(run('scale deploy web --replicas=5 --dry-run=server').step).toBeUndefined();
  expect(run('get deploy web -o jsonpath={.spec.replicas}').stdout).toBe('2');
  expect(run('get events').stdout).not.toContain('to 5');
});

test.each([
  ['delete svc web -o yaml', "error: unexpected -o output mode: yaml. We only support '-o name'\n"],
  ['scale rs -l app=nope --replicas=1', 'error: no objects passed to scale\n'],
  ['label svc a=b web', 'error: all resources must be specified before label changes: web\n'],
  ['label svc web a=b=c', 'error: invalid label spec: a=b=c\n'],
  ['expose ns default --port=80', 'error: cannot expose a Namespace\n'],
  ['create svc externalname e', 'error: required flag(s) "external-name" not set\n'],
  ['logs web', 'error: kubectl logs is not part of the simulation\n'],
  ['set env deploy/web A=b', 'error: kubectl set env is not part of the simulation\n'],
])('kubectl %s is refused', (line, stderr) => {
  expect(openConsole()(line)).toMatchObject({ stdout: '', stderr, code: 1 });
});

test('an output format that does not exist is refused before anything is sent', () => {
  const { stderr, step } = openConsole()('label svc web a=b -o foo');
  expect(step).toBeUndefined();
  expect(stderr).toMatch(
    /^error: unable to match a printer suitable for the output format "foo", allowed formats are: go-template,/,
  );
});

test('what goes with its owner is deleted all the same', () => {
  const { stdout, stderr, code } = openConsole()('delete deploy,rs,svc --all');
  expect(stdout).toMatch(/^deployment\.apps "web" deleted from default namespace\nreplicaset\.apps "web-\w+" deleted /);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
});

test('flags before a command count, and watching says so', () => {
  const run = openConsole();
  expect(run('-n default scale deploy web --replicas=1').stdout).toBe('deployment.apps/web scaled\n');
  expect(run('get svc -w').watching).toBe(true);
});
