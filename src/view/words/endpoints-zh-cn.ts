/** Pod 或地址为什么在列、未就绪或不在列。 */
import { code, differing, listed, say, strong } from '../say.ts';
import { fact, list, text } from './facts.ts';
import { nameOf, ofKind, type ReasonWords } from './reason-words.ts';

const names = (values: readonly string[]): ReturnType<typeof say> => listed(values, '、', (n) => `另有 ${n} 个`);

export const endpointsZhCn: ReasonWords['endpoints'] = {
  Ready: () => say`Ready 状况为真`,
  PublishNotReadyAddresses: () => say`未就绪也照样发布：${code('publishNotReadyAddresses')} 为 true`,
  TypedByHand: () => say`手写的地址，没人检查`,
  NotReady: (r) =>
    text(r.facts, 'phase') === 'Running'
      ? say`Ready 状况为假，不接流量`
      : say`阶段为 ${fact(r.facts, 'phase')}：已有地址，但还没就绪`,
  TypedNotReady: (r) => (r.facts?.['terminating'] === true ? say`手写为正在终止` : say`手写为未就绪，不接流量`),
  Terminating: (r) =>
    r.facts?.['serving'] === true
      ? say`正在删除：Endpoints 里没有它，切片里还留着，标为 serving`
      : say`正在删除：Endpoints 里没有它，它也不再服务`,
  LabelDiffers: (r) =>
    r.object?.kind === 'Service'
      ? say`${strong('这个选择器一个 Pod 也没选中。')}没有 Pod 带标签 ${pair(r.facts, 'wanted')}；现有的 ${fact(r.facts, 'key')} 是 ${names(list(r.facts, 'found'))}。`
      : say`标签是 ${text(r.facts, 'key')}=${differing(text(r.facts, 'found'), text(r.facts, 'wanted'))}，选择器要 ${text(r.facts, 'key')}=${differing(text(r.facts, 'wanted'), text(r.facts, 'found'))}`,
  LabelMissing: (r) =>
    r.object?.kind === 'Service'
      ? say`${strong('这个选择器一个 Pod 也没选中。')}命名空间里没有 Pod 带 ${fact(r.facts, 'key')} 标签。`
      : text(r.facts, 'nearest') === ''
        ? say`没有标签 ${fact(r.facts, 'key')}`
        : say`没有标签 ${fact(r.facts, 'key')}，却有 ${code(`${text(r.facts, 'nearest')}=${text(r.facts, 'found')}`)}`,
  OtherNamespace: (r) =>
    r.object?.kind === 'Endpoints'
      ? say`${strong('列表在另一个命名空间。')}同名的 Endpoints 在 ${fact(r.facts, 'found')}，Service 在 ${fact(r.facts, 'wanted')}。`
      : say`在命名空间 ${fact(r.facts, 'found')} 里；选择器只管自己的命名空间 ${fact(r.facts, 'wanted')}`,
  PortNameNotFound: (r) =>
    list(r.facts, 'found').length === 0
      ? say`没有叫 ${fact(r.facts, 'wanted')} 的容器端口；它的端口都没有名字`
      : say`没有叫 ${fact(r.facts, 'wanted')} 的容器端口；现有 ${names(list(r.facts, 'found'))}`,
  PortProtocolDiffers: (r) =>
    isList(r)
      ? say`在列，但协议对不上：列表里是 ${text(r.facts, 'found')}，Service 里是 ${text(r.facts, 'protocol')}`
      : say`端口 ${fact(r.facts, 'wanted')} 的协议是 ${text(r.facts, 'found')}，Service 要 ${text(r.facts, 'protocol')}`,
  ScaledToZero: (r) =>
    say`${strong('没有 Pod 可列。')}${code(nameOf(r))} 的 Pod 带有这些标签，但一个也没要：${code('replicas: 0')}。`,
  PodsLeftOut: (r) =>
    r.facts?.['refused'] === true
      ? say`${strong('没有 Pod 可列。')}${code(ofKind(r))} 带有这些标签，但被拒绝了。`
      : say`${strong('没有 Pod 可列。')}${code(ofKind(r))} 的 Pod 带有这些标签，但这种对象在这里只保存。`,
  NotBound: () => say`还没有调度到节点上`,
  NoAddress: (r) => say`阶段为 ${fact(r.facts, 'phase')}：没有地址，进不了列表`,
  NodeNotFound: (r) => say`所在节点 ${fact(r.facts, 'node')} 不存在`,
  Succeeded: () => say`阶段为 Succeeded：不会再运行`,
  Failed: () => say`阶段为 Failed：不会再运行`,
  FamilyAbsent: (r) =>
    isList(r)
      ? say`在列，但 Service 只用 ${names(list(r.facts, 'families'))} 地址`
      : say`没有 ${names(list(r.facts, 'families'))} 地址`,
  EndpointsUpdateFailed: (r) => say`${strong('Endpoints 对象没写成。')}控制器的事件说：${fact(r.facts, 'message')}。`,
  OverCapacity: (r) =>
    r.path !== 'subsets'
      ? say`在列，但一个子集最多镜像 ${text(r.facts, 'limit')} 个地址`
      : say`${strong(`Endpoints 最多放 ${text(r.facts, 'limit')} 个地址。`)}多出来的没有写进去，切片里是全的。`,
  OverwrittenByController: (r) =>
    r.facts?.['pending'] === true
      ? say`${strong('既有选择器，又有手写的 Endpoints。')}手写的地址会留到控制器下次同步这个 Service；流量看的是切片，从不用它们。`
      : say`${strong('既有选择器，又有手写的 Endpoints。')}手写的内容已被控制器覆盖。`,
  NoSelector: () => say`${strong('没人写这张列表。')}Service 没有选择器，命名空间里也没有同名的 Endpoints。`,
  EndpointsWithoutService: (r) =>
    text(r.facts, 'nearest') === ''
      ? say`${strong('没人读这张列表。')}命名空间里没有叫 ${fact(r.facts, 'found')} 的 Service。`
      : say`${strong('没人读这张列表。')}没有叫 ${fact(r.facts, 'found')} 的 Service。是不是想写 ${fact(r.facts, 'nearest')}？`,
  EndpointsNameDiffers: (r) =>
    say`${strong('名字对不上。')}Endpoints 叫 ${differing(text(r.facts, 'found'), text(r.facts, 'wanted'))}，Service 叫 ${differing(text(r.facts, 'wanted'), text(r.facts, 'found'))}。两者只靠名字关联。`,
  ExternalNameHasNoEndpoints: () => say`${strong('别名没有端点。')}ExternalName 类型的 Service 只存在于 DNS 里。`,
  ExternalNameIsAddress: (r) =>
    say`${strong('该写名字的地方写了地址。')}DNS 会给出一个别名，指向名叫 ${fact(r.facts, 'found')} 的主机，而谁也不认识它。要指向地址，就写没有选择器的 Service，再手写它的列表。`,
  LeftFromBefore: (r) =>
    r.object?.kind === 'Service'
      ? say`${strong('以前留下来的。')}改类型之前的切片还在，但没人用。`
      : say`是选择器去掉之后留在 ${code(nameOf(r))} 里，没人再更新`,
  PortNameDiffers: (r) =>
    say`在列，但端口名对不上：列表里${called(list(r.facts, 'found'))}，Service 里${called([text(r.facts, 'wanted')])}`,
  PortsMissing: () => say`在列，但没有写端口号`,
  NotFirstAddress: () => say`在列，但不是所属端点的第一个地址，kube-proxy 只用第一个`,
  NotMirrored: (r) =>
    say`${strong('这个 Endpoints 没有镜像出 EndpointSlice。')}${code(nameOf(r))} 带有让镜像控制器跳过的标记，所以没有切片，流量也到不了。`,
};

const isList = ({ object }: Parameters<ReasonWords['endpoints']['Ready']>[0]): boolean =>
  object?.kind === 'Endpoints' || object?.kind === 'EndpointSlice';

const pair = (facts: Parameters<typeof text>[0], value: string): ReturnType<typeof code> =>
  code(`${text(facts, 'key')}=${text(facts, value)}`);

function called(found: readonly string[]): ReturnType<typeof say> {
  const [first = ''] = found;
  return first === '' ? say`没有名字` : say`叫 ${names(found.filter(Boolean))}`;
}
