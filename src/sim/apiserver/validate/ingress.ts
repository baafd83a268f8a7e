/** Ingresses. */
import { parseIP } from '../../api/ip.ts';
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Label, isDNS1123Subdomain, isPortName, isPortNumber, isWildcardDomain } from '../../api/names.ts';
import type { KubeObject } from '../../api/objects.ts';
import { invalid, invalids, notSupported, required } from '../field-errors.ts';
import { validateObjectMeta } from './object-meta.ts';

interface Backend {
  readonly resource?: { readonly apiGroup?: string; readonly kind: string; readonly name: string };
  readonly service?: { readonly name: string; readonly port?: { readonly name?: string; readonly number?: number } };
}

interface HttpPath {
  readonly path?: string;
  readonly pathType?: string;
  readonly backend?: Backend;
}

interface Ingress extends KubeObject {
  readonly spec?: {
    readonly defaultBackend?: Backend;
    readonly ingressClassName?: string;
    readonly rules?: readonly { readonly host?: string; readonly http?: { readonly paths?: readonly HttpPath[] } }[];
    readonly tls?: readonly { readonly hosts?: readonly string[]; readonly secretName?: string }[];
  };
}

/** Models pkg/apis/networking/validation ValidateIngressCreate and ValidateIngressUpdate, v1.36. */
export function validateIngress(object: KubeObject, old?: KubeObject): readonly FieldError[] {
  const { metadata, spec = {} }: Ingress = object;
  const { rules = [], defaultBackend, tls = [], ingressClassName } = spec;
  const typed = metadata.annotations?.['kubernetes.io/ingress.class'];
  const twoClasses = !old && typed !== undefined && ingressClassName !== undefined && typed !== ingressClassName;
  const path = 'annotations.kubernetes.io/ingress.class';
  return [
    ...validateObjectMeta(metadata, true, isDNS1123Subdomain),
    ...(rules.length === 0 && !defaultBackend
      ? [invalid('spec', null, 'either `defaultBackend` or `rules` must be specified')]
      : []),
    ...(defaultBackend ? validateBackend('spec.defaultBackend', defaultBackend) : []),
    ...rules.flatMap(({ host = '', http }, i) => [
      ...(host === '' ? [] : validateHost(`spec.rules[${i}].host`, host)),
      ...(http ? validatePaths(`spec.rules[${i}].http.paths`, http.paths ?? []) : []),
    ]),
    ...tls.flatMap(({ hosts = [], secretName = '' }, i) => [
      ...hosts.flatMap((host, j) => invalids(`spec.tls[${i}].hosts[${j}]`, host, domain(host))),
      ...(secretName ? invalids(`spec.tls[${i}].secretName`, secretName, isDNS1123Subdomain(secretName)) : []),
    ]),
    ...(ingressClassName === undefined
      ? []
      : invalids('spec.ingressClassName', ingressClassName, isDNS1123Subdomain(ingressClassName))),
    ...(twoClasses ? [invalid(path, typed, 'must match `ingressClassName` when both are specified')] : []),
  ];
}

function domain(host: string): readonly string[] {
  return host.includes('*') ? isWildcardDomain(host) : isDNS1123Subdomain(host);
}

function validateHost(path: string, host: string): readonly FieldError[] {
  const isAddress = parseIP(host) !== undefined;
  return [
    ...(isAddress ? [invalid(path, host, 'must be a DNS name, not an IP address')] : []),
    ...invalids(path, host, domain(host)),
  ];
}

function validatePaths(path: string, paths: readonly HttpPath[]): readonly FieldError[] {
  if (paths.length === 0) return [required(path)];
  return paths.flatMap((item, i) => validatePath(`${path}[${i}]`, item));
}

const pathTypes = ['Exact', 'ImplementationSpecific', 'Prefix'];
const badParts = ['//', '/./', '/../', '%2f', '%2F'];
const badEnds = ['/..', '/.'];

function validatePath(at: string, { path = '', pathType, backend = {} }: HttpPath): readonly FieldError[] {
  if (pathType === undefined) return [required(`${at}.pathType`, 'pathType must be specified')];
  const errors: FieldError[] = [];
  const wrong = (detail: string) => errors.push(invalid(`${at}.path`, path, detail));
  if (!pathTypes.includes(pathType)) errors.push(notSupported(`${at}.pathType`, pathType, pathTypes));
  else if (!path.startsWith('/') && (path !== '' || pathType !== 'ImplementationSpecific'))
    wrong('must be an absolute path');
  if (pathType === 'Exact' || pathType === 'Prefix') {
    for (const part of badParts) if (path.includes(part)) wrong(`must not contain '${part}'`);
    for (const end of badEnds) if (path.endsWith(end)) wrong(`cannot end with '${end}'`);
  }
  return [...errors, ...validateBackend(`${at}.backend`, backend)];
}

function validateBackend(path: string, { resource, service }: Backend): readonly FieldError[] {
  if (resource && service) return [invalid(path, '', 'cannot set both resource and service backends')];
  if (resource) return validateResource(`${path}.resource`, resource);
  if (!service) return [invalid(path, '', 'resource or service backend is required')];
  const { name, port: { name: portName = '', number = 0 } = {} } = service;
  const errors = name
    ? invalids(`${path}.service.name`, name, isDNS1123Label(name))
    : [required(`${path}.service.name`)];
  if (portName && number) return [...errors, invalid(path, '', 'cannot set both port name & port number')];
  if (portName) return [...errors, ...invalids(`${path}.service.port.name`, portName, isPortName(portName))];
  if (number) return [...errors, ...invalids(`${path}.service.port.number`, number, isPortNumber(number))];
  return [...errors, required(path, 'port name or number is required')];
}

function validateResource(path: string, resource: NonNullable<Backend['resource']>): readonly FieldError[] {
  const { apiGroup, kind, name } = resource;
  return [
    ...(apiGroup === undefined ? [] : invalids(`${path}.apiGroup`, apiGroup, isDNS1123Subdomain(apiGroup))),
    ...(kind ? [] : [required(`${path}.kind`)]),
    ...(name ? [] : [required(`${path}.name`)]),
  ];
}
