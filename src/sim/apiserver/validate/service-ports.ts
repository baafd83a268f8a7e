/** The ports of a Service, one by one and against one another. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isPortName, isPortNumber, isQualifiedName } from '../../api/names.ts';
import type { ServicePort, ServiceSpec } from '../../api/objects.ts';
import { duplicate, forbidden, invalids, oneOf, required } from '../field-errors.ts';

export const protocols = ['SCTP', 'TCP', 'UDP'];

/** Models pkg/apis/core/validation validateServicePort, v1.36. */
export function validateServicePorts({ ports = [] }: ServiceSpec): FieldError[] {
  const names = new Set<string>();
  return ports.flatMap((port, i) => {
    const path = `spec.ports[${i}]`;
    return [
      ...validateName(`${path}.name`, port.name, ports.length > 1, names),
      ...invalids(`${path}.port`, port.port, isPortNumber(port.port)),
      ...oneOf(`${path}.protocol`, port.protocol, protocols),
      ...validateTarget(`${path}.targetPort`, port),
      ...validateAppProtocol(`${path}.appProtocol`, port.appProtocol),
    ];
  });
}

/** `appProtocol` of any port: a name, perhaps with a domain in front. */
export function validateAppProtocol(path: string, value: string | undefined): FieldError[] {
  return value === undefined ? [] : invalids(path, value, isQualifiedName(value));
}

/** Node ports where there may be none, and doubles of node ports and of ports. */
export function validateUsedPorts({ type, ports = [] }: ServiceSpec): FieldError[] {
  const errors: FieldError[] = [];
  if (type === 'ClusterIP')
    for (const [i, { nodePort }] of ports.entries())
      if (nodePort) errors.push(forbidden(`spec.ports[${i}].nodePort`, "may not be used when `type` is 'ClusterIP'"));
  const nodePorts = new Set<string>();
  for (const [i, { protocol, nodePort }] of ports.entries()) {
    if (!nodePort) continue;
    if (nodePorts.has(`${protocol}/${nodePort}`)) errors.push(duplicate(`spec.ports[${i}].nodePort`, nodePort));
    nodePorts.add(`${protocol}/${nodePort}`);
  }
  const seen = new Set<string>();
  for (const [i, { protocol, port }] of ports.entries()) {
    if (seen.has(`${protocol}/${port}`)) errors.push(duplicate(`spec.ports[${i}]`, internalPort(protocol, port)));
    seen.add(`${protocol}/${port}`);
  }
  return errors;
}

function validateName(path: string, name: string | undefined, must: boolean, names: Set<string>): FieldError[] {
  if (!name) return must ? [required(path)] : [];
  const errors = invalids(path, name, isDNS1123Label(name));
  if (names.has(name)) errors.push(duplicate(path, name));
  names.add(name);
  return errors;
}

function validateTarget(path: string, { targetPort = 0 }: ServicePort): FieldError[] {
  return typeof targetPort === 'string'
    ? invalids(path, targetPort, isPortName(targetPort))
    : invalids(path, targetPort, isPortNumber(targetPort));
}

/** The server's internal form of a port, of which only two fields take part in the comparison. */
function internalPort(protocol: string, port: number) {
  return { Name: '', Protocol: protocol, AppProtocol: null, Port: port, TargetPort: 0, NodePort: 0 };
}
