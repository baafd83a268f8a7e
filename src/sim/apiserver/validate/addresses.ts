/** Checks of addresses and ranges typed by users. */
import type { FieldError } from '../../api/field-error.ts';
import { containsIP, formatCIDR, formatIP, parseCIDR, parseIP, type IPAddress } from '../../api/ip.ts';
import { invalid } from '../field-errors.ts';

/** An address in any accepted spelling. Models apimachinery/pkg/util/validation IsValidIPForLegacyField, strict, v1.36. */
export function validateIP(path: string, value: string): FieldError[] {
  const ip = parseIP(value);
  if (!ip) return [invalid(path, value, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')];
  const errors: FieldError[] = [];
  if (ip.leadingZeros) errors.push(invalid(path, value, 'must not have leading 0s'));
  if (ip.mapped && !ip.leadingZeros) errors.push(invalid(path, value, 'must not be an IPv4-mapped IPv6 address'));
  return errors;
}

/** An address in its one right spelling. Models apimachinery/pkg/util/validation IsValidIP, v1.36. */
export function validateCanonicalIP(path: string, value: string): FieldError[] {
  const errors = validateIP(path, value);
  const ip = parseIP(value);
  if (errors.length > 0 || !ip || formatIP(ip) === value) return errors;
  return [invalid(path, value, `must be in canonical form ("${formatIP(ip)}")`)];
}

/** Models apimachinery/pkg/util/validation IsValidCIDRForLegacyField, strict, v1.36. */
export function validateCIDR(path: string, value: string): FieldError[] {
  const range = parseCIDR(value);
  if (!range) return [invalid(path, value, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)')];
  const bits = value.slice(value.indexOf('/') + 1);
  if (range.address.leadingZeros || (bits.length > 1 && bits.startsWith('0')))
    return [invalid(path, value, 'must not have leading 0s in IP or prefix length')];
  if (range.address.mapped) return [invalid(path, value, 'must not have an IPv4-mapped IPv6 address')];
  const network = parseCIDR(formatCIDR(range));
  if (network && formatIP(network.address) !== formatIP(range.address))
    return [invalid(path, value, 'must not have bits set beyond the prefix length')];
  return [];
}

const loopback = ranges('127.0.0.0/8', '::1/128');
const linkLocal = ranges('169.254.0.0/16', 'fe80::/10');
// In IPv6 whatever the flags before the scope: ff02::, ff12::, …
const linkLocalMulticast = ranges('224.0.0.0/24', ...Array.from('0123456789abcdef', (flags) => `ff${flags}2::/16`));

/** Addresses that cannot be an endpoint. Models pkg/apis/core/validation ValidateEndpointIP, v1.36. */
export function validateEndpointIP(path: string, value: string): FieldError[] {
  const ip = parseIP(value);
  if (!ip) return [invalid(path, value, 'must be a valid IP address')];
  const inside = (list: typeof loopback) => list.some((range) => containsIP(range, ip));
  const errors: FieldError[] = [];
  if (isUnspecified(ip)) errors.push(invalid(path, value, `may not be unspecified (${value})`));
  if (inside(loopback)) errors.push(invalid(path, value, 'may not be in the loopback range (127.0.0.0/8, ::1/128)'));
  if (inside(linkLocal))
    errors.push(invalid(path, value, 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'));
  if (inside(linkLocalMulticast))
    errors.push(invalid(path, value, 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'));
  return errors;
}

function isUnspecified(ip: IPAddress): boolean {
  return ip.bytes.every((byte) => byte === 0);
}

function ranges(...texts: readonly string[]) {
  return texts.flatMap((text) => parseCIDR(text) ?? []);
}
