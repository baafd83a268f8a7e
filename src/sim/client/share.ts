/** Exact parts of all connections. */
export type Share = readonly [numerator: number, denominator: number];

export const whole: Share = [1, 1];

/** One of `n` equal parts of a share. */
export function part(share: Share, n: number): Share {
  return reduced(share[0], share[1] * n);
}

export function sum(a: Share, b: Share): Share {
  return reduced(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
}

function reduced(numerator: number, denominator: number): Share {
  let [a, b] = [numerator, denominator];
  while (b !== 0) [a, b] = [b, a % b];
  return a === 0 ? [0, 1] : [numerator / a, denominator / a];
}
