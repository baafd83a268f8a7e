import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { ask, labels, pods, service, taken } from './help/ask-help.ts';

describe('completion of fields', () => {
  test.each([
    ['at a blank line', service('  ‸'), ['selector', 'ports', 'type', 'clusterIP']],
    ['of a half-typed key', service('  sel‸'), ['selector', 'type']],
    ['of a half-typed key with more below', service('  sel‸\n  ports:\n  - port: 80'), ['selector', 'type']],
    ['inside an item of a list', service('  ports:\n  - port: 80\n    ‸'), ['targetPort', 'name', 'protocol']],
    ['at the beginning of an item', service('  ports:\n  - ‸'), ['port', 'targetPort']],
    ['in an indented list', service('  ports:\n    - port: 80\n      tar‸'), ['targetPort', 'nodePort']],
    ['in braces', service('  ports: [{port: 80, ‸}]'), ['targetPort', 'name']],
    ['of metadata', 'apiVersion: v1\nkind: Service\nmetadata:\n  ‸\n', ['name', 'labels', 'namespace']],
    [
      'at the beginning of a line of an object',
      'apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: a\n‸\n',
      ['subsets'],
    ],
    [
      'of a pod of a template',
      `${pods}‸`.replace('      - name: main\n        image: nginx\n‸', '      - name: main\n        im‸'),
      ['image', 'ports'],
    ],
    ['where the document before cannot be read', `a: [\n---\n${service('  ‸')}`, ['selector']],
  ])('%s', (_, marked, wanted) => {
    expect(labels(marked)).toEqual(expect.arrayContaining([...wanted]));
  });

  test('a field that stands there already is not offered again', () => {
    expect(labels(service('  type: ClusterIP\n  ‸'))).not.toContain('type');
    expect(labels(service('  ‸\n  type: ClusterIP'))).not.toContain('type');
  });

  test('a key comes with what it needs to go on', () => {
    expect(taken(service('  ty‸'), 'type')).toBe(service('  type: '));
    expect(taken(service('  po‸'), 'ports')).toBe(service('  ports:\n    - '));
    expect(taken(service('  sel‸'), 'selector')).toBe(service('  selector:\n    '));
    expect(taken(service('  ty‸pe: ClusterIP'), 'sessionAffinity')).toBe(service('  sessionAffinity: ClusterIP'));
  });

  test('a field has its type and the name under which it is described', () => {
    const item = ask('completion', service('  ‸'))?.items.find(({ label }) => label === 'ports');
    expect(item).toMatchObject({ detail: '[]ServicePort', field: 'ServiceSpec.ports', kind: 'field' });
  });

  test.each([
    ['in a comment', service('  # sel‸')],
    ['behind a comment', service('  type: ClusterIP # ‸')],
    ['in a block scalar', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: |\n    ki‸\n'],
    ['under a field that is none', service('  nothing:\n    ‸')],
  ])('nothing is offered %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });
});

describe('completion of values', () => {
  test.each([
    ['an enum', service('  type: ‸'), ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']],
    ['an enum half typed', service('  type: Node‸'), ['NodePort']],
    ['a boolean', service('  publishNotReadyAddresses: ‸'), ['true', 'false']],
    ['an enum in a list', service('  ipFamilies:\n  - ‸'), ['IPv4', 'IPv6']],
    ['a kind', 'apiVersion: v1\nkind: ‸\n', ['Service', 'Endpoints', 'Pod']],
    ['an API version of a kind', 'apiVersion: ‸\nkind: EndpointSlice\n', ['discovery.k8s.io/v1']],
    ['a protocol in braces', service('  ports: [{port: 80, protocol: ‸}]'), ['TCP', 'UDP', 'SCTP']],
  ])('%s', (_, marked, wanted) => {
    expect(labels(marked)).toEqual(expect.arrayContaining([...wanted]));
  });

  test('kinds are those of the API version', () => {
    expect(labels('apiVersion: apps/v1\nkind: ‸\n')).toEqual(expect.arrayContaining(['Deployment', 'StatefulSet']));
    expect(labels('apiVersion: apps/v1\nkind: ‸\n')).not.toContain('Service');
  });

  test('what cannot be a plain text is quoted', () => {
    expect(
      taken(
        `${service('  selector:\n    v: ‸')}---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {v: "1"}}\nspec: {containers: [{name: m, image: i}]}\n`,
        '1',
      ),
    ).toContain('    v: "1"\n');
  });
});

describe('completion of names in the scene', () => {
  const list = (text: string): string =>
    `${text}---\n${service('  ports:\n  - name: http\n    port: 80\n    targetPort: 8080')}${pods}`;

  test.each([
    ['keys of pods’ labels', service('  selector:\n    ‸') + pods, ['app', 'app.kubernetes.io/part-of']],
    ['keys half typed', service('  selector:\n    ap‸') + pods, ['app']],
    ['values of a label', service('  selector:\n    app: ‸') + pods, ['web', 'api']],
    ['values half typed', service('  selector:\n    app: we‸') + pods, ['web']],
    ['values in braces', service('  selector: {app: we‸}') + pods, ['web']],
    ['values in braces that are not closed', service('  selector: {app: we‸') + pods, ['web']],
    [
      'target ports of the selected pods',
      service('  selector:\n    app: web\n  ports:\n  - port: 80\n    targetPort: ‸') + pods,
      ['http', '8080', '9090'],
    ],
    ['Services for a list', list('apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: ‸\n'), ['web']],
    [
      'ports of the list’s Service',
      list('apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: web\nsubsets:\n- ports:\n  - name: ‸\n'),
      ['http'],
    ],
    [
      'the label of a slice',
      list('apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata:\n  labels:\n    ‸\n'),
      ['kubernetes.io/service-name'],
    ],
    [
      'the Service of a slice',
      list(
        'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata:\n  labels:\n    kubernetes.io/service-name: ‸\n',
      ),
      ['web'],
    ],
    ['namespaces', 'apiVersion: v1\nkind: Service\nmetadata:\n  namespace: ‸\n', ['default', 'kube-system']],
    ['nodes', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  nodeName: ‸\n', ['node-a']],
    [
      'what a workload’s own template says',
      pods.replace('      app: api\n  template', '      app: ‸\n  template'),
      ['api'],
    ],
    [
      'what Services want of pods',
      `${service('  selector:\n    app: wanted\n  ports:\n  - port: 80')}---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    app: ‸\n`,
      ['wanted'],
    ],
  ])('%s', (_, marked, wanted) => {
    expect(labels(marked)).toEqual(expect.arrayContaining([...wanted]));
  });

  test('a Service without a list comes before one that has pods', () => {
    const text = `apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: ‸\n---\n${service('  selector:\n    app: web\n  ports:\n  - port: 80')}---\n${service('  ports:\n  - port: 80').replace('name: web', 'name: byhand')}${pods}`;
    expect(labels(text)).toEqual(['byhand', 'web']);
  });

  test('a port stays a number', () => {
    const marked = service('  selector:\n    app: web\n  ports:\n  - port: 80\n    targetPort: 80‸') + pods;
    expect(taken(marked, '8080')).toContain('targetPort: 8080\n');
  });
});

describe('snippets', () => {
  test('stand at the beginning of an empty document, and only there', () => {
    expect(labels('‸')).toEqual(
      expect.arrayContaining(['Service', 'Endpoints', 'EndpointSlice', 'Deployment', 'Pod', 'Service, ExternalName']),
    );
    expect(labels(`${pods}---\n‸\n`)).toContain('Endpoints');
    expect(labels('apiVersion: v1\n‸\n')).not.toContain('Endpoints');
  });

  test('every snippet is taken by the API server as it is', () => {
    for (const { kind, insert } of ask('completion', '‸')?.items ?? []) {
      if (kind !== 'snippet') continue;
      const text = insert.replace(/\$\{\d+:([^}]*)\}/g, '$1');
      expect([text, simulate(text).states[0]?.apply?.stderr.replace(/^Warning: .*\n/gm, '')]).toEqual([text, '']);
    }
  });

  test('behind an object they bring their separator, wherever they are put in', () => {
    for (const marked of [
      `${pods}‸`,
      `${pods}Serv‸\n`,
      `${pods}\n\n‸\n`,
      `${service('  ports: [{port: 80}]')}‸\n${pods}`,
      `# a note\n‸\n${pods}`,
    ])
      for (const { kind, label } of ask('completion', marked)?.items ?? []) {
        if (kind !== 'snippet') continue;
        const named = taken(marked, label).replace(/\$\{1:[^}]*\}/g, 'fresh');
        const text = named.replace(/\$\{\d+:([^}]*)\}/g, '$1');
        const { stderr = '', stdout = '' } = simulate(text).states[0]?.apply ?? {};
        expect([text, stderr.replace(/^Warning: .*\n/gm, '')]).toEqual([text, '']);
        expect(stdout.split('\n').length).toBeGreaterThan(1);
      }
    expect(labels(`${pods}‸`)).toContain('Endpoints');
    expect(labels(service('‸\n  ports:\n  - port: 80'))).not.toContain('Endpoints');
  });

  test('a Service is made for a pod that nobody selects', () => {
    const insert = ask('completion', `${pods}---\n‸\n`)?.items.find(({ label }) => label === 'Service')?.insert;
    expect(insert).toContain('    app: ${2:web}');
    expect(insert).toContain('targetPort: ${4:http}');
  });
});
