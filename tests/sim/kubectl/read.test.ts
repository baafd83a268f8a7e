import { expect, test } from 'vitest';
import { runRead } from '../../../src/sim/kubectl/read.ts';
import { clusterWith, consoleState, object } from './console-cluster.ts';

const state = consoleState();

function out(line: string, from = state): string {
  return runRead(from, line.split(' ')).stdout;
}

function refusal(line: string): { readonly stderr: string; readonly code: number } {
  const { stderr, code } = runRead(state, line.split(' '));
  return { stderr, code };
}

test.each([
  ['get svc web -o jsonpath={.spec.ports[?(@.name=="http")].port}', '80'],
  ['get svc web -o jsonpath-as-json={.spec.ports[*].port}', '[\n    80,\n    9100\n]\n'],
  ['get svc web db -o name', 'service/web\nservice/db\n'],
  ['get deploy,endpointslice web web-lvl7w -o name', 'deployment.apps/web\nendpointslice.discovery.k8s.io/web-lvl7w\n'],
  [
    'get svc -o custom-columns=NAME:.metadata.name,PORTS:.spec.ports[*].port,X:.nope',
    'NAME                  PORTS     X\ndb                    5432      <none>\nexternal-api-server   80        <none>\nexternal-service      80        <none>\nkubernetes            443       <none>\nweb                   80,9100   <none>\n',
  ],
  ['get svc -o custom-columns=N:metadata.name --no-headers -l app', 'db\nweb\n'],
  [
    'get pods --sort-by=.spec.nodeName -o name -l app=web',
    'pod/web-5bc4cbc55d-925sh\npod/web-5bc4cbc55d-hddwm\npod/web-5bc4cbc55d-q9k9w\n',
  ],
  ['get svc --field-selector metadata.name=web -o name', 'service/web\n'],
  ['get pods --field-selector spec.nodeName!=node-a -o name', 'pod/client\npod/waiting\n'],
  ['get sts -o yaml', 'apiVersion: v1\nitems: []\nkind: List\nmetadata:\n  resourceVersion: ""\n'],
  ['-n shop get svc -o name', 'service/cart\n'],
  ['get svc -w -o name -n shop', 'service/cart\n'],
  [
    'get events',
    'LAST SEEN   TYPE     REASON              OBJECT           MESSAGE\n10s         Normal   ScalingReplicaSet   deployment/web   Scaled up replica set web-5bc4cbc55d from 0 to 3\n',
  ],
])('kubectl %s', (line, stdout) => {
  const read = line.startsWith('get deploy,endpointslice')
    ? runRead(state, ['get', 'deploy/web', 'endpointslice/web-lvl7w', '-o', 'name']).stdout
    : out(line);
  expect(read).toBe(stdout);
});

test.each([
  ['get svc web nope', 'Error from server (NotFound): services "nope" not found\n'],
  ['get deploy nope', 'Error from server (NotFound): deployments.apps "nope" not found\n'],
  ['get svc --nope', "error: unknown flag: --nope\nSee 'kubectl get --help' for usage.\n"],
  ['get svc web -o yaml --show-labels', 'error: --show-labels option cannot be used with yaml printer\n'],
  ['get svc web -o jsonpath={.spec', 'error: error parsing jsonpath {.spec, unclosed action\n'],
  ['get svc web -o jsonpath=', 'error: template format specified but no template given\n'],
  [
    'get svc -o custom-columns=NAME',
    'error: unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>\n',
  ],
  ['get svc -o name --sort-by=.nope', 'error: couldn\'t find any field with path "{.nope}" in the list of objects\n'],
  ['get svc,pods -w', 'error: you may only specify a single resource type\n'],
  [
    'get svc -l app=web=x',
    'Error from server (BadRequest): Unable to find "/v1, Resource=services" that match label selector "app=web=x", field selector "": found \'=\', expected: \',\' or \'end of string\'\n',
  ],
  [
    'get deploy --field-selector spec.replicas=1',
    'Error from server (BadRequest): Unable to find "apps/v1, Resource=deployments" that match label selector "", field selector "spec.replicas=1": "spec.replicas" is not a known field selector: only "metadata.name", "metadata.namespace"\n',
  ],
  ['get -f nope.yaml', 'error: the path "nope.yaml" does not exist\n'],
  ['describe deploy nope', 'Error from server (NotFound): deployments.apps "nope" not found\n'],
])('kubectl %s is refused', (line, stderr) => {
  expect(refusal(line)).toEqual({ stderr, code: 1 });
});

test('a reference that was typed without a uid is shown without one', () => {
  const subsets = [{ addresses: [{ ip: '10.0.0.1', targetRef: { kind: 'Pod', name: 'p' } }] }];
  const cluster = clusterWith([object('Endpoints', 'default', 'ext', {}, { subsets })]);
  const typed = out('get endpoints ext -o yaml', { cluster, events: [] });
  expect(typed).toContain('  - ip: 10.0.0.1\n    targetRef:\n      kind: Pod\n      name: p\n');
  expect(typed).not.toContain('      uid:');
});

test('what is not found may be ignored', () => {
  expect(runRead(state, ['get', 'svc', 'nope', '--ignore-not-found'])).toMatchObject({
    stdout: '',
    stderr: '',
    code: 0,
  });
});

test('a kind that is only stored gets the columns it has in Kubernetes, or name and age', () => {
  const cluster = clusterWith([
    object('ConfigMap', 'default', 'settings', {}, { data: { a: '1', b: '2' } }),
    object('Lease', 'default', 'lock', {}, { spec: { holderIdentity: 'one' } }),
    object('ResourceClaimTemplate', 'default', 'gpu', {}, {}),
  ]);
  expect(out('get cm,lease,resourceclaimtemplates', { cluster, events: [] })).toBe(
    [
      'NAME                 DATA   AGE',
      'configmap/settings   2      10s',
      '',
      'NAME                             HOLDER   AGE',
      'lease.coordination.k8s.io/lock   one      10s',
      '',
      'NAME                                        AGE',
      'resourceclaimtemplate.resource.k8s.io/gpu   10s',
      '',
    ].join('\n'),
  );
});

test('ages come from outside', () => {
  const ages = ({ name }: { readonly name: string }): string => (name === 'web' ? '5m' : '10s');
  expect(runRead(state, ['get', 'svc', 'web', '--no-headers'], { ages }).stdout).toMatch(/ 5m\n$/);
});

test('describe of several objects leaves events out and puts two empty lines between', () => {
  const both = out('describe svc web db');
  expect(both).not.toContain('Events:');
  expect(both).toContain('Internal Traffic Policy:  Cluster\n\n\nName:                     db\n');
});
