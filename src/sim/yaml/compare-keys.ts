/** Order of keys in printed YAML: letters behind everything else, numbers by their size. */

const letter = /\p{L}/u;
const digit = /[0-9]/;
/** Most keys are nothing else. */
const letters = /^[A-Za-z]*$/;

/** Models go.yaml.in/yaml/v2 sorter.go keyList.Less, v2.4. */
export function compareKeys(a: string, b: string): number {
  if (letters.test(a) && letters.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const l = left[i] ?? '';
    const r = right[i] ?? '';
    if (l === r) continue;
    const leftLetter = letter.test(l);
    const rightLetter = letter.test(r);
    if (leftLetter !== rightLetter) return rightLetter ? -1 : 1;
    if (!leftLetter) {
      const numbers = compareNumbers(left, right, i);
      if (numbers !== 0) return numbers;
    }
    return (l.codePointAt(0) ?? 0) - (r.codePointAt(0) ?? 0);
  }
  return left.length - right.length;
}

/** Compares the numbers that stand at `i`; a 0 there may be the inside of a number that began before. */
function compareNumbers(left: readonly string[], right: readonly string[], i: number): number {
  let start = 0n;
  if (left[i] === '0' || right[i] === '0') {
    for (let j = i - 1; j >= 0 && digit.test(left[j] ?? ''); j -= 1) {
      if (left[j] !== '0') start = 1n;
    }
  }
  const [leftNumber, leftEnd] = readNumber(left, i, start);
  const [rightNumber, rightEnd] = readNumber(right, i, start);
  if (leftNumber !== rightNumber) return leftNumber < rightNumber ? -1 : 1;
  return leftEnd - rightEnd;
}

function readNumber(characters: readonly string[], from: number, start: bigint): [bigint, number] {
  let value = start;
  let at = from;
  for (; digit.test(characters[at] ?? ''); at += 1)
    value = BigInt.asIntN(64, value * 10n + BigInt(characters[at] ?? 0));
  return [value, at];
}
