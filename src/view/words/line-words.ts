/** What the console says of itself, by language. kubectl's own words are English. */
import type { LineWords } from '../run-line.ts';
import type { Language } from '../view-models.ts';
import { kubectlUsage } from './kubectl-usage.ts';
import { insteadEn, insteadZhCn } from './line-instead.ts';

const en: LineWords = {
  help: `kubectl get | describe | explain | events | apply -f manifest.yaml | delete | scale | label | annotate | patch | set
        create | expose | run | replace -f manifest.yaml | rollout | wait | exec | api-resources | version
  with -n, -A, -l, --field-selector, --show-labels, --sort-by, -o wide | yaml | json | name | jsonpath=... | custom-columns=...
  kubectl COMMAND --help tells more of one; k stands for kubectl
dig, nslookup, curl, wget, nc, getent, hostname, env, cat /etc/resolv.conf, echo $WEB_SERVICE_HOST
  run in the Pod that is chosen in Traffic
| grep, head, tail, wc, sort, uniq, cut, awk '{print $1}', sed s/a/b/     read what the command before printed
;  &&  ||  $(...)  2>&1  <<EOF     as in a shell; several lines can be pasted at once
Tab completes, ↑ and ↓ bring back earlier lines, Ctrl+L or clear empties the console.
manifest.yaml is the text in the editor.`,
  kubectlHelp: (verb) => kubectlUsage(verb, 'en'),
  notSupported: (command) =>
    instead(
      `${command}: not part of the simulation.`,
      own(insteadEn, command) ?? likely(command, 'Did you mean', '?') ?? 'Type help for what there is.',
    ),
  instead: (command) => own(insteadEn, command),
  missing: {
    'open-quote': 'A quote is not closed.',
    'open-substitution': 'A parenthesis of $( ) is not closed.',
    'open-here-document':
      'The text behind << is not ended: its end word must stand alone on a line. Paste all lines at once.',
    syntax: 'A word is missing beside |, ; or &&, or a parenthesis is too many.',
    background: 'Nothing runs in the background here: leave out the &.',
    several: 'One command at a time.',
    'two-changes': 'Two commands of one pipe change the cluster. Type them one after the other.',
    variables:
      "The console keeps no variables. Write the value, or put a command in its place: curl $(kubectl get svc web -o jsonpath={.spec.clusterIP}). Variables of the Pod: echo, curl and the like know them. A text with $ in it: <<'EOF'.",
    files:
      'There are no files here but manifest.yaml, the text in the editor, and nothing is written. /dev/null is there.',
    loops: 'Loops and conditions are not part of the console. To send many requests, play 10 or 100 in Traffic.',
    terminal:
      'There is no terminal in the Pod. Name the command: kubectl exec POD -- nslookup web. Or choose the Pod as client in Traffic and type nslookup web here.',
    input:
      'Nothing was given to read. Paste all lines of kubectl apply -f - <<EOF … EOF at once, or use -f manifest.yaml.',
    network:
      'Nothing is fetched from the network. Paste the manifest into the editor, then kubectl apply -f manifest.yaml.',
  },
  filterForm: (command) =>
    `${command}: not in this form. It reads what a command before | prints, with its usual flags.`,
  needsPod: (command) => `${command} runs in a Pod. Choose one as the client in Traffic.`,
  watchEnds: 'Watching ends here: nothing changes until the next step.',
};

const zhCn: LineWords = {
  help: `kubectl get | describe | explain | events | apply -f manifest.yaml | delete | scale | label | annotate | patch | set
        create | expose | run | replace -f manifest.yaml | rollout | wait | exec | api-resources | version
  可用 -n、-A、-l、--field-selector、--show-labels、--sort-by、-o wide | yaml | json | name | jsonpath=... | custom-columns=...
  kubectl 命令 --help 查看单个命令的用法；k 就是 kubectl
dig、nslookup、curl、wget、nc、getent、hostname、env、cat /etc/resolv.conf、echo $WEB_SERVICE_HOST
  在“流量”面板选中的 Pod 里运行
| grep、head、tail、wc、sort、uniq、cut、awk '{print $1}'、sed s/a/b/     处理前一条命令的输出
;  &&  ||  $(...)  2>&1  <<EOF     与 shell 相同；可以一次粘贴多行
Tab 补全，↑ 和 ↓ 找回之前的命令，Ctrl+L 或 clear 清空控制台。
manifest.yaml 就是编辑器里的文字。`,
  kubectlHelp: (verb) => kubectlUsage(verb, 'zh-cn'),
  notSupported: (command) =>
    instead(
      `${command}：不在模拟范围内。`,
      own(insteadZhCn, command) ?? likely(command, '你是想输入', '吗？') ?? '输入 help 查看可用命令。',
      '',
    ),
  instead: (command) => own(insteadZhCn, command),
  missing: {
    'open-quote': '引号没有成对。',
    'open-substitution': '$( ) 的括号没有成对。',
    'open-here-document': '<< 之后的文字没有结束：结束词要单独占一行。请一次粘贴所有行。',
    syntax: '|、; 或 && 旁边缺少命令，或者多了一个括号。',
    background: '这里没有后台运行：去掉 &。',
    several: '一次只输入一条命令。',
    'two-changes': '同一条管道里有两个命令要修改集群。请分开输入。',
    variables:
      "控制台不保存变量。直接写值，或者写成命令：curl $(kubectl get svc web -o jsonpath={.spec.clusterIP})。Pod 里的变量：echo、curl 等命令可以用。文字里有 $ 时用 <<'EOF'。",
    files: '这里只有 manifest.yaml，也就是编辑器里的文字，不能写文件。/dev/null 可以用。',
    loops: '控制台没有循环和条件。要发很多请求，在“流量”面板里发 10 次或 100 次。',
    terminal:
      'Pod 里没有终端。写出要运行的命令：kubectl exec POD -- nslookup web。或者在“流量”面板选这个 Pod 作客户端，然后在这里输入 nslookup web。',
    input: '没有可读的内容。把 kubectl apply -f - <<EOF … EOF 的所有行一次粘贴进来，或者用 -f manifest.yaml。',
    network: '这里不访问网络。把清单粘贴到编辑器，再运行 kubectl apply -f manifest.yaml。',
  },
  filterForm: (command) => `${command}：不支持这种写法。它处理 | 前面命令的输出，可用常见的参数。`,
  needsPod: (command) => `${command} 要在 Pod 里运行。先在“流量”面板选一个 Pod 作客户端。`,
  watchEnds: '到此不再等待：下一步之前，什么都不会变。',
};

const instead = (sentence: string, other: string, between = ' '): string => `${sentence}${between}${other}`;

const own = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Names that are one slip away from `kubectl` and the programs. */
function likely(command: string, before: string, after: string): string | undefined {
  if (/^k?u?b?e?c?t?l?$/.test(command) && command.length > 3) return `${before} kubectl${after}`;
  const near = ['kubectl', 'nslookup', 'curl', 'dig', 'wget'].find((name) => oneSlip(command, name));
  return near && `${before} ${near}${after}`;
}

/** True where one letter is missing, too many, another one, or two are swapped. */
function oneSlip(typed: string, name: string): boolean {
  let at = 0;
  while (at < name.length && typed[at] === name[at]) at += 1;
  const [rest, wanted] = [typed.slice(at), name.slice(at)];
  const swapped = rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
  return rest === wanted.slice(1) || rest.slice(1) === wanted || rest.slice(1) === wanted.slice(1) || swapped;
}

export const lineWords = (language: Language): LineWords => (language === 'en' ? en : zhCn);
