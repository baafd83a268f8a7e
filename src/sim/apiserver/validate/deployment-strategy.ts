/** How a Deployment's pods are replaced. */
import type { FieldError } from '../../api/field-error.ts';
import type { Json } from '../../api/objects.ts';
import { forbidden, invalid, notSupported } from '../field-errors.ts';

interface DeploymentStrategy {
  readonly type?: string;
  readonly rollingUpdate?: Json;
}

export const notNegativeDetail = 'must be greater than or equal to 0';

/** Models pkg/apis/apps/validation ValidateDeploymentStrategy, v1.36. */
export function validateStrategy(strategy: DeploymentStrategy | undefined): FieldError[] {
  const path = 'spec.strategy';
  if (strategy?.type === 'Recreate')
    return strategy.rollingUpdate === undefined
      ? []
      : [forbidden(`${path}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")];
  return strategy?.type === 'RollingUpdate'
    ? validateRollingUpdate(`${path}.rollingUpdate`, strategy.rollingUpdate)
    : [notSupported(path, strategyValue(strategy?.type ?? ''), ['Recreate', 'RollingUpdate'])];
}

/** Models ValidateRollingUpdateDeployment, v1.36. */
function validateRollingUpdate(path: string, rolling: Json | undefined): FieldError[] {
  const { maxUnavailable = 0, maxSurge = 0 } = (rolling ?? {}) as {
    readonly maxUnavailable?: Json;
    readonly maxSurge?: Json;
  };
  const unavailable = `${path}.maxUnavailable`;
  const errors = [...validateAmount(unavailable, maxUnavailable), ...validateAmount(`${path}.maxSurge`, maxSurge)];
  // Neither more nor fewer pods than wanted: such a rollout could not take a step.
  if (amountOf(maxUnavailable) === 0 && amountOf(maxSurge) === 0)
    errors.push(invalid(unavailable, maxUnavailable, 'may not be 0 when `maxSurge` is 0'));
  if (isPercent(maxUnavailable) && amountOf(maxUnavailable) > 100)
    errors.push(invalid(unavailable, maxUnavailable, 'must not be greater than 100%'));
  return errors;
}

function validateAmount(path: string, amount: Json): FieldError[] {
  if (typeof amount === 'number') return amount < 0 ? [invalid(path, amount, notNegativeDetail)] : [];
  return isPercent(amount) ? [] : [invalid(path, amount, percentRule)];
}

const percentRule =
  "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";

function isPercent(amount: Json): amount is string {
  return typeof amount === 'string' && /^[0-9]+%$/.test(amount);
}

function amountOf(amount: Json): number {
  if (typeof amount === 'number') return amount;
  return isPercent(amount) ? Number(amount.slice(0, -1)) : Number(/^[+-]?\d+$/.test(String(amount)) ? amount : 0);
}

/** The server prints the whole strategy, in its internal form. */
function strategyValue(type: string): Json {
  return { Type: type, RollingUpdate: null };
}
