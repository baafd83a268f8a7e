/** In which order a StatefulSet makes its pods, and how it replaces them. */
import type { FieldError } from '../../api/field-error.ts';
import type { Json } from '../../api/objects.ts';
import { invalid } from '../field-errors.ts';
import { amountOf, notMoreThanAll, notNegativeDetail, validateAmount } from './pod-amount.ts';

interface Updates {
  readonly podManagementPolicy?: string;
  readonly updateStrategy?: {
    readonly type?: string;
    readonly rollingUpdate?: { readonly partition?: number; readonly maxUnavailable?: Json };
  };
}

/** Models this part of pkg/apis/apps/validation ValidateStatefulSetSpec, v1.36. */
export function validateUpdates({ podManagementPolicy = '', updateStrategy = {} }: Updates): readonly FieldError[] {
  return [
    ...(['OrderedReady', 'Parallel'].includes(podManagementPolicy)
      ? []
      : [invalid('spec.podManagementPolicy', podManagementPolicy, "must be 'OrderedReady' or 'Parallel'")]),
    ...validateStrategy('spec.updateStrategy', updateStrategy),
  ];
}

function validateStrategy(path: string, { type = '', rollingUpdate }: NonNullable<Updates['updateStrategy']>) {
  const { partition = 0, maxUnavailable = null } = rollingUpdate ?? {};
  const printed = rollingUpdate ? { Partition: partition, MaxUnavailable: maxUnavailable } : null;
  if (type === 'OnDelete') {
    const only = "only allowed for updateStrategy 'RollingUpdate'";
    return printed ? [invalid(`${path}.rollingUpdate`, printed, only)] : [];
  }
  if (type !== 'RollingUpdate')
    return [invalid(path, { Type: type, RollingUpdate: printed }, "must be 'RollingUpdate' or 'OnDelete'")];
  const amount = `${path}.rollingUpdate.maxUnavailable`;
  return [
    ...(partition < 0 ? [invalid(`${path}.rollingUpdate.partition`, partition, notNegativeDetail)] : []),
    ...(maxUnavailable === null
      ? []
      : [
          ...validateAmount(amount, maxUnavailable),
          ...(amountOf(maxUnavailable) === 0 ? [invalid(amount, maxUnavailable, 'cannot be 0')] : []),
          ...notMoreThanAll(amount, maxUnavailable),
        ]),
  ];
}
