/** Values that a cluster draws at random, replaced by what they stand for, so that two answers with different draws can be equal. */
import type { Json, JsonObject } from '../../../src/sim/api/objects.ts';
import type { RecordedAllocations } from '../answers.ts';

/** Role of every generated slice of a Service: which slice is which is chance too. */
export function sliceRole(service: string): string {
  return `{slice:${service}}`;
}

/** Services (`ns/name`) with several generated slices. */
export function severalSlices(allocations: RecordedAllocations | undefined): readonly string[] {
  return Object.entries(allocations?.sliceNames ?? {})
    .filter(([, names]) => names.length > 1)
    .map(([service]) => service);
}

/** Replaces every value of `allocations` by its role, in all strings, keys and numbers of a value. */
export function roleReplacer(allocations: RecordedAllocations | undefined): (value: Json) => Json {
  const roles = rolesOf(allocations ?? {});
  return (value) => (roles.size === 0 ? value : replaceIn(value, roles));
}

function rolesOf(allocations: RecordedAllocations): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const [service, ips] of Object.entries(allocations.clusterIPs ?? {})) {
    ips.forEach((ip, i) => ip !== 'None' && roles.set(ip, `{clusterIP:${service}:${i}}`));
  }
  for (const [service, ports] of Object.entries(allocations.nodePorts ?? {})) {
    for (const port of ports) {
      const at = port.lastIndexOf(':');
      roles.set(port.slice(at + 1), `{nodePort:${service}:${port.slice(0, at)}}`);
    }
  }
  for (const [service, port] of Object.entries(allocations.healthCheckNodePorts ?? {})) {
    roles.set(String(port), `{healthCheckNodePort:${service}}`);
  }
  for (const [owner, names] of Object.entries(allocations.podNames ?? {})) {
    const namespace = owner.split('/')[0] ?? '';
    for (const name of names)
      roles.set(name, `{pod:${namespace}:${allocations.podNumbers?.[`${namespace}/${name}`] ?? name}}`);
  }
  for (const [pod, uid] of Object.entries(allocations.podUIDs ?? {})) {
    roles.set(uid, `{uid:${pod.split('/')[0]}:${allocations.podNumbers?.[pod] ?? pod}}`);
  }
  for (const [service, names] of Object.entries(allocations.sliceNames ?? {})) {
    for (const name of names) roles.set(name, sliceRole(service));
  }
  for (const [kind, owners] of [
    ['replicaSet', allocations.replicaSets] as const,
    ['revision', allocations.controllerRevisions] as const,
  ]) {
    for (const [owner, names] of Object.entries(owners ?? {})) {
      names.forEach((name, i) => {
        roles.set(name, `{${kind}:${owner}:${i}}`);
        // The template's hash stands alone in labels and selectors.
        roles.set(name.slice(name.lastIndexOf('-') + 1), `{${kind}Hash:${owner}:${i}}`);
      });
    }
  }
  return roles;
}

/** An IPv6 address, or a word of names, IPv4 addresses and numbers. */
const token = /[0-9a-f]{1,4}(?:::?[0-9a-f]{1,4}){2,}|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?/g;

function replaceIn(value: Json, roles: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return value.replace(token, (word) => roles.get(word) ?? word);
  if (typeof value === 'number') return roles.get(String(value)) ?? value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => replaceIn(item as Json, roles));
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, field]) => [
      key.replace(token, (word) => roles.get(word) ?? word),
      replaceIn(field, roles),
    ]),
  );
}
