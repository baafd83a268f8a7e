/** DNS 为什么这样回答。 */
import { code, say, strong } from '../say.ts';
import { fact } from './facts.ts';
import { nameOf, type ReasonWords } from './reason-words.ts';

export const dnsZhCn: ReasonWords['dns'] = {
  ClusterIPAnswer: () => say`${strong('名字给出的是 ClusterIP，不是列表。')}列表空了，回答也一样。`,
  HeadlessEndpoints: (r) =>
    say`${strong('无头服务：每个就绪端点一条记录。')}没有 ClusterIP，由客户端在 ${fact(r.facts, 'count')} 个里挑。`,
  EndpointName: (r) =>
    say`${strong('这是某个端点的名字。')}切片 ${code(nameOf(r))} 里有一个叫 ${fact(r.facts, 'name')} 的端点。`,
  ExternalNameAlias: (r) =>
    say`${strong('这是一个别名。')}Service 是 ExternalName 类型，CoreDNS 回答一条 CNAME，指向 ${fact(r.facts, 'externalName')}。`,
  FqdnEndpoint: (r) => say`${strong('切片里写的是主机名。')}以 CNAME 形式回答，指向 ${fact(r.facts, 'target')}。`,
  AliasFollowed: (r) =>
    say`别名 ${fact(r.facts, 'name')} 指向 ${fact(r.facts, 'target')}，这是集群内的名字，同一个回答里接着往下查。`,
  AliasLeavesZone: (r) => say`别名指向集群之外的 ${fact(r.facts, 'target')}，它的地址只有集群外的 DNS 知道。`,
  PodName: (r) => say`${strong('地址是从名字里读出来的。')}没有查任何 Pod：${fact(r.facts, 'address')}。`,
  ReverseClusterIP: (r) => say`${strong('这个地址是 ClusterIP。')}属于 Service ${code(nameOf(r))}。`,
  ReverseEndpoint: (r) => say`${strong('这个地址是就绪的端点。')}写在切片 ${code(nameOf(r))} 里。`,
  SchemaVersion: () => say`DNS 规范的版本。`,
  NameServer: (r) => say`这个域的 DNS 服务器是 Service ${code(nameOf(r))}。`,
  ZoneAuthority: () => say`这个域自己的记录。`,
  ZoneName: () => say`${strong('名字存在，但没有记录。')}要查的是它下面的名字。`,
  NamespaceName: (r) => say`${strong('这是命名空间，不是 Service。')}${code(nameOf(r))} 下面有名字，它自己没有记录。`,
  FamilyHasNoAddress: (r) =>
    say`${strong('NODATA：名字存在，但没有这个地址族的地址。')}它没有 ${fact(r.facts, 'family')} 地址。`,
  NoPortsForService: () => say`${strong('NODATA：没有一个切片写了端口。')}没有端口就没有 SRV 记录。`,
  AliasWithoutPorts: () => say`${strong('NODATA：别名没有 SRV 记录。')}ExternalName 里写的端口不起作用。`,
  TypeNotServed: (r) => say`${strong('NODATA。')}名字存在，但没有 ${fact(r.facts, 'type')} 类型的记录。`,
  AliasTargetEmpty: (r) =>
    say`${strong('别名指向的地方什么都没有。')}${fact(r.facts, 'target')} 是集群域里的名字，却没有地址。`,
  AliasLoop: (r) => say`${strong('别名绕回了自己')}，途经 ${fact(r.facts, 'target')}。`,
  AliasChainTooLong: () => say`${strong('别名链太长。')}CoreDNS 最多跟随 11 次。`,
  NameInvalid: (r) =>
    say`${strong('这不是合法的域名')}：${fact(r.facts, 'name')}。有一段是空的或超过 63 个字符，解析器不会发出查询。`,
  ServiceNotFound: (r) =>
    say`${strong('没有这个 Service。')}命名空间 ${fact(r.facts, 'namespace')} 里没有叫 ${fact(r.facts, 'name')} 的 Service。`,
  NamespaceNotFound: (r) => say`${strong('没有这个命名空间')}：${fact(r.facts, 'namespace')}。`,
  NameShapeUnknown: () => say`${strong('没有这种形式的名字。')}应当是 service.namespace.svc.cluster.local。`,
  HeadlessWithoutEndpoints: (r) =>
    say`${strong('无头服务，又没有就绪的端点。')}${code(nameOf(r))} 没有 ClusterIP，也没有就绪端点，所以这个名字不存在。`,
  PortNotFound: (r) =>
    say`${strong('没有这个名字和协议的端口')}：${fact(r.facts, 'port')}，${fact(r.facts, 'protocol')}。`,
  EndpointNameNotFound: (r) => say`${strong('没有就绪的端点叫这个名字')}：${fact(r.facts, 'name')}。`,
  BelowExternalName: () => say`${strong('ExternalName 下面没有名字。')}别名只代表一个名字。`,
  ExternalNameIsAddress: () => say`${strong('externalName 看起来是 IPv4 地址。')}CoreDNS 完全不提供这样的 Service。`,
  PodNameNotAddress: (r) => say`${strong('第一段不是地址')}：${fact(r.facts, 'label')}。`,
  ReverseNotFound: () => say`${strong('集群里没人有这个地址。')}查询转给上游。`,
  ReverseUnnamed: () => say`${strong('这个回答写不出来。')}有一个没带 Service 标签的切片占着这个地址。`,
  OutsideZone: () => say`这个名字不在集群域里。`,
  NoUpstream: () => say`${strong('没有上游 DNS 可问。')}`,
  UpstreamAnswer: (r) => say`${strong('上游 DNS 认得这个名字')}：${fact(r.facts, 'addresses')}。`,
  UpstreamUnknown: (r) =>
    say`${strong('NXDOMAIN：没人认得这个名字。')}上游 DNS 里没有 ${fact(r.facts, 'name')}。在这个模拟里，它只认得场景列出的主机。`,
};
