import { expect, test } from 'vitest';
import { openConsole, webManifest } from './console.ts';

const scene = `# pods:\n#   default/web#0: {ready: false}\n#---\n${webManifest}`;

test.each([
  ['wait deploy/web --for=condition=Progressing', 'deployment.apps/web condition met\n'],
  ['wait deploy web --for=condition=available=false --timeout=1s', 'deployment.apps/web condition met\n'],
  ['wait svc/web --for=jsonpath={.spec.type}=ClusterIP', 'service/web condition met\n'],
  ['wait svc/web --for=jsonpath={.spec.clusterIP}', 'service/web condition met\n'],
  ['wait svc/nope --for=delete', ''],
])('kubectl %s', (line, stdout) => {
  expect(openConsole(scene)(line)).toMatchObject({ stdout, stderr: '', code: 0 });
});

test.each([
  ['wait svc/web --for=jsonpath={.spec.type}=NodePort', 'error: timed out waiting for the condition on services/web\n'],
  ['wait svc/web --for=delete', 'error: timed out waiting for the condition on services/web\n'],
  ['wait svc/web --for=condition=Ready --timeout=0', 'error: condition not met for services/web\n'],
  ['wait svc/nope --for=condition=Ready', 'Error from server (NotFound): services "nope" not found\n'],
  ['wait pods -l app=nope --for=condition=Ready', 'error: no matching resources found\n'],
  ['wait svc/web --for=ready', 'error: unrecognized condition: "ready"\n'],
  ['wait svc/web', 'error: unrecognized condition: []\n'],
])('kubectl %s ends with an error', (line, stderr) => {
  expect(openConsole(scene)(line)).toMatchObject({ stderr, code: 1 });
});

test('of several pods those that are ready are told, the others time out', () => {
  const { stdout, stderr } = openConsole(scene)('wait pods --all --for=condition=Ready --timeout=1s');
  expect(stdout).toMatch(/^pod\/web-\w+-\w+ condition met\n$/);
  expect(stderr).toMatch(/^error: timed out waiting for the condition on pods\/web-\w+-\w+\n$/);
});
