import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { table } from '../../src/sim/cluster/cluster.ts';
import { simulate, type Simulation, type State } from '../../src/sim/index.ts';

const scenes = new URL('../conformance/corpus/scenes/', import.meta.url);
const sceneText = (id: string): string => readFileSync(new URL(`${id}.yaml`, scenes), 'utf8');

const service = (name: string, selector = name, port = 80): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {selector: {app: ${selector}}, ports: [{port: ${port}, targetPort: 8080}]}\n`;
const deployment = (name: string, replicas: number): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec:\n  replicas: ${replicas}\n  selector: {matchLabels: {app: ${name}}}\n  template:\n    metadata: {labels: {app: ${name}}}\n    spec: {containers: [{name: main, image: nginx}]}\n`;
const file = (...documents: readonly string[]): string => documents.join('---\n');
const step = (mapping: string, document = ''): string =>
  `# step:\n#   ${mapping.replaceAll('\n', '\n#   ')}\n#---\n${document}`;
const header = (mapping = 'title: x'): string => `# ${mapping.replaceAll('\n', '\n# ')}\n#---\n`;

const last = ({ states }: Simulation): State => states.at(-1) as State;
const names = (state: State, resource: 'services' | 'pods' | 'endpoints'): readonly string[] =>
  [...table(state.cluster, resource).keys()].filter((key) => !/kube-|default\/kubernetes/.test(key));

/** What a reader can see of a state; `memo` and identities aside. */
const visible = ({ states }: Simulation): unknown =>
  states.map(({ apply, outcomes, world, cluster, proxy, events, problems, text }) => ({
    apply,
    outcomes: outcomes.map(({ yaml: _, ...rest }) => rest),
    world,
    cluster,
    proxy,
    events,
    problems,
    text,
  }));

describe('states of a scene', () => {
  it('state 0 is the manifest applied', () => {
    const state = last(simulate(file(service('web'), deployment('web', 2))));
    expect(state.apply).toEqual({
      command: 'kubectl apply -f manifest.yaml',
      stdout: 'service/web created\ndeployment.apps/web created\n',
      stderr: '',
      code: 0,
    });
    const slices = [...table(state.cluster, 'endpointslices').values()].filter(({ metadata }) =>
      metadata.name.startsWith('web-'),
    );
    expect(slices.flatMap(({ endpoints }) => endpoints ?? []).map(({ addresses }) => addresses[0])).toEqual([
      '10.244.1.10',
      '10.244.1.11',
    ]);
  });

  it('each step goes on from the state before, events piling up', () => {
    const text =
      header() +
      file(service('web'), deployment('web', 1)) +
      step('action: scale\ntarget: deployment/web\nreplicas: 3');
    const { states } = simulate(text);
    expect(states.map((state) => names(state, 'pods').length)).toEqual([1, 3]);
    expect(states[1]?.apply?.command).toBe('kubectl scale deployment/web --replicas=3');
    expect(states[1]?.events.slice(0, states[0]?.events.length)).toEqual(states[0]?.events);
    expect(states[1]?.before).toBe(states[0]);
  });

  it('deleting a document from the file deletes nothing', () => {
    const { states } = simulate(header() + file(service('a'), service('b')) + step('action: apply', service('a')));
    expect(states[1]?.apply?.stdout).toBe('service/a unchanged\n');
    expect(names(states[1] as State, 'services')).toEqual(['default/a', 'default/b']);
  });

  it('a status the world reports prints nothing', () => {
    const text =
      header() +
      file(service('web'), deployment('web', 1)) +
      step('action: pod-status\npods: {default/web: {ready: false}}');
    const { states } = simulate(text);
    expect(states[1]?.apply).toBeNull();
    expect(
      [...table((states[1] as State).cluster, 'endpoints').values()].find(({ metadata }) => metadata.name === 'web')
        ?.subsets?.[0],
    ).toMatchObject({
      notReadyAddresses: [{ ip: '10.244.1.10' }],
    });
  });

  it('a node that goes takes its zone along', () => {
    const text = header() + file(deployment('web', 1)) + step('action: node-status\nnodes: {node-a: {ready: false}}');
    const node = table(last(simulate(text)).cluster, 'nodes').get('node-a');
    expect(node?.status.conditions?.[0]?.status).toBe('False');
  });

  it('a console command is a step like others', () => {
    const text = header() + service('web') + step('action: kubectl\nargs: [label, svc, web, tier=front]');
    const { apply, cluster } = last(simulate(text));
    expect(apply?.stdout).toBe('service/web labeled\n');
    expect(table(cluster, 'services').get('default/web')?.metadata.labels).toEqual({ tier: 'front' });
  });

  it('several targets are several commands, and the highest code counts', () => {
    const text = header() + service('web') + step('action: delete\ntargets: [service/nope, service/web]');
    expect(last(simulate(text)).apply).toEqual({
      command: 'kubectl delete service/nope && kubectl delete service/web',
      stdout: 'service "web" deleted from default namespace\n',
      stderr: 'Error from server (NotFound): services "nope" not found\n',
      code: 1,
    });
  });
});

describe('texts that cannot be applied', () => {
  it.each([
    ['nothing', '', 'error: no objects passed to apply\n'],
    [
      'a tab',
      '\tx',
      'error: error parsing manifest.yaml: error converting YAML to JSON: yaml: found character that cannot start any token\n',
    ],
    [
      'a list',
      '- a',
      'error: error validating "manifest.yaml": error validating data: invalid object to validate; if you choose to ignore these errors, turn validation off with --validate=false\n',
    ],
  ])('%s', (_, text, stderr) => {
    const state = last(simulate(text));
    expect(state.apply).toEqual({ command: 'kubectl apply -f manifest.yaml', stdout: '', stderr, code: 1 });
    expect(state.problems.length).toBe(1);
    expect(names(state, 'services')).toEqual([]);
  });

  it('too many documents: a problem says so, nothing is applied', () => {
    const state = last(simulate(file(...Array.from({ length: 501 }, (_, i) => service(`s${i}`)))));
    expect(state.problems.map(({ code }) => code)).toEqual(['Limit']);
    expect(state.outcomes).toEqual([]);
  });

  it('problems stand where they are in the text', () => {
    const text = file(service('web'), service('api').replace('targetPort', 'targetport'));
    const [problem] = last(simulate(text)).problems;
    expect(problem).toMatchObject({ code: 'UnknownField', document: 1, path: 'spec.ports[0].targetport' });
    expect(problem && text.slice(problem.range.start, problem.range.end)).toBe('targetport');
  });

  it('kinds that are only stored are applied, with a remark', () => {
    const state = last(simulate('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: b}\n'));
    expect(state.apply?.stdout).toBe('configmap/c created\n');
    expect(state.problems.map(({ code, severity }) => [code, severity])).toEqual([['NotSimulated', 'info']]);
  });
});

describe('with the last result at hand', () => {
  const manifest = (port: number, replicas: number): string =>
    header() +
    file(service('web', 'web', port), service('api'), deployment('web', replicas), deployment('api', 2)) +
    step('action: scale\ntarget: deployment/web\nreplicas: 2');
  const edits = [
    manifest(80, 3),
    manifest(81, 3),
    manifest(81, 5),
    manifest(81, 1),
    `${manifest(80, 3)}`,
    manifest(80, 3).replace('app: api', 'app: web'),
    'x: [',
    manifest(80, 3),
  ];

  it('every edit gives what a fresh run gives', () => {
    let previous: Simulation | undefined;
    for (const text of edits) {
      previous = simulate(text, { previous });
      expect(visible(previous)).toEqual(visible(simulate(text)));
    }
  });

  it('the same text gives the same states', () => {
    const first = simulate(manifest(80, 3));
    const second = simulate(manifest(80, 3), { previous: first });
    expect(last(second).cluster).toBe(last(first).cluster);
  });

  it('objects before and behind an edit stay the same values', () => {
    const first = simulate(manifest(80, 3));
    const second = simulate(manifest(81, 3), { previous: first });
    const object = (s: Simulation, resource: 'services' | 'pods', key: string): unknown =>
      table(last(s).cluster, resource).get(key);
    expect(object(second, 'services', 'default/api')).toBe(object(first, 'services', 'default/api'));
    const pod = names(last(first), 'pods')[0] as string;
    expect(object(second, 'pods', pod)).toBe(object(first, 'pods', pod));
  });

  it.each(readdirSync(scenes).filter((topic) => topic !== 'large' && topic !== 'worlds'))(
    'scenes of %s, one after the other',
    (topic) => {
      let previous: Simulation | undefined;
      for (const name of readdirSync(new URL(`${topic}/`, scenes))) {
        const text = sceneText(`${topic}/${name.replace('.yaml', '')}`);
        previous = simulate(text, { previous });
        expect(visible(previous)).toEqual(visible(simulate(text)));
      }
    },
    30_000,
  );
});
