/** How a Deployment's pods are replaced. */
import type { FieldError } from '../../api/field-error.ts';
import type { Json } from '../../api/objects.ts';
import { forbidden, invalid, notSupported } from '../field-errors.ts';
import { amountOf, notMoreThanAll, validateAmount } from './pod-amount.ts';

interface DeploymentStrategy {
  readonly type?: string;
  readonly rollingUpdate?: Json;
}

interface RollingUpdate {
  readonly maxUnavailable?: Json;
  readonly maxSurge?: Json;
}

/** Models pkg/apis/apps/validation ValidateDeploymentStrategy, v1.36. */
export function validateStrategy(strategy: DeploymentStrategy | undefined): FieldError[] {
  const path = 'spec.strategy';
  if (strategy?.type === 'Recreate')
    return strategy.rollingUpdate === undefined
      ? []
      : [forbidden(`${path}.rollingUpdate`, "may not be specified when strategy `type` is 'Recreate'")];
  return strategy?.type === 'RollingUpdate'
    ? validateRollingUpdate(`${path}.rollingUpdate`, strategy.rollingUpdate)
    : [notSupported(path, strategyValue(strategy), ['Recreate', 'RollingUpdate'])];
}

/** Models ValidateRollingUpdateDeployment, v1.36. */
function validateRollingUpdate(path: string, rolling: Json | undefined): FieldError[] {
  const { maxUnavailable = 0, maxSurge = 0 } = (rolling ?? {}) as RollingUpdate;
  const unavailable = `${path}.maxUnavailable`;
  const errors = [...validateAmount(unavailable, maxUnavailable), ...validateAmount(`${path}.maxSurge`, maxSurge)];
  // Neither more nor fewer pods than wanted: such a rollout could not take a step.
  if (amountOf(maxUnavailable) === 0 && amountOf(maxSurge) === 0)
    errors.push(invalid(unavailable, maxUnavailable, 'may not be 0 when `maxSurge` is 0'));
  return [...errors, ...notMoreThanAll(unavailable, maxUnavailable)];
}

/** The server prints the whole strategy, in its internal form. */
export function strategyValue({ type = '', rollingUpdate }: DeploymentStrategy = {}): Json {
  if (rollingUpdate === undefined) return { Type: type, RollingUpdate: null };
  const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate as RollingUpdate;
  return { Type: type, RollingUpdate: { MaxUnavailable: maxUnavailable, MaxSurge: maxSurge } };
}
