import { describe, expect, test } from 'vitest';
import { commonStart, completeLine } from '../../../src/view/console/complete-line.ts';
import type { ConsoleView } from '../../../src/view/console/console-model.ts';

const view: ConsoleView = {
  commands: ['get', 'describe', 'delete', 'create', 'exec', 'rollout'],
  kinds: [
    { words: ['services', 'svc', 'service'], names: ['db', 'shop/cart', 'web', 'web-admin'] },
    { words: ['endpoints', 'ep', 'endpoints'], names: ['web'] },
    { words: ['endpointslices', 'endpointslice'], names: ['web-abc'] },
    { words: ['pods', 'po', 'pod'], names: ['client', 'web-1', 'web-2'] },
    { words: ['deployments', 'deploy', 'deployment'], names: ['web'] },
    { words: ['namespaces', 'ns', 'namespace'], names: ['default', 'shop'] },
    { words: ['nodes', 'no', 'node'], names: ['node-a'] },
  ],
};

/** The caret stands at `|`, written as `¦` so that pipes can stand beside it. */
const at = (marked: string): readonly string[] => {
  const caret = marked.indexOf('¦');
  return completeLine(marked.replace('¦', ''), caret, view).candidates;
};

describe('Tab completes', () => {
  test.each<readonly [string, readonly string[]]>([
    ['kube¦', ['kubectl ']],
    ['kubectl de¦', ['delete ', 'describe ']],
    ['k g¦', ['get ']],
    ['kubectl get servi¦', ['services ']],
    ['kubectl get endpoint¦', ['endpoints ', 'endpointslices ']],
    ['kubectl get svc w¦', ['web ', 'web-admin ']],
    ['kubectl get svc web w¦', ['web-admin ']],
    ['kubectl get services,po¦', ['pods ']],
    ['kubectl get svc/we¦', ['web ', 'web-admin ']],
    ['kubectl get svc/web pod/c¦', ['client ']],
    ['kubectl get pods -n ¦', ['default ', 'shop ']],
    ['kubectl -n shop get svc ¦', ['cart ']],
    ['kubectl get svc -n shop ¦', ['cart ']],
    ['kubectl get svc --namespace=sh¦', ['shop ']],
    ['kubectl get svc -o y¦', ['yaml ']],
    ['kubectl get svc -ojson¦', []],
    ['kubectl get svc -o=js¦', ['json ', 'jsonpath=']],
    ['kubectl get --show-l¦', ['--show-labels ']],
    ['kubectl describe no ¦', ['node-a ']],
    ['kubectl create service no¦', ['nodeport ']],
    ['kubectl rollout sta¦', ['status ']],
    ['kubectl rollout status deploy/¦', ['web ']],
    ['kubectl rollout status deployment ¦', ['web ']],
    ['kubectl exec cl¦', ['client ']],
    ['kubectl exec client -- nsl¦', ['nslookup ']],
    ['kubectl exec client -- nslookup we¦', ['web ', 'web-admin ']],
    ['kubectl apply -f ¦', ['manifest.yaml ']],
    ['curl w¦', ['web ', 'web-admin ']],
    ['curl http://d¦', ['db ']],
    ['dig web.d¦', ['web.default.svc.cluster.local ']],
    ['curl ca¦', ['cart.shop ']],
    ['cat /¦', ['/etc/resolv.conf ']],
    ['kubectl get pods | gr¦', ['grep ']],
    ['kubectl get pods; kubectl get n¦', ['namespaces ', 'nodes ']],
    ['curl $(kubectl get sv¦', []],
    ['curl $(kubectl get serv¦', ['services ']],
    ['kubectl get pods -l app=w¦', []],
    ['nonsense we¦', []],
    ['kubectl get nope ¦', []],
  ])('%s', (marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  test('in the middle of a line only what stands before the caret counts', () => {
    const line = 'kubectl get serv web';
    expect(completeLine(line, 'kubectl get serv'.length, view)).toEqual({
      from: 12,
      to: 16,
      candidates: ['services '],
    });
  });

  test('what all candidates begin with is put in at once', () => {
    expect(commonStart(['web ', 'web-admin '])).toBe('web');
    expect(commonStart([])).toBe('');
  });
});
