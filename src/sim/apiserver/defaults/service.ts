/** What the server fills into a Service before it looks at it. */
import type { Service, ServicePort, ServiceSpec } from '../../api/objects.ts';
import { without } from '../without.ts';

/** Models pkg/apis/core/v1 SetDefaults_Service, v1.36. */
export function defaultService(service: Service): Service {
  const spec = defaultSpec((service.spec as ServiceSpec | undefined) ?? ({} as ServiceSpec));
  const ingress = service.status?.loadBalancer?.ingress?.map((entry) =>
    entry.ip && !entry.ipMode && spec.type === 'LoadBalancer' ? { ...entry, ipMode: 'VIP' as const } : entry,
  );
  return { ...service, spec, status: { ...service.status, loadBalancer: ingress ? { ingress } : {} } };
}

/** True when the Service can be reached from outside by more than its ClusterIP. Models pkg/api/service ExternallyAccessible. */
export function externallyAccessible(spec: ServiceSpec): boolean {
  return (
    spec.type === 'LoadBalancer' ||
    spec.type === 'NodePort' ||
    (spec.type === 'ClusterIP' && (spec.externalIPs?.length ?? 0) > 0)
  );
}

function defaultSpec(typed: ServiceSpec): ServiceSpec {
  const type = typed.type ?? 'ClusterIP';
  const sessionAffinity = typed.sessionAffinity ?? 'None';
  const spec: ServiceSpec = {
    ...(sessionAffinity === 'None' ? without(typed, 'sessionAffinityConfig') : typed),
    type,
    sessionAffinity,
    ...(sessionAffinity === 'ClientIP' && { sessionAffinityConfig: affinityConfig(typed) }),
    ...(typed.ports && { ports: typed.ports.map(defaultPort) }),
  };
  return {
    ...spec,
    ...(externallyAccessible(spec) && { externalTrafficPolicy: spec.externalTrafficPolicy ?? 'Cluster' }),
    ...(['ClusterIP', 'NodePort', 'LoadBalancer'].includes(type) && {
      internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster',
    }),
    ...(type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? true }),
  };
}

function affinityConfig(spec: ServiceSpec): NonNullable<ServiceSpec['sessionAffinityConfig']> {
  return { clientIP: { timeoutSeconds: spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10800 } };
}

function defaultPort(port: ServicePort): ServicePort {
  const targetPort = port.targetPort === 0 || port.targetPort === '' ? undefined : port.targetPort;
  return { ...port, port: port.port ?? 0, protocol: port.protocol ?? 'TCP', targetPort: targetPort ?? port.port ?? 0 };
}
