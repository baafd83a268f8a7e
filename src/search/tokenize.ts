const words = /\p{Script=Han}+|[\p{Script=Latin}\p{N}]+(?:[._/-][\p{Script=Latin}\p{N}]+)*/gu;
const partsOfWord = /\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+(?!\p{Ll})/gu;

/**
 * The words of a text as the index and every query see them; one function for both, so that they agree.
 * Latin words in small letters; words joined by `.`, `-`, `_` or `/`, and words like targetPort, whole and in parts;
 * Han characters in overlapping pairs (端点切片 → 端点, 点切, 切片), a single one as it is.
 */
export function tokenize(text: string): string[] {
  return (text.match(words) ?? []).flatMap((word) => (isHan(word) ? pairs(word) : wholeAndParts(word)));
}

/** True for a word of Han characters. */
export function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

function wholeAndParts(word: string): string[] {
  const parts = word
    .split(/[._/-]/)
    .flatMap((part) => part.match(partsOfWord) ?? [])
    // Single letters and the numbers of addresses and versions say nothing alone.
    .filter((part) => part.length > 1 && !/^\d+$/.test(part));
  return [...new Set([word, ...parts].map((one) => one.toLowerCase()))];
}
