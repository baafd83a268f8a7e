/** Bytes of a text in UTF-8, up to `to`. An unpaired surrogate counts as the replacement character that is sent for it. */
export function utf8Length(text: string, to = text.length): number {
  let bytes = to;
  for (let i = 0; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0x800) bytes += 1;
    else if (code >= 0xd800 && code <= 0xdbff && i + 1 < to && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 2;
      i += 1;
    } else bytes += 2;
  }
  return bytes;
}
