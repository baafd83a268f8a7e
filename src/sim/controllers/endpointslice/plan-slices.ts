/** One Service and family: which slices are made, rewritten and deleted. */
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { IdentityCache } from '../../api/endpoints/identity-cache.ts';
import { shouldPodBeInEndpoints } from '../../api/endpoints/pod-to-endpoint.ts';
import { podsByPorts } from '../../api/endpoints/pods-by-ports.ts';
import { sameLabels } from '../../api/endpoints/service-gate.ts';
import { fillSlices } from '../../api/endpoints/slice-filling.ts';
import type { Endpoint, EndpointSlice, Family, Node, Pod, Service, SlicePort } from '../../api/objects.ts';
import { endpointPorts, podToEndpoint } from './pod-to-slice-endpoint.ts';
import { isRelabelled, sliceLabels, type SlicePlan } from './slice-object.ts';

export interface Plan {
  /** Slices to write. */
  readonly written: readonly SlicePlan[];
  /** Slices that stay as they are. */
  readonly kept: readonly EndpointSlice[];
  readonly deleted: readonly EndpointSlice[];
  /** Pods left out because their node does not exist, in the controller's words. */
  readonly skipped: readonly string[];
}

interface PortGroup {
  readonly ports: readonly SlicePort[];
  readonly endpoints: readonly Endpoint[];
}

/**
 * Plans the slices of one family from the pods that match; `existing` are this controller's own slices of the family.
 * Models endpointslice/reconciler.go reconcileByAddressType and finalize, v1.36.
 */
export function planSlices(
  service: Service,
  pods: readonly Pod[],
  existing: readonly EndpointSlice[],
  family: Family,
  nodes: ReadonlyMap<string, Node>,
  ignoreHints: boolean,
): Plan {
  const { groups, skipped } = groupByPorts(service, pods, family, nodes);
  const wanted = sliceLabels(service);
  const byPorts = Map.groupBy(existing, (slice) => portsKey(slice.ports ?? []));
  const changed = ignoreHints ? changedBesidesHints : (a: Endpoint, b: Endpoint): boolean => !equalJson(a, b);
  const written: SlicePlan[] = [];
  const created: SlicePlan[] = [];
  const deleted: EndpointSlice[] = [];
  for (const [key, { ports, endpoints }] of groups) {
    const filling = fillSlices(byPorts.get(key) ?? [], endpoints, changed, (slice) => isRelabelled(slice, wanted));
    for (const [slice, contents] of filling.updated)
      written.push({ existing: slice, family, ports, endpoints: contents });
    for (const contents of filling.created) created.push({ family, ports, endpoints: contents });
    deleted.push(...filling.emptied);
  }
  for (const [key, slices] of byPorts) if (!groups.has(key)) deleted.push(...slices);
  return { ...finalize(existing, { written, created, deleted }, family, wanted), skipped };
}

function finalize(
  existing: readonly EndpointSlice[],
  { written, created, deleted }: { written: SlicePlan[]; created: SlicePlan[]; deleted: EndpointSlice[] },
  family: Family,
  wanted: ReturnType<typeof sliceLabels>,
): Omit<Plan, 'skipped'> {
  if (deleted.length === existing.length && created.length === 0) {
    const [only, ...others] = deleted;
    if (only && others.length === 0 && isPlaceholder(only) && sameLabels(only.metadata.labels, wanted)) deleted = [];
    else created.push({ family, ports: [], endpoints: [] });
  }
  // A slice that would go is reused for one that would come: names live on.
  const gone = [...deleted];
  for (const plan of created) {
    const reused = gone.shift();
    written.push(reused ? { ...plan, existing: reused, remade: true } : plan);
  }
  const touched = new Set([...deleted, ...written.map((plan) => plan.existing)]);
  return { written, kept: existing.filter((slice) => !touched.has(slice)), deleted: gone };
}

function groupByPorts(
  service: Service,
  pods: readonly Pod[],
  family: Family,
  nodes: ReadonlyMap<string, Node>,
): { readonly groups: ReadonlyMap<string, PortGroup>; readonly skipped: readonly string[] } {
  const groups = new Map<string, PortGroup>();
  const skipped = new Set<Pod>();
  for (const { ports, pods: same } of podsByPorts(listed(pods), (pod) => endpointPorts(pod, service), portsKey)) {
    const list = listOnce(service, same, family, nodes);
    groups.set(portsKey(ports), { ports, endpoints: list.endpoints });
    for (const pod of list.skipped) skipped.add(pod);
  }
  const inOrder = skipped.size === 0 ? [] : pods.filter((pod) => skipped.has(pod));
  return { groups, skipped: inOrder.map((pod) => skippedText(pod, service)) };
}

const listedPods = new WeakMap<readonly Pod[], readonly Pod[]>();

function listed(pods: readonly Pod[]): readonly Pod[] {
  let found = listedPods.get(pods);
  if (!found) {
    const all = pods.every((pod) => shouldPodBeInEndpoints(pod, true));
    listedPods.set(pods, (found = all ? pods : pods.filter((pod) => shouldPodBeInEndpoints(pod, true))));
  }
  return found;
}

interface PodList {
  readonly endpoints: readonly Endpoint[];
  readonly skipped: readonly Pod[];
}

const podLists = new IdentityCache<PodList>();

/** The entries of pods, the same list for every Service that asks the same of them. */
function listOnce(service: Service, pods: readonly Pod[], family: Family, nodes: ReadonlyMap<string, Node>): PodList {
  const { metadata, spec } = service;
  const { publishNotReadyAddresses = false, trafficDistribution } = spec;
  const inputs = [nodes, family, publishNotReadyAddresses, trafficDistribution, metadata.namespace, metadata.name];
  return podLists.once(pods, inputs, () => {
    const endpoints: Endpoint[] = [];
    const skipped: Pod[] = [];
    for (const pod of pods) {
      const node = nodes.get(pod.spec.nodeName ?? '');
      const endpoint = node || publishNotReadyAddresses ? podToEndpoint(pod, node, service, family) : undefined;
      if (endpoint) endpoints.push(endpoint);
      else if (!node && !publishNotReadyAddresses) skipped.push(pod);
    }
    return { endpoints, skipped };
  });
}

function skippedText(pod: Pod, { metadata: { namespace = '', name } }: Service): string {
  return `skipping Pod ${pod.metadata.name} for Service ${namespace}/${name}: Node ${pod.spec.nodeName ?? ''} Not Found`;
}

function portsKey(ports: readonly SlicePort[]): string {
  return ports
    .map(
      ({ name = '', protocol = 'TCP', port, appProtocol }) =>
        `${name}|${protocol}|${String(port ?? '')}|${appProtocol ?? ''}`,
    )
    .sort()
    .join(',');
}

function isPlaceholder(slice: EndpointSlice): boolean {
  return !slice.endpoints?.length && !slice.ports?.length;
}

function changedBesidesHints({ hints: _a, ...before }: Endpoint, { hints: _b, ...after }: Endpoint): boolean {
  return !equalJson(before, after);
}
