/** How a DaemonSet's pods are replaced. */
import type { FieldError } from '../../api/field-error.ts';
import type { Json } from '../../api/objects.ts';
import { invalid, notSupported, required } from '../field-errors.ts';
import { strategyValue } from './deployment-strategy.ts';
import { amountOf, notMoreThanAll, validateAmount } from './pod-amount.ts';

interface DaemonSetStrategy {
  readonly type?: string;
  readonly rollingUpdate?: { readonly maxUnavailable?: Json; readonly maxSurge?: Json };
}

/** Exactly one of the two amounts counts. Models pkg/apis/apps/validation ValidateDaemonSetUpdateStrategy, v1.36. */
export function validateDaemonSetStrategy(strategy: DaemonSetStrategy = {}): readonly FieldError[] {
  const path = 'spec.updateStrategy';
  if (strategy.type === 'OnDelete') return [];
  if (strategy.type !== 'RollingUpdate')
    return [notSupported(path, strategyValue(strategy), ['RollingUpdate', 'OnDelete'])];
  const { maxUnavailable = 0, maxSurge = 0 } = strategy.rollingUpdate ?? {};
  const [unavailable, surge] = [`${path}.rollingUpdate.maxUnavailable`, `${path}.rollingUpdate.maxSurge`];
  const [fewer, more] = [amountOf(maxUnavailable) !== 0, amountOf(maxSurge) !== 0];
  return [
    ...validateAmount(unavailable, maxUnavailable),
    ...validateAmount(surge, maxSurge),
    ...notMoreThanAll(unavailable, maxUnavailable),
    ...notMoreThanAll(surge, maxSurge),
    ...(fewer && more ? [invalid(surge, maxSurge, 'may not be set when maxUnavailable is non-zero')] : []),
    ...(fewer || more ? [] : [required(unavailable, 'cannot be 0 when maxSurge is 0')]),
  ];
}
