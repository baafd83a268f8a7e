/** What of a Service decides its lists of endpoints. */
import type { Memo } from '../memo.ts';
import type { Service } from '../objects.ts';
import { annotations, isHeadless } from './service-gate.ts';

/**
 * The Service, or an earlier value of it that differs in nothing the endpoint controllers read once they have its pods
 * (its own port number, its address, its type). What was worked out for that one holds for this one, too.
 */
export function serviceForLists(service: Service, memo: Memo | undefined): Service {
  return memo ? memo.once(`lists of ${deciding(service)}`, [], () => service) : service;
}

const known = new WeakMap<Service, string>();

function deciding(service: Service): string {
  let text = known.get(service);
  if (text === undefined) known.set(service, (text = JSON.stringify(fieldsOf(service))));
  return text;
}

function fieldsOf(service: Service): readonly unknown[] {
  const { name, namespace, uid, labels, annotations: notes } = service.metadata;
  const { ports, ipFamilies, publishNotReadyAddresses, trafficDistribution } = service.spec;
  return [
    [namespace, name, uid],
    labels,
    [notes?.[annotations.topologyMode], notes?.[annotations.topologyAwareHints]],
    ports?.map((port) => [port.name, port.protocol, port.targetPort ?? port.port, port.appProtocol]),
    [ipFamilies, publishNotReadyAddresses, trafficDistribution, isHeadless(service)],
  ];
}
