/** Label selectors: does a set of labels match? */
import type { LabelSelector, Labels } from './objects.ts';

/**
 * True when every key and value of `selector` is among `labels`. An empty selector matches everything;
 * the caller decides what a missing selector means (for a Service: no endpoints at all).
 * Models apimachinery/pkg/labels Set.AsSelector, v1.36.
 */
export function matchesLabels(selector: Labels, labels: Labels | undefined): boolean {
  for (const key of Object.keys(selector)) {
    if (!labels || !Object.hasOwn(labels, key) || labels[key] !== selector[key]) return false;
  }
  return true;
}

/**
 * True when `labels` fulfil all of matchLabels and matchExpressions. No selector matches nothing, an empty one everything;
 * an operator that does not exist matches nothing.
 * Models apimachinery/pkg/apis/meta/v1 LabelSelectorAsSelector, v1.36.
 */
export function matchesSelector(selector: LabelSelector | undefined, labels: Labels | undefined): boolean {
  if (!selector) return false;
  if (selector.matchLabels && !matchesLabels(selector.matchLabels, labels)) return false;
  return (selector.matchExpressions ?? []).every((expression) => matchesExpression(expression, labels));
}

type Expression = NonNullable<LabelSelector['matchExpressions']>[number];

function matchesExpression({ key, operator, values }: Expression, labels: Labels | undefined): boolean {
  const value = labels && Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && (values ?? []).includes(value);
    case 'NotIn':
      return value === undefined || !(values ?? []).includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
