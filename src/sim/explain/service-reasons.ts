/** Causes that concern a Service as a whole. */
import { annotations, labels, managers, selectorOf } from '../api/endpoints/service-gate.ts';
import type { Endpoints, Labels, Service } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import { parseIP } from '../api/ip.ts';
import { get, table, type Cluster } from '../cluster/cluster.ts';
import { podsIn, slicesOf } from '../cluster/indexes.ts';
import { podsMatching } from '../cluster/matching.ts';
import type { Explained } from './explanation.ts';
import { selectorReason, serviceRef } from './label-reasons.ts';
import { leftOutPods } from './left-out-pods.ts';
import { nearest } from './nearest.ts';
import { scaledToZero } from './scaled-to-zero.ts';

/** All that holds, the most telling first. */
export function serviceReasons(state: Explained, service: Service): readonly EndpointReason[] {
  const selector = selectorOf(service);
  if (service.spec.type === 'ExternalName') return externalName(state.cluster, service);
  return selector ? withSelector(state, service, selector) : withoutSelector(state.cluster, service);
}

function externalName(cluster: Cluster, service: Service): readonly EndpointReason[] {
  const object = serviceRef(service);
  const { namespace = '', name } = service.metadata;
  const left = slicesOf(cluster, namespace, name).some(({ endpoints }) => endpoints && endpoints.length > 0);
  const found = service.spec.externalName ?? '';
  return [
    ...(parseIP(found)
      ? [{ code: 'ExternalNameIsAddress', object, path: 'spec.externalName', facts: { found } } as const]
      : []),
    { code: 'ExternalNameHasNoEndpoints', object, path: 'spec.type' },
    ...(left ? [{ code: 'LeftFromBefore', object, path: 'spec.type' } as const] : []),
  ];
}

function withSelector(state: Explained, service: Service, selector: Labels): readonly EndpointReason[] {
  const { cluster, events } = state;
  const { namespace = '', name } = service.metadata;
  const reasons: EndpointReason[] = [];
  const endpoints = get(cluster, 'endpoints', namespace, name);
  const object = { kind: 'Endpoints', namespace, name };
  if (podsMatching(cluster, namespace, selector).length === 0) {
    const reason =
      scaledToZero(cluster, service, selector) ??
      leftOutPods(state, service, selector) ??
      selectorReason(cluster, service, selector, podsIn(cluster, namespace));
    if (reason) reasons.push(reason);
  }
  const failed = events.findLast(
    (event) => event.reason === 'FailedToUpdateEndpoint' && event.object === `Endpoints/${namespace}/${name}`,
  );
  if (failed && podsMatching(cluster, namespace, selector).some((pod) => pod.status.podIP && !pod.spec.nodeName)) {
    reasons.push({ code: 'EndpointsUpdateFailed', object, path: 'subsets', facts: { message: failed.message } });
  }
  if (endpoints?.metadata.annotations?.[annotations.overCapacity] === 'truncated') {
    reasons.push({ code: 'OverCapacity', object, path: 'subsets', facts: { limit: 1000 } });
  }
  if (endpoints?.metadata.annotations?.[annotations.lastApplied] !== undefined) {
    // Typed addresses still there wait for the next sync; traffic never uses them.
    const typed = (endpoints.subsets ?? []).some(({ addresses = [] }) =>
      addresses.some(({ targetRef }) => targetRef?.kind !== 'Pod'),
    );
    reasons.push({
      code: 'OverwrittenByController',
      object,
      path: 'subsets',
      against: { object: serviceRef(service), path: 'spec.selector' },
      facts: { pending: typed },
    });
  }
  return reasons;
}

function withoutSelector(cluster: Cluster, service: Service): readonly EndpointReason[] {
  const { namespace = '', name } = service.metadata;
  const endpoints = get(cluster, 'endpoints', namespace, name);
  const slices = slicesOf(cluster, namespace, name).filter((slice) => slice.endpoints && slice.endpoints.length > 0);
  if ((endpoints && hasAddresses(endpoints)) || slices.length > 0) {
    const marked = endpoints && hasAddresses(endpoints) ? notMirrored(endpoints) : undefined;
    return [...(marked ? [marked] : []), ...leftovers(cluster, service, endpoints)];
  }
  const object = serviceRef(service);
  if (!endpoints) {
    const elsewhere = endpointsElsewhere(cluster, service);
    if (elsewhere) return [elsewhere];
    const other = nearbyEndpoints(cluster, namespace, name);
    if (other) return [nameDiffers(service, other)];
  }
  return [{ code: 'NoSelector', object, path: 'spec.selector' }];
}

function nameDiffers(service: Service, found: string): EndpointReason {
  const { namespace = '', name } = service.metadata;
  return {
    code: 'EndpointsNameDiffers',
    object: { kind: 'Endpoints', namespace, name: found },
    path: 'metadata.name',
    against: { object: serviceRef(service), path: 'metadata.name' },
    facts: { wanted: name, found },
  };
}

/** Endpoints of this very name in another namespace, where no Service has the name. */
function endpointsElsewhere(cluster: Cluster, service: Service): EndpointReason | undefined {
  const { namespace: wanted = '', name } = service.metadata;
  for (const { metadata } of table(cluster, 'endpoints').values()) {
    const { namespace: found = '' } = metadata;
    if (metadata.name !== name || found === wanted || get(cluster, 'services', found, name)) continue;
    return {
      code: 'OtherNamespace',
      object: { kind: 'Endpoints', namespace: found, name },
      path: 'metadata.namespace',
      against: { object: serviceRef(service), path: 'metadata.namespace' },
      facts: { wanted, found },
    };
  }
  return undefined;
}

/** Endpoints whose name no Service has: the one nearest to `name`, or the only one. */
function nearbyEndpoints(cluster: Cluster, namespace: string, name: string): string | undefined {
  const orphans = [...table(cluster, 'endpoints').values()]
    .filter(({ metadata }) => metadata.namespace === namespace && !get(cluster, 'services', namespace, metadata.name))
    .map(({ metadata }) => metadata.name);
  return nearest(name, orphans) ?? (orphans.length === 1 ? orphans[0] : undefined);
}

/** The mark that keeps the mirroring controller off these Endpoints; undefined where there is none. */
export function notMirrored({ metadata }: Endpoints): EndpointReason | undefined {
  const { namespace = '', name, labels: own, annotations: notes } = metadata;
  const object = { kind: 'Endpoints', namespace, name };
  if (own?.[labels.skipMirror] === 'true')
    return { code: 'NotMirrored', object, path: `metadata.labels[${labels.skipMirror}]` };
  if (notes?.[annotations.leader] === undefined) return undefined;
  return { code: 'NotMirrored', object, path: `metadata.annotations[${annotations.leader}]` };
}

function leftovers(cluster: Cluster, service: Service, endpoints: Endpoints | undefined): readonly EndpointReason[] {
  const { namespace = '', name } = service.metadata;
  const frozen = slicesOf(cluster, namespace, name).find(
    (slice) => slice.metadata.labels?.[labels.sliceManagedBy] === managers.slices,
  );
  const reasons: EndpointReason[] = [];
  if (frozen) {
    reasons.push({
      code: 'LeftFromBefore',
      object: { kind: 'EndpointSlice', namespace, name: frozen.metadata.name },
      path: 'endpoints',
      against: { object: serviceRef(service), path: 'spec.selector' },
    });
  }
  if (endpoints?.metadata.labels?.[labels.endpointsManagedBy] === managers.endpoints) {
    reasons.push({
      code: 'LeftFromBefore',
      object: { kind: 'Endpoints', namespace, name },
      path: 'subsets',
      against: { object: serviceRef(service), path: 'spec.selector' },
    });
  }
  return reasons;
}

function hasAddresses({ subsets = [] }: Endpoints): boolean {
  return subsets.some(({ addresses = [], notReadyAddresses = [] }) => addresses.length + notReadyAddresses.length > 0);
}
