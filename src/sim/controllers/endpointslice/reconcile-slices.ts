/** One Service: its slices of every family. */
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { familiesOf } from '../../api/endpoints/service-gate.ts';
import type { ClusterEvent } from '../../api/events.ts';
import type { EndpointSlice, Family, Node, Pod, Service } from '../../api/objects.ts';
import { planSlices, type Plan } from './plan-slices.ts';
import { ownedBy, type SlicePlan } from './slice-object.ts';
import { addHints, hintsEnabled, withoutHints } from './topology-hints.ts';

export interface Reconciled {
  readonly written: readonly SlicePlan[];
  readonly deleted: readonly EndpointSlice[];
  readonly events: readonly ClusterEvent[];
}

/**
 * What changes in the slices of a Service; `existing` are those labelled for it and for this controller.
 * Slices that are not the Service's own, or of a family it does not have, are deleted. `freshHints`: the annotation for hints has
 * just come, so those that are there are not of its asking.
 * Models endpointslice/reconciler.go Reconcile, v1.36.
 */
export function reconcileSlices(
  service: Service,
  pods: readonly Pod[],
  existing: readonly EndpointSlice[],
  nodes: ReadonlyMap<string, Node>,
  freshHints = false,
): Reconciled {
  const families = familiesOf(service);
  const own = existing.filter((slice) => ownedBy(slice, service) && families.includes(slice.addressType as Family));
  const written: SlicePlan[] = [];
  const deleted = existing.filter((slice) => !own.includes(slice));
  const events: ClusterEvent[] = [];
  const skipped: string[] = [];
  const auto = hintsEnabled(service.metadata.annotations);
  let enabled = !freshHints && own.some((slice) => slice.endpoints?.some(({ hints }) => hints !== undefined));
  for (const family of families) {
    const ofFamily = own.filter((slice) => slice.addressType === family);
    const plan = planSlices(service, pods, ofFamily, family, nodes, auto);
    const topology = auto
      ? withTopologyHints(service, plan, enabled, family, nodes)
      : { written: plan.written, events: [], enabled };
    enabled = topology.enabled;
    written.push(...topology.written);
    events.push(...topology.events);
    deleted.push(...plan.deleted);
    skipped.push(...plan.skipped);
  }
  if (skipped.length > 0) events.push(updateFailed(service, skipped));
  return { written, deleted, events };
}

/** `enabledBefore`: the controller has given this Service hints, of whatever family, and not taken them back. */
function withTopologyHints(
  service: Service,
  plan: Plan,
  enabledBefore: boolean,
  family: Family,
  nodes: ReadonlyMap<string, Node>,
): { readonly written: readonly SlicePlan[]; readonly events: readonly ClusterEvent[]; readonly enabled: boolean } {
  const kept = plan.kept.map((slice): SlicePlan => ({
    existing: slice,
    family,
    ports: slice.ports ?? [],
    endpoints: slice.endpoints ?? [],
  }));
  const plans = [...plan.written, ...kept];
  const [changing, unchanged] = [plan.written, kept].map((list) => list.map(({ endpoints }) => endpoints));
  const result = addHints(changing ?? [], unchanged ?? [], nodes.values());
  const hinted = plans.map((each, i) => ({
    ...each,
    endpoints: 'refused' in result ? withoutHints(each.endpoints) : (result.slices[i] ?? each.endpoints),
  }));
  const written = hinted.filter(
    (each, i) => i < plan.written.length || !equalJson(each.endpoints, each.existing?.endpoints ?? []),
  );
  if ('refused' in result)
    return {
      written,
      events: [topologyEvent(service, 'Warning', 'TopologyAwareHintsDisabled', result.refused, family)],
      enabled: false,
    };
  if (enabledBefore) return { written, events: [], enabled: true };
  return {
    written,
    enabled: true,
    events: [
      topologyEvent(service, 'Normal', 'TopologyAwareHintsEnabled', 'Topology Aware Hints has been enabled', family),
    ],
  };
}

/** The event of a Service whose annotation no longer asks for hints. */
export function hintsDisabled(service: Service, family: Family): ClusterEvent {
  return topologyEvent(
    service,
    'Warning',
    'TopologyAwareHintsDisabled',
    'Topology Aware Hints has been disabled',
    family,
  );
}

function topologyEvent(
  service: Service,
  type: ClusterEvent['type'],
  reason: string,
  message: string,
  family: Family,
): ClusterEvent {
  return {
    type,
    reason,
    object: objectOf(service),
    from: 'endpoint-slice-controller',
    message: `${message}, addressType: ${family}`,
  };
}

function updateFailed(service: Service, skipped: readonly string[]): ClusterEvent {
  const { namespace = '', name } = service.metadata;
  const unique = [...new Set(skipped)];
  const causes = unique.length === 1 ? (unique[0] ?? '') : `[${unique.join(', ')}]`;
  return {
    type: 'Warning',
    reason: 'FailedToUpdateEndpointSlices',
    object: objectOf(service),
    from: 'endpoint-slice-controller',
    message: `Error updating Endpoint Slices for Service ${namespace}/${name}: ${causes}`,
  };
}

function objectOf({ metadata: { namespace = '', name } }: Service): string {
  return `Service/${namespace}/${name}`;
}
