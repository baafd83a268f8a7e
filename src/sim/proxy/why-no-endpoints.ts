/** The first cause of an empty list of endpoints. */
import type { TrafficReason } from '../api/reasons.ts';
import { filedSlices, type ProxyMemory } from './memory.ts';
import { isPortOf, type ProxyEndpoint } from './proxy-endpoints.ts';
import type { ServiceRule } from './service-rules.ts';

/** Why no endpoint of the rule's Service port can be used anywhere; `endpoints` are those that were found all the same. */
export function whyNoEndpoints(
  memory: ProxyMemory,
  rule: ServiceRule,
  endpoints: readonly ProxyEndpoint[],
): TrafficReason {
  const { namespace = '', name } = rule.service.metadata;
  const service = { kind: 'Service', namespace, name };
  const slices = filedSlices(memory, namespace, name);
  if (endpoints.length > 0) {
    const terminating = endpoints.filter((endpoint) => endpoint.terminating).length;
    return { code: 'NoneReady', object: service, facts: { endpoints: endpoints.length, terminating } };
  }
  const filled = slices.filter((slice) => (slice.endpoints ?? []).length > 0);
  if (filled.length === 0) return { code: 'NoSlices', object: service, facts: { slices: slices.length } };
  const family = filled.filter(({ addressType }) => addressType === rule.family);
  const [slice] = family.length > 0 ? family : filled;
  const object = { kind: 'EndpointSlice', namespace, name: slice?.metadata.name ?? '' };
  if (family.length === 0) {
    return { code: 'SliceFamilyDiffers', object, path: 'addressType', facts: { family: rule.family } };
  }
  const ports = family.flatMap((each) => each.ports ?? []);
  if (ports.filter((port) => isPortOf(rule, port) || port.port !== undefined).length === 0) {
    return { code: 'SliceWithoutPorts', object, path: 'ports' };
  }
  const found = ports.map((port) => `${port.name ?? ''}/${port.protocol ?? 'TCP'}`);
  const facts = { name: rule.port.name ?? '', protocol: rule.port.protocol, found };
  return { code: 'SlicePortDiffers', object, path: 'ports', facts };
}
