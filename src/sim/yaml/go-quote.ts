/** A string as Go's strconv.Quote writes it. Also the form of `"value"` in field errors. */
export function quoteGo(text: string): string {
  let quoted = '"';
  for (const character of text) quoted += escapeGo(character);
  return `${quoted}"`;
}

const named = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
]);

/** Go prints letters, marks, numbers, punctuation, symbols and the plain blank as they are. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

function escapeGo(character: string): string {
  const short = named.get(character);
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (printable.test(character)) return character;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
