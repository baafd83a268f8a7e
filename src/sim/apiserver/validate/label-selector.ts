/** Label selectors of workloads. */
import type { FieldError } from '../../api/field-error.ts';
import { isLabelValue, isQualifiedName } from '../../api/names.ts';
import type { LabelSelector } from '../../api/objects.ts';
import { forbidden, invalid, invalids, required } from '../field-errors.ts';
import { validateLabels } from './object-meta.ts';

/** Models apimachinery/pkg/apis/meta/v1/validation ValidateLabelSelector, v1.36. */
export function validateLabelSelector(
  path: string,
  { matchLabels, matchExpressions = [] }: LabelSelector,
): FieldError[] {
  return [
    ...validateLabels(`${path}.matchLabels`, matchLabels),
    ...matchExpressions.flatMap((expression, i) => validateExpression(`${path}.matchExpressions[${i}]`, expression)),
  ];
}

function validateExpression(
  path: string,
  { key = '', operator = '', values = [] }: NonNullable<LabelSelector['matchExpressions']>[number],
): FieldError[] {
  const errors: FieldError[] = [];
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0)
      errors.push(required(`${path}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      errors.push(forbidden(`${path}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"));
  } else {
    errors.push(invalid(`${path}.operator`, operator, 'not a valid selector operator'));
  }
  errors.push(...invalids(`${path}.key`, key, isQualifiedName(key)));
  return [...errors, ...values.flatMap((value, i) => invalids(`${path}.values[${i}]`, value, isLabelValue(value)))];
}

/** True when the selector asks for nothing. */
export function isEmptySelector({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return Object.keys(matchLabels ?? {}).length === 0 && (matchExpressions ?? []).length === 0;
}
