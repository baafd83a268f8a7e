/** The quality-of-service class of a pod. */
import type { Container, PodSpec } from '../../api/objects.ts';
import { parseQuantity } from '../../api/quantity.ts';

type Amounts = Readonly<Record<string, string | number>> | undefined;

/**
 * BestEffort without any cpu or memory, Guaranteed when every container limits both and asks for just that, else Burstable.
 * Models pkg/apis/core/helper/qos ComputePodQOS, v1.36.
 */
export function qosClass(spec: PodSpec): 'Guaranteed' | 'Burstable' | 'BestEffort' {
  const containers = [...spec.containers, ...(spec.initContainers ?? [])];
  const named = containers.flatMap(({ resources }) => [amount(resources?.requests), amount(resources?.limits)]);
  if (named.every((entry) => entry.cpu === 0 && entry.memory === 0)) return 'BestEffort';
  return containers.every(isGuaranteed) ? 'Guaranteed' : 'Burstable';
}

function isGuaranteed({ resources }: Container): boolean {
  const limits = amount(resources?.limits);
  const requests = amount(resources?.requests ?? resources?.limits);
  return limits.cpu > 0 && limits.memory > 0 && limits.cpu === requests.cpu && limits.memory === requests.memory;
}

function amount(amounts: Amounts): { readonly cpu: number; readonly memory: number } {
  const read = (name: 'cpu' | 'memory') => {
    const parsed = parseQuantity(String(amounts?.[name] ?? 0));
    return typeof parsed === 'number' ? parsed : 0;
  };
  return { cpu: read('cpu'), memory: read('memory') };
}
