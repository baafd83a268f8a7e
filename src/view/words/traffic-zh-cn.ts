/** 一次连接为什么有这样的结果。 */
import { code, listed, say, strong } from '../say.ts';
import { fact, number, text } from './facts.ts';
import { nameOf, type ReasonWords } from './reason-words.ts';

const names = (value: string): ReturnType<typeof say> =>
  listed(value.split(', ').filter(Boolean), '、', (n) => `等，另有 ${n} 个`);

export const trafficZhCn: ReasonWords['traffic'] = {
  SourceUnknown: (r) => say`${fact(r.facts, 'from')} 发不出连接：${text(r.facts, 'note')}。`,
  TargetUnreadable: (r) => say`${fact(r.facts, 'to')} 不是 host:port 的形式。`,
  AddressTyped: () => say`直接写了地址，不用解析。`,
  NodeNamed: () => say`这是节点的名字，用它的地址。`,
  NameResolved: (r) => say`${fact(r.facts, 'name')} 解析到 ${names(text(r.facts, 'addresses'))}。`,
  NameNotFound: (r) => say`搜索列表里的名字都不存在：${names(text(r.facts, 'tried'))}。`,
  NameWithoutAddress: () => say`名字存在，但没有这个地址族的地址。`,
  AliasUnresolved: (r) => say`名字是 ${fact(r.facts, 'target')} 的别名，在这里解析不出来。`,
  HeadlessDirect: () => say`无头服务：客户端直接拨端点自己的地址。kube-proxy 不参与，端口按写的拨。`,
  ServicePortMatched: (r) => say`Service ${code(nameOf(r))} 的 ClusterIP 和端口。`,
  ServicePortNotFound: (r) =>
    say`Service ${code(nameOf(r))} 没有端口号 ${fact(r.facts, 'port')}、协议 ${fact(r.facts, 'protocol')} 的端口。`,
  NodePortMatched: (r) => say`Service ${code(nameOf(r))} 的节点端口。`,
  LoadBalancerIPMatched: (r) => say`Service ${code(nameOf(r))} 的负载均衡器地址，在节点上直接处理。`,
  ExternalIPMatched: (r) => say`Service ${code(nameOf(r))} 的 external IP。`,
  AddressWithoutRule: (r) => say`地址属于 Service ${code(nameOf(r))}，但没有规则接管这个端口。`,
  AddressUnallocated: (r) => say`${fact(r.facts, 'address')} 在 Service 网段里，却没有分给任何 Service。`,
  NotRoutedOutside: (r) => say`${fact(r.facts, 'address')} 在集群外没有路由。`,
  HealthCheck: (r) =>
    say`Service ${code(nameOf(r))} 的健康检查端口：${fact(r.facts, 'node')} 上有 ${number(r.facts, 'localEndpoints')} 个端点。`,
  SourceRangeForbids: (r) => say`来访者不在 ${code(nameOf(r))} 的 loadBalancerSourceRanges 里。`,
  NoEndpoints: (r) => say`${code(nameOf(r))} 没有任何可用的端点。`,
  NoSlices: (r) => say`Service ${code(nameOf(r))} 的 EndpointSlice 里没有端点。`,
  SlicePortDiffers: (r) =>
    say`Service 端口${portWords(r.facts)}；切片 ${code(nameOf(r))} 里是 ${foundWords(text(r.facts, 'found'))}。名字和协议都要对上。`,
  SliceWithoutPorts: (r) => say`切片 ${code(nameOf(r))} 没有写端口号。`,
  SliceFamilyDiffers: (r) => say`没有 ${fact(r.facts, 'family')} 的切片带有端点。`,
  NoneReady: (r) => say`列表里有 ${number(r.facts, 'endpoints')} 个，没有一个就绪。`,
  SliceStillFiled: (r) => say`切片 ${code(nameOf(r))} 已经没有这个 Service 的标签，kube-proxy 却还在用它。`,
  NoLocalEndpoints: (r) => say`${fact(r.facts, 'node')} 上没有端点。别处有：${names(text(r.facts, 'nodes'))}。`,
  InternalPolicyLocal: () => say`internalTrafficPolicy 为 Local：只用来访者所在节点上的端点。`,
  ExternalPolicyLocal: () => say`externalTrafficPolicy 为 Local：只用接到包的那个节点上的端点。`,
  ExternalPolicyFromInside: () => say`externalTrafficPolicy 为 Local，但从节点自己发起：用全部端点。`,
  HintsForNode: (r) => say`按拓扑提示，只用标给 ${fact(r.facts, 'node')} 的端点。`,
  HintsForZone: (r) => say`按拓扑提示，只用标给 ${fact(r.facts, 'node')} 所在可用区的端点。`,
  HintsIgnored: () => say`不看拓扑提示：有端点没有提示，或者没有一个标给这个可用区。`,
  TerminatingServe: () => say`没有就绪的端点，改用正在终止但还在服务的端点。`,
  EndpointChosen: (r) => {
    const of = number(r.facts, 'of');
    return of === 1 ? say`只有 1 个端点，连接全归它。` : say`从 ${of} 个里挑 1 个，机会均等。`;
  },
  SessionAffinity: () => say`sessionAffinity 为 ClientIP：这个客户端一直用同一个端点。`,
  EndpointIsServiceAddress: (r) => say`${fact(r.facts, 'address')} 本身就是某个 Service 的地址。一个包不会改写两次。`,
  SourceKept: (r) => say`端点看到的是客户端自己的地址 ${fact(r.facts, 'seenFrom')}。`,
  SourceChanged: (r) => say`端点看到的是节点的地址 ${fact(r.facts, 'seenFrom')}。`,
  Hairpin: (r) => say`Pod 访问到自己时，看到的是 ${fact(r.facts, 'seenFrom')}。`,
  PodAnswers: (r) => say`由 Pod ${code(nameOf(r))} 应答。`,
  PodRefuses: (r) =>
    say`Pod ${code(nameOf(r))} 没有监听 ${fact(r.facts, 'port')}，进程监听的是 ${fact(r.facts, 'listens')}。`,
  NodeAnswers: (r) => say`由节点 ${code(nameOf(r))} 上的进程应答。`,
  NodeRefuses: (r) => say`节点 ${code(nameOf(r))} 上没有进程监听 ${fact(r.facts, 'port')}。`,
  NobodyThere: (r) =>
    say`${fact(r.facts, 'address')} 是 Pod 网络里的地址，那个 Pod 已经不在了。真实网络里会一直等到超时。`,
  OutsideAnswers: (r) => say`${fact(r.facts, 'address')} 在集群外，有应答。`,
  OutsideRefuses: (r) => say`${fact(r.facts, 'host')} 在集群外，拒绝端口 ${fact(r.facts, 'port')}。`,
  OutsideSilent: (r) => say`${fact(r.facts, 'host')} 在集群外，从不应答。列表里的地址没人检查。`,
  OutsideWrongHost: (r) =>
    say`${fact(r.facts, 'host')} 有应答，但不认得 ${fact(r.facts, 'asked')} 这个名字。它只服务 ${names(text(r.facts, 'names'))}。`,
  OutsideWrongCertificate: (r) =>
    say`${fact(r.facts, 'host')} 的证书是给 ${names(text(r.facts, 'names'))} 的，不是给 ${fact(r.facts, 'asked')} 的。`,
  OutsideAdvertises: (r) =>
    say`${fact(r.facts, 'host')} 有应答，并让客户端去拨 ${names(text(r.facts, 'advertises'))}，这一步失败了。`,
  NobodyOwnsAddress: (r) => say`没有规则接管 ${fact(r.facts, 'address')}，也没人拥有它。`,
};

function portWords(facts: Parameters<typeof text>[0]): ReturnType<typeof say> {
  const name = text(facts, 'name');
  return name === ''
    ? say`${strong('没有名字')}（${text(facts, 'protocol')}）`
    : say`叫 ${code(name)}（${text(facts, 'protocol')}）`;
}

function foundWords(found: string): ReturnType<typeof say> {
  return names(
    found
      .split(', ')
      .map((port) => (port.startsWith('/') ? `无名${port}` : port))
      .join(', '),
  );
}
