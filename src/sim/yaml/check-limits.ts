/** A look at a text before anything else is done with it: the sizes beyond which it is refused. */
import { Scanner } from './scanner.ts';
import { splitDocuments, type DocumentPart } from './split-documents.ts';
import type { Token } from './token.ts';
import { utf8Length } from './utf8-length.ts';

/** What may be refused, and from where on. */
export const limits = {
  /** UTF-8 bytes of the text. */
  bytes: 256 * 1024,
  /** Maps and lists in one another. */
  depth: 64,
  /** `*name` in the whole text. */
  aliases: 100,
  /** Scalars, maps, lists and aliases in the whole text. */
  nodes: 20_000,
  documents: 500,
} as const;

export interface LimitExceeded {
  readonly limit: keyof typeof limits;
  /** At least this much: counting stops soon after the limit. */
  readonly found: number;
  readonly allowed: number;
  /** Where the limit is passed, in UTF-16 units from the start of the text. */
  readonly offset: number;
}

/** What one document adds to the counts of its text; counting stops at the first limit it exceeds alone. */
export interface DocumentSize {
  readonly depth: number;
  readonly aliases: number;
  readonly nodes: number;
}

/**
 * The first limit that a text exceeds, or undefined. Linear and not recursive, whatever the text; a document with a
 * syntax error counts up to the error, as nothing behind it is ever read. `sizeOf` may remember what `documentSize` gave, `split` what `splitDocuments` did.
 */
export function checkLimits(
  text: string,
  sizeOf: (part: DocumentPart) => DocumentSize = documentSize,
  split: (text: string) => readonly DocumentPart[] = splitDocuments,
): LimitExceeded | undefined {
  // No character takes more than three bytes.
  const bytes = text.length * 3 > limits.bytes ? utf8Length(text) : 0;
  if (bytes > limits.bytes) return { limit: 'bytes', found: bytes, allowed: limits.bytes, offset: text.length };
  const parts = split(text);
  const first = parts[limits.documents];
  if (first) return { limit: 'documents', found: parts.length, allowed: limits.documents, offset: first.start };
  return isWithin(parts.map(boundOf)) || isWithin(parts.map(sizeOf)) ? undefined : findExceeded(parts);
}

/**
 * No document is larger: each node takes a character, each alias and each flow collection one of its own; block collections
 * in one another begin at columns that grow, behind nothing but blanks and indicators, and a list may share its map's column.
 */
export function boundOf({ text }: DocumentPart): DocumentSize {
  let [widest, run, flow, aliases] = [0, 0, 0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    run = isIndent(code) ? run + 1 : 0;
    if (run > widest) widest = run;
    if (code === codes.star) aliases += 1;
    else if (code === codes.bracket || code === codes.brace) flow += 1;
  }
  return { depth: 2 * (widest + 1) + flow, aliases, nodes: text.length };
}

const codes = {
  tab: 0x09,
  blank: 0x20,
  star: 0x2a,
  dash: 0x2d,
  colon: 0x3a,
  question: 0x3f,
  bracket: 0x5b,
  brace: 0x7b,
};

function isIndent(code: number): boolean {
  const isBlank = code === codes.blank || code === codes.tab;
  return isBlank || code === codes.dash || code === codes.colon || code === codes.question;
}

/** Counts one document alone. */
export function documentSize({ text, format }: DocumentPart): DocumentSize {
  const count = new Count();
  let depth = 0;
  const scanner = new Scanner(text, format === 'json');
  countDocument(count, scanner, () => void (depth = Math.max(depth, count.depth)));
  return { depth, aliases: count.aliases, nodes: count.nodes };
}

function isWithin(sizes: readonly DocumentSize[]): boolean {
  const sum = (key: 'aliases' | 'nodes'): number => sizes.reduce((total, size) => total + size[key], 0);
  return (
    sizes.every(({ depth }) => depth <= limits.depth) &&
    sum('aliases') <= limits.aliases &&
    sum('nodes') <= limits.nodes
  );
}

function findExceeded(parts: readonly DocumentPart[]): LimitExceeded | undefined {
  const count = new Count();
  for (const { text: part, format, start } of parts) {
    const exceeded = countDocument(count, new Scanner(part, format === 'json'));
    if (exceeded) return { ...exceeded, offset: start + exceeded.offset };
  }
  return undefined;
}

function countDocument(count: Count, scanner: Scanner, counted?: () => void): LimitExceeded | undefined {
  count.beginDocument();
  for (let token = scanner.peek(); token.type !== 'stream end' && token.type !== 'error'; token = scanner.peek()) {
    count.add(token);
    counted?.();
    for (const limit of ['depth', 'aliases', 'nodes'] as const) {
      const found = count[limit];
      if (found > limits[limit]) return { limit, found, allowed: limits[limit], offset: token.start };
    }
    scanner.skip();
  }
  return undefined;
}

class Count {
  nodes = 0;
  aliases = 0;
  /** Open maps and lists; true where the open list has no opening token as it stands at the column of its key. */
  #open: boolean[] = [];
  #indentless = 0;
  #previous: Token['type'] = 'stream end';

  get depth(): number {
    return this.#open.length + this.#indentless;
  }

  beginDocument(): void {
    this.#open = [];
    this.#indentless = 0;
    this.#previous = 'stream end';
  }

  add({ type }: Token): void {
    const afterIndicator = this.#previous === 'key' || this.#previous === 'value' || this.#previous === 'block entry';
    switch (type) {
      case 'scalar':
        this.nodes += 1;
        break;
      case 'alias':
        this.nodes += 1;
        this.aliases += 1;
        break;
      case 'block sequence start':
      case 'block mapping start':
      case 'flow sequence start':
      case 'flow mapping start':
        this.nodes += 1;
        this.#open.push(false);
        break;
      case 'block entry':
        // A `-` where no list was opened makes one of its own.
        if (this.#previous === 'value' || this.#previous === 'key') {
          this.nodes += 1;
          this.#setIndentless(true);
        } else if (afterIndicator) this.nodes += 1;
        break;
      case 'key':
      case 'value':
        if (afterIndicator) this.nodes += 1;
        if (type === 'key') this.#setIndentless(false);
        break;
      case 'block end':
      case 'flow sequence end':
      case 'flow mapping end':
        if (afterIndicator) this.nodes += 1;
        this.#setIndentless(false);
        this.#open.pop();
        break;
      default:
    }
    if (type !== 'anchor' && type !== 'tag') this.#previous = type;
  }

  #setIndentless(on: boolean): void {
    const innermost = this.#open.length - 1;
    if (innermost < 0 || this.#open[innermost] === on) return;
    this.#open[innermost] = on;
    this.#indentless += on ? 1 : -1;
  }
}
