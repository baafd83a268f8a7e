import { describe, expect, test } from 'vitest';
import { descriptions } from '../../../src/fields/en.ts';
import { explain } from '../../../src/sim/kubectl/explain.ts';
import { apiKinds, isModelled } from '../../../src/sim/api/kinds.ts';

const page = (line: string): string => explain(line.split(' '), descriptions).stdout;
const kinds = apiKinds.filter((kind) => isModelled(kind)).map(({ kind }) => kind);

test('a field has its type, its values and what is said of it', () => {
  expect(page('svc.spec.internalTrafficPolicy')).toBe(`KIND:       Service
VERSION:    v1

FIELD: internalTrafficPolicy <string>
ENUM:
    Cluster
    Local

DESCRIPTION:
    Traffic from inside to the ClusterIP: Cluster uses all endpoints, Local only
    those on the same node. Local drops packets where the node has none.
    

`);
});

test('a field that holds a struct says what the struct is, and lists its fields with what is required', () => {
  const text = page('endpointslices.endpoints');
  expect(text).toContain(
    'GROUP:      discovery.k8s.io\nKIND:       EndpointSlice\nVERSION:    v1\n\nFIELD: endpoints <[]Endpoint>\n\n\n',
  );
  expect(text).toContain(
    '    The endpoints, at most 1000.\n    One endpoint of a slice: an address and what is known about it.\n    \nFIELDS:\n',
  );
  expect(text).toContain(
    '  addresses\t<[]string> -required-\n    The addresses of this endpoint. Consumers use the first only.\n\n',
  );
});

test('long lists of values end in dots', () => {
  expect(page('svc.spec')).toContain(
    '  ipFamilyPolicy\t<string>\n  enum: PreferDualStack, RequireDualStack, SingleStack\n',
  );
  expect(page('pod.spec.tolerations')).toMatch(/ {2}operator\t<string>\n {2}enum: \w+, \w+, \w+, \w+(, \.\.\.\.)?\n/);
});

test('recursive: all fields below, indented, without descriptions', () => {
  expect(page('deployments.apps.spec.strategy --recursive')).toMatch(
    /FIELDS:\n {2}rollingUpdate\t<RollingUpdateDeployment>\n {4}maxSurge\t<IntOrString>\n {4}maxUnavailable\t<IntOrString>\n {2}type\t<string>\n {2}enum: Recreate, RollingUpdate\n\n$/,
  );
});

test('without words of ours the layout stays', () => {
  const { stdout } = explain(['svc.spec.sessionAffinityConfig']);
  expect(stdout).toContain(
    'DESCRIPTION:\n    <empty>\nFIELDS:\n  clientIP\t<ClientIPConfig>\n    <no description>\n\n',
  );
});

test('times are strings, maps name what they hold', () => {
  expect(page('pod.metadata')).toContain('  creationTimestamp\t<string>\n');
  expect(page('pod.spec.containers.resources')).toContain('  limits\t<map[string]Quantity>\n');
});

test.each(kinds)('every field of %s can be asked for', (kind) => {
  const { stdout, code } = explain([kind.toLowerCase(), '--recursive']);
  expect(code).toBe(0);
  const top = [...stdout.matchAll(/^ {2}(\w+)\t/gm)].map(([, name]) => name ?? '');
  expect(top.length).toBeGreaterThan(3);
  for (const name of top) expect(explain([`${kind.toLowerCase()}.${name}`]).stdout).toContain(`FIELD: ${name} <`);
});

describe('what is refused', () => {
  test.each([
    ['svc.spec.selector.app', 'error: field "app" does not exist\n'],
    ['svc.__proto__', 'error: field "__proto__" does not exist\n'],
    ['foo', 'the server doesn\'t have a resource type "foo"\n'],
    ['svc.spec.ports[0]', 'error: invalid jsonpath syntax, all nodes must be field nodes\n'],
    ['svc pods', 'error: We accept only this format: explain RESOURCE\n'],
    ['svc --output=json', 'error: unrecognized format: json\n'],
    ['configmaps', 'error: the fields of ConfigMap are not part of the simulation\n'],
  ])('explain %s', (line, stderr) => {
    expect(explain(line.split(' '))).toMatchObject({ stderr, code: 1 });
  });
});
