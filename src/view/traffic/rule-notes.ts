/** What decides at the rule beside the list: policies of the Service, and what becomes of the source address. */
import { objectIn, type Verdict } from '../../sim/core.ts';
import type { ViewContext } from '../context.ts';
import { reasonIn } from './reason-in.ts';

/** Fields as one would type them, only those that have a part in this way; then the source address where it changes. */
export function ruleNotes({ state, words }: ViewContext, verdict: Verdict): readonly string[] {
  const { service, affinity, source, seenFrom = [] } = verdict;
  const spec = service && objectIn(state.cluster, 'services', service.namespace, service.name)?.spec;
  const hints = reasonIn(verdict, 'HintsForNode', 'HintsForZone');
  const distribution = spec?.trafficDistribution;
  const notes = [
    affinity || reasonIn(verdict, 'SessionAffinity') ? 'sessionAffinity: ClientIP' : '',
    reasonIn(verdict, 'InternalPolicyLocal') ? 'internalTrafficPolicy: Local' : '',
    reasonIn(verdict, 'ExternalPolicyLocal') ? 'externalTrafficPolicy: Local' : '',
    reasonIn(verdict, 'SourceRangeForbids') ? 'loadBalancerSourceRanges' : '',
    hints ? (distribution === undefined ? 'hints.forZones' : `trafficDistribution: ${distribution}`) : '',
    source === 'changed' && seenFrom.length > 0 ? words.traffic.newSource(seenFrom) : '',
  ];
  return notes.filter((note) => note !== '');
}
