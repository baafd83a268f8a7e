/** Resource quantities: `500m`, `1.5`, `128Mi`, `1e3`. */

const form = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;
const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

export type QuantityError =
  | "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
  | "unable to parse quantity's suffix";

/** The quantity's amount, or the server's complaint. Models apimachinery/pkg/api/resource ParseQuantity, v1.36. */
export function parseQuantity(text: string): number | QuantityError {
  const match = form.exec(text);
  const digits = match?.[1] ?? '';
  if (!match || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits)) {
    return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  }
  const suffix = match[2] ?? '';
  if (Object.hasOwn(suffixes, suffix)) return Number(digits) * (suffixes[suffix] ?? 1);
  return /^[eE][-+]?\d+$/.test(suffix) ? Number(`${digits}${suffix}`) : "unable to parse quantity's suffix";
}

/** Longer numbers are left as they are written. */
const mostDigits = 40;
const decimals = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binaries = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * A readable quantity in its one right spelling, as the server prints it: `0.5` is `500m`, `1024Mi` is `1Gi`, `1000` is `1k`.
 * Models apimachinery/pkg/api/resource CanonicalizeBytes, v1.36.
 */
export function canonicalQuantity(text: string): string {
  const [, digits = '', suffix = ''] = form.exec(text) ?? [];
  if (digits.length > mostDigits) return text;
  const [whole = '', fraction = ''] = digits.split('.');
  const mantissa = BigInt(`${whole}${fraction}`.replace('+', ''));
  const binary = binaries.indexOf(suffix) + 1;
  if (mantissa === 0n) return '0';
  if (binary > 0) {
    const scale = 10n ** BigInt(fraction.length);
    const amount = mantissa * 1024n ** BigInt(binary);
    const large = amount / scale >= 1024n || amount / scale <= -1024n;
    if (large && amount % scale === 0n) return binaryText(amount / scale);
    return decimalText(amount, -fraction.length);
  }
  const written = decimals.indexOf(suffix);
  return written < 0
    ? decimalText(mantissa, Number(suffix.slice(1)) - fraction.length, true)
    : decimalText(mantissa, (written - 3) * 3 - fraction.length);
}

function binaryText(amount: bigint): string {
  let rest = amount;
  let unit = 0;
  for (; rest % 1024n === 0n && unit < binaries.length; unit += 1) rest /= 1024n;
  return `${rest}${unit === 0 ? '' : binaries[unit - 1]}`;
}

/** `mantissa` times ten to the `exponent`, with the largest unit that needs no fraction; nothing is finer than nano. */
function decimalText(mantissa: bigint, exponent: number, scientific = false): string {
  // What is left of it is rounded away from zero, so that something is left.
  let power = Math.max(exponent, -9);
  const lost = 10n ** BigInt(Math.min(power - exponent, 2 * mostDigits));
  let rest = mantissa / lost;
  if (rest * lost !== mantissa) rest += mantissa > 0n ? 1n : -1n;
  for (; rest % 10n === 0n; power += 1) rest /= 10n;
  for (; power % 3 !== 0; power -= 1) rest *= 10n;
  if (scientific && power !== 0) return `${rest}e${power}`;
  return power / 3 + 3 < decimals.length ? `${rest}${decimals[power / 3 + 3]}` : `${rest}e${power}`;
}
