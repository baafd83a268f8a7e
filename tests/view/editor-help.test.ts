import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/sim/index.ts';
import { editorHelp } from '../../src/view/editor-help.ts';
import type { HelpKind } from '../../src/view/help/help-models.ts';
import { ask, here, pods, service } from './help/ask-help.ts';

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

  test('the Service of the field, and those that select a label’s pods', () => {
    const services = (marked: string): readonly string[] => ask('caret', marked)?.services ?? [];
    expect(services(web.replace('app: web', 'app: w‸eb'))).toEqual(['service default/web']);
    expect(services(web.replace('port: 80', 'port: 8‸0'))).toEqual(['service default/web']);
    expect(services(web.replace('    app: web\n    app.k', '    app: w‸eb\n    app.k'))).toEqual([
      'service default/web',
    ]);
    expect(services(web.replace('        app: api\n    spec', '        app: ap‸i\n    spec'))).toEqual([]);
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
