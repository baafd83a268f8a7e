/** 编辑器的帮助：字段在这个集群里起什么作用。 */
import { code, listed, say } from '../say.ts';
import type { Words } from '../view-models.ts';
import type { HelpWords } from './help-en.ts';

const names = (all: readonly string[]): Words => listed(all, '、', (n) => `另外 ${n} 个`);

export const helpZhCn: HelpWords = {
  podsHave: (n) => `${n} 个 Pod 带有`,
  selectedBy: (service) => `Service ${service} 要求`,
  portOf: (service) => `Service ${service} 的端口`,
  sameObject: '在这个对象里',
  ownService: '这个切片所属的 Service',
  line: (n) => `第 ${n} 行`,
  snippet: {
    service: '带选择器的 Service',
    headless: '没有自己地址的 Service',
    externalName: '指向集群外名字的别名',
    endpoints: '手写的列表',
    slice: '手写的切片',
    deployment: '两个相同的 Pod，少了会自动补上',
    pod: '一个 Pod',
  },
  selects: (matching) =>
    matching.length === 0 ? say`没有选中任何 Pod。` : say`选中 ${matching.length} 个 Pod：${names(matching)}。`,
  selectsNothing: () => say`没有选择器，列表就没人写，要自己手写。`,
  pair: (pair, n, namespace) =>
    n === 0
      ? say`命名空间 ${code(namespace)} 里没有 Pod 带有 ${code(pair)}。`
      : say`命名空间 ${code(namespace)} 里有 ${n} 个 Pod 带有 ${code(pair)}。`,
  target: (target, port, on) =>
    port === undefined
      ? say`在 ${names(on)} 上找不到 ${code(target)}。`
      : say`${code(target)} → ${code(port)}，在 ${names(on)} 上。`,
  noTarget: () => say`没有选中任何 Pod，所以不查 Pod 的端口。`,
  leadsTo: (service, port) => say`Service ${code(service)} 的端口 ${code(port)} 指向这里。`,
  nobodyLeads: () => say`没有 Service 指向这个端口。`,
  resolves: (name, address) => say`${code(name)} 解析为 ${code(address)}。`,
  fails: (name, rcode) => say`${code(name)}：DNS 回答 ${code(rcode)}。`,
  inList: (n, out) => say`列表里有 ${n} 个${out > 0 ? `，另有 ${out} 个不在列或未就绪` : ''}。`,
  listOf: (service, address) => say`Service ${code(service)}（${code(address)}）的列表。`,
  noServiceOfName: (name, near) =>
    near === ''
      ? say`没有叫 ${code(name)} 的 Service：没人读这张列表。`
      : say`没有叫 ${code(name)} 的 Service：没人读这张列表。最接近的名字是 ${code(near)}。`,
  overwritten: (service) => say`Service ${code(service)} 有选择器：控制器会重写这张列表。`,
  selectedByServices: (services) =>
    services.length === 0 ? say`没有 Service 选中这些标签。` : say`被 ${names(services)} 选中。`,
  joins: (port, service) => say`对应 Service ${code(service)} 的端口 ${code(port === '' ? '（未命名）' : port)}。`,
  joinsNone: (service, wanted) =>
    say`Service ${code(service)} 没有叫这个名字的端口；它的端口是 ${names(wanted.map((name) => name || '""'))}。`,
  addressOf: (owner) => say`这是 ${code(owner)} 的地址。`,
  addressOutside: () => say`在集群外部。`,
  addressNobody: () => say`在 Pod 网段里，但没有 Pod 用它。`,
  clusterIP: (ip) => (ip === 'None' ? say`无头服务：没有自己的地址。` : say`它的地址是 ${code(ip)}。`),
  nodePorts: (ports) => say`在每个节点上，端口是 ${names(ports)}。`,
  replicas: (ready, all) => say`${all} 个 Pod 中有 ${ready} 个就绪。`,
  ownLabels: (fit) => (fit ? say`模板带有这些标签。` : say`模板没有这些标签：对象会被拒绝。`),
  noNamespace: (name) => say`没有命名空间 ${code(name)}。`,
  inNamespace: (n, name) => say`命名空间 ${code(name)} 里有 ${n} 个 Pod。`,
};
