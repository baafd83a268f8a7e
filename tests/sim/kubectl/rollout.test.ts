import { expect, test } from 'vitest';
import { openConsole, webManifest } from './console.ts';

test('a new image is a new revision; undo makes the old one the newest', () => {
  const run = openConsole();
  run('set image deploy/web main=nginx:1.30');
  expect(run('rollout history deploy/web').stdout).toBe(
    'deployment.apps/web \nREVISION  CHANGE-CAUSE\n1         <none>\n2         <none>\n\n',
  );
  expect(run('rollout undo deploy/web').stdout).toBe('deployment.apps/web rolled back\n');
  expect(run('get deploy web -o jsonpath={.spec.template.spec.containers[0].image}').stdout).toBe('nginx:1.29');
  expect(run('rollout history deploy/web').stdout).toContain('\n2         <none>\n3         <none>\n');
});

test('a revision is printed as it is described, columns not lined up', () => {
  expect(openConsole()('rollout history deploy/web --revision=1').stdout).toMatch(
    /^deployment\.apps\/web with revision #1\nPod Template:\n {2}Labels:\tapp=web\n\tpod-template-hash=\w+\n {2}Containers:\n {3}main:\n {4}Image:\tnginx:1\.29\n/,
  );
});

test('undo warns of what apply remembers, and needs a revision to go back to', () => {
  const { stderr, code } = openConsole()('rollout undo deploy/web');
  expect(stderr).toMatch(/^Warning: resource deployments\/web was previously managed with 'kubectl apply'\. /);
  expect(stderr).toMatch(/\nerror: no rollout history found for deployment "web"\n$/);
  expect(code).toBe(1);
});

test('each restart replaces the pods', () => {
  const run = openConsole();
  const pods = (): string => run('get pods -o name').stdout;
  const before = pods();
  expect(run('rollout restart deploy web').stdout).toBe('deployment.apps/web restarted\n');
  const after = pods();
  run('rollout restart deploy web');
  expect(new Set([before, after, pods()]).size).toBe(3);
});

test('a paused Deployment waits with changes of its template', () => {
  const run = openConsole();
  expect(run('rollout pause deploy/web').stdout).toBe('deployment.apps/web paused\n');
  const before = run('get pods -o name').stdout;
  run('set image deploy/web main=nginx:1.30');
  expect(run('get pods -o name').stdout).toBe(before);
  expect(run('rollout pause deploy/web').stderr).toBe('error: deployments.apps "web" is already paused\n');
  expect(run('rollout resume deploy/web').stdout).toBe('deployment.apps/web resumed\n');
  expect(run('get pods -o name').stdout).not.toBe(before);
});

test('status: done, or how far it got and that it would go on', () => {
  expect(openConsole()('rollout status deploy/web').stdout).toBe('deployment "web" successfully rolled out\n');
  const stuck = openConsole(`# pods:\n#   default/web#0: {ready: false}\n#---\n${webManifest}`);
  expect(stuck('rollout status deploy/web')).toMatchObject({
    stdout: 'Waiting for deployment "web" rollout to finish: 1 of 2 updated replicas are available...\n',
    watching: true,
  });
  expect(stuck('rollout status deploy/web --timeout=1s')).toMatchObject({
    stderr: 'error: timed out waiting for the condition\n',
    code: 1,
  });
});

test.each([
  ['rollout status svc/web', 'error: no status viewer has been implemented for Service\n'],
  ['rollout history svc/web', 'error: no history viewer has been implemented for "Service"\n'],
  ['rollout restart svc/web', 'error: services "web" restarting is not supported\n'],
  ['rollout restart', 'error: required resource not specified\n'],
  ['rollout status deploy/nope', 'Error from server (NotFound): deployments.apps "nope" not found\n'],
])('kubectl %s is refused', (line, stderr) => {
  expect(openConsole()(line)).toMatchObject({ stdout: '', stderr, code: 1 });
});
