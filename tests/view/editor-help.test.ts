import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { editorHelp } from '../../src/view/editor-help.ts';
import type { EditorHelp, HelpKind } from '../../src/view/help/help-models.ts';
import { plain } from '../../src/view/say.ts';
import type { Language } from '../../src/view/view-models.ts';

const pods = `---
apiVersion: v1
kind: Pod
metadata:
  name: web-1
  labels:
    app: web
    app.kubernetes.io/part-of: shop
spec:
  containers:
  - name: main
    image: nginx
    ports:
    - name: http
      containerPort: 8080
---
apiVersion: v1
kind: Pod
metadata:
  name: web-2
  labels:
    app: web
spec:
  containers:
  - name: main
    image: nginx
    ports:
    - containerPort: 9090
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      containers:
      - name: main
        image: nginx
`;

const service = (spec: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
${spec}
`;

/** The answer where \`|\` stands in the text. */
function ask<Kind extends HelpKind>(
  what: Kind,
  marked: string,
  language: Language = 'en',
): Extract<EditorHelp, { what: Kind }> | undefined {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const answer = editorHelp(simulate(text), { what, state: 0, offset, language });
  return answer as Extract<EditorHelp, { what: Kind }> | undefined;
}

const labels = (marked: string): readonly string[] => ask('completion', marked)?.items.map(({ label }) => label) ?? [];

/** The text after the named item was taken. */
function taken(marked: string, label: string): string {
  const help = ask('completion', marked);
  const item = help?.items.find((each) => each.label === label);
  const text = marked.replace('‸', '');
  return help && item ? text.slice(0, help.start) + item.insert + text.slice(help.end) : '';
}

const here = (marked: string, language: Language = 'en'): readonly string[] =>
  ask('hover', marked, language)?.here.map(plain) ?? [];

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

  test('a Service is made for a pod that nobody selects', () => {
    const insert = ask('completion', `${pods}---\n‸\n`)?.items.find(({ label }) => label === 'Service')?.insert;
    expect(insert).toContain('    app: ${2:web}');
    expect(insert).toContain('targetPort: ${4:http}');
  });
});

describe('hover', () => {
  const web = service('  selector:\n    app: web\n  ports:\n  - port: 80\n    targetPort: http') + pods;

  test('says where a target port leads, pod by pod', () => {
    expect(here(web.replace('targetPort: http', 'target‸Port: http'))).toEqual([
      'http → 8080 on web-1.',
      'http is not found on web-2.',
    ]);
    expect(here(web.replace('targetPort: http', 'target‸Port: http'), 'zh-cn')).toEqual([
      'http → 8080，在 web-1 上。',
      '在 web-2 上找不到 http。',
    ]);
  });

  test('says whom a selector selects', () => {
    expect(here(web.replace('selector', 'sel‸ector'))).toEqual(['Selects 2 Pods: web-1, web-2.']);
    expect(here(web.replace('app: web', 'app: w‸eb'))[0]).toBe('app=web is on 2 Pods of namespace default.');
    expect(here(web.replace('app: web', 'app: w‸ev'))).toEqual([
      'app=wev is on no Pod of namespace default.',
      'Selects no Pod.',
    ]);
  });

  test('says whose list it is, or that nobody reads it', () => {
    const list = (name: string): string =>
      `apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: ${name}\nsubsets: []\n---\n${service('  ports:\n  - port: 80')}`;
    expect(here(list('we‸b'))[0]).toMatch(/^The list of the Service web \(10\./);
    expect(here(list('we‸c'))[0]).toBe('No Service is called wec: nobody reads this list. The nearest name is web.');
  });

  test('names field, type and values', () => {
    expect(ask('hover', service('  ty‸pe: ClusterIP'))).toMatchObject({
      path: 'spec.type',
      type: 'string',
      field: 'ServiceSpec.type',
      values: ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'],
    });
  });

  test('names the field of a text that cannot be read', () => {
    expect(ask('hover', service('  po‸rts:\n  - port: [80'))).toMatchObject({
      path: 'spec.ports',
      type: '[]ServicePort',
    });
  });

  test('covers the word under the pointer', () => {
    const marked = web.replace('http', 'ht‸tp');
    const help = ask('hover', marked);
    expect(marked.replace('‸', '').slice(help?.start, help?.end)).toBe('http');
  });

  test('other fields of the course', () => {
    expect(here(web.replace('name: web', 'name: w‸eb'))[0]).toMatch(
      /^web\.default\.svc\.cluster\.local resolves to 10\./,
    );
    expect(here(pods.replace('app: api\n    spec', 'app: a‸pi\n    spec'))[0]).toBe('No Service selects these labels.');
    expect(here(web.replace('containerPort: 8080', 'container‸Port: 8080'))).toEqual([
      'Port 80 of Service web leads here.',
    ]);
    expect(here(pods.replace('replicas: 2', 'replicas: ‸2'))).toEqual(['2 of 2 Pods ready.']);
    expect(here(service('  type: ExternalName\n  externalName: nowhere.ex‸ample'))[0]).toBe(
      'nowhere.example: DNS answers NXDOMAIN.',
    );
  });

  test('is silent between fields and in comments', () => {
    expect(ask('hover', service('  # com‸ment'))).toBeUndefined();
    expect(ask('hover', '‸')).toBeUndefined();
  });
});

describe('definition', () => {
  const lines = (marked: string): readonly string[] => {
    const text = marked.replace('‸', '').split('\n');
    return ask('definition', marked)?.targets.map(({ place }) => text[place.line - 1]?.trim() ?? '') ?? [];
  };
  const titles = (marked: string): readonly string[] =>
    ask('definition', marked)?.targets.map(({ title }) => title) ?? [];
  const web = service('  selector:\n    app: web\n  ports:\n  - port: 80\n    targetPort: http') + pods;

  test('from a selector to its pods, and from a label to the Services', () => {
    expect(titles(web.replace('app: web', 'app: we‸b'))).toEqual(['pod/web-1 · line 17', 'pod/web-2 · line 32']);
    expect(lines(web.replace('    app: web\n    app.k', '    app: w‸eb\n    app.k'))).toEqual(['app: web']);
    const api = service('  selector:\n    app: a‸pi\n  ports:\n  - port: 80') + pods;
    expect(lines(api)).toEqual(['app: api']);
    expect(titles(api)).toEqual(['deployment/api · line 51']);
  });

  test('from a list to its Service and back', () => {
    const list =
      'apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: web\nsubsets:\n- addresses:\n  - ip: 192.0.2.1\n---\n';
    const plainService = service('  ports:\n  - port: 80');
    expect(titles(list.replace('web', 'w‸eb') + plainService)).toEqual(['service/web · line 12']);
    expect(titles(list + plainService.replace('web', 'w‸eb'))).toEqual(['endpoints/web · line 4']);
  });

  test('from a target port to the containers’ ports and back', () => {
    expect(lines(web.replace('targetPort: http', 'targetPort: ht‸tp'))).toEqual(['- name: http']);
    expect(lines(web.replace('- name: http', '- name: ht‸tp'))).toEqual(['- port: 80']);
  });

  test('in objects that are written in braces', () => {
    const braces = `kind: Service
apiVersion: v1
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
---
{kind: Pod, apiVersion: v1, metadata: {name: p, labels: {app: web}}, spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 80}]}]}}
`;
    expect(titles(braces.replace('{app: web}, ports', '{app: w‸eb}, ports'))).toEqual(['pod/p · line 6']);
    expect(titles(braces.replace('labels: {app: web', 'labels: {app: w‸eb'))).toEqual(['service/web · line 4']);
    expect(titles(braces.replace('targetPort: http', 'targetPort: ht‸tp'))).toEqual(['pod/p · line 6']);
    expect(here(braces.replace('{name: http', '{name: ht‸tp'))).toEqual(['Port 80 of Service web leads here.']);
    expect(here(braces.replace('{name: web}', '{name: w‸eb}'))[0]).toMatch(/^web\.default\.svc/);
    expect(ask('caret', braces.replace('{app: web}, ports', '{app: w‸eb}, ports'))?.owners).toEqual(['default/p']);
  });

  test('leads nowhere where nothing is meant', () => {
    expect(ask('definition', service('  ty‸pe: ClusterIP'))).toBeUndefined();
    expect(ask('definition', service('  selector:\n    app: no‸body'))).toBeUndefined();
  });
});

describe('rows of the caret', () => {
  const web = service('  selector:\n    app: web\n  ports:\n  - port: 80') + pods;

  test('a selector has those of its pods, a label its own pod’s, a template all of its pods', () => {
    expect(ask('caret', web.replace('app: web', 'app: w‸eb'))?.owners).toEqual(['default/web-1', 'default/web-2']);
    expect(ask('caret', web.replace('    app: web\n    app.k', '    app: w‸eb\n    app.k'))?.owners).toEqual([
      'default/web-1',
    ]);
    expect(ask('caret', web.replace('        app: api\n    spec', '        app: ap‸i\n    spec'))?.owners).toHaveLength(
      2,
    );
  });

  test('an address has its own', () => {
    expect(
      ask(
        'caret',
        'apiVersion: v1\nkind: Endpoints\nmetadata:\n  name: a\nsubsets:\n- addresses:\n  - ip: 192.0.‸2.1\n',
      )?.owners,
    ).toEqual(['192.0.2.1']);
  });

  test('other fields have none', () => {
    expect(ask('caret', web.replace('kind: Service', 'kind: Ser‸vice'))).toBeUndefined();
  });
});

test('whatever is cut off, and wherever the caret is, there is an answer or none, but no error', () => {
  const text = service('  selector: {app: web}\n  ports:\n  - {port: 80, targetPort: http}') + pods.slice(0, 220);
  const kinds: readonly HelpKind[] = ['completion', 'hover', 'definition', 'caret', 'format'];
  for (let end = 0; end <= text.length; end += 7) {
    const simulation = simulate(text.slice(0, end));
    for (const what of kinds)
      expect(() => editorHelp(simulation, { what, state: 0, offset: end, language: 'zh-cn' })).not.toThrow();
  }
});
