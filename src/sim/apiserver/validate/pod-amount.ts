/** Amounts of pods: a number, or a share of all (`25%`). */
import type { FieldError } from '../../api/field-error.ts';
import type { Json } from '../../api/objects.ts';
import { invalid } from '../field-errors.ts';

export const notNegativeDetail = 'must be greater than or equal to 0';

const percentRule =
  "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

/** Models pkg/apis/apps/validation ValidatePositiveIntOrPercent, v1.36. */
export function validateAmount(path: string, amount: Json): FieldError[] {
  if (typeof amount === 'number') return amount < 0 ? [invalid(path, amount, notNegativeDetail)] : [];
  return isPercent(amount) ? [] : [invalid(path, amount, percentRule)];
}

/** Models IsNotMoreThan100Percent, v1.36. */
export function notMoreThanAll(path: string, amount: Json): FieldError[] {
  return isPercent(amount) && amountOf(amount) > 100 ? [invalid(path, amount, 'must not be greater than 100%')] : [];
}

/** The number in it; 0 for a text that is none. */
export function amountOf(amount: Json): number {
  if (typeof amount === 'number') return amount;
  return isPercent(amount) ? Number(amount.slice(0, -1)) : Number(/^[+-]?\d+$/.test(String(amount)) ? amount : 0);
}

function isPercent(amount: Json): amount is string {
  return typeof amount === 'string' && /^[0-9]+%$/.test(amount);
}
