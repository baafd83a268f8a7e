/** Bytes, which JSON holds as base64. */
import type { Json } from '../../api/objects.ts';
import type { Special } from './special-values.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Models encoding/base64 StdEncoding behind Go's JSON decoder. */
export function decodeBytes(raw: Json): Special {
  const goType = '[]uint8';
  if (typeof raw !== 'string') return { goType, patchMessage: 'unrecognized type: uint8' };
  const at = faultIn(raw);
  if (at === undefined) return { value: raw };
  const message = `illegal base64 data at input byte ${at}`;
  return { message, goType, patchMessage: message };
}

/** The text's bytes (UTF-8) in base64. */
export function encodeBytes(text: string): string {
  const written = encodeURIComponent(text.toWellFormed()).matchAll(/%(..)|./g);
  const bytes = [...written].map(([character, hex]) => (hex ? Number.parseInt(hex, 16) : character.charCodeAt(0)));
  let encoded = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.slice(i, i + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63));
    encoded += digits
      .slice(0, b === undefined ? 2 : c === undefined ? 3 : 4)
      .join('')
      .padEnd(4, '=');
  }
  return encoded;
}

/** Where Go's decoder gives up; line ends count but are skipped. */
function faultIn(text: string): number | undefined {
  let digits = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\n' || character === '\r') continue;
    if (character === '=') return digits % 4 < 2 ? i : faultInPadding(text, i, digits % 4);
    if (!alphabet.includes(character)) return i;
    digits += 1;
  }
  return digits % 4 === 0 ? undefined : text.length - (digits % 4);
}

function faultInPadding(text: string, at: number, digits: number): number | undefined {
  const rest = [...text.slice(at + 1)].map((character, i) => ({ character, at: at + 1 + i }));
  const written = rest.filter(({ character }) => character !== '\n' && character !== '\r');
  if (digits === 2) {
    const second = written.shift();
    if (!second) return text.length;
    if (second.character !== '=') return second.at - 1;
  }
  return written[0]?.at;
}
