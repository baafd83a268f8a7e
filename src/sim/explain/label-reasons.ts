/** Why a selector does not match a pod. */
import type { Labels, Pod, Service } from '../api/objects.ts';
import type { EndpointReason, Facts } from '../api/reasons.ts';
import type { ObjectRef } from '../api/refs.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { selectingServices } from '../cluster/matching.ts';
import { editDistance, nearest } from './nearest.ts';
import { keyPath, podSource } from './pod-source.ts';

/**
 * The first key of the selector that a pod lacks or has with another value, or undefined when all match.
 * `near` among the facts: the two are so alike that a slip is likely, or most of the selector matches.
 */
export function labelReason(
  cluster: Cluster,
  service: Service,
  selector: Labels,
  pod: Pod,
): EndpointReason | undefined {
  const labels = pod.metadata.labels ?? {};
  const keys = Object.keys(selector).sort();
  const wrong = keys.filter((key) => !Object.hasOwn(labels, key) || labels[key] !== selector[key]);
  const [key] = wrong;
  if (key === undefined) return undefined;
  const wanted = selector[key] ?? '';
  const { object, prefix } = podSource(cluster, pod);
  const base = `${prefix}metadata.labels`;
  const against = { object: serviceRef(service), path: keyPath('spec.selector', key) };
  const matched = { matched: keys.length - wrong.length, of: keys.length };
  if (Object.hasOwn(labels, key)) {
    const found = labels[key] ?? '';
    const near = wrong.length < keys.length || nearest(wanted, [found]) !== undefined;
    return {
      code: 'LabelDiffers',
      object,
      path: keyPath(base, key),
      against,
      facts: { key, wanted, found, near, ...matched },
    };
  }
  const similar = similarKey(key, wanted, labels);
  const near = similar !== undefined || wrong.length < keys.length;
  const facts: Facts = {
    key,
    wanted,
    near,
    ...matched,
    ...(similar !== undefined && { nearest: similar, found: labels[similar] ?? '' }),
  };
  return { code: 'LabelMissing', object, path: similar === undefined ? base : keyPath(base, similar), against, facts };
}

/** For a selector that matches no pod: the key and value that most pods miss, and the value they have instead. */
export function selectorReason(
  cluster: Cluster,
  service: Service,
  selector: Labels,
  pods: readonly Pod[],
): EndpointReason | undefined {
  for (const key of Object.keys(selector).sort()) {
    const wanted = selector[key] ?? '';
    const values = new Set(
      pods.flatMap(({ metadata: { labels } }) => (labels && Object.hasOwn(labels, key) ? [labels[key] ?? ''] : [])),
    );
    if (values.has(wanted)) continue;
    const keys = new Set(pods.flatMap(({ metadata: { labels } }) => Object.keys(labels ?? {})));
    const free = [...values].filter((found) => !isOfOther(cluster, service, key, found, wanted));
    const suggestion = values.size > 0 ? nearest(wanted, free) : nearest(key, keys);
    return {
      code: values.size > 0 ? 'LabelDiffers' : 'LabelMissing',
      object: serviceRef(service),
      path: keyPath('spec.selector', key),
      facts: { key, wanted, found: [...values].slice(0, 20), ...(suggestion !== undefined && { nearest: suggestion }) },
    };
  }
  return undefined;
}

/** True for a value by which another Service asks for its own pods, unless it is one slip away from what is wanted. */
export function isOfOther(cluster: Cluster, service: Service, key: string, found: string, wanted: string): boolean {
  return (
    editDistance(wanted, found) > 1 &&
    selectingServices(cluster, service.metadata.namespace ?? '').some(
      (other) => other !== service && other.spec.selector?.[key] === found,
    )
  );
}

/** Reference to a Service. */
export function serviceRef({ metadata: { namespace = '', name } }: Service): ObjectRef {
  return { kind: 'Service', namespace, name };
}

/** A label spelt almost like `key`, or the wanted value under another key. */
function similarKey(key: string, wanted: string, labels: Labels): string | undefined {
  const sameValue = Object.keys(labels).find((other) => labels[other] === wanted);
  return sameValue ?? nearest(key, Object.keys(labels));
}
