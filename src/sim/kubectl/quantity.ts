/** Amounts of resources (`250m`, `128Mi`) as numbers and back. */

const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
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

/** The amount as a number; 0 for a text that is no quantity. */
export function parseQuantity(text: string): number {
  const [, number, suffix = ''] = /^([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(text) ?? [];
  if (number === undefined || (suffix !== '' && !Object.hasOwn(suffixes, suffix))) return 0;
  return Number(number) * (suffixes[suffix] ?? 1);
}

/** A sum as kubectl prints it: CPU in whole units or thousandths, everything else with the largest binary unit that fits. */
export function formatQuantity(amount: number, resource: string): string {
  if (amount === 0) return '0';
  if (resource === 'cpu') {
    const thousandths = Math.round(amount * 1000);
    return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
  }
  const unit = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'].find((suffix) =>
    Number.isInteger(amount / (suffixes[suffix] ?? 1)),
  );
  return unit ? `${amount / (suffixes[unit] ?? 1)}${unit}` : String(amount);
}
