/** 一个 Service 的状态，几个字说清；贴进来的文字里收下了什么。 */
import { code, listed, say, strong } from '../say.ts';
import type { Words } from '../view-models.ts';
import { fact, list, text } from './facts.ts';
import { ofKind } from './reason-words.ts';
import type { ServiceWords } from './service-words.ts';

const names = (values: readonly string[]): Words => listed(values, '、', (n) => `另有 ${n} 个`, 1);

export const servicesZhCn: ServiceWords = {
  of: {
    pods: (ready, all) => say`${all} 个中 ${ready} 个就绪`,
    typed: (ready, all) => say`手写 ${all} 个，可用 ${ready} 个`,
    left: (ready, all) => say`以前留下 ${all} 个，可用 ${ready} 个`,
  },
  none: say`${strong('没有端点')}`,
  because: (state, cause) => say`${state}，${cause}`,
  alias: (name) => say`ExternalName → ${code(name)}`,
  noPods: say`命名空间里没有 Pod`,
  refused: say`被 API 服务器拒绝`,
  refusedFor: (field) => say`被 API 服务器拒绝：${code(field)}`,
  noNamespace: (name) => say`被 API 服务器拒绝：没有命名空间 ${code(name)}`,
  notServed: say`没有同名的 Service`,
  cause: {
    Ready: () => say`就绪`,
    PublishNotReadyAddresses: () => say`未就绪也发布`,
    TypedByHand: () => say`手写`,
    NotReady: (r, who) =>
      text(r.facts, 'phase') === 'Running'
        ? say`未就绪：${names(who)}`
        : say`处于 ${text(r.facts, 'phase')} 阶段：${names(who)}`,
    Terminating: (_, who) => say`正在终止：${names(who)}`,
    TypedNotReady: (_, who) => say`手写为未就绪：${names(who)}`,
    LabelDiffers: (r, who) =>
      who.length > 0 || text(r.facts, 'nearest') !== ''
        ? say`标签 ${fact(r.facts, 'key')} 不匹配${on(who)}`
        : say`没有 Pod 带 ${code(`${text(r.facts, 'key')}=${text(r.facts, 'wanted')}`)}`,
    LabelMissing: (r, who) =>
      who.length > 0 ? say`没有标签 ${fact(r.facts, 'key')}${on(who)}` : say`没有 Pod 带标签 ${fact(r.facts, 'key')}`,
    OtherNamespace: (r, who) =>
      r.object?.kind === 'Endpoints'
        ? say`它的 Endpoints 在命名空间 ${fact(r.facts, 'found')} 里`
        : say`在另一个命名空间：${names(who)}`,
    PortNameNotFound: (r, who) => say`没有端口名 ${fact(r.facts, 'wanted')}：${names(who)}`,
    PortProtocolDiffers: (r, who) =>
      say`端口协议是 ${text(r.facts, 'found')}，不是 ${text(r.facts, 'protocol')}：${names(who)}`,
    ScaledToZero: (r) => say`${code(r.object?.name ?? '')} 写了 ${code('replicas: 0')}`,
    PodsLeftOut: (r) =>
      r.facts?.['refused'] === true
        ? say`带这些标签的 ${code(ofKind(r))} 被拒绝`
        : say`带这些标签的 ${code(ofKind(r))} 不在模拟范围内`,
    NotBound: (_, who) => say`还没有调度：${names(who)}`,
    NoAddress: (_, who) => say`没有地址：${names(who)}`,
    NodeNotFound: (r, who) => say`所在节点 ${fact(r.facts, 'node')} 不存在：${names(who)}`,
    Succeeded: (_, who) => say`已运行结束：${names(who)}`,
    Failed: (_, who) => say`已失败：${names(who)}`,
    FamilyAbsent: (r, who) => say`没有 ${list(r.facts, 'families').join('、')} 地址：${names(who)}`,
    EndpointsUpdateFailed: () => say`Endpoints 没写成`,
    OverCapacity: (r) => say`超过 ${text(r.facts, 'limit')} 个地址`,
    OverwrittenByController: () => say`手写的 Endpoints 已被覆盖`,
    NoSelector: () => say`没有选择器，也没有地址`,
    EndpointsWithoutService: () => say`没有同名的 Service`,
    EndpointsNameDiffers: (r) => say`它的 Endpoints 叫 ${fact(r.facts, 'found')}`,
    ExternalNameHasNoEndpoints: () => say`别名`,
    ExternalNameIsAddress: () => say`是地址，不是名字`,
    LeftFromBefore: () => say`以前留下来的`,
    PortNameDiffers: (r) =>
      text(r.facts, 'wanted') === ''
        ? say`端口名 ${fact(r.facts, 'found')} 只有列表里有`
        : say`列表里没有端口名 ${fact(r.facts, 'wanted')}`,
    PortsMissing: () => say`列表没有写端口`,
    NotFirstAddress: (_, who) => say`不是所属端点的第一个地址：${names(who)}`,
    NotMirrored: () => say`它的 Endpoints 没有镜像`,
  },
  taken: (kinds) => say`收下：${kinds}。`,
  left: (kinds) => say`只保存、不模拟：${kinds}。`,
  refusedDocuments: (kinds) => say`被拒绝：${kinds}。`,
  unread: (n) => say`没读：${n} 份文档。`,
  kinds: (all) => all.map(([kind, n]) => `${kind} ${n} 个`).join('、'),
};

const on = (who: readonly string[]): Words => (who.length > 0 ? say`：${names(who)}` : []);
