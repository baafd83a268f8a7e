import { describe, expect, it } from 'vitest';
import {
  addressAt,
  canonicalIP,
  compareIP,
  familyOf,
  formatCIDR,
  inCIDR,
  parseCIDR,
  parseIP,
} from '../../../src/sim/api/ip.ts';

describe('canonicalIP', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['010.0.0.01', '10.0.0.1'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:0:2:2:0:0:3', '1::2:2:0:0:3'],
    ['::', '::'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['1::', '1::'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('%s is %s', (text, expected) => {
    expect(canonicalIP(text)).toBe(expected);
  });

  it.each([
    '',
    'web',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.4:80',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    'fe80::1%eth0',
    '12345::',
    '1:2:3:4:5:6:7::8',
    ':1:2:3:4:5:6:7',
  ])('"%s" is no address', (text) => {
    expect(parseIP(text)).toBeUndefined();
  });
});

it('marks leading zeros and IPv4-mapped addresses', () => {
  expect(parseIP('10.01.0.1')).toMatchObject({ family: 'IPv4', leadingZeros: true, mapped: false });
  expect(parseIP('::ffff:10.0.0.1')).toMatchObject({ family: 'IPv4', leadingZeros: false, mapped: true });
  expect(familyOf('fd00::1')).toBe('IPv6');
});

it('orders by number, IPv4 first, other texts last', () => {
  const sorted = ['x', '::1', '10.0.0.10', '10.0.0.9'].sort(compareIP);
  expect(sorted).toEqual(['10.0.0.9', '10.0.0.10', '::1', 'x']);
});

describe('inCIDR', () => {
  it.each([
    ['10.111.255.255', '10.96.0.0/12', true],
    ['10.112.0.0', '10.96.0.0/12', false],
    ['1.2.3.4', '0.0.0.0/0', true],
    ['fd00:10:96::a', 'fd00:10:96::/112', true],
    ['fd00:10:97::a', 'fd00:10:96::/112', false],
    ['::1', '0.0.0.0/0', false],
    ['1.2.3.4', '1.2.3.4/33', false],
  ])('%s in %s: %s', (ip, cidr, expected) => {
    expect(inCIDR(ip, cidr)).toBe(expected);
  });
});

it('counts addresses inside a range', () => {
  const v4 = parseCIDR('10.96.0.0/12');
  const v6 = parseCIDR('fd00:10:96::/112');
  expect(v4 && addressAt(v4, 256)).toBe('10.96.1.0');
  expect(v4 && addressAt(v4, 1)).toBe('10.96.0.1');
  expect(v6 && addressAt(v6, 0xffff)).toBe('fd00:10:96::ffff');
});

it('prints a range by its network address', () => {
  const range = parseCIDR('10.1.2.3/20');
  expect(range && formatCIDR(range)).toBe('10.1.0.0/20');
});
