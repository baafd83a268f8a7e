/** Hashes behind made-up values: same text, same value, on every machine. */

/** FNV-1a, 32 bits, over UTF-16 units; another `seed` gives another, independent value. */
export function fnv32(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  // FNV leaves near-equal texts near one another; this spreads the last characters over all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The letters of generated names. Models apimachinery/pkg/util/rand, v1.36. */
export const suffixAlphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** The decimal digits of a 32-bit hash written in letters of generated names. Models rand SafeEncodeString, v1.36. */
export function safeEncode(hash: number): string {
  return Array.from(String(hash), (digit) => suffixAlphabet[digit.charCodeAt(0) % suffixAlphabet.length]).join('');
}
