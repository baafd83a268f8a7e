/** Taints of a node. */
import type { FieldError } from '../../api/field-error.ts';
import { isLabelValue, isQualifiedName } from '../../api/names.ts';
import type { JsonObject, Node } from '../../api/objects.ts';
import { invalid, invalids, oneOf } from '../field-errors.ts';

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const path = 'metadata.taints';

/** The server calls their place so. Models pkg/apis/core/validation validateNodeTaints, v1.36. */
export function validateTaints(node: Node): readonly FieldError[] {
  const { taints = [] } = ((node as { readonly spec?: JsonObject }).spec ?? {}) as {
    readonly taints?: readonly Taint[];
  };
  return taints.flatMap((taint, i) => {
    const { key = '', value = '', effect = '' } = taint;
    const again = taints.findIndex((other) => (other.key ?? '') === key && (other.effect ?? '') === effect) < i;
    const badValue = isLabelValue(value).join(';');
    return [
      ...invalids(`${path}[${i}].key`, key, isQualifiedName(key)),
      ...(badValue ? [invalid(`${path}[${i}].value`, value, badValue)] : []),
      ...oneOf(`${path}[${i}].effect`, effect, effects),
      ...(again ? [repeated(i, key, value, effect)] : []),
    ];
  });
}

interface Taint {
  readonly key?: string;
  readonly value?: string;
  readonly effect?: string;
}

/** In its internal form. */
function repeated(i: number, key: string, value: string, effect: string): FieldError {
  const taint = { Key: key, Value: value, Effect: effect, TimeAdded: null };
  const detail = 'taints must be unique by key and effect pair';
  return { type: 'Duplicate value', path: `${path}[${i}]`, value: taint, detail };
}
