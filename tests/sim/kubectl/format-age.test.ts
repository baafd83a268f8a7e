import { expect, it } from 'vitest';
import { formatAge } from '../../../src/sim/kubectl/format-age.ts';

it.each([
  [-5, '0s'],
  [10, '10s'],
  [119, '119s'],
  [120, '2m'],
  [125, '2m5s'],
  [599, '9m59s'],
  [600, '10m'],
  [3 * 3600 - 1, '179m'],
  [3 * 3600, '3h'],
  [3 * 3600 + 60, '3h1m'],
  [8 * 3600, '8h'],
  [47 * 3600, '47h'],
  [48 * 3600, '2d'],
  [50 * 3600, '2d2h'],
  [8 * 86_400, '8d'],
  [800 * 86_400, '2y70d'],
])('%d seconds are %s', (seconds, text) => expect(formatAge(seconds)).toBe(text));
