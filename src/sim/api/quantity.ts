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
