/** Commands that run in pods: `exec`, and pods made for one command. */
import { describe, expect, test } from 'vitest';
import { openConsole, webManifest } from './console.ts';

const two = `apiVersion: v1
kind: Pod
metadata: {name: two}
spec:
  initContainers: [{name: first, image: b}]
  containers: [{name: a, image: b, env: [{name: WHO, value: a}]}, {name: b, image: b, env: [{name: WHO, value: b}]}]
`;

describe('exec', () => {
  test('takes the first container, and says so where there are others', () => {
    const run = openConsole(two);
    expect(run('exec two -- printenv WHO')).toMatchObject({
      stdout: 'a\n',
      stderr: 'Defaulted container "a" out of: a, b, first (init)\n',
      code: 0,
    });
    expect(run('exec two -q -- printenv WHO').stderr).toBe('');
    expect(run('exec two -c b -- printenv WHO')).toMatchObject({ stdout: 'b\n', stderr: '' });
    expect(run('exec two -c c -- env')).toMatchObject({
      stderr: 'Error from server (BadRequest): container c is not valid for pod two\n',
      code: 1,
    });
  });

  test('an annotation names the container', () => {
    const annotated = (name: string): string =>
      two.replace('{name: two}', `{name: two, annotations: {kubectl.kubernetes.io/default-container: ${name}}}`);
    expect(openConsole(annotated('b'))('exec two -- printenv WHO')).toMatchObject({ stdout: 'b\n', stderr: '' });
    expect(openConsole(annotated('c'))('exec two -- env').stderr).toBe(
      'error: container c is not valid for pod two out of: a, b, first (init)\n',
    );
  });

  test('the command stands behind two dashes', () => {
    expect(openConsole(two)('exec two env')).toMatchObject({
      stderr:
        "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples\n",
      code: 1,
    });
  });

  test('a pod without a node runs nothing', () => {
    const scene = `# title: t\n# pods:\n#   default/two: {phase: Pending, node: none, ip: none}\n#---\n${two}`;
    expect(openConsole(scene)('exec two -- env').stderr).toContain(
      'Error from server (BadRequest): pod two does not have a host assigned\n',
    );
  });
});

describe('run for one command', () => {
  test('prints what it prints, and the pod goes', () => {
    const run = openConsole(webManifest);
    const { stdout, stderr, code, step } = run('run tmp --rm -it --image=busybox --restart=Never -- wget -qO- web');
    expect(stdout).toMatch(/^You've hit web-.*\npod "tmp" deleted from default namespace\n$/);
    expect({ stderr, code, step }).toEqual({ stderr: '', code: 0, step: undefined });
    expect(run('get pod tmp').stderr).toBe('Error from server (NotFound): pods "tmp" not found\n');
  });

  test('how it fails is told if it is not started again', () => {
    const run = openConsole(webManifest);
    expect(run('run tmp --rm -i --image=busybox --restart=Never -- wget -qO- nope')).toMatchObject({
      stdout: 'pod "tmp" deleted from default namespace\n',
      stderr: "wget: bad address 'nope'\npod default/tmp terminated (Error)\n",
      code: 1,
    });
  });

  test('without --rm the pod stays', () => {
    const run = openConsole(webManifest);
    expect(run('run tmp -i --image=busybox -- hostname').stdout).toBe('tmp\n');
    expect(run('get pod tmp -o jsonpath={.spec.restartPolicy}').stdout).toBe('OnFailure');
  });

  const see = "See 'kubectl run -h' for help and examples\n";
  test.each([
    ['run x --image=b --rm', `error: --rm should only be used for attached containers\n${see}`],
    ['run x --image=b -t', `error: -i/--stdin is required for containers with -t/--tty=true\n${see}`],
    ['run x --image=b --image-pull-policy=Now', `error: invalid image pull policy: Now\n${see}`],
    [
      'run x --image=b -i --dry-run=client',
      `error: --dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)\n${see}`,
    ],
  ])('%s', (line, stderr) => {
    expect(openConsole()(line)).toMatchObject({ stdout: '', stderr, code: 1 });
  });
});
