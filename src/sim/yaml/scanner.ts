/** Text → tokens, one at a time, with the same lookahead as go-yaml: what it reports first we report first. */
import { end, findControlCharacter, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd } from './characters.ts';
import { Cursor } from './cursor.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-properties.ts';
import { atDocumentMarker, scanBlock, scanPlain, scanQuoted } from './scan-scalars.ts';
import type { Failure, Token, TokenType } from './token.ts';

/** A place where a key may have begun: known for sure only when its `:` comes. */
interface SimpleKey {
  possible: boolean;
  readonly required: boolean;
  /** Number of the token that would be the key, counted from the start of the text. */
  readonly token: number;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

const noKey: SimpleKey = { possible: false, required: false, token: -1, offset: 0, line: 0, column: 0 };
const flowTokens = new Map<number, TokenType>([
  [0x5b, 'flow sequence start'],
  [0x7b, 'flow mapping start'],
  [0x5d, 'flow sequence end'],
  [0x7d, 'flow mapping end'],
]);
/** Signs that cannot begin a plain scalar, whatever follows. */
const indicators = new Set([...',[]{}#&*!|>\'"%@`'].map((c) => c.charCodeAt(0)));

/** Models go.yaml.in/yaml/v2 scannerc.go, v2.4. After an error every further token is the error. */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #json: boolean;
  readonly #control: { readonly at: number; readonly noticedFrom: number } | undefined;
  #queue: Token[] = [];
  #head = 0;
  #taken = 0;
  #ready = false;
  #indent = -1;
  readonly #indents: number[] = [];
  /** One per flow level. */
  readonly #keys: SimpleKey[] = [noKey];
  readonly #keyAt = new Map<number, SimpleKey>();
  #keyAllowed = true;
  /** Set once; the text cannot be read on. */
  failure: Failure | undefined;

  /** `json`: strings may escape what only JSON's may. */
  constructor(text: string, json = false) {
    this.#cursor = new Cursor(text, text.startsWith('\ufeff') ? 1 : 0);
    this.#json = json;
    this.#control = findControlCharacter(text);
  }

  /** The next token, left in place. */
  peek(): Token {
    if (!this.#ready) {
      while (this.failure === undefined && this.#needsMore()) this.#fetch();
      this.#ready = true;
    }
    if (this.failure) {
      const { problem: value, start, end: stop } = this.failure;
      return { type: 'error', start, end: stop, line: this.#cursor.line, value };
    }
    return this.#queue[this.#head] as Token;
  }

  /** Removes the token that `peek` gave. */
  skip(): void {
    this.#ready = false;
    this.#taken += 1;
    this.#head += 1;
    if (this.#head < 1024) return;
    this.#queue = this.#queue.slice(this.#head);
    this.#head = 0;
  }

  /** How deep in `[` and `{` the scanner is. */
  get flowLevel(): number {
    return this.#keys.length - 1;
  }

  #needsMore(): boolean {
    if (this.#head === this.#queue.length) return true;
    const key = this.#keyAt.get(this.#taken);
    return key !== undefined && this.#stillPossible(key);
  }

  /** A simple key is on one line and at most 1024 characters long. Fails where the place admits nothing but a key. */
  #stillPossible(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const { line, offset } = this.#cursor;
    if (key.line === line && key.offset + 1024 >= offset) return true;
    if (key.required) this.#fail("could not find expected ':'");
    key.possible = false;
    return false;
  }

  #fail(problem: string): void {
    if (this.failure) return;
    const { line, offset, text } = this.#cursor;
    this.failure = {
      problem,
      line: line === 0 ? 0 : line + 1,
      start: offset,
      end: Math.min(offset + 1, text.length),
    };
  }

  #push(type: TokenType, start: number, line: number, more: Partial<Token> = {}): void {
    this.#queue.push({ type, start, end: this.#cursor.offset, line, value: '', ...more });
  }

  /** A token of `length` characters at the cursor. */
  #take(type: TokenType, length: number): void {
    const { offset, line } = this.#cursor;
    this.#cursor.skip(length);
    this.#push(type, offset, line);
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const { offset, line, column } = this.#cursor;
    const required = this.flowLevel === 0 && this.#indent === column;
    const token = this.#nextNumber();
    this.#dropKey();
    const key = { possible: true, required, token, offset, line, column };
    this.#keys[this.#keys.length - 1] = key;
    this.#keyAt.set(token, key);
  }

  #nextNumber(): number {
    return this.#taken + this.#queue.length - this.#head;
  }

  #dropKey(): void {
    const key = this.#keys.at(-1);
    if (!key?.possible) return;
    if (key.required) return this.#fail("could not find expected ':'");
    key.possible = false;
    this.#keyAt.delete(key.token);
  }

  /** Opens a block collection if the column is deeper than the last one's; `at` puts it before a token still queued. */
  #roll(column: number, type: TokenType, start: number, line: number, at = this.#queue.length): void {
    if (this.flowLevel > 0 || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    this.#queue.splice(at, 0, { type, start, end: start, line, value: '' });
  }

  #unroll(column: number): void {
    if (this.flowLevel > 0) return;
    const { offset, line } = this.#cursor;
    while (this.#indent > column) {
      this.#push('block end', offset, line);
      this.#indent = this.#indents.pop() ?? -1;
    }
  }

  #fetch(): void {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#unroll(cursor.column);
    this.#fetchToken(cursor.code());
    if (this.#control && cursor.offset >= this.#control.noticedFrom) {
      const { at } = this.#control;
      this.failure = { problem: 'control characters are not allowed', line: 0, start: at, end: at + 1 };
    }
  }

  #fetchToken(code: number): void {
    const cursor = this.#cursor;
    if (code === end) return this.#fetchEnd();
    if (cursor.column === 0) {
      if (code === 0x25) return this.#fetchDirective();
      if (atDocumentMarker(cursor)) return this.#fetchMarker(code === 0x2d ? 'document start' : 'document end');
    }
    const flow = flowTokens.get(code);
    if (flow !== undefined) return this.#fetchFlow(code, flow);
    const blankAfter = isBlankOrEnd(cursor.code(1));
    const inFlow = this.flowLevel > 0;
    if (code === 0x2c) return this.#fetchFlowEntry();
    if (code === 0x2d && blankAfter) return this.#fetchBlockEntry();
    if (code === 0x3f && (inFlow || blankAfter)) return this.#fetchKey();
    if (code === 0x3a && (inFlow || blankAfter)) return this.#fetchValue();
    if (code === 0x2a || code === 0x26) return this.#fetchAnchor(code === 0x2a ? 'alias' : 'anchor');
    if (code === 0x21) return this.#fetchTag();
    if ((code === 0x7c || code === 0x3e) && !inFlow) return this.#fetchBlockScalar();
    if (code === 0x27 || code === 0x22) return this.#fetchScalar(false);
    if (!isBlank(code) && !indicators.has(code)) return this.#fetchScalar(true);
    this.#fail('found character that cannot start any token');
  }

  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      if (cursor.column === 0 && cursor.code() === 0xfeff) cursor.skip();
      let code = cursor.code();
      while (code === 0x20 || (code === 0x09 && (this.flowLevel > 0 || !this.#keyAllowed))) {
        cursor.skip();
        code = cursor.code();
      }
      if (code === 0x23) while (!isBreakOrEnd(cursor.code())) cursor.skip();
      if (!isBreak(cursor.code())) return;
      cursor.skipBreak();
      if (this.flowLevel === 0) this.#keyAllowed = true;
    }
  }

  #fetchEnd(): void {
    const cursor = this.#cursor;
    cursor.endLine();
    this.#unroll(-1);
    this.#dropKey();
    this.#keyAllowed = false;
    this.#push('stream end', cursor.offset, cursor.line);
  }

  #fetchDirective(): void {
    this.#unroll(-1);
    this.#dropKey();
    this.#keyAllowed = false;
    const { offset, line } = this.#cursor;
    const found = scanDirective(this.#cursor);
    if ('problem' in found) return this.#fail(found.problem);
    if (found.name === 'TAG') {
      this.#push('tag directive', offset, line, { handle: found.handle, value: found.prefix });
    } else this.#push('version directive', offset, line, { value: `${found.major}.${found.minor}` });
  }

  #fetchMarker(type: TokenType): void {
    this.#unroll(-1);
    this.#dropKey();
    this.#keyAllowed = false;
    this.#take(type, 3);
  }

  #fetchFlow(code: number, type: TokenType): void {
    if (code === 0x5b || code === 0x7b) {
      this.#saveKey();
      this.#keys.push({ ...noKey, token: this.#nextNumber() });
      this.#keyAllowed = true;
    } else {
      this.#dropKey();
      if (this.flowLevel > 0) {
        const key = this.#keys.pop();
        if (key) this.#keyAt.delete(key.token);
      }
      this.#keyAllowed = false;
    }
    this.#take(type, 1);
  }

  #fetchFlowEntry(): void {
    this.#dropKey();
    this.#keyAllowed = true;
    this.#take('flow entry', 1);
  }

  #fetchBlockEntry(): void {
    const { column, offset, line } = this.#cursor;
    if (this.flowLevel === 0) {
      if (!this.#keyAllowed) return this.#fail('block sequence entries are not allowed in this context');
      this.#roll(column, 'block sequence start', offset, line);
    }
    this.#dropKey();
    this.#keyAllowed = true;
    this.#take('block entry', 1);
  }

  #fetchKey(): void {
    const { column, offset, line } = this.#cursor;
    if (this.flowLevel === 0) {
      if (!this.#keyAllowed) return this.#fail('mapping keys are not allowed in this context');
      this.#roll(column, 'block mapping start', offset, line);
    }
    this.#dropKey();
    this.#keyAllowed = this.flowLevel === 0;
    this.#take('key', 1);
  }

  #fetchValue(): void {
    const { column, offset, line } = this.#cursor;
    const key = this.#keys.at(-1) ?? noKey;
    if (this.#stillPossible(key)) {
      // An empty `[]` or `{}` is handed out before its `:` comes; what would open a mapping before it then comes late.
      const at = key.token < this.#taken ? this.#queue.length : key.token - this.#taken + this.#head;
      this.#queue.splice(at, 0, { type: 'key', start: key.offset, end: key.offset, line: key.line, value: '' });
      this.#roll(key.column, 'block mapping start', key.offset, key.line, at);
      key.possible = false;
      this.#keyAt.delete(key.token);
      this.#keyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.#keyAllowed) return this.#fail('mapping values are not allowed in this context');
        this.#roll(column, 'block mapping start', offset, line);
      }
      this.#keyAllowed = this.flowLevel === 0;
    }
    this.#take('value', 1);
  }

  #fetchAnchor(type: 'alias' | 'anchor'): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const { offset, line } = this.#cursor;
    const name = scanAnchor(this.#cursor);
    if (typeof name !== 'string') return this.#fail(name.problem);
    this.#push(type, offset, line, { value: name });
  }

  #fetchTag(): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const { offset, line } = this.#cursor;
    const tag = scanTag(this.#cursor);
    if ('problem' in tag) return this.#fail(tag.problem);
    this.#push('tag', offset, line, { handle: tag.handle, value: tag.suffix });
  }

  #fetchBlockScalar(): void {
    this.#dropKey();
    this.#keyAllowed = true;
    const { offset, line } = this.#cursor;
    const scalar = scanBlock(this.#cursor, this.#indent);
    if (!scalar.ok) return this.#fail(scalar.problem);
    this.#push('scalar', offset, line, { value: scalar.value, end: scalar.end, plain: false });
  }

  #fetchScalar(plain: boolean): void {
    this.#saveKey();
    this.#keyAllowed = false;
    const { offset, line } = this.#cursor;
    const scalar = plain
      ? scanPlain(this.#cursor, this.#indent + 1, this.flowLevel > 0)
      : scanQuoted(this.#cursor, this.#json);
    if (!scalar.ok) return this.#fail(scalar.problem);
    if (scalar.multiline) this.#keyAllowed = true;
    this.#push('scalar', offset, line, { value: scalar.value, end: scalar.end, plain });
  }
}
