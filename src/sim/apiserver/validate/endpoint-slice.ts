/** EndpointSlices, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { familyOf } from '../../api/ip.ts';
import { isDNS1123Label, isDNS1123Subdomain, isLabelValue } from '../../api/names.ts';
import type { Endpoint, EndpointHints, EndpointSlice, SlicePort } from '../../api/objects.ts';
import { duplicate, invalid, invalids, notSupported, oneOf, required, tooMany } from '../field-errors.ts';
import { validateCanonicalIP, validateEndpointIP, validateIP } from './addresses.ts';
import { validateObjectMeta } from './object-meta.ts';
import { protocols, validateAppProtocol } from './service-ports.ts';

const addressTypes = ['FQDN', 'IPv4', 'IPv6'];
const most = { endpoints: 1000, addresses: 100, ports: 20000, hints: 8 };

/** Models pkg/apis/discovery/validation ValidateEndpointSlice and ValidateEndpointSliceUpdate, v1.36. */
export function validateEndpointSlice(slice: EndpointSlice, old?: EndpointSlice): FieldError[] {
  const changed = old !== undefined && old.addressType !== slice.addressType;
  return [
    ...validateObjectMeta(slice.metadata, true, isDNS1123Subdomain),
    ...oneOf('addressType', slice.addressType, addressTypes),
    ...validateEndpoints(slice),
    ...validatePorts(slice.ports ?? []),
    ...(changed ? [invalid('addressType', slice.addressType ?? '', 'field is immutable')] : []),
  ];
}

function validateEndpoints({ endpoints, addressType }: EndpointSlice): FieldError[] {
  const list = endpoints ?? [];
  if (list.length > most.endpoints) return [tooMany('endpoints', list.length, most.endpoints)];
  return list.flatMap((endpoint, i) => validateEndpoint(`endpoints[${i}]`, endpoint, addressType));
}

function validateEndpoint(path: string, endpoint: Endpoint, type: EndpointSlice['addressType']): FieldError[] {
  const { addresses = [], nodeName, hostname, hints } = endpoint;
  const errors: FieldError[] = [];
  if (addresses.length === 0) errors.push(required(`${path}.addresses`, 'must contain at least 1 address'));
  if (addresses.length > most.addresses) errors.push(tooMany(`${path}.addresses`, addresses.length, most.addresses));
  for (const [i, address] of addresses.entries())
    errors.push(...validateAddress(`${path}.addresses`, i, address, type));
  if (nodeName !== undefined) errors.push(...invalids(`${path}.nodeName`, nodeName, isDNS1123Subdomain(nodeName)));
  if (hostname !== undefined) errors.push(...invalids(`${path}.hostname`, hostname, isDNS1123Label(hostname)));
  if (hints) errors.push(...validateHints(`${path}.hints`, hints));
  return errors;
}

function validateAddress(list: string, i: number, address: string, type: EndpointSlice['addressType']): FieldError[] {
  const path = `${list}[${i}]`;
  if (type === 'FQDN') return validateFQDN(path, address);
  if (type !== 'IPv4' && type !== 'IPv6') return [];
  const errors = type === 'IPv4' ? validateIP(path, address) : validateCanonicalIP(path, address);
  if (errors.length > 0) return errors;
  const wrong = familyOf(address) !== type;
  // The server reports the wrong family at the list, not at the address.
  return [
    ...(wrong ? [invalid(list, address, `must be an ${type} address`)] : []),
    ...validateEndpointIP(path, address),
  ];
}

/** Models apimachinery/pkg/util/validation IsFullyQualifiedDomainName, v1.36. */
function validateFQDN(path: string, typed: string): FieldError[] {
  if (typed === '') return [required(path)];
  const name = typed.replace(/\.$/, '');
  const complaints = isDNS1123Subdomain(name);
  if (complaints.length > 0) return [invalid(path, name, complaints.join(','))];
  const labels = name.split('.');
  if (labels.length < 2)
    return [invalid(path, name, 'should be a domain with at least two segments separated by dots')];
  const bad = labels.find((label) => isDNS1123Label(label).length > 0);
  return bad === undefined ? [] : [invalid(path, bad, isDNS1123Label(bad).join(','))];
}

function validateHints(path: string, { forZones = [], forNodes = [] }: EndpointHints): FieldError[] {
  return [
    ...validateHintList(`${path}.forZones`, forZones, isLabelValue),
    ...validateHintList(`${path}.forNodes`, forNodes, isDNS1123Subdomain),
  ];
}

type Hints = NonNullable<EndpointHints['forZones']>;

function validateHintList(path: string, hints: Hints, check: (name: string) => readonly string[]): FieldError[] {
  if (hints.length > most.hints) return [tooMany(path, hints.length, most.hints)];
  return hints.flatMap(({ name }, i) => {
    const first = hints.findIndex((hint) => hint.name === name) === i;
    return [
      ...(first ? [] : [duplicate(`${path}[${i}].name`, name)]),
      ...invalids(`${path}[${i}].name`, name, check(name)),
    ];
  });
}

function validatePorts(ports: readonly SlicePort[]): FieldError[] {
  if (ports.length > most.ports) return [tooMany('ports', ports.length, most.ports)];
  const names = new Set<string>();
  return ports.flatMap(({ name = '', protocol, appProtocol }, i) => {
    const path = `ports[${i}]`;
    const errors = name ? invalids(`${path}.name`, name, isDNS1123Label(name)) : [];
    if (names.has(name)) errors.push(duplicate(`${path}.name`, name));
    names.add(name);
    if (protocol === undefined) errors.push(required(`${path}.protocol`));
    else if (!protocols.includes(protocol)) errors.push(notSupported(`${path}.protocol`, protocol, protocols));
    return [...errors, ...validateAppProtocol(`${path}.appProtocol`, appProtocol)];
  });
}
