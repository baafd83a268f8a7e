/** Keys of maps whose names the scene knows: labels and selectors. */
import { quoted } from '../text-fixes.ts';
import type { Caret, Subject } from './caret.ts';
import type { HelpContext } from './help-context.ts';
import type { CompletionItem } from './help-models.ts';
import { labelKeys, selectorPairs } from './names.ts';
import type { Step } from './outline.ts';
import { pairsAt } from './scalars.ts';

/** Everything about one caret. `steps` are those in the object. */
export interface HelpPlace {
  readonly context: HelpContext;
  readonly caret: Caret;
  readonly subject: Subject;
  readonly steps: readonly Step[];
}

export const serviceNameLabel = 'kubernetes.io/service-name';

/** What a map of labels is for. */
export type LabelMap = 'service selector' | 'workload selector' | 'pod labels' | 'slice labels' | 'other labels';

/** Which map of labels `steps` name; undefined for any other field. */
export function labelMapAt(kind: string | undefined, steps: readonly Step[]): LabelMap | undefined {
  const path = steps.join('.');
  if (kind === 'Service' && path === 'spec.selector') return 'service selector';
  if (path === 'spec.selector.matchLabels' || (kind === 'ReplicationController' && path === 'spec.selector'))
    return 'workload selector';
  if ((kind === 'Pod' && path === 'metadata.labels') || path === 'spec.template.metadata.labels') return 'pod labels';
  if (path !== 'metadata.labels') return undefined;
  return kind === 'EndpointSlice' ? 'slice labels' : 'other labels';
}

export function keysInScene(place: HelpPlace): readonly CompletionItem[] {
  const { context, subject, steps, caret } = place;
  const { state, words } = context;
  const map = labelMapAt(subject.kind, steps);
  const item = (label: string, detail: string): CompletionItem => ({
    label,
    kind: 'name',
    detail,
    insert: caret.hasColon ? quoted(label) : `${quoted(label)}: `,
    field: '',
    ...(caret.hasColon ? {} : { more: true }),
  });
  const ofPods = (): readonly CompletionItem[] =>
    [...labelKeys(state, subject.namespace)].map(([key, n]) => item(key, words.podsHave(n)));
  const ofSelectors = (): readonly CompletionItem[] =>
    selectorPairs(state, subject.namespace).map(({ key, of }) => item(key, words.selectedBy(of)));
  if (map === 'service selector') return ofPods();
  if (map === 'slice labels') return [item(serviceNameLabel, words.ownService)];
  if (map === 'workload selector' || map === 'pod labels')
    return [...ownPairs(place, map).map(({ key }) => item(key, words.sameObject)), ...ofSelectors(), ...ofPods()];
  return map === 'other labels' ? ofPods() : [];
}

/** The other half of a workload: what its selector wants, or what its template carries. */
export function ownPairs(
  { context: { text }, caret }: Pick<HelpPlace, 'context' | 'caret'>,
  map: LabelMap,
): readonly { readonly key: string; readonly value: string }[] {
  const other = map === 'workload selector' ? 'spec.template.metadata.labels' : 'spec.selector.matchLabels';
  return pairsAt(text, caret.document, other.split('.')).map(([key, value]) => ({ key, value }));
}
