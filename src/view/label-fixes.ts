/** Repairs where a selector and labels do not fit: on the side of the Service, or of the pods it comes nearest to. */
import { nearestMiss, objectIn, podsMatching, type EndpointReason, type ObjectRef } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { insertion, keyPath, replacement } from './text-fixes.ts';
import type { Fix } from './view-models.ts';
import { text as factText } from './words/facts.ts';

/** `reason`: `LabelDiffers` or `LabelMissing`, of the Service or of a pod. At most two. */
export function labelFixes(context: ViewContext, reason: EndpointReason): readonly Fix[] {
  const { cluster } = context.state;
  const ofService = reason.object?.kind === 'Service';
  const ref = ofService ? reason.object : reason.against?.object;
  const service = ref && objectIn(cluster, 'services', ref.namespace, ref.name);
  const selector = service?.spec.selector;
  if (!ref || !selector) return [];
  const near = ofService || reason.facts?.['near'] === true;
  const ofPod = ofService ? nearestMiss(cluster, service, selector)?.reason : reason;
  const alone = podsMatching(cluster, ref.namespace, selector).length === 0;
  const pods = ofPod && near ? podSide(context, ofPod) : [];
  const services = [
    ...(ofService ? spellings(context, reason) : []),
    // A selector that matches pods would lose them.
    ...(ofPod && near && alone ? serviceSide(context, ofPod) : []),
  ];
  const fixes = ofPod && isPodWrong(context, ref.name, ofPod) ? [...pods, ...services] : [...services, ...pods];
  const same = (a: Fix, b: Fix): boolean => a.start === b.start && a.end === b.end && a.text === b.text;
  return fixes.filter((fix, i) => fixes.findIndex((other) => same(fix, other)) === i).slice(0, 2);
}

/** The wanted value is the Service's own name, or the workload carries it while its template does not. */
function isPodWrong({ places, state }: ViewContext, service: string, { object, facts }: EndpointReason): boolean {
  const [key, wanted] = [factText(facts, 'key'), factText(facts, 'wanted')];
  if (wanted === service) return true;
  const own = object?.kind === 'Pod' ? undefined : places.field(object, keyPath('metadata.labels', key));
  return own?.exact === true && own.place.state === state.index && says(state.text, own.value, wanted);
}

const says = (text: string, { start, end }: { readonly start: number; readonly end: number }, word: string): boolean =>
  text.slice(start, end).replace(/^(["'])(.*)\1$/, '$2') === word;

/** A word of the selector that is nearly one that pods have. */
function spellings(context: ViewContext, reason: EndpointReason): readonly Fix[] {
  const nearest = factText(reason.facts, 'nearest');
  if (nearest === '') return [];
  const side = reason.code === 'LabelMissing' ? 'key' : 'value';
  return replacement(context, reason, side, nearest, context.words.fix.replace(nearest));
}

/** The label as the selector wants it, where the pods are typed: in a template, if the workload's own selector allows. */
function podSide(context: ViewContext, { code, object, path, facts }: EndpointReason): readonly Fix[] {
  if (!object) return [];
  const [key, wanted] = [factText(facts, 'key'), factText(facts, 'wanted')];
  const isPod = object.kind === 'Pod';
  if (!isPod && isSelectedBy(context, object, key)) return [];
  const owner = `${object.kind.toLowerCase()}/${object.name}`;
  const pair = `${key}: ${wanted}`;
  if (code === 'LabelDiffers')
    return replacement(
      context,
      { object, ...(path && { path }) },
      'value',
      wanted,
      context.words.fix.setLabel(pair, owner),
    );
  const labels = isPod ? 'metadata.labels' : 'spec.template.metadata.labels';
  if (context.places.field(object, keyPath(labels, key))?.exact) return [];
  return insertion(context, object, labels, [key, wanted], context.words.fix.addLabel(pair, owner));
}

/** True where a workload asks its own template for the label: it cannot be changed there alone. */
function isSelectedBy({ places }: ViewContext, workload: ObjectRef, key: string): boolean {
  const selector = workload.kind === 'ReplicationController' ? 'spec.selector' : 'spec.selector.matchLabels';
  return places.field(workload, keyPath(selector, key))?.exact === true;
}

/** The pair that the pods have, in the selector. */
function serviceSide(context: ViewContext, { code, against, facts }: EndpointReason): readonly Fix[] {
  const found = factText(facts, 'found');
  if (code !== 'LabelDiffers' || !against || found === '') return [];
  return replacement(context, against, 'value', found, context.words.fix.select(`${factText(facts, 'key')}: ${found}`));
}
