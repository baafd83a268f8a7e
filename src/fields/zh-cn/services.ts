/** Service. */
import type { Descriptions } from '../descriptions.ts';

export const services: Descriptions = {
  Service: '给后端起的一个名字、一个地址和若干端口。背后是哪些 Pod，另有一张列表。',
  ServiceSpec: '客户端怎样访问这个 Service，哪些 Pod 能进它的列表。',
  'ServiceSpec.type':
    'Service 通到哪里：ClusterIP 只在集群内；NodePort 再加每个节点上的一个端口；LoadBalancer 再加云平台的地址；ExternalName 只是 DNS 里的别名。默认 ClusterIP。',
  'ServiceSpec.selector':
    'Pod 要进列表，这里的标签必须一个不少。只看同一命名空间的 Pod。没有选择器时，列表只能由你来写。',
  'ServiceSpec.ports': '客户端要拨的端口。多于一个时，每个都要有名字。',
  'ServiceSpec.clusterIP': 'Service 的虚拟地址。不写就由 API 服务器分配一个；写 None 则成为无头服务。以后不能改。',
  'ServiceSpec.clusterIPs': '虚拟地址，每个地址族一个。第一个与 clusterIP 相同。',
  'ServiceSpec.ipFamilies': 'Service 使用的地址族，主要的写在前面。不写由集群决定。',
  'ServiceSpec.ipFamilyPolicy':
    'SingleStack 只用一个地址族；PreferDualStack 集群支持双栈就用两个；RequireDualStack 必须两个都有。默认 SingleStack。',
  'ServiceSpec.externalName':
    'DNS 以 CNAME 返回的名字，只用于 ExternalName 类型。必须是主机名，不能带端口，也不能是 URL。',
  'ServiceSpec.externalIPs': '集群之外的地址，kube-proxy 也当作这个 Service 的地址。包怎样到达节点，要另外安排。',
  'ServiceSpec.sessionAffinity': 'ClientIP 让同一客户端地址在一段时间内总去同一个端点。默认 None，每个连接重新挑选。',
  'ServiceSpec.sessionAffinityConfig': '会话亲和性保持多久。',
  SessionAffinityConfig: '会话亲和性的设置。',
  'SessionAffinityConfig.clientIP': '按客户端地址保持亲和性的设置。',
  ClientIPConfig: '按客户端地址保持亲和性的设置。',
  'ClientIPConfig.timeoutSeconds': '多少秒没有连接就忘掉这个客户端。1 到 86400，默认 10800，即三小时。',
  'ServiceSpec.publishNotReadyAddresses':
    'true 让还没就绪的 Pod 也进 DNS 和转发规则。用于启动时就要互相找到的 StatefulSet 成员。',
  'ServiceSpec.internalTrafficPolicy':
    '集群内去往 ClusterIP 的流量：Cluster 用全部端点，Local 只用本节点的端点。本节点没有端点时，Local 会丢弃包。',
  'ServiceSpec.externalTrafficPolicy':
    '外部去往节点端口和负载均衡地址的流量：Cluster 用全部端点，但看不到客户端地址；Local 只用本节点的端点，并保留客户端地址。',
  'ServiceSpec.healthCheckNodePort':
    '负载均衡器在这个端口上问节点有没有自己的端点。只用于 LoadBalancer 且 externalTrafficPolicy 为 Local，由 API 服务器分配。',
  'ServiceSpec.trafficDistribution':
    '优先用近处的端点：PreferSameZone 或 PreferSameNode（PreferClose 是前者的旧名）。它会变成 EndpointSlice 里的提示。',
  'ServiceSpec.allocateLoadBalancerNodePorts':
    'false 表示 LoadBalancer 不分配节点端口，用于包直达 Pod 的云平台。默认 true。',
  'ServiceSpec.loadBalancerClass': '由哪一种负载均衡实现来处理。不写就用集群默认的，以后不能改。',
  'ServiceSpec.loadBalancerIP': '向云平台要的地址。已弃用：各家处理不一，改用它们的注解。',
  'ServiceSpec.loadBalancerSourceRanges': '允许使用负载均衡器的客户端网段（CIDR）。不写则谁都可以。',
  ServicePort: 'Service 的一个端口，以及它通向哪里。',
  'ServicePort.name': '端口的名字。列表靠它与 Service 对上，两边必须相同。有两个以上端口时必填。',
  'ServicePort.port': '客户端要拨的端口，1 到 65535。',
  'ServicePort.targetPort': 'Pod 上的端口：数字，或容器端口的名字，逐个 Pod 查找。不写就与 port 相同。',
  'ServicePort.nodePort': '每个节点上的端口，用于 NodePort 和 LoadBalancer。不写就从 30000 到 32767 里分配一个。',
  'ServicePort.protocol': 'TCP、UDP 或 SCTP，默认 TCP。协议不同就算另一个端口。',
  'ServicePort.appProtocol':
    '端口上说的是什么协议，给服务网格和负载均衡器的提示：http、https、kubernetes.io/h2c。会复制到 EndpointSlice。',
  ServiceStatus: '集群观察到的 Service 现状。',
  'ServiceStatus.loadBalancer': '云平台给的地址。还没给时为空，其他类型也为空。',
  'ServiceStatus.conditions': '控制器写下的、关于这个 Service 的状况。',
  LoadBalancerStatus: '负载均衡器的地址。',
  'LoadBalancerStatus.ingress': '负载均衡器应答的地址或名字。',
  LoadBalancerIngress: '负载均衡器的一个入口。',
  'LoadBalancerIngress.ip': '地址，用于以地址提供服务的负载均衡器。',
  'LoadBalancerIngress.hostname': '名字，用于以名字提供服务的负载均衡器。',
  'LoadBalancerIngress.ipMode': 'VIP：节点自己处理去往这个地址的包。Proxy：必须经过负载均衡器。默认 VIP。',
  'LoadBalancerIngress.ports': '负载均衡器每个端口的状态。',
  PortStatus: '负载均衡器一个端口的状态。',
  'PortStatus.port': '端口号。',
  'PortStatus.protocol': 'TCP、UDP 或 SCTP。',
  'PortStatus.error': '端口为什么不能用，云平台用一个词说明。',
};
