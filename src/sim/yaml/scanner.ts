/** Text → tokens, one at a time, with the same lookahead as go-yaml: what it reports first we report first. */
import { end, findControlCharacter, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd } from './characters.ts';
import { Cursor } from './cursor.ts';
import { scanBlock } from './scan-block.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-properties.ts';
import { atDocumentMarker, scanPlain, scanQuoted } from './scan-scalars.ts';
import { SimpleKeys } from './simple-keys.ts';
import { TokenQueue } from './token-queue.ts';
import type { Failure, Token, TokenType } from './token.ts';

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
  readonly #queue = new TokenQueue();
  readonly #keys: SimpleKeys;
  #ready = false;
  #indent = -1;
  readonly #indents: number[] = [];
  #keyAllowed = true;
  /** Set once; the text cannot be read on. */
  failure: Failure | undefined;

  /** `json`: strings may escape what only JSON's may. */
  constructor(text: string, json = false) {
    this.#cursor = new Cursor(text, text.startsWith('\ufeff') ? 1 : 0);
    this.#keys = new SimpleKeys(this.#cursor, () => this.#fail("could not find expected ':'"));
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
    return this.#queue.first as Token;
  }

  /** Removes the token that `peek` gave. */
  skip(): void {
    this.#ready = false;
    this.#queue.take();
  }

  #needsMore(): boolean {
    return this.#queue.first === undefined || this.#keys.waitsFor(this.#queue.taken);
  }

  get #inFlow(): boolean {
    return this.#keys.flowLevel > 0;
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
    const required = !this.#inFlow && this.#indent === this.#cursor.column;
    this.#keys.save(this.#queue.nextNumber, required);
  }

  /** Opens a block collection if the column is deeper than the last one's; `before`: number of the token it goes before. */
  #roll(column: number, type: TokenType, start: number, line: number, before = this.#queue.nextNumber): void {
    if (this.#inFlow || this.#indent >= column) return;
    this.#indents.push(this.#indent);
    this.#indent = column;
    this.#queue.insert({ type, start, end: start, line, value: '' }, before);
  }

  #unroll(column: number): void {
    if (this.#inFlow) return;
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
    const inFlow = this.#inFlow;
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
      while (code === 0x20 || (code === 0x09 && (this.#inFlow || !this.#keyAllowed))) {
        cursor.skip();
        code = cursor.code();
      }
      if (code === 0x23) while (!isBreakOrEnd(cursor.code())) cursor.skip();
      if (!isBreak(cursor.code())) return;
      cursor.skipBreak();
      if (!this.#inFlow) this.#keyAllowed = true;
    }
  }

  #fetchEnd(): void {
    const cursor = this.#cursor;
    cursor.endLine();
    this.#unroll(-1);
    this.#keys.drop();
    this.#keyAllowed = false;
    this.#push('stream end', cursor.offset, cursor.line);
  }

  #fetchDirective(): void {
    this.#unroll(-1);
    this.#keys.drop();
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
    this.#keys.drop();
    this.#keyAllowed = false;
    this.#take(type, 3);
  }

  #fetchFlow(code: number, type: TokenType): void {
    if (code === 0x5b || code === 0x7b) {
      this.#saveKey();
      this.#keys.enterFlow(this.#queue.nextNumber);
      this.#keyAllowed = true;
    } else {
      this.#keys.drop();
      this.#keys.leaveFlow();
      this.#keyAllowed = false;
    }
    this.#take(type, 1);
  }

  #fetchFlowEntry(): void {
    this.#keys.drop();
    this.#keyAllowed = true;
    this.#take('flow entry', 1);
  }

  #fetchBlockEntry(): void {
    const { column, offset, line } = this.#cursor;
    if (!this.#inFlow) {
      if (!this.#keyAllowed) return this.#fail('block sequence entries are not allowed in this context');
      this.#roll(column, 'block sequence start', offset, line);
    }
    this.#keys.drop();
    this.#keyAllowed = true;
    this.#take('block entry', 1);
  }

  #fetchKey(): void {
    const { column, offset, line } = this.#cursor;
    if (!this.#inFlow) {
      if (!this.#keyAllowed) return this.#fail('mapping keys are not allowed in this context');
      this.#roll(column, 'block mapping start', offset, line);
    }
    this.#keys.drop();
    this.#keyAllowed = !this.#inFlow;
    this.#take('key', 1);
  }

  #fetchValue(): void {
    const { column, offset, line } = this.#cursor;
    const key = this.#keys.current;
    if (this.#keys.stillPossible(key)) {
      this.#queue.insert({ type: 'key', start: key.offset, end: key.offset, line: key.line, value: '' }, key.token);
      this.#roll(key.column, 'block mapping start', key.offset, key.line, key.token);
      this.#keys.found(key);
      this.#keyAllowed = false;
    } else {
      if (!this.#inFlow) {
        if (!this.#keyAllowed) return this.#fail('mapping values are not allowed in this context');
        this.#roll(column, 'block mapping start', offset, line);
      }
      this.#keyAllowed = !this.#inFlow;
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
    this.#keys.drop();
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
      ? scanPlain(this.#cursor, this.#indent + 1, this.#inFlow)
      : scanQuoted(this.#cursor, this.#json);
    if (!scalar.ok) return this.#fail(scalar.problem);
    if (scalar.multiline) this.#keyAllowed = true;
    this.#push('scalar', offset, line, { value: scalar.value, end: scalar.end, plain });
  }
}
