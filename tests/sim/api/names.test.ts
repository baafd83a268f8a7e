import { describe, expect, it } from 'vitest';
import {
  isDNS1035Label,
  isDNS1123Label,
  isDNS1123Subdomain,
  isLabelValue,
  isPortName,
  isPortNumber,
  isQualifiedName,
} from '../../../src/sim/api/names.ts';

const long = 'a'.repeat(64);

describe('names', () => {
  it.each([
    [isDNS1123Label, ['web', '2048-game', 'a'.repeat(63)]],
    [isDNS1123Subdomain, ['web', 'my.svc', '1.2.3.4']],
    [isDNS1035Label, ['web', 'a1-b']],
    [isQualifiedName, ['app', 'a_b.C', 'example.com/App']],
    [isLabelValue, ['', 'My_Value.1']],
    [isPortName, ['http', 'a-1', 'x'.repeat(15)]],
  ])('%o accepts', (check, values) => {
    for (const value of values) expect(check(value)).toEqual([]);
  });

  it('say what is wrong, all that applies', () => {
    expect(isDNS1123Label('my.svc')).toEqual(['must not contain dots']);
    expect(isDNS1123Label(long)).toEqual(['must be no more than 63 characters']);
    expect(isLabelValue(long)).toEqual(['must be no more than 63 bytes']);
    expect(isQualifiedName(long)).toEqual(['name part must be no more than 63 bytes']);
    expect(isQualifiedName(`${'a.'.repeat(127)}b/app`)).toEqual(['prefix part must be no more than 253 bytes']);
    expect(isPortName('HTTP')).toEqual([
      'must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
      'must contain at least one letter (a-z)',
    ]);
    expect(isPortName('8080')).toEqual(['must contain at least one letter (a-z)']);
    expect(isPortName('-a--b')).toEqual([
      'must not contain consecutive hyphens',
      'must not begin or end with a hyphen',
    ]);
    expect(isQualifiedName('说明')[0]).toMatch(/^name part must consist of/);
    expect(isQualifiedName('a/b/c')[0]).toMatch(
      /^a valid label key must consist of .* with an optional DNS subdomain prefix/,
    );
    expect(isQualifiedName('/b')).toEqual(['prefix part must be non-empty']);
    expect(isLabelValue('my app')[0]).toMatch(/^a valid label must be an empty string/);
    expect(isPortNumber(0)).toEqual(['must be between 1 and 65535, inclusive']);
  });
});
