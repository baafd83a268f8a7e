/** Classes of characters as libyaml knows them. `code` is a UTF-16 unit; NaN or `end` means the text is over. */

/** What `Cursor.code` gives behind the last character. */
export const end = -1;

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** A line break of YAML 1.1: CR, LF, NEL, LS, PS. */
export function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBreakOrEnd(code: number): boolean {
  return code === end || isBreak(code);
}

export function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A character of an anchor, a directive's name or a tag handle. */
export function isWord(code: number): boolean {
  return (
    isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x2d
  );
}

const notAllowed = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\uffff]|[\ufffe\uffff]/;
const chunk = 512;

/**
 * The first character that YAML forbids anywhere ("control characters are not allowed"), and from where on it is
 * noticed: text is decoded in pieces of 512 bytes, so an error in an earlier piece is reported first.
 */
export function findControlCharacter(text: string): { at: number; noticedFrom: number } | undefined {
  const at = text.search(notAllowed);
  if (at < 0) return undefined;
  let noticedFrom = 0;
  let inChunk = 0;
  for (let i = 0; i < at; i += 1) {
    const code = text.charCodeAt(i);
    inChunk += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
    if (inChunk < chunk) continue;
    inChunk -= chunk;
    noticedFrom = i + 1;
  }
  return { at, noticedFrom };
}
