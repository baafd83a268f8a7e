/** Endpoints, in the order of the server's own checks. */
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isDNS1123Subdomain, isPortNumber } from '../../api/names.ts';
import type { EndpointAddress, Endpoints, EndpointSubset, SubsetPort } from '../../api/objects.ts';
import { invalids, oneOf, required } from '../field-errors.ts';
import { equalJson } from '../../api/endpoints/equal-json.ts';
import { validateEndpointIP, validateIP } from './addresses.ts';
import { validateObjectMeta } from './object-meta.ts';
import { protocols, validateAppProtocol } from './service-ports.ts';

/**
 * A list of subsets that did not change is not looked at again.
 * Models pkg/apis/core/validation ValidateEndpoints, v1.36.
 */
export function validateEndpoints(endpoints: Endpoints, old?: Endpoints): FieldError[] {
  const meta = validateObjectMeta(endpoints.metadata, true, isDNS1123Subdomain);
  const subsets = (endpoints.subsets ?? []).flatMap((subset, i) => validateSubset(`subsets[${i}]`, subset));
  const unchanged = old !== undefined && subsets.length > 0 && equalJson(old.subsets, endpoints.subsets);
  return unchanged ? meta : [...meta, ...subsets];
}

function validateSubset(
  path: string,
  { addresses = [], notReadyAddresses = [], ports = [] }: EndpointSubset,
): FieldError[] {
  const none = addresses.length === 0 && notReadyAddresses.length === 0;
  return [
    ...(none ? [required(path, 'must specify `addresses` or `notReadyAddresses`')] : []),
    ...validateAddresses(`${path}.addresses`, addresses),
    ...validateAddresses(`${path}.notReadyAddresses`, notReadyAddresses),
    ...ports.flatMap((port, i) => validatePort(`${path}.ports[${i}]`, port, ports.length > 1)),
  ];
}

/** Lists without a fault: the controller writes the same one for every Service of the same pods. */
const valid = new WeakSet<readonly EndpointAddress[]>();

function validateAddresses(path: string, addresses: readonly EndpointAddress[]): readonly FieldError[] {
  if (valid.has(addresses)) return [];
  const errors = addresses.flatMap((address, i) => validateAddress(`${path}[${i}]`, address));
  if (errors.length === 0) valid.add(addresses);
  return errors;
}

function validateAddress(path: string, { ip = '', hostname, nodeName }: EndpointAddress): FieldError[] {
  return [
    ...validateIP(`${path}.ip`, ip),
    ...(hostname ? invalids(`${path}.hostname`, hostname, isDNS1123Label(hostname)) : []),
    ...(nodeName === undefined ? [] : invalids(`${path}.nodeName`, nodeName, isDNS1123Subdomain(nodeName))),
    ...validateEndpointIP(`${path}.ip`, ip),
  ];
}

function validatePort(
  path: string,
  { name, port = 0, protocol, appProtocol }: SubsetPort,
  must: boolean,
): FieldError[] {
  return [
    ...(name ? invalids(`${path}.name`, name, isDNS1123Label(name)) : must ? [required(`${path}.name`)] : []),
    ...invalids(`${path}.port`, port, isPortNumber(port)),
    ...oneOf(`${path}.protocol`, protocol, protocols),
    ...validateAppProtocol(`${path}.appProtocol`, appProtocol),
  ];
}
