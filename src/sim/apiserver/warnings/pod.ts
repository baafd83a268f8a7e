/** What the server warns of in pods and templates that it accepts. */
import { goQuote } from '../../api/go-text.ts';
import type { Container, ContainerPort, PodSpec } from '../../api/objects.ts';

interface PortAt {
  readonly path: string;
  readonly port: ContainerPort;
}

/** `path` is `spec` or `spec.template.spec`. Models pkg/api/pod GetWarningsForPodTemplate, v1.36. */
export function podWarnings(path: string, spec: PodSpec): string[] {
  const visited: readonly [string, Container][] = [
    ...(spec.initContainers ?? []).map((c, i): [string, Container] => [`${path}.initContainers[${i}]`, c]),
    ...spec.containers.map((c, i): [string, Container] => [`${path}.containers[${i}]`, c]),
  ];
  return [...visited.flatMap(([at, container]) => envWarnings(at, container)), ...portWarnings(visited)];
}

function envWarnings(path: string, { env = [] }: Container): string[] {
  return env.flatMap(({ name }, i) => {
    const hides = env.findIndex((other) => other.name === name) < i;
    return hides
      ? [`${path}.env[${i}]: hides previous definition of ${goQuote(name)}, which may be dropped when using apply`]
      : [];
  });
}

function portWarnings(visited: readonly [string, Container][]): string[] {
  const warnings: string[] = [];
  const names = new Map<string, string>();
  for (const [path, { ports = [] }] of visited) {
    const before: PortAt[] = [];
    for (const [i, port] of ports.entries()) {
      const at = `${path}.ports[${i}]`;
      warnings.push(...before.flatMap((other) => overlap({ path: at, port }, other)));
      before.push({ path: at, port });
      const first = port.name ? names.get(port.name) : undefined;
      if (first !== undefined) warnings.push(duplicateName(at, port.name ?? '', first));
      else if (port.name) names.set(port.name, at);
    }
  }
  return warnings;
}

function duplicateName(path: string, name: string, first: string): string {
  return `${path}: duplicate port name ${goQuote(name)} with ${first}, services and probes that select ports by name will use ${first}`;
}

/** Two ports of one container with one number and protocol. */
function overlap({ path, port }: PortAt, other: PortAt): string[] {
  if (port.containerPort !== other.port.containerPort || port.protocol !== other.port.protocol) return [];
  const [a, b] = [port.hostPort ?? 0, other.port.hostPort ?? 0];
  if (a === b && (port.hostIP ?? '') === (other.port.hostIP ?? ''))
    return [`${path}: duplicate port definition with ${other.path}`];
  if (a === 0 || b === 0) return [`${path}: overlapping port definition with ${other.path}`];
  const oneOpen = !port.hostIP !== !other.port.hostIP;
  return a === b && oneOpen ? [`${path}: dangerously ambiguous port definition with ${other.path}`] : [];
}
