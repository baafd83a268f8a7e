/** What a check looks at, read off a state. */
import {
  apiKinds,
  filedSlices,
  keyOf,
  objectIn,
  slicesOf,
  tableName,
  type ObjectRef,
  type State,
} from '../sim/core.ts';

export interface ReadyEndpoint {
  /** `ip:port`, `[ip]:port` in IPv6; the bare address where no port is known. */
  readonly address: string;
  readonly ip: string;
  /** `ns/name` of the Pod, if it is one. */
  readonly pod?: string;
}

/** Splits `ns/name`; without namespace it is one of default. */
export function splitName(name: string): { readonly namespace: string; readonly name: string } {
  const [first = '', second] = name.split('/');
  return second === undefined ? { namespace: 'default', name: first } : { namespace: first, name: second };
}

/**
 * Endpoints that connections to a Service can reach: ready, in a slice that kube-proxy has filed for it (in DNS for a headless
 * one), with a port that joins one of the Service's. Empty where there is no such Service.
 */
export function readyEndpoints(state: State, service: string): readonly ReadyEndpoint[] {
  const { namespace, name } = splitName(service);
  const object = objectIn(state.cluster, 'services', namespace, name);
  if (!object || object.spec.type === 'ExternalName') return [];
  const headless = object.spec.clusterIP === 'None';
  const slices = headless ? slicesOf(state.cluster, namespace, name) : filedSlices(state.proxy, namespace, name);
  const found = new Map<string, ReadyEndpoint>();
  for (const { endpoints, ports } of slices) {
    const joined = headless
      ? (ports ?? [])
      : (ports ?? []).filter((port) => (object.spec.ports ?? []).some((wanted) => joins(wanted, port)));
    const numbers = joined.flatMap(({ port }) => port ?? []);
    for (const { addresses, conditions, targetRef } of endpoints ?? []) {
      const [ip] = addresses;
      if (ip === undefined || conditions?.ready === false) continue;
      const pod =
        targetRef?.kind === 'Pod' ? { pod: `${targetRef.namespace ?? namespace}/${targetRef.name ?? ''}` } : {};
      const printed =
        headless && numbers.length === 0
          ? [ip]
          : numbers.map((port) => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`));
      for (const address of printed) found.set(address, { address, ip, ...pod });
    }
  }
  return [...found.values()];
}

function joins(
  wanted: { readonly name?: string; readonly protocol: string },
  port: { readonly name?: string; readonly protocol?: string },
): boolean {
  return (wanted.name ?? '') === (port.name ?? '') && wanted.protocol === (port.protocol ?? 'TCP');
}

/** `kind/name` or `ns/kind/name` as a reference; undefined for a kind that is not known. */
export function parseTarget(target: string): ObjectRef | undefined {
  const parts = target.split('/');
  const [namespace = 'default', kind = '', name = ''] = parts.length === 3 ? parts : [undefined, ...parts];
  const wanted = kind.toLowerCase();
  const found = apiKinds.find((each) =>
    [each.singular, each.plural, each.kind.toLowerCase(), ...(each.shortNames ?? [])].includes(wanted),
  );
  return found && { kind: found.kind, namespace: found.namespaced ? namespace : '', name };
}

/** The stored object, or undefined. */
export function storedObject(state: State, ref: ObjectRef): unknown {
  const kinds = apiKinds.filter(({ kind }) => kind === ref.kind);
  for (const kind of kinds) {
    const object = state.cluster.tables.get(tableName(kind))?.get(keyOf(ref.namespace, ref.name));
    if (object) return object;
  }
  return undefined;
}

/** A value below another by steps; undefined where the way ends. */
export function valueBelow(value: unknown, steps: readonly (string | number)[]): unknown {
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}

/** JSON with sorted keys; what is absent prints as the empty text. */
export function canonical(value: unknown): string {
  if (value === undefined) return '';
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
