/** What the endpoint controllers ask of a Service, and the label and annotation keys they share. */
import type { Family, Labels, Service } from '../objects.ts';

export const labels = {
  serviceName: 'kubernetes.io/service-name',
  sliceManagedBy: 'endpointslice.kubernetes.io/managed-by',
  endpointsManagedBy: 'endpoints.kubernetes.io/managed-by',
  headless: 'service.kubernetes.io/headless',
  skipMirror: 'endpointslice.kubernetes.io/skip-mirror',
  zone: 'topology.kubernetes.io/zone',
} as const;

export const annotations = {
  triggerTime: 'endpoints.kubernetes.io/last-change-trigger-time',
  overCapacity: 'endpoints.kubernetes.io/over-capacity',
  lastApplied: 'kubectl.kubernetes.io/last-applied-configuration',
  leader: 'control-plane.alpha.kubernetes.io/leader',
  topologyMode: 'service.kubernetes.io/topology-mode',
  topologyAwareHints: 'service.kubernetes.io/topology-aware-hints',
} as const;

export const managers = {
  endpoints: 'endpoint-controller',
  slices: 'endpointslice-controller.k8s.io',
  mirroring: 'endpointslicemirroring-controller.k8s.io',
} as const;

/** The engine has no clock: every time is this one. */
export const zeroTime = '2000-01-01T00:00:00Z';

/** The selector, or undefined where there is none: an empty mapping is stored as none. */
export function selectorOf(service: Service): Labels | undefined {
  const { selector } = service.spec;
  return selector && Object.keys(selector).length > 0 ? selector : undefined;
}

/** Whether the Endpoints and EndpointSlice controllers fill lists for this Service at all. */
export function hasController(service: Service): boolean {
  return service.spec.type !== 'ExternalName' && selectorOf(service) !== undefined;
}

/** No address of its own: clusterIP None, or (ExternalName) none at all. */
export function isHeadless(service: Service): boolean {
  const ip = service.spec.clusterIP;
  return ip === undefined || ip === '' || ip === 'None';
}

/** The Service's families, first one first; IPv4 where the object names none. */
export function familiesOf(service: Service): readonly Family[] {
  const { ipFamilies } = service.spec;
  return ipFamilies && ipFamilies.length > 0 ? ipFamilies : ['IPv4'];
}

/** A mapping without some of its keys, or with some added; never inherits from Object.prototype. */
export function labelsWith(base: Labels | undefined, without: readonly string[], added: Labels = {}): Labels {
  const result = Object.create(null) as Record<string, string>;
  for (const [key, value] of Object.entries(base ?? {})) if (!without.includes(key)) result[key] = value;
  for (const [key, value] of Object.entries(added)) result[key] = value;
  return result;
}

/** Whether two mappings hold the same keys and values; absent is empty. */
export function sameLabels(a: Labels | undefined, b: Labels | undefined): boolean {
  const left = Object.entries(a ?? {});
  const right = b ?? {};
  return (
    left.length === Object.keys(right).length &&
    left.every(([key, value]) => Object.hasOwn(right, key) && right[key] === value)
  );
}
