/** A `kind: List` is validated by kubectl, in words that one object never gets. */
import { expect, test } from 'vitest';
import { simulate } from '../../../src/sim/index.ts';

const head = 'apiVersion: v1\nkind: List\n';
const service = (spec: string): string => `- {apiVersion: v1, kind: Service, metadata: {name: web}, spec: ${spec}}\n`;
const deployment = (spec: string): string =>
  `- {apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: ${spec}}\n`;

function applied(text: string): { readonly stdout: string; readonly stderr: string } {
  const apply = simulate(text).states[0]?.apply;
  return { stdout: apply?.stdout ?? '', stderr: apply?.stderr ?? '' };
}

const refused = (faults: string): string =>
  `error: error validating "manifest.yaml": error validating data: ${faults}; if you choose to ignore these errors, turn validation off with --validate=false\n`;

test.each([
  ['no items', head, 'invalid object to validate'],
  ['an item that is no object', `${head}items: [1]\n`, 'invalid object to validate'],
  [
    'an item without a kind',
    `${head}items:\n${service('{}')}- {metadata: {name: x}}\n`,
    '[apiVersion not set, kind not set]',
  ],
  [
    'an unknown field',
    `${head}items:\n${service('{ports: [{port: 80, prot: TCP}]}')}`,
    'ValidationError(Service.spec.ports[0]): unknown field "prot" in io.k8s.api.core.v1.ServicePort',
  ],
  [
    'a field that is missing',
    `${head}items:\n${service('{ports: [{name: a}]}')}`,
    'ValidationError(Service.spec.ports[0]): missing required field "port" in io.k8s.api.core.v1.ServicePort',
  ],
  [
    'a value of another type',
    `${head}items:\n${service('{ports: [{port: "80"}]}')}`,
    'ValidationError(Service.spec.ports[0].port): invalid type for io.k8s.api.core.v1.ServicePort.port: got "string", expected "integer"',
  ],
  [
    'several faults, field by field',
    `${head}items:\n${deployment('{template: {spec: {containers: {}, hostNetwork: "yes"}}}')}`,
    '[ValidationError(Deployment.spec.template.spec.containers): invalid type for io.k8s.api.core.v1.PodSpec.containers: got "map", expected "array", ValidationError(Deployment.spec.template.spec.hostNetwork): invalid type for io.k8s.api.core.v1.PodSpec.hostNetwork: got "string", expected "boolean", ValidationError(Deployment.spec): missing required field "selector" in io.k8s.api.apps.v1.DeploymentSpec]',
  ],
  [
    'an empty place in a list',
    `${head}items:\n${service('{ports: [null]}')}`,
    'ValidationError(Service.spec.ports): unknown object type "nil" in Service.spec.ports[0]',
  ],
  [
    'an empty value in a map, and a map whose keys are looked at in their own order',
    `${head}items:\n${service('{ports: [{port: 80}], selector: {b: [], a: null}}')}`,
    '[unknown object type "nil" in Service.spec.selector.a, ValidationError(Service.spec.selector.b): invalid type for io.k8s.api.core.v1.ServiceSpec.selector: got "array", expected "string"]',
  ],
  [
    'whole numbers are integers, others numbers',
    `${head}items:\n${service('{ports: 80, selector: 1.5}')}`,
    '[ValidationError(Service.spec.ports): invalid type for io.k8s.api.core.v1.ServiceSpec.ports: got "integer", expected "array", ValidationError(Service.spec.selector): invalid type for io.k8s.api.core.v1.ServiceSpec.selector: got "number", expected "map"]',
  ],
  [
    'what is neither a number nor a text, where both may stand',
    `${head}items:\n${service('{ports: [{port: 80, targetPort: [http]}]}')}`,
    'ValidationError(Service.spec.ports[0].targetPort): invalid type for io.k8s.apimachinery.pkg.util.intstr.IntOrString: got "array", expected "string"',
  ],
])('%s', (_, text, faults) => {
  expect(applied(text)).toEqual({ stdout: '', stderr: refused(faults) });
});

test('kinds whose fields the server checks are looked into, too', () => {
  const paths = '[{path: /, pathType: Prefix, backend: {serviceName: web}}]';
  const text = `${head}items:\n- {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i}, spec: {rules: [{http: {paths: ${paths}}}]}}\n`;
  expect(applied(text).stderr).toBe(
    refused(
      'ValidationError(Ingress.spec.rules[0].http.paths[0].backend): unknown field "serviceName" in io.k8s.api.networking.v1.IngressBackend',
    ),
  );
});

test('what fits is applied; a number may stand for a text, and kinds without known fields are not looked into', () => {
  const text = `${head}items:\n${service('{ports: [{port: 80, name: 80}]}')}- {apiVersion: v1, kind: LimitRange, metadata: {name: c}, spec: {a: 1}}\n`;
  const { stderr } = applied(text);
  expect(stderr).not.toContain('error validating');
});

test('a kind of the same name in another group is not looked into', () => {
  const text = `${head}items:\n- {apiVersion: example.com/v1, kind: Service, metadata: {name: x}, spec: {prot: 1}}\n`;
  expect(applied(text).stderr).toContain('no matches for kind "Service" in version "example.com/v1"');
});

test('after such a list nothing of the file is read', () => {
  const text = `${head}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n`;
  expect(applied(text)).toEqual({ stdout: '', stderr: refused('invalid object to validate') });
});

test('the fault is shown at its place', () => {
  const text = `${head}items:\n${service('{ports: [{port: 80, prot: TCP}]}')}`;
  const [problem] = simulate(text).states[0]?.problems ?? [];
  expect(problem).toMatchObject({ code: 'InvalidObject', path: 'items[0].spec.ports[0]' });
});
