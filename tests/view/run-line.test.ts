import { describe, expect, test } from 'vitest';
import { insertStep, simulate } from '../../src/sim/index.ts';
import { runLine, type LineResult } from '../../src/view/run-line.ts';
import { kubectlCommands, kubectlUsage } from '../../src/view/words/kubectl-usage.ts';
import { insteadEn, insteadZhCn } from '../../src/view/words/line-instead.ts';
import { lineWords } from '../../src/view/words/line-words.ts';
import type { Language } from '../../src/view/view-models.ts';
import { webManifest } from '../sim/kubectl/console.ts';

const manifest = `${webManifest}---
apiVersion: v1
kind: Pod
metadata: {name: client}
spec: {containers: [{name: main, image: busybox}]}
`;

/** A console whose steps are taken, as the page takes them. */
function open(language: Language = 'en', from = 'pod default/client'): (line: string) => LineResult {
  let scene = manifest;
  let simulation = simulate(scene);
  return (line) => {
    const state = simulation.states.at(-1);
    if (!state) throw new Error('no state');
    const result = runLine(state, line, { from, words: lineWords(language) });
    if (result.step) {
      const at = simulation.states.length - 1;
      scene = insertStep(scene, at, { action: 'kubectl', args: result.step }, result.input).text;
      simulation = simulate(scene, { previous: simulation });
      // What the console said is what the step does.
      expect(simulation.states.at(-1)?.apply?.code).toBe(result.code);
    }
    return result;
  };
}

const service = (name: string, port: number): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {ports: [{port: ${port}}]}\n`;

describe('a manifest that is typed', () => {
  test('kubectl apply -f - reads a here-document, and the step holds it', () => {
    const run = open();
    expect(run(`kubectl apply -f - <<EOF\n${service('typed', 81)}---\n${service('other', 82)}EOF`)).toMatchObject({
      stdout: 'service/typed created\nservice/other created\n',
      code: 0,
      step: ['apply', '-f', '-'],
      input: `${service('typed', 81)}---\n${service('other', 82)}`,
    });
    expect(run('kubectl get svc typed -o jsonpath={.spec.ports[0].port}').stdout).toBe('81');
    expect(run(`kubectl delete -f - <<EOF\n${service('typed', 81)}EOF`).stdout).toBe(
      'service "typed" deleted from default namespace\n',
    );
  });

  test('so does a pipe, from cat, from sed and from a dry run', () => {
    const run = open();
    expect(run(`cat <<'EOF' | kubectl apply -f -\n${service('a', 80)}EOF`).stdout).toBe('service/a created\n');
    expect(run("kubectl get svc a -o yaml | sed 's/port: 80/port: 81/' | kubectl apply -f -").stdout).toContain(
      'service/a configured',
    );
    const made = 'kubectl create deployment d --image=nginx --dry-run=client -o yaml';
    expect(run(`${made} | kubectl apply -f -`).stdout).toBe('deployment.apps/d created\n');
    expect(run('kubectl get -f - < manifest.yaml').stdout).toContain('pod/client');
  });

  test('its errors name STDIN, and nothing to read is said', () => {
    const run = open();
    expect(run('kubectl apply -f - <<EOF\na: [b\nEOF').stderr).toContain('error parsing STDIN');
    expect(run('kubectl apply -f - <<EOF\nEOF').stderr).toBe('error: no objects passed to apply\n');
    expect(run('kubectl apply -f -')).toMatchObject({ code: 1, stderr: expect.stringContaining('<<EOF') });
    expect(run('kubectl apply -f https://example.com/a.yaml').stderr).toContain('network');
  });
});

describe('a shell around the commands', () => {
  test.each<readonly [string, string]>([
    ['kubectl get pods --no-headers | grep -c web', '2\n'],
    ['kubectl get svc web -o name | cut -d/ -f2', 'web\n'],
    ['kubectl get nope 2>&1 | grep -o nope', 'nope\n'],
    ['kubectl get nope 2>/dev/null', ''],
    ['kubectl get nope &>/dev/null', ''],
    ['kubectl get nope 2>&1 >/dev/null', 'error: the server doesn\'t have a resource type "nope"\n'],
    ['kubectl get nope >/dev/null 2>&1', ''],
    ['k get svc web --no-headers | wc -l', '1\n'],
    ['echo a "b  c"', 'a b  c\n'],
    ['echo -n a', 'a'],
    ['cat manifest.yaml | head -1', 'apiVersion: apps/v1\n'],
    ['# nothing', ''],
  ])('%s', (line, stdout) => {
    expect(open()(line)).toMatchObject({ stdout, stderr: '' });
  });

  test('a command in its place is run first; it may only read', () => {
    const run = open();
    const ip = run('kubectl get svc web -o jsonpath={.spec.clusterIP}').stdout;
    expect(run('echo $(kubectl get svc web -o jsonpath={.spec.clusterIP}):80').stdout).toBe(`${ip}:80\n`);
    expect(run('echo "`kubectl get svc web -o jsonpath={.spec.clusterIP}`"').stdout).toBe(`${ip}\n`);
    expect(run('kubectl describe $(kubectl get pods -l app=web -o name) | grep -c ^Name:').stdout).toBe('2\n');
    expect(run('echo $(kubectl delete pod client)')).toMatchObject({ stdout: '\n' });
    expect(run('kubectl get pod client -o name').stdout).toBe('pod/client\n');
  });

  test("programs in the pod know the pod's variables, and kubectl says nothing around them", () => {
    const run = open();
    const ip = run('kubectl get svc web -o jsonpath={.spec.clusterIP}').stdout;
    expect(run('echo $WEB_SERVICE_HOST:$WEB_SERVICE_PORT').stdout).toBe(`${ip}:80\n`);
    expect(run("echo '$WEB_SERVICE_HOST'").stdout).toBe('$WEB_SERVICE_HOST\n');
    expect(run('env | grep ^WEB_SERVICE_HOST').stdout).toBe(`WEB_SERVICE_HOST=${ip}\n`);
    expect(run('nslookup nope')).toMatchObject({ code: 1, stderr: '' });
    expect(open('en', 'external')('echo $WEB_SERVICE_HOST').stdout).toBe('\n');
  });

  test('sh -c in a pod runs its commands there', () => {
    const run = open();
    expect(run("kubectl exec client -- sh -c 'env | grep -c ^WEB_SERVICE_'").stdout).toBe('2\n');
    expect(run("kubectl exec client -- sh -c 'echo $HOSTNAME; nslookup nope >/dev/null; echo $?'").stdout).toBe(
      'client\n1\n',
    );
    expect(run("kubectl exec client -- sh -c 'ping web || echo no'")).toMatchObject({
      stdout: 'no\n',
      stderr: 'sh: ping: not found\n',
      code: 0,
    });
    expect(run("kubectl exec client -- sh -c 'kubectl get pods'")).toMatchObject({
      stderr: 'sh: kubectl: not found\ncommand terminated with exit code 127\n',
      code: 127,
    });
    expect(run("kubectl exec nope -- sh -c 'env | head'").stderr).toBe(
      'Error from server (NotFound): pods "nope" not found\n',
    );
  });
});

describe.each(['en', 'zh-cn'] as const)('what there is not, in %s', (language) => {
  const words = lineWords(language);

  test.each<readonly [string, string]>([
    ['kubectl get svc $NAME', words.missing.variables],
    ['NAME=web', words.missing.variables],
    ['export NAME=web', words.missing.variables],
    ['kubectl get svc > out.txt', words.missing.files],
    ['for i in 1 2 3; do curl web; done', words.missing.loops],
    ["kubectl exec client -- sh -c 'while true; do curl web; done'", words.missing.loops],
    ['kubectl exec -it client -- sh', words.missing.terminal],
    ['nslookup', words.missing.terminal],
    ['kubectl run tmp --rm -it --image=busybox -- /bin/sh', words.missing.terminal],
    ['kubectl get svc "', words.missing['open-quote']],
    ['kubectl get svc &', words.missing.background],
    ['kubectl get svc; kubectl get ep', words.missing.several],
    ['kubectl get svc | awk {system}', words.filterForm('awk')],
    ['curl web', words.needsPod('curl')],
    ['foo', words.notSupported('foo')],
  ])('%s', (line, sentence) => {
    const result = open(language, line === 'curl web' ? 'external' : undefined)(line);
    expect(result.stderr).toBe(`${sentence}\n`);
    expect(result.code).not.toBe(0);
    expect(result.step).toBeUndefined();
  });

  test('a command of kubectl or a program that is left out says what to use', () => {
    const run = open(language);
    for (const [line, name] of [
      ['kubectl logs client', 'logs'],
      ['kubectl edit svc web', 'edit'],
      ['kubectl port-forward svc/web 80', 'port-forward'],
      ['kubectl create configmap c', 'create configmap'],
      ['kubectl set env deploy/web A=b', 'set'],
      ['kubectl create job j --image=x', 'create'],
      ['kubectl exec client -- ping web', 'ping'],
      ['ping web', 'ping'],
      ['jq .', 'jq'],
    ] as const)
      expect(run(line).stderr, line).toContain(words.instead(name));
  });

  test('a slip of the finger is seen', () => {
    for (const typed of ['kubctl', 'kubetcl', 'kubeclt', 'kubectll', 'kubect'])
      expect(words.notSupported(typed), typed).toContain(' kubectl');
    expect(words.notSupported('nslokup')).toContain('nslookup');
    expect(words.notSupported('constructor')).not.toContain('native');
  });

  test('every command tells how it is used', () => {
    const run = open(language);
    const all = run('kubectl --help').stdout;
    expect(run('kubectl').stdout).toBe(all);
    expect(run('kubectl help').stdout).toBe(all);
    for (const command of kubectlCommands) {
      expect(all).toContain(`\n  ${command} `);
      expect(run(`kubectl ${command} --help`).stdout).toBe(`${kubectlUsage(command, language)}\n`);
      expect(run(`kubectl help ${command}`).stdout).toContain(`kubectl ${command}`);
    }
    expect(run('kubectl rollout').stdout).toContain('kubectl rollout');
    expect(run('help').stdout).toBe(`${words.help}\n`);
  });
});

test('both languages say something of the same names', () => {
  expect(Object.keys(insteadZhCn)).toEqual(Object.keys(insteadEn));
});
