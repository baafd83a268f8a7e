/** One Service: what its Endpoints object should be. */
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { IdentityCache } from '../../api/endpoints/identity-cache.ts';
import {
  annotations,
  isHeadless,
  labels,
  labelsWith,
  managers,
  sameLabels,
  zeroTime,
} from '../../api/endpoints/service-gate.ts';
import type { EndpointAddress, Endpoints, EndpointSubset, Labels, Pod, Service } from '../../api/objects.ts';
import { desiredSubsets } from './desired-subsets.ts';
import { truncateEndpoints } from './truncate-endpoints.ts';

const written = new IdentityCache<Endpoints | undefined>();
const lists = new IdentityCache<ReturnType<typeof truncateEndpoints>>();

/**
 * The object the controller would write, or undefined when the present one is right already.
 * Labels are the Service's, annotations those that are there; a hand-written list is overwritten. That the Service has become
 * headless is no reason to write.
 * Models pkg/controller/endpoint syncService, v1.36.
 */
export function reconcileEndpoints(
  service: Service,
  pods: readonly Pod[],
  current: Endpoints | undefined,
): Endpoints | undefined {
  return written.once(service, [pods, current], () => wantedEndpoints(service, pods, current));
}

function wantedEndpoints(
  service: Service,
  pods: readonly Pod[],
  current: Endpoints | undefined,
): Endpoints | undefined {
  const { subsets, truncated } = lists.once(service, pods, () => truncateEndpoints(desiredSubsets(service, pods)));
  const wantedLabels = endpointsLabels(service);
  const present = current?.metadata.annotations;
  if (
    current &&
    sameLabels(labelsWith(current.metadata.labels, [labels.headless]), labelsWith(wantedLabels, [labels.headless])) &&
    present?.[annotations.overCapacity] === (truncated ? 'truncated' : undefined) &&
    equalJson(current.subsets ?? [], subsets)
  ) {
    return undefined;
  }
  const added: Labels = {
    ...(triggers(current, subsets) && { [annotations.triggerTime]: zeroTime }),
    ...(truncated && { [annotations.overCapacity]: 'truncated' }),
  };
  const kept = labelsWith(present, [annotations.triggerTime, annotations.overCapacity], added);
  return {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: metadataOf(service, current, wantedLabels, kept),
    ...(subsets.length > 0 && { subsets }),
  };
}

function metadataOf(
  service: Service,
  current: Endpoints | undefined,
  wanted: Labels,
  kept: Labels,
): Endpoints['metadata'] {
  const { annotations: _annotations, labels: _labels, ...rest } = current?.metadata ?? {};
  const { name, namespace = '' } = service.metadata;
  return { ...rest, name, namespace, labels: wanted, ...(Object.keys(kept).length > 0 && { annotations: kept }) };
}

function endpointsLabels(service: Service): Labels {
  return labelsWith(service.metadata.labels, [labels.headless], {
    [labels.endpointsManagedBy]: managers.endpoints,
    ...(isHeadless(service) && { [labels.headless]: '' }),
  });
}

/** A new object, a new address or one whose readiness changed sets the trigger time; what only goes away does not. */
function triggers(current: Endpoints | undefined, subsets: readonly EndpointSubset[]): boolean {
  if (!current) return true;
  if (sameLists(current.subsets ?? [], subsets)) return false;
  const before = readiness(current.subsets ?? []);
  return [...readiness(subsets)].some(([address, ready]) => before.get(address) !== ready);
}

/** Only their ports may differ. */
function sameLists(a: readonly EndpointSubset[], b: readonly EndpointSubset[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ addresses, notReadyAddresses }, i) =>
        addresses === b[i]?.addresses && notReadyAddresses === b[i]?.notReadyAddresses,
    )
  );
}

function readiness(subsets: readonly EndpointSubset[]): ReadonlyMap<string, boolean> {
  const result = new Map<string, boolean>();
  const key = ({ ip, targetRef }: EndpointAddress): string => `${ip} ${targetRef?.uid ?? ''}`;
  for (const { addresses, notReadyAddresses } of subsets) {
    for (const address of addresses ?? []) result.set(key(address), true);
    for (const address of notReadyAddresses ?? []) result.set(key(address), false);
  }
  return result;
}
