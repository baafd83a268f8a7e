/** The type of a scalar by its form and tag. Models go.yaml.in/yaml/v2 resolve.go, v2.4. */

export type Resolved =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  /** `text`: the exact digits, which `value` may not hold. `unsigned`: beyond int64. */
  | { readonly type: 'int'; readonly value: number; readonly text: string; readonly unsigned: boolean }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'timestamp'; readonly value: string }
  | { readonly type: 'string'; readonly value: string };

const words = new Map<string, Resolved>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, { type: 'null' }] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word) => [word, { type: 'bool', value: true }] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word) => [word, { type: 'bool', value: false }] as const,
  ),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, { type: 'float', value: Number.NaN }] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(
    (word) => [word, { type: 'float', value: Number.POSITIVE_INFINITY }] as const,
  ),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, { type: 'float', value: Number.NEGATIVE_INFINITY }] as const),
]);

const maxInt64 = 0x7fff_ffff_ffff_ffffn;
const maxUint64 = 0xffff_ffff_ffff_ffffn;
const floatForm = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const dotFloatForm = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/;

/** What a plain scalar without a tag is. */
export function resolvePlain(text: string): Resolved {
  const word = words.get(text);
  if (word) return word;
  const string = { type: 'string', value: text } as const;
  const first = text.charAt(0);
  if (first === '.') return (dotFloatForm.test(text) && finite(text)) || string;
  if (!/[-+0-9]/.test(first)) return string;
  if (isTimestamp(text)) return { type: 'timestamp', value: text };
  const digits = text.replaceAll('_', '');
  return parseInteger(digits) ?? ((floatForm.test(digits) && finite(digits)) || string);
}

/** A float that Go can hold; beyond that the text is a string. */
function finite(text: string): Resolved | false {
  const value = Number(text);
  return Number.isFinite(value) && { type: 'float', value };
}

/** Go's integers: sign, then 0x, 0o, 0b, a leading 0 for octal, or decimal digits; up to uint64. */
function parseInteger(text: string): Resolved | undefined {
  const match = /^([-+]?)(?:(0[xX][0-9a-fA-F]+)|(0[bB][01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', hex, binary, octal, decimal] = match;
  const size = BigInt(hex ?? binary ?? (octal === undefined ? (decimal ?? '0') : `0o${octal}`));
  const negative = sign === '-';
  const unsigned = size > maxInt64 && !(negative && size === maxInt64 + 1n);
  if (unsigned && (sign !== '' || size > maxUint64)) return undefined;
  const exact = negative ? -size : size;
  return { type: 'int', value: Number(exact), text: String(exact), unsigned };
}

const dateForm =
  /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:([Tt ])([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?$/;

/** A date, or a date and time, in one of the forms that go-yaml takes for a timestamp. */
export function isTimestamp(text: string): boolean {
  const match = dateForm.exec(text);
  if (!match) return false;
  const [, year, month, day, separator, hour = '0', minute = '0', second = '0', zone] = match;
  if (separator !== undefined && (separator === ' ') !== (zone === undefined)) return false;
  return (
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(month), Number(year)) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  );
}

/** 0 for a month that does not exist. */
function daysIn(month: number, year: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const tagPrefix = 'tag:yaml.org,2002:';
const typeTags = new Map<string, Resolved['type']>([
  ['bool', 'bool'],
  ['int', 'int'],
  ['float', 'float'],
  ['null', 'null'],
  ['timestamp', 'timestamp'],
]);
const tagNames = { null: 'null', bool: 'bool', int: 'int', float: 'float', timestamp: 'timestamp', string: 'str' };

/** What a scalar with a tag is, or go-yaml's refusal. A tag that go-yaml does not know makes a string. */
export function resolveTagged(tag: string, text: string): Resolved | { readonly problem: string } {
  const string = { type: 'string', value: text } as const;
  if (!tag.startsWith(tagPrefix)) return string;
  const short = tag.slice(tagPrefix.length);
  if (short === 'binary') return decodeBinary(text);
  const wanted = typeTags.get(short);
  if (wanted === undefined) return string;
  let found = resolvePlain(text);
  // Only an explicit !!timestamp or no tag at all makes go-yaml look for dates.
  if (found.type === 'timestamp' && wanted !== 'timestamp') found = string;
  if (found.type === wanted) return found;
  if (wanted === 'float' && found.type === 'int' && !found.unsigned) return { type: 'float', value: found.value };
  return { problem: `cannot decode !!${tagNames[found.type]} \`${text}\` as a !!${short}` };
}

const base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function decodeBinary(text: string): Resolved | { readonly problem: string } {
  const packed = text.replace(/[\r\n]/g, '');
  if (!base64Form.test(packed)) return { problem: '!!binary value contains invalid base64 data' };
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let bits = '';
  for (const letter of packed.replace(/=+$/, '')) bits += alphabet.indexOf(letter).toString(2).padStart(6, '0');
  const bytes = bits.match(/.{8}/g) ?? [];
  return { type: 'string', value: decodeUtf8(bytes.map((byte) => Number.parseInt(byte, 2))) };
}

/** Bytes that are no UTF-8 become replacement characters, as Go's JSON printer has it. */
function decodeUtf8(bytes: readonly number[]): string {
  const escaped = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return bytes.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
  }
}
