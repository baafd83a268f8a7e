/** The list that a lab always shows is what the console prints. */
import { expect, it } from 'vitest';
import { kubectl, listEndpoints, simulate, type State } from '../../src/sim/index.ts';

const { states } = simulate(`
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web-1, labels: {app: web}}
spec: {containers: [{name: main, image: nginx}]}
`);
const [state] = states as readonly [State];
const services = [
  { namespace: 'default', name: 'web' },
  { namespace: 'default', name: 'kubernetes' },
  { namespace: 'kube-system', name: 'kube-dns' },
  { namespace: 'default', name: 'nobody' },
  { namespace: 'nowhere', name: 'web' },
];

it.each(services)('$namespace/$name', ({ namespace, name }) => {
  const flags = namespace === 'default' ? [] : ['-n', namespace];
  for (const ages of [undefined, [90]]) {
    const printed = kubectl(state, ['get', 'ep', name, ...flags], ages ? { ages } : {});
    expect(listEndpoints(state, { namespace, name }, ages)).toEqual({
      command: printed.command,
      output: printed.stdout === '' ? printed.stderr : printed.stdout,
    });
  }
});
