/** YAML as `kubectl get -o yaml` prints it. */
import type { Json } from '../api/objects.ts';
import { compareKeys } from './compare-keys.ts';
import type { PathStep } from './field-path.ts';
import { formatFloat } from './go-float.ts';
import { isPrintable, scalarStyle } from './scalar-style.ts';
import { utf8Length } from './utf8-length.ts';

/** Longer lines are broken at their next blank. */
const width = 80;
/** Longer keys are written behind `? `. */
const longestKey = 128;

/**
 * A value as YAML, ended by a line feed: keys sorted, lists at the column of their key, texts of several lines as
 * blocks, quotes where the text would be read as something else. Fields that are undefined are left out.
 * Models sigs.k8s.io/yaml Marshal with go.yaml.in/yaml/v2, v1.36.
 */
export function printYaml(value: Json): string {
  return printed(value).text;
}

/** One line of printed YAML, without its end. */
export interface YamlLine {
  readonly text: string;
  /** The field or list item that begins on the line; absent where a text goes on that began above. */
  readonly path?: readonly PathStep[];
}

/** The same, line by line. */
export function printYamlLines(value: Json): readonly YamlLine[] {
  const { text, paths } = printed(value);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line, i) => ({ text: line, ...(paths[i] && { path: paths[i] }) }));
}

function printed(value: Json): Printer {
  const printer = new Printer();
  printer.node(value, 0, 'line');
  printer.startLine(0);
  return printer;
}

const surrogate = /[\ud800-\udfff]/;

/** Where a node begins: on a line of its own, behind `key:`, or behind `- ` or `? ` on the same line. */
type Position = 'line' | 'field' | 'item';

class Printer {
  text = '';
  /** What begins on each line. */
  readonly paths: (readonly PathStep[] | undefined)[] = [];
  readonly #path: PathStep[] = [];
  #line = 0;
  #column = 0;

  /** Goes to a new line, unless the last one has just ended, and indents it. */
  startLine(indent: number): void {
    if (this.#column > 0) this.#endLine();
    this.text += ' '.repeat(indent);
    this.#column = indent;
  }

  /** `indent`: column of the keys, or of the dashes, around the node. */
  node(value: Json, indent: number, position: Position): void {
    if (value !== null && typeof value === 'object') {
      if (Array.isArray(value)) this.#list(value as readonly Json[], indent, position);
      else this.#map(value as Record<string, Json | undefined>, indent, position);
      return;
    }
    this.#begin();
    if (position !== 'line') this.#write(' ');
    if (typeof value === 'string') this.#string(value, indent + 2, false);
    else this.#write(typeof value === 'number' ? formatNumber(value) : String(value));
  }

  #write(text: string): void {
    this.text += text;
    this.#column += surrogate.test(text) ? [...text].length : text.length;
  }

  #endLine(): void {
    this.text += '\n';
    this.#line += 1;
    this.#column = 0;
  }

  /** A node begins here: the first one of a line is what the line is about. */
  #begin(): void {
    this.paths[this.#line] ??= [...this.#path];
  }

  #list(items: readonly Json[], indent: number, position: Position): void {
    if (items.length === 0) return this.#empty('[]', position);
    const column = position === 'item' ? indent + 2 : indent;
    for (const [index, item] of items.entries()) {
      if (position === 'item' && index === 0) this.#write(' ');
      else this.startLine(column);
      this.#write('-');
      this.#path.push(index);
      this.node(item, column, 'item');
      this.#path.pop();
    }
  }

  #empty(brackets: string, position: Position): void {
    this.#begin();
    this.#write(position === 'line' ? brackets : ` ${brackets}`);
  }

  #map(fields: Readonly<Record<string, Json | undefined>>, indent: number, position: Position): void {
    const entries = Object.entries(fields).filter((field): field is [string, Json] => field[1] !== undefined);
    if (entries.length === 0) return this.#empty('{}', position);
    const column = position === 'line' ? indent : indent + 2;
    entries.sort(([a], [b]) => compareKeys(a, b));
    for (const [index, [key, value]] of entries.entries()) {
      if (position === 'item' && index === 0) this.#write(' ');
      else this.startLine(column);
      this.#path.push(key);
      this.#begin();
      this.#field(key, value, column);
      this.#path.pop();
    }
  }

  #field(key: string, value: Json, column: number): void {
    if (!key.includes('\n') && utf8Length(key) <= longestKey) {
      this.#string(key, column, true);
      this.#write(':');
      return this.node(value, column, 'field');
    }
    this.#write('?');
    this.node(key, column, 'item');
    this.startLine(column);
    this.#write(':');
    this.node(value, column, 'item');
  }

  #string(text: string, indent: number, key: boolean): void {
    switch (scalarStyle(text, key)) {
      case 'plain':
        return this.#folded(text, indent, key, 0);
      case 'single':
        this.#write("'");
        this.#folded(text.replaceAll("'", "''"), indent, key, 1);
        return this.#write("'");
      case 'double':
        return this.#double(text, indent, key);
      case 'literal':
        return this.#literal(text, indent);
    }
  }

  /** Plain and single-quoted text. `margin`: blanks so near to either end do not break the line. */
  #folded(text: string, indent: number, key: boolean, margin: number): void {
    const words = text.split(' ');
    let at = 0;
    for (const [index, word] of words.entries()) {
      if (index > 0) {
        const alone = words[index - 1] !== '' && (word !== '' || index === words.length - 1);
        const inside = margin === 0 || (at > 0 && at < text.length - 1);
        if (!key && alone && word !== '' && inside && this.#column > width) this.startLine(indent);
        else this.#write(' ');
        at += 1;
      }
      this.#write(word);
      at += word.length;
    }
  }

  #double(text: string, indent: number, key: boolean): void {
    this.#write('"');
    const characters = [...text];
    let afterBlank = false;
    for (const [index, character] of characters.entries()) {
      const inside = index > 0 && index < characters.length - 1;
      if (character === ' ' && !key && !afterBlank && inside && this.#column > width) {
        this.startLine(indent);
        if (characters[index + 1] === ' ') this.#write('\\');
      } else this.#write(escapeCharacter(character));
      afterBlank = character === ' ';
    }
    this.#write('"');
  }

  #literal(text: string, indent: number): void {
    const hint = /^[ \n\u2028\u2029]/.test(text) ? '2' : '';
    const chomp = /[^\n\u2028\u2029]$/.test(text)
      ? '-'
      : /(?:^|[\n\u2028\u2029])[\n\u2028\u2029]$/.test(text)
        ? '+'
        : '';
    this.#write(`|${hint}${chomp}`);
    this.#endLine();
    for (const piece of text.match(/[\n\u2028\u2029]|[^\n\u2028\u2029]+/g) ?? []) {
      if (piece === '\n') {
        this.#endLine();
        continue;
      }
      const isText = !/[\u2028\u2029]/.test(piece);
      this.text += isText ? ' '.repeat(indent) + piece : piece;
      this.#column = isText ? indent + piece.length : 0;
    }
  }
}

const names = new Map([
  [0x00, '0'],
  [0x07, 'a'],
  [0x08, 'b'],
  [0x09, 't'],
  [0x0a, 'n'],
  [0x0b, 'v'],
  [0x0c, 'f'],
  [0x0d, 'r'],
  [0x1b, 'e'],
  [0x22, '"'],
  [0x5c, '\\'],
  [0x85, 'N'],
  [0x2028, 'L'],
  [0x2029, 'P'],
]);

/** A character inside double quotes. */
function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = names.get(code);
  if (name !== undefined) return `\\${name}`;
  if (isPrintable(character)) return character;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Integers in full up to 64 bits, everything else as a float. */
function formatNumber(value: number): string {
  if (Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 64) return String(BigInt(value));
  return formatFloat(value);
}
