/** The pod that a selector nearly matches: the one most likely meant by a selector that matches none. */
import { matchesLabels } from '../api/labels.ts';
import type { Labels, Pod, Service } from '../api/objects.ts';
import type { EndpointReason } from '../api/reasons.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { labelGroups } from '../cluster/matching.ts';
import { isOfOther, labelReason } from './label-reasons.ts';
import { nearest } from './nearest.ts';
import { podSource } from './pod-source.ts';

export interface NearMiss {
  readonly pod: Pod;
  /** `LabelDiffers` or `LabelMissing` on the pod's side. */
  readonly reason: EndpointReason;
}

interface Candidate extends NearMiss {
  readonly score: number;
  /** The workload that makes it, or the pod. */
  readonly source: string;
}

/**
 * Of the pods of the Service's namespace that it does not match, the one that is meant: it has most of the pairs, a label is
 * almost the wanted one, or it is called like the Service. Undefined where none or several of different labels could be. What
 * another Service asks for by the label that differs is that one's.
 */
export function nearestMiss(cluster: Cluster, service: Service, selector: Labels): NearMiss | undefined {
  let best: Candidate | undefined;
  let alone = true;
  for (const { labels, pods } of labelGroups(cluster, service.metadata.namespace ?? '')) {
    const [pod] = pods;
    if (!pod || matchesLabels(selector, labels)) continue;
    const found = candidate(cluster, service, selector, pod);
    if (!found || (best && found.score < best.score)) continue;
    alone = found.score !== best?.score || (alone && found.source === best.source);
    best = found;
  }
  return best && (alone || best.score % 4 > 0) ? best : undefined;
}

/** Pairs that match count most; then a label that is spelt alike, then a name that is. */
function candidate(cluster: Cluster, service: Service, selector: Labels, pod: Pod): Candidate | undefined {
  const reason = labelReason(cluster, service, selector, pod);
  if (!reason) return undefined;
  const { facts = {} } = reason;
  const [key, found, wanted] = [facts['key'], facts['found'], facts['wanted']].map(String) as [string, string, string];
  const spelt =
    reason.code === 'LabelMissing' ? facts['nearest'] !== undefined : nearest(wanted, [found]) !== undefined;
  const { kind, name } = podSource(cluster, pod).object;
  const own = service.metadata.name;
  const namesake = name === own || own.startsWith(`${name}-`) || name.startsWith(`${own}-`);
  if (reason.code === 'LabelDiffers' && !namesake && isOfOther(cluster, service, key, found, wanted)) return undefined;
  const called = namesake || nearest(own, [name]) !== undefined;
  const score = 4 * Number(facts['matched'] ?? 0) + (spelt ? 2 : 0) + (called ? 1 : 0);
  return score === 0 ? undefined : { pod, reason, score, source: `${kind} ${name}` };
}
