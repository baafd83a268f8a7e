/** How kubectl's commands are used here: their forms, and a line on each in both languages. Not kubectl's own text. */
import type { Language } from '../view-models.ts';

interface Usage {
  readonly en: string;
  readonly zhCn: string;
  readonly forms: readonly string[];
}

const selectors = '[-l app=web] [--field-selector spec.type=NodePort] [-n NAMESPACE | -A]';
const read = (command: string): readonly string[] => [
  `kubectl ${command} TYPE [NAME...] ${selectors}`,
  `kubectl ${command} TYPE/NAME...`,
  `kubectl ${command} -f manifest.yaml`,
];
const dryRun = '[--dry-run=client|server] [-o yaml|json|name]';

const usages: Readonly<Record<string, Usage>> = {
  get: {
    en: 'Lists objects, one line each, or prints them.',
    zhCn: '列出对象，一行一个；也可以完整打印。',
    forms: [
      ...read('get'),
      '  -o wide | yaml | json | name | kyaml | jsonpath=... | go-template=... | custom-columns=NAME:.metadata.name,...',
      '  --show-labels  -L LABEL,...  --sort-by=.spec.type  --no-headers  --ignore-not-found  -w',
    ],
  },
  describe: { en: 'Tells of objects, with their events.', zhCn: '说明对象的细节和事件。', forms: read('describe') },
  explain: {
    en: 'Tells which fields a kind has.',
    zhCn: '说明一种对象有哪些字段。',
    forms: ['kubectl explain TYPE[.FIELD...] [--recursive]'],
  },
  apply: {
    en: 'Makes the cluster as a manifest says.',
    zhCn: '让集群变成清单所写的样子。',
    forms: [`kubectl apply -f manifest.yaml ${dryRun}`, 'kubectl apply -f - <<EOF … EOF'],
  },
  create: {
    en: 'Makes a new object.',
    zhCn: '创建新对象。',
    forms: [
      'kubectl create -f manifest.yaml',
      'kubectl create service clusterip|nodeport|loadbalancer NAME --tcp=80:8080',
      'kubectl create service clusterip NAME --clusterip=None',
      'kubectl create service externalname NAME --external-name=HOST',
      'kubectl create deployment NAME --image=IMAGE [--replicas=3] [--port=8080]',
      'kubectl create namespace NAME',
      `  ${dryRun}`,
    ],
  },
  expose: {
    en: 'Makes a Service for what is there.',
    zhCn: '为已有的对象创建 Service。',
    forms: [
      'kubectl expose deployment|pod|service|replicaset NAME [--port=80] [--target-port=8080] [--name=NAME] [--type=NodePort]',
    ],
  },
  run: {
    en: 'Makes a Pod, or runs one command in a new one.',
    zhCn: '创建 Pod，或在新 Pod 里运行一条命令。',
    forms: [
      'kubectl run NAME --image=IMAGE [--port=80] [--labels=app=web] [--expose] [--env=NAME=VALUE]',
      'kubectl run NAME --rm -i --restart=Never --image=busybox -- nslookup web',
    ],
  },
  delete: {
    en: 'Deletes objects.',
    zhCn: '删除对象。',
    forms: [
      'kubectl delete TYPE NAME...',
      'kubectl delete TYPE -l app=web',
      'kubectl delete TYPE --all',
      'kubectl delete -f manifest.yaml',
    ],
  },
  scale: {
    en: 'Changes how many Pods a workload keeps.',
    zhCn: '改变工作负载保持的 Pod 数量。',
    forms: ['kubectl scale deployment|statefulset|replicaset NAME --replicas=3'],
  },
  label: {
    en: 'Changes labels.',
    zhCn: '修改标签。',
    forms: [
      'kubectl label TYPE NAME app=web [--overwrite]',
      'kubectl label TYPE NAME app-',
      'kubectl label TYPE --all|-l app=web tier=front',
    ],
  },
  annotate: {
    en: 'Changes annotations.',
    zhCn: '修改注解。',
    forms: ["kubectl annotate TYPE NAME note='any text' [--overwrite]", 'kubectl annotate TYPE NAME note-'],
  },
  patch: {
    en: 'Changes fields of an object.',
    zhCn: '修改对象的字段。',
    forms: [
      `kubectl patch TYPE NAME -p '{"spec":{"selector":{"app":"web"}}}' [--type=strategic|merge]`,
      `kubectl patch TYPE NAME --type=json -p '[{"op":"replace","path":"/spec/ports/0/targetPort","value":8080}]'`,
    ],
  },
  set: {
    en: 'Changes an image or a selector.',
    zhCn: '修改镜像或选择算符。',
    forms: ['kubectl set image deployment/NAME CONTAINER=IMAGE', 'kubectl set selector service NAME app=web'],
  },
  replace: {
    en: 'Puts a manifest in the place of what is there.',
    zhCn: '用清单替换已有的对象。',
    forms: ['kubectl replace -f manifest.yaml'],
  },
  rollout: {
    en: 'Follows and steers how a workload replaces its Pods.',
    zhCn: '查看和控制工作负载替换 Pod 的过程。',
    forms: ['kubectl rollout status|history|restart|undo|pause|resume deployment/NAME'],
  },
  wait: {
    en: 'Waits for a condition. Here it is met already, or never.',
    zhCn: '等待条件成立。这里要么已经成立，要么永远不会。',
    forms: ['kubectl wait --for=condition=Ready pod/NAME', 'kubectl wait --for=delete pod/NAME'],
  },
  exec: {
    en: 'Runs one command in a Pod.',
    zhCn: '在 Pod 里运行一条命令。',
    forms: ['kubectl exec POD [-c CONTAINER] -- nslookup web', "kubectl exec deploy/NAME -- sh -c 'env | grep WEB'"],
  },
  events: {
    en: 'Lists events.',
    zhCn: '列出事件。',
    forms: ['kubectl events [--for TYPE/NAME] [--types=Warning] [-n NAMESPACE | -A]'],
  },
  'api-resources': {
    en: 'Lists the kinds.',
    zhCn: '列出各种对象。',
    forms: ['kubectl api-resources [--namespaced=true|false] [-o name|wide]'],
  },
  'api-versions': { en: 'Lists the API versions.', zhCn: '列出 API 版本。', forms: ['kubectl api-versions'] },
  version: { en: 'Tells the versions.', zhCn: '显示版本。', forms: ['kubectl version [--client]'] },
};

/** The commands, or with a `verb` its forms; undefined for a word that is none. */
export function kubectlUsage(verb: string, language: Language): string | undefined {
  const wordsOf = (usage: Usage): string => (language === 'en' ? usage.en : usage.zhCn);
  if (verb === '') {
    const lines = Object.entries(usages).map(([name, usage]) => `  ${name.padEnd(16)}${wordsOf(usage)}`);
    return ['kubectl COMMAND [TYPE] [NAME] [flags]', '', ...lines, '', 'kubectl COMMAND --help'].join('\n');
  }
  const usage = Object.hasOwn(usages, verb) ? usages[verb] : undefined;
  return usage && [wordsOf(usage), '', ...usage.forms].join('\n');
}

/** The commands, for completion. */
export const kubectlCommands: readonly string[] = Object.keys(usages);
