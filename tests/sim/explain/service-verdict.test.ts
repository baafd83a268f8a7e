import { describe, expect, test } from 'vitest';
import { serviceVerdict } from '../../../src/sim/explain/service-verdict.ts';
import { simulate, type State } from '../../../src/sim/index.ts';

const service = (name: string, spec: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {${spec}}\n`;
const pod = (name: string, labels: string, ports = '', namespace = 'default'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${namespace}, labels: {${labels}}}\n` +
  `spec: {containers: [{name: main, image: x${ports === '' ? '' : `, ports: [${ports}]`}}]}\n`;
const port = 'ports: [{port: 80}]';

function verdict(header: string, ...documents: readonly string[]) {
  const [state] = simulate(`${header}${documents.join('---\n')}`).states as [State];
  const found = serviceVerdict(state, 'default', 'web');
  return found && { ...found, cause: found.cause?.code, key: found.cause?.facts?.['key'], who: found.who };
}
const notReady = '# pods: {default/web-2: {ready: false}}\n#---\n';

describe('one line for a Service', () => {
  test('all its pods are in', () => {
    expect(
      verdict('', service('web', `selector: {app: web}, ${port}`), pod('web-1', 'app: web'), pod('web-2', 'app: web')),
    ).toMatchObject({ kind: 'pods', ready: 2, all: 2, cause: undefined });
  });

  test('one of them waits', () => {
    expect(
      verdict(
        notReady,
        service('web', `selector: {app: web}, ${port}`),
        pod('web-1', 'app: web'),
        pod('web-2', 'app: web'),
      ),
    ).toMatchObject({ ready: 1, all: 2, cause: 'NotReady', who: ['web-2'] });
  });

  test('the label in which the nearest pod differs, not one that it has', () => {
    expect(
      verdict(
        '',
        service('web', `selector: {app: web, tier: front}, ${port}`),
        pod('cart-1', 'app: cart, tier: front'),
        pod('web-1', 'app: web, part: x, tier: frontend'),
      ),
    ).toMatchObject({ ready: 0, all: 0, cause: 'LabelDiffers', key: 'tier', who: ['web-1'] });
  });

  test('a selector that has nothing to do with any pod', () => {
    const { cause, who } =
      verdict('', service('web', `selector: {app: web}, ${port}`), pod('q', 'app: something')) ?? {};
    expect({ cause, who }).toEqual({ cause: 'LabelDiffers', who: [] });
  });

  test('nothing in its namespace', () => {
    expect(verdict('', service('web', `selector: {app: web}, ${port}`))).toMatchObject({
      kind: 'noPods',
      all: 0,
      cause: undefined,
    });
  });

  test('its pods are in another namespace', () => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
    expect(
      verdict('', namespace, service('web', `selector: {app: web}, ${port}`), pod('web-1', 'app: web', '', 'shop')),
    ).toMatchObject({ all: 0, cause: 'OtherNamespace', who: ['shop/web-1'] });
  });

  test('a port name that one pod lacks, before one that waits', () => {
    expect(
      verdict(
        notReady,
        service('web', 'selector: {app: web}, ports: [{port: 80, targetPort: http}]'),
        pod('web-1', 'app: web', '{name: htpp, containerPort: 80}'),
        pod('web-2', 'app: web', '{name: http, containerPort: 80}'),
        pod('web-3', 'app: web', '{name: http, containerPort: 80}'),
      ),
    ).toMatchObject({ ready: 1, all: 3, cause: 'PortNameNotFound', who: ['web-1'] });
  });

  test('a pod that serves one port of two is not ready', () => {
    expect(
      verdict(
        '',
        service(
          'web',
          'selector: {app: web}, ports: [{name: a, port: 80, targetPort: 80}, {name: b, port: 81, targetPort: metrics}]',
        ),
        pod('web-1', 'app: web'),
      ),
    ).toMatchObject({ ready: 0, all: 1, cause: 'PortNameNotFound', who: ['web-1'] });
  });

  test('no selector and no list', () => {
    expect(verdict('', service('web', port))).toMatchObject({ kind: 'typed', all: 0, cause: 'NoSelector' });
  });

  test('a list by hand, each subset for its own port', () => {
    const endpoints =
      'apiVersion: v1\nkind: Endpoints\nmetadata: {name: web}\nsubsets:\n' +
      '- {addresses: [{ip: 11.11.11.11}], ports: [{name: a, port: 80}]}\n' +
      '- {addresses: [{ip: 22.22.22.22}], ports: [{name: b, port: 81}]}\n';
    expect(verdict('', service('web', 'ports: [{name: a, port: 80}, {name: b, port: 81}]'), endpoints)).toMatchObject({
      kind: 'typed',
      ready: 2,
      all: 2,
      cause: undefined,
    });
  });

  test('a list by hand under another port name', () => {
    const endpoints =
      'apiVersion: v1\nkind: Endpoints\nmetadata: {name: web}\nsubsets:\n' +
      '- {addresses: [{ip: 11.11.11.11}], ports: [{name: htpp, port: 80}]}\n';
    expect(verdict('', service('web', 'ports: [{name: http, port: 80}]'), endpoints)).toMatchObject({
      ready: 0,
      all: 1,
      cause: 'PortNameDiffers',
    });
  });

  test('an alias', () => {
    expect(verdict('', service('web', 'type: ExternalName, externalName: db.example.com'))).toMatchObject({
      kind: 'alias',
      cause: undefined,
    });
  });

  describe('what would make its pods was left out', () => {
    const web = service('web', `selector: {app: web, tier: front}, ${port}`);
    const template = 'template: {metadata: {labels: {app: web, tier: front}}, spec: {containers: [{name: main';
    const other = pod('web-admin', 'app: web, tier: frond');
    const refused = (document: string) =>
      expect(verdict('', web, document, other)).toMatchObject({ all: 0, cause: 'PodsLeftOut', who: [] });

    test('a kind that is stored and not simulated', () =>
      refused(
        `apiVersion: v1\nkind: ReplicationController\nmetadata: {name: web}\nspec: {${template}, image: x}]}}}\n`,
      ));

    test('a workload that was refused', () =>
      refused(
        `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n` +
          `spec: {selector: {matchLabels: {app: web}}, ${template}}]}}}\n`,
      ));

    test('a kind that the cluster does not know', () =>
      refused(`apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web}\nspec: {${template}}]}}}\n`));

    test('a pod that was refused', () =>
      refused('apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web, tier: front}}\n'));

    test('a kind or a name that is a mapping stops nobody', () => {
      for (const head of [
        'kind: {a: b}\nmetadata: {name: web}',
        'kind: Pod\nmetadata: {name: {a: b}, namespace: {c: d}}',
      ])
        expect(verdict('', web, `apiVersion: v1\n${head}\nspec: {${template}}]}}}\n`, other)).toMatchObject({ all: 0 });
    });

    test('but not one of another namespace, or without pods', () => {
      const elsewhere = `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web, namespace: shop}\n`;
      expect(verdict('', web, `${elsewhere}spec: {${template}}]}}}\n`, other)).toMatchObject({ cause: 'LabelDiffers' });
      const strange = 'apiVersion: x.io/v1\nkind: X\nmetadata: 5\nspec: {template: {metadata: {labels: [web]}}}\n';
      expect(verdict('', web, strange, other)).toMatchObject({ cause: 'LabelDiffers' });
    });
  });

  test('a pod that another Service asks for by this label is not the one meant', () => {
    const cart = [service('cart', `selector: {app: cartservice}, ${port}`), pod('cart-1', 'app: cartservice')];
    const own = service('web', `selector: {app: adservice}, ${port}`);
    expect(verdict('', own, ...cart)).toMatchObject({ cause: 'LabelDiffers', who: [] });
    const replica = service('web', `selector: {app: redis, role: replica}, ${port}`);
    const primary = [
      service('redis', `selector: {app: redis, role: primary}, ${port}`),
      pod('redis-1', 'app: redis, role: primary'),
    ];
    expect(verdict('', replica, ...primary)).toMatchObject({ cause: 'LabelDiffers', key: 'role', who: [] });
    // One letter is a slip all the same.
    expect(verdict('', service('web', `selector: {app: cartservce}, ${port}`), ...cart)).toMatchObject({
      who: ['cart-1'],
    });
  });

  test('no such Service', () => expect(verdict('', pod('web-1', 'app: web'))).toBeUndefined());
});

test('what did not change is the same verdict', () => {
  const text = [
    service('web', `selector: {app: web}, ${port}`),
    service('other', `selector: {app: web}, ${port}`),
    pod('web-1', 'app: web'),
  ].join('---\n');
  const first = simulate(text);
  const second = simulate(text.replace('name: other', 'name: another'), { previous: first });
  expect(serviceVerdict(second.states[0] as State, 'default', 'web')).toBe(
    serviceVerdict(first.states[0] as State, 'default', 'web'),
  );
});
