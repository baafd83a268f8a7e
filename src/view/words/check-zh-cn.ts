/** 练习的检查项，以及现在看到的结果。 */
import { code, listed, say } from '../say.ts';
import type { Words } from '../view-models.ts';
import type { CheckWording } from './check-en.ts';

const names = (values: readonly string[]): Words => listed(values, '、', (n) => `另有 ${n} 个`, 6);

export const checkZhCn: CheckWording = {
  ready: (service, values) =>
    values.length === 0
      ? say`到 ${code(service)} 的连接到不了任何端点。`
      : say`到 ${code(service)} 的连接正好能到 ${names(values)}。`,
  pods: (service, values) =>
    values.length === 0
      ? say`到 ${code(service)} 的连接到不了任何 Pod。`
      : say`到 ${code(service)} 的连接正好能到这些 Pod：${names(values)}。`,
  count: (service, count) => say`到 ${code(service)} 的连接能到 ${count} 个端点。`,
  subsets: (object, count) => say`Endpoints ${code(object)} 有 ${count} 个子集。`,
  exists: (object) => say`对象 ${code(object)} 存在。`,
  field: (object, path, value) => say`${code(object)} 的 ${code(path)} 是 ${code(value)}。`,
  dnsCode: (name, type, rcode) => say`查询 ${code(`${name} ${type}`)} 的结果是 ${code(rcode)}。`,
  dnsAnswer: (name, type, values) => say`查询 ${code(`${name} ${type}`)} 的回答是 ${names(values)}。`,
  dnsAny: (name, type) => say`查询 ${code(`${name} ${type}`)}。`,
  traffic: (from, to, outcome) => say`从 ${code(from)} 到 ${code(to)}：${outcome}`,
  trafficTo: (values) => say`，应答的是 ${names(values)}`,
  trafficSource: (source) => say`，源地址${source}`,
  end: '。',
  problems: () => say`没有对象被拒绝。`,
  unchanged: (values) => say`保持原样：${names(values)}。`,
  inState: (state) => say`（状态 ${state}）`,
  observed: {
    nothing: () => say`没有这个状态`,
    endpoints: (values) => (values.length === 0 ? say`什么都到不了` : names(values)),
    object: (values) => (values.length === 0 ? say`没有这个值` : names(values)),
    changed: (values) => say`有改动：${names(values)}`,
  },
};
