/** EndpointSlice objects as the EndpointSlice controller writes them. */
import {
  annotations,
  isHeadless,
  labels,
  labelsWith,
  managers,
  sameLabels,
  zeroTime,
} from '../../api/endpoints/service-gate.ts';
import type { Endpoint, EndpointSlice, Family, Labels, ObjectMeta, Service, SlicePort } from '../../api/objects.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';

const reserved = [labels.serviceName, labels.sliceManagedBy, labels.headless];

/** What is to be in a slice; `name` absent: to be made. */
export interface SlicePlan {
  readonly existing?: EndpointSlice;
  /** The existing slice only lends its name: annotations of its own are lost. */
  readonly remade?: boolean;
  readonly family: Family;
  readonly ports: readonly SlicePort[];
  readonly endpoints: readonly Endpoint[];
}

/** The Service's labels with the controller's own. Models endpointslice/utils.go setEndpointSliceLabels, v1.36. */
export function sliceLabels(service: Service): Labels {
  return labelsWith(service.metadata.labels, reserved, {
    ...(isHeadless(service) && { [labels.headless]: '' }),
    [labels.serviceName]: service.metadata.name,
    [labels.sliceManagedBy]: managers.slices,
  });
}

/**
 * Whether a slice is rewritten for its labels: those of the Service differ. The controller's own, the one that says headless
 * among them, are no reason. Models endpointslice/utils.go setEndpointSliceLabels, v1.36.
 */
export function isRelabelled(slice: EndpointSlice, wanted: Labels): boolean {
  return !sameLabels(labelsWith(slice.metadata.labels, reserved), labelsWith(wanted, reserved));
}

/** Whether the slice's owner is this very Service. */
export function ownedBy(slice: EndpointSlice, service: Service): boolean {
  return (
    slice.metadata.ownerReferences?.some(({ kind, uid }) => kind === 'Service' && uid === service.metadata.uid) ?? false
  );
}

/** The object for a plan: an update keeps the slice's own metadata, a new one takes `name`. */
export function sliceObject(
  service: Service,
  plan: SlicePlan,
  fresh: { readonly name: string; readonly uid: string },
): EndpointSlice {
  const { existing, family, endpoints, ports } = plan;
  const changedSpec =
    !existing || !equalJson(existing.endpoints ?? [], endpoints) || !equalJson(existing.ports ?? [], ports);
  const trigger = triggers(existing, endpoints);
  const kept = labelsWith(
    plan.remade ? undefined : existing?.metadata.annotations,
    [annotations.triggerTime],
    trigger ? { [annotations.triggerTime]: zeroTime } : {},
  );
  const {
    annotations: _annotations,
    labels: _labels,
    generation = 0,
    ...rest
  } = existing?.metadata ?? newMetadata(service, fresh);
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...rest,
      generation: changedSpec ? generation + 1 : generation,
      labels: sliceLabels(service),
      ...(Object.keys(kept).length > 0 && { annotations: kept }),
    },
    addressType: family,
    endpoints: endpoints.length > 0 ? endpoints : null,
    ports: ports.length > 0 ? ports : null,
  };
}

function newMetadata(service: Service, { name, uid }: { readonly name: string; readonly uid: string }): ObjectMeta {
  const { metadata } = service;
  return {
    name,
    generateName: `${metadata.name}-`,
    namespace: metadata.namespace ?? '',
    uid,
    ownerReferences: [
      {
        apiVersion: 'v1',
        kind: 'Service',
        name: metadata.name,
        uid: metadata.uid ?? '',
        controller: true,
        blockOwnerDeletion: true,
      },
    ],
  };
}

function triggers(existing: EndpointSlice | undefined, endpoints: readonly Endpoint[]): boolean {
  if (!existing) return true;
  if (existing.endpoints === endpoints) return false;
  const before = new Map((existing.endpoints ?? []).map((endpoint) => [keyOf(endpoint), endpoint.conditions?.serving]));
  return endpoints.some((endpoint) => before.get(keyOf(endpoint)) !== endpoint.conditions?.serving);
}

function keyOf({ addresses, targetRef }: Endpoint): string {
  return `${addresses[0] ?? ''} ${targetRef?.uid ?? ''}`;
}
