/** What the console says of itself, by language. */
import type { LineWords } from '../run-line.ts';
import type { Language } from '../view-models.ts';

const en: LineWords = {
  help: `kubectl get | describe | explain | apply -f manifest.yaml | delete | scale | label | annotate | patch | set
        create | expose | run | replace -f manifest.yaml | rollout | wait | exec | api-resources | version
  with -n, -A, -l, --show-labels, -o wide | yaml | json | name | jsonpath=...
dig, nslookup, curl, wget, nc, getent, hostname, env, cat /etc/resolv.conf   run in the Pod that is chosen in Traffic
manifest.yaml is the text in the editor.`,
  notSupported: (command) => `${command}: not part of the simulation. Type help for what there is.`,
  noPipes: 'This is no shell: one command a line, without pipes, redirections or open quotes.',
  needsPod: (command) => `${command} runs in a Pod. Choose one as the client in Traffic.`,
  watchEnds: 'Watching ends here: nothing changes until the next step.',
};

const zhCn: LineWords = {
  help: `kubectl get | describe | explain | apply -f manifest.yaml | delete | scale | label | annotate | patch | set
        create | expose | run | replace -f manifest.yaml | rollout | wait | exec | api-resources | version
  可用 -n、-A、-l、--show-labels、-o wide | yaml | json | name | jsonpath=...
dig、nslookup、curl、wget、nc、getent、hostname、env、cat /etc/resolv.conf   在“流量”面板选中的 Pod 里运行
manifest.yaml 就是编辑器里的文字。`,
  notSupported: (command) => `${command}：不在模拟范围内。输入 help 查看可用命令。`,
  noPipes: '这里不是 shell：一行一条命令，不支持管道、重定向，引号要成对。',
  needsPod: (command) => `${command} 要在 Pod 里运行。先在“流量”面板选一个 Pod 作客户端。`,
  watchEnds: '到此不再等待：下一步之前，什么都不会变。',
};

export const lineWords = (language: Language): LineWords => (language === 'en' ? en : zhCn);
