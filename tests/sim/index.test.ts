import { describe, expect, it } from 'vitest';
import { connect, kubectl, lookup, simulate, type State } from '../../src/sim/index.ts';

const scene = `# title: x
#---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web-1, labels: {app: web}}
spec: {containers: [{name: main, image: nginx}]}
# step:
#   action: apply
#---
apiVersion: v1
kind: Service
metadata: {name: late}
spec: {ports: [{port: 80}]}
`;
const [first, second] = simulate(scene).states as [State, State];

describe('the door', () => {
  it('answers DNS questions on a state', () => {
    expect(lookup(first, { host: 'web', type: 'A', ns: 'default' }).result).toBe('ANSWER');
    expect(lookup(first, { host: 'late', type: 'A', ns: 'default' }).result).toBe('NXDOMAIN');
  });

  it('connects on a state', () => {
    const verdict = connect(first, { from: 'node node-a', to: 'web:80' });
    expect(verdict.reached.map(({ endpoint }) => endpoint)).toEqual(['10.244.1.10:8080']);
  });
});

describe('kubectl on a state', () => {
  it('reads, every age 10s', () => {
    const { stdout, code } = kubectl(first, ['get', 'pods']);
    expect([stdout, code]).toEqual([
      'NAME    READY   STATUS    RESTARTS   AGE\nweb-1   1/1     Running   0          10s\n',
      0,
    ]);
  });

  it('counts ages from the state an object was made in', () => {
    const { stdout } = kubectl(second, ['get', 'svc', 'web', 'late'], { ages: [300, 5] });
    expect(
      stdout
        .split('\n')
        .slice(1, 3)
        .map((line) =>
          line
            .split(/\s+/)
            .slice(0, 6)
            .filter((_, i) => i === 0 || i === 5),
        ),
    ).toEqual([
      ['web', '5m'],
      ['late', '5s'],
    ]);
  });

  it('tells what a write would print, and the step that it is; the state stays', () => {
    const result = kubectl(first, ['scale', 'deploy', 'web', '--replicas=2']);
    expect(result).toMatchObject({
      stderr: 'Error from server (NotFound): deployments.apps "web" not found\n',
      code: 1,
    });
    expect(result.step).toBeUndefined();
    const deleted = kubectl(first, ['delete', 'pod', 'web-1']);
    expect(deleted).toMatchObject({
      stdout: 'pod "web-1" deleted from default namespace\n',
      step: { action: 'kubectl', args: ['delete', 'pod', 'web-1'] },
    });
    expect(kubectl(first, ['get', 'pods']).stdout).toContain('web-1');
  });

  it('applies the file of the state', () => {
    expect(kubectl(second, ['apply', '-f', 'manifest.yaml']).stdout).toBe('service/late unchanged\n');
    expect(kubectl(second, ['apply', '-f', 'nope.yaml']).stderr).toBe('error: the path "nope.yaml" does not exist\n');
  });

  it('runs commands in a pod', () => {
    expect(kubectl(first, ['exec', 'web-1', '--', 'env']).stdout).toContain('KUBERNETES_SERVICE_HOST=10.96.0.1\n');
    expect(kubectl(first, ['exec', 'nope', '--', 'env']).stderr).toBe(
      'Error from server (NotFound): pods "nope" not found\n',
    );
    expect(kubectl(first, ['exec', 'web-1']).stderr).toBe(
      'error: you must specify at least one command for the container\n',
    );
  });

  it('knows what it does not know', () => {
    expect(kubectl(first, ['gte', 'pods'])).toMatchObject({
      stderr: 'error: unknown command "gte" for "kubectl"\n\nDid you mean this?\n\tget\n',
      code: 1,
    });
  });
});
