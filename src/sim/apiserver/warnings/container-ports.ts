/** What the server warns of in the ports of a pod's containers. */
import { goQuote } from '../../api/go-text.ts';
import type { Container, ContainerPort } from '../../api/objects.ts';

/** A container and its path. */
export type PlacedContainer = readonly [string, Container];

interface PortAt {
  readonly path: string;
  readonly port: ContainerPort;
}

/** Ports of all containers against one another: first their numbers, then their names. */
export function portWarnings(containers: readonly PlacedContainer[]): string[] {
  const ports = containers.flatMap(([path, container]) =>
    (container.ports ?? []).map((port, i): PortAt => ({ path: `${path}.ports[${i}]`, port })),
  );
  return [...numberWarnings(ports), ...nameWarnings(ports)];
}

function numberWarnings(ports: readonly PortAt[]): string[] {
  return ports.flatMap((at, i) => [
    ...(at.port.hostIP && !at.port.hostPort ? [`${at.path}: hostIP set without hostPort: ${printed(at.port)}`] : []),
    ...ports.slice(0, i).flatMap((before) => overlap(at, before)),
  ]);
}

function nameWarnings(ports: readonly PortAt[]): string[] {
  const names = new Map<string, string>();
  return ports.flatMap(({ path, port: { name } }) => {
    if (!name) return [];
    const first = names.get(name);
    if (first === undefined) names.set(name, path);
    return first === undefined ? [] : [duplicateName(path, name, first)];
  });
}

function duplicateName(path: string, name: string, first: string): string {
  return `${path}: duplicate port name ${goQuote(name)} with ${first}, services and probes that select ports by name will use ${first}`;
}

/** Two ports with one number and protocol. */
function overlap({ path, port }: PortAt, other: PortAt): string[] {
  if (port.containerPort !== other.port.containerPort || port.protocol !== other.port.protocol) return [];
  const [a, b] = [port.hostPort ?? 0, other.port.hostPort ?? 0];
  if (a === b && (port.hostIP ?? '') === (other.port.hostIP ?? ''))
    return [`${path}: duplicate port definition with ${other.path}`];
  if (a === 0 || b === 0) return [`${path}: overlapping port definition with ${other.path}`];
  const oneOpen = !port.hostIP !== !other.port.hostIP;
  return a === b && oneOpen ? [`${path}: dangerously ambiguous port definition with ${other.path}`] : [];
}

/** As Go prints the struct. */
function printed({ name = '', hostPort = 0, containerPort, protocol = 'TCP', hostIP = '' }: ContainerPort): string {
  return `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;
}
