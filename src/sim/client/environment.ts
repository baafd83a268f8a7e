/** Environment variables of a container, as kubelet sets them when it starts. */
import type { Container, Pod, Service } from '../api/objects.ts';
import { table, type Cluster } from '../cluster/cluster.ts';

export type Variable = readonly [name: string, value: string];

/**
 * Variables of a pod's first container (or the one named) in the order in which `env` prints them. `cluster` is the state in
 * which the pod was started: later Services do not show. Kubelet keeps Services in a map without order; here they come as
 * they were created. Models pkg/kubelet/kubelet_pods.go makeEnvironmentVariables, v1.36.
 */
export function environmentOf(cluster: Cluster, pod: Pod, container?: string): readonly Variable[] {
  const { containers } = pod.spec;
  const chosen = containers.find(({ name }) => name === container) ?? containers[0];
  const services = serviceVariables(cluster, pod);
  const own = ownVariables(pod, chosen, new Map(services));
  const named = new Set(own.map(([name]) => name));
  return [
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['HOSTNAME', pod.spec.hostname ?? pod.metadata.name],
    ...own,
    ...services.filter(([name]) => !named.has(name)),
    ['HOME', '/root'],
  ];
}

/** Services with a ClusterIP in the pod's namespace (unless enableServiceLinks is false), and always default/kubernetes. */
function serviceVariables(cluster: Cluster, { metadata, spec }: Pod): readonly Variable[] {
  const chosen = new Map<string, Service>();
  for (const service of table(cluster, 'services').values()) {
    const { name, namespace = '' } = service.metadata;
    const { clusterIP } = service.spec;
    if (!clusterIP || clusterIP === 'None') continue;
    if (namespace === metadata.namespace && spec.enableServiceLinks !== false) chosen.set(name, service);
    else if (namespace === 'default' && name === 'kubernetes' && !chosen.has(name)) chosen.set(name, service);
  }
  return [...chosen.values()].flatMap(variablesOf);
}

/** Models pkg/kubelet/envvars/envvars.go FromServices, v1.36. */
function variablesOf({ metadata, spec }: Service): readonly Variable[] {
  const prefix = variableName(metadata.name);
  const address = spec.clusterIP ?? '';
  const ports = spec.ports ?? [];
  const named = ports.filter(({ name }) => name);
  const url = (port: number, protocol: string): string =>
    `${protocol.toLowerCase()}://${address.includes(':') ? `[${address}]` : address}:${port}`;
  return [
    [`${prefix}_SERVICE_HOST`, address],
    [`${prefix}_SERVICE_PORT`, `${ports[0]?.port ?? ''}`],
    ...named.map(({ name = '', port }): Variable => [`${prefix}_SERVICE_PORT_${variableName(name)}`, `${port}`]),
    ...ports.flatMap(({ port, protocol }, i): readonly Variable[] => {
      const link = `${prefix}_PORT_${port}_${protocol}`;
      return [
        ...(i === 0 ? [[`${prefix}_PORT`, url(port, protocol)] as const] : []),
        [link, url(port, protocol)],
        [`${link}_PROTO`, protocol.toLowerCase()],
        [`${link}_PORT`, `${port}`],
        [`${link}_ADDR`, address],
      ];
    }),
  ];
}

function variableName(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}

function ownVariables(
  pod: Pod,
  container: Container | undefined,
  services: ReadonlyMap<string, string>,
): readonly Variable[] {
  const known = new Map<string, string>();
  for (const { name, value, valueFrom } of container?.env ?? []) {
    const text = valueFrom
      ? fieldOf(pod, valueFrom['fieldRef'])
      : expand(value ?? '', (key) => known.get(key) ?? services.get(key));
    if (text !== undefined) known.set(name, text);
  }
  return [...known];
}

/** `$(NAME)` becomes the variable's value if it is known; `$$` is a dollar sign. */
function expand(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replaceAll(/\$(\$|\(([^)]*)\))/g, (all, _inner, name: string | undefined) =>
    name === undefined ? '$' : (valueOf(name) ?? all),
  );
}

/** Fields that a pod can read of itself. Others (labels by key, resources, secrets) give no variable here. */
function fieldOf({ metadata, spec, status }: Pod, ref: unknown): string | undefined {
  const fields: Readonly<Record<string, string | undefined>> = {
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'metadata.uid': metadata.uid,
    'spec.nodeName': spec.nodeName,
    'status.podIP': status.podIP,
    'status.podIPs': status.podIPs?.map(({ ip }) => ip).join(','),
    'status.hostIP': status.hostIP,
  };
  const path = (ref as { readonly fieldPath?: unknown } | undefined)?.fieldPath;
  return typeof path === 'string' && Object.hasOwn(fields, path) ? fields[path] : undefined;
}
