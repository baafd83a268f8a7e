/** The caption under the endpoints. */
import { podsIn, slicesOf } from '../../sim/core.ts';
import type { ViewContext } from '../context.ts';
import type { PictureModel } from '../view-models.ts';
import { reasonIn } from './reason-in.ts';
import { drawnLimit, type Way } from './way.ts';

/** Two short lines: how many, and what to know of them. */
export function captionOf(context: ViewContext, way: Way): PictureModel['captionEndpoints'] {
  const { verdict, reached, notReached } = way;
  const { traffic } = context.words;
  if (verdict.outcome === 'CNAME') return { title: traffic.outside, detail: traffic.aliasDetail };
  if (reached.length > 0) return reachedCaption(context, way);
  if (verdict.outcome === 'NXDOMAIN' && notReached.length > 0 && !way.explained)
    return { title: traffic.nobodyReads[0] ?? '', detail: traffic.nobodyReads[1] ?? '' };
  const local = reasonIn(verdict, 'NoLocalEndpoints');
  if (local)
    return {
      title: traffic.onNode(0, String(local.facts?.['node'] ?? '')),
      detail: traffic.onOthers(countOf(way, 'in')),
    };
  if (verdict.outcome === 'NOROUTE')
    return { title: traffic.endpoints(countOf(way, 'in')), detail: traffic.outOfReach };
  if (reasonIn(verdict, 'SlicePortDiffers'))
    return { title: traffic.usable(0), detail: traffic.inList(notReached.length) };
  const waiting = countOf(way, 'notReady') + countOf(way, 'terminating');
  if (waiting > 0) return { title: traffic.ready(0), detail: traffic.countNotReady(waiting) };
  if (!way.service) return { title: traffic.endpoints(0), detail: '' };
  if (countOf(way, 'in') > 0) return { title: traffic.endpoints(countOf(way, 'in')), detail: traffic.outOfReach };
  return { title: traffic.endpoints(0), detail: traffic.podsNoneSelected(podCount(context, way)) };
}

function reachedCaption(
  { words: { traffic }, state }: ViewContext,
  { verdict, reached, service }: Way,
): PictureModel['captionEndpoints'] {
  const n = reached.length;
  const source = verdict.source ? traffic.source[verdict.source] : '';
  if (reasonIn(verdict, 'TerminatingServe')) return { title: traffic.ready(0), detail: traffic.fallback };
  if (n > drawnLimit && service)
    return {
      title: traffic.endpoints(n),
      detail: traffic.inSlices(slicesOf(state.cluster, service.namespace, service.name).length),
    };
  if (verdict.via === 'headless') return { title: traffic.inDns(n), detail: source };
  if (reached.every(({ outside }) => outside) && !verdict.service)
    return { title: traffic.outside, detail: source || (verdict.cname ? traffic.aliasDetail : '') };
  return { title: traffic.endpoints(n), detail: source };
}

const countOf = ({ explained }: Way, state: string): number =>
  explained?.rows.filter((row) => row.state === state).length ?? 0;

/** Pods of the namespace that may be meant; the client is not counted. */
function podCount({ state }: ViewContext, { service, probe, notReached }: Way): number {
  if (notReached.length > 0) return notReached.length;
  const client = /^pod (.+)$/.exec(probe.from)?.[1];
  const namespace = service?.namespace ?? 'default';
  return podsIn(state.cluster, namespace).filter(({ metadata }) => `${namespace}/${metadata.name}` !== client).length;
}
