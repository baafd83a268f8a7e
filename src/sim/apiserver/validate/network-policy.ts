/** NetworkPolicies. */
import { containsIP, parseCIDR } from '../../api/ip.ts';
import type { FieldError } from '../../api/field-error.ts';
import { isDNS1123Subdomain, isPortName, isPortNumber } from '../../api/names.ts';
import type { KubeObject, LabelSelector } from '../../api/objects.ts';
import { forbidden, invalid, invalids, notSupported, required } from '../field-errors.ts';
import { validateCIDR } from './addresses.ts';
import { validateLabelSelector } from './label-selector.ts';
import { validateObjectMeta } from './object-meta.ts';

interface Peer {
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr?: string; readonly except?: readonly string[] };
}

interface Port {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}

interface Rule {
  readonly ports?: readonly Port[];
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
}

interface NetworkPolicy extends KubeObject {
  readonly spec?: {
    readonly podSelector?: LabelSelector;
    readonly ingress?: readonly Rule[];
    readonly egress?: readonly Rule[];
    readonly policyTypes?: readonly string[];
  };
}

const protocols = ['TCP', 'UDP', 'SCTP'];
const policyTypes = ['Ingress', 'Egress'];

/** Ranges are looked at again on update. Models pkg/apis/networking/validation ValidateNetworkPolicy, v1.36. */
export function validateNetworkPolicy(object: KubeObject): readonly FieldError[] {
  const { metadata, spec = {} }: NetworkPolicy = object;
  const { podSelector = {}, ingress = [], egress = [], policyTypes: types = [] } = spec;
  return [
    ...validateObjectMeta(metadata, true, isDNS1123Subdomain),
    ...validateLabelSelector('spec.podSelector', podSelector),
    ...ingress.flatMap((rule, i) => validateRule(`spec.ingress[${i}]`, rule)),
    ...egress.flatMap((rule, i) => validateRule(`spec.egress[${i}]`, rule)),
    ...(types.length > policyTypes.length
      ? [invalid('spec.policyTypes', [...types], 'may not specify more than two policyTypes')]
      : types.flatMap((type, i) =>
          policyTypes.includes(type) ? [] : [notSupported(`spec.policyTypes[${i}]`, type, policyTypes)],
        )),
  ];
}

function validateRule(path: string, { ports = [], from = [], to = [] }: Rule): readonly FieldError[] {
  return [
    ...ports.flatMap((port, i) => validatePort(`${path}.ports[${i}]`, port)),
    ...from.flatMap((peer, i) => validatePeer(`${path}.from[${i}]`, peer)),
    ...to.flatMap((peer, i) => validatePeer(`${path}.to[${i}]`, peer)),
  ];
}

function validatePort(path: string, { protocol, port, endPort }: Port): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (protocol !== undefined && !protocols.includes(protocol))
    errors.push(notSupported(`${path}.protocol`, protocol, protocols));
  const wrongEnd = (detail: string) => errors.push(invalid(`${path}.endPort`, endPort ?? 0, detail));
  if (typeof port === 'number') {
    errors.push(...invalids(`${path}.port`, port, isPortNumber(port)));
    if (endPort === undefined) return errors;
    if (endPort < port) wrongEnd('must be greater than or equal to `port`');
    return [...errors, ...invalids(`${path}.endPort`, endPort, isPortNumber(endPort))];
  }
  if (endPort !== undefined)
    wrongEnd(`may not be specified when \`port\` is ${port === undefined ? 'not specified' : 'non-numeric'}`);
  return port === undefined ? errors : [...errors, ...invalids(`${path}.port`, port, isPortName(port))];
}

function validatePeer(path: string, { podSelector, namespaceSelector, ipBlock }: Peer): readonly FieldError[] {
  const given = [podSelector, namespaceSelector, ipBlock].filter((peer) => peer !== undefined).length;
  return [
    ...(podSelector ? validateLabelSelector(`${path}.podSelector`, podSelector) : []),
    ...(namespaceSelector ? validateLabelSelector(`${path}.namespaceSelector`, namespaceSelector) : []),
    ...(ipBlock ? validateBlock(`${path}.ipBlock`, ipBlock) : []),
    ...(given === 0 ? [required(path, 'must specify a peer')] : []),
    ...(given > 1 && ipBlock ? [forbidden(path, 'may not specify both ipBlock and another peer')] : []),
  ];
}

function validateBlock(path: string, { cidr = '', except = [] }: NonNullable<Peer['ipBlock']>): readonly FieldError[] {
  if (cidr === '') return [required(`${path}.cidr`)];
  const errors = validateCIDR(`${path}.cidr`, cidr);
  const range = parseCIDR(cidr);
  if (!range) return errors;
  return [
    ...errors,
    ...except.flatMap((text, i) => {
      const inner = parseCIDR(text);
      const outside = inner && (!containsIP(range, inner.address) || range.bits >= inner.bits);
      const at = `${path}.except[${i}]`;
      return [...validateCIDR(at, text), ...(outside ? [invalid(at, text, 'must be a strict subset of `cidr`')] : [])];
    }),
  ];
}
