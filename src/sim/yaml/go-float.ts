/** Numbers as Go writes them. */
interface Digits {
  readonly negative: boolean;
  readonly digits: string;
  /** Of the first digit. */
  readonly exponent: number;
}

/** The fewest digits that read back as `value` (finite, not 0), in double or single precision. */
function shortest(value: number, single: boolean): Digits {
  let text = Math.abs(value).toExponential();
  if (single) {
    const wanted = Math.fround(Math.abs(value));
    for (let places = 0; places < 9; places += 1) {
      text = Math.abs(value).toExponential(places);
      if (Math.fround(Number(text)) === wanted) break;
    }
  }
  const [mantissa = '', exponent = '0'] = text.split('e');
  return { negative: value < 0, digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

function scientific({ negative, digits, exponent }: Digits): string {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${negative ? '-' : ''}${digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

function positional({ negative, digits, exponent }: Digits): string {
  const sign = negative ? '-' : '';
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A float as strconv.FormatFloat(value, 'g', -1, 64) writes it: 1e+06, 0.0001, +Inf, NaN. `single`: with bit size 32. */
export function formatFloat(value: number, single = false): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const parts = shortest(value, single);
  return parts.exponent < -4 || parts.exponent >= 6 ? scientific(parts) : positional(parts);
}

/** A number as encoding/json writes it: with an exponent below 1e-6 and from 1e21 on. What is no number gives 0. */
export function formatJsonNumber(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return '0';
  const parts = shortest(value, false);
  if (parts.exponent >= -6 && parts.exponent < 21) return positional(parts);
  return scientific(parts).replace(/e-0(\d)$/, 'e-$1');
}
