/** How a string is written in YAML. Models go.yaml.in/yaml/v2 encode.go stringv and emitterc.go, v2.4. */
import { isBreak } from './characters.ts';
import { resolvePlain } from './resolve-scalar.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal';

const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const indicatorFirst = /^[#,[\]{}&*!|>'"%@`]/;
const marker = /^(?:---|\.\.\.)/;
/** `? `, `: `, `- ` first; `: ` or ` #` anywhere; a colon at the end. */
const indicatorInside = /^[?:-](?: |$)|:(?: |$)| #/;

/** go-yaml prints what UTF-8 holds in up to three bytes as it is, but for control characters and byte order marks. */
export function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return code === 0x0a || (code >= 0x20 && code <= 0x7e);
  return code >= 0xa0 && code < 0x10000 && (code < 0xd800 || code > 0xdfff) && code !== 0xfeff && code < 0xfffe;
}

/** The style of a string as a value, or as a key (`key`), which stays on one line. */
export function scalarStyle(text: string, key: boolean): ScalarStyle {
  const form = look(text);
  if (text.includes('\n')) return form.special || form.trailingBlank || key ? 'double' : 'literal';
  if (resolvePlain(text).type !== 'string' || base60.test(text)) return 'double';
  if (form.special || form.otherBreak) return 'double';
  const edges = text.startsWith(' ') || form.trailingBlank;
  return edges || marker.test(text) || indicatorFirst.test(text) || indicatorInside.test(text) ? 'single' : 'plain';
}

const ascii = /^[ -~]*$/;

function look(text: string): { special: boolean; trailingBlank: boolean; otherBreak: boolean } {
  if (ascii.test(text)) return { special: false, trailingBlank: text.endsWith(' '), otherBreak: false };
  let special = / [\n\r\u0085\u2028\u2029]/.test(text);
  let otherBreak = false;
  for (const character of text) {
    if (!isPrintable(character)) special = true;
    if (character !== '\n' && isBreak(character.charCodeAt(0))) otherBreak = true;
  }
  return { special, trailingBlank: text.endsWith(' '), otherBreak };
}
