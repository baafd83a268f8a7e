/** Tokens → tree of the first document in a text. Models go.yaml.in/yaml/v2 parserc.go and decode.go, v2.4. */
import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import { PropertyReader, type Properties } from './property-reader.ts';
import { TokenReader } from './token-reader.ts';
import type { Failure, Token, TokenType } from './token.ts';

/** Deeper than the limit on texts, so only a text that was never checked meets it. */
const maxDepth = 256;

export type ParseResult =
  | { readonly ok: true; /** Absent: the text holds no document. */ readonly root: YamlNode | undefined }
  | { readonly ok: false; readonly failure: Failure };

/** Reads the first document of `text`. What follows it is looked at no further than go-yaml does. */
export function parseDocument(text: string, json = false): ParseResult {
  const tokens = new TokenReader(text, json);
  const root = new Parser(tokens).document();
  const { failure } = tokens;
  return failure ? { ok: false, failure } : { ok: true, root };
}

class Parser {
  readonly #tokens: TokenReader;
  readonly #before: PropertyReader;
  #depth = 0;

  constructor(tokens: TokenReader) {
    this.#tokens = tokens;
    this.#before = new PropertyReader(tokens);
  }

  document(): YamlNode | undefined {
    let token = this.#tokens.peek();
    let root: YamlNode | undefined;
    if (token.type === 'stream end') return undefined;
    const explicit = isType(token, 'version directive', 'tag directive', 'document start');
    if (!this.#before.directives()) return undefined;
    token = this.#tokens.peek();
    if (explicit) {
      if (token.type !== 'document start') return this.#tokens.fail('did not find expected <document start>', token);
      this.#tokens.skip();
      token = this.#tokens.peek();
      const empty = ['version directive', 'tag directive', 'document start', 'document end', 'stream end'] as const;
      if (isType(token, ...empty)) root = emptyScalar(token.start);
    }
    root ??= this.#node(true, false);
    // The token behind the document is fetched, too, and may be an error; the ones after it are not.
    if (root) this.#tokens.peek();
    return this.#tokens.failure ? undefined : root;
  }

  /** `indentless`: a list may stand at the column of its key. */
  #node(block: boolean, indentless: boolean): YamlNode | undefined {
    const first = this.#tokens.peek();
    if (first.type === 'error') return undefined;
    if (first.type === 'alias') return this.#before.alias(first);
    if (this.#depth === maxDepth) return this.#tokens.fail('exceeded max depth of 10000', first);
    this.#depth += 1;
    const properties = this.#before.properties(first);
    const node = properties && this.#content(properties, block, indentless);
    this.#depth -= 1;
    return node;
  }

  #content(properties: Properties, block: boolean, indentless: boolean): YamlNode | undefined {
    const token = this.#tokens.peek();
    const node = this.#collection(token, properties.start, block, indentless) ?? this.#scalar(token, properties);
    if (node && properties.anchor) properties.anchor.node = node;
    if (!node && !this.#tokens.failure) return this.#tokens.fail('did not find expected node content', token);
    return node;
  }

  #collection(token: Token, start: number, block: boolean, indentless: boolean): YamlNode | undefined {
    if (indentless && token.type === 'block entry') return this.#indentlessSequence(start);
    if (token.type === 'flow sequence start') return this.#flowSequence(start);
    if (token.type === 'flow mapping start') return this.#flowMapping(start);
    if (block && token.type === 'block sequence start') return this.#blockSequence(start);
    if (block && token.type === 'block mapping start') return this.#blockMapping(start);
    return undefined;
  }

  #scalar(token: Token, { tag, start, end, present }: Properties): YamlNode | undefined {
    if (this.#tokens.failure) return undefined;
    if (token.type === 'scalar') {
      this.#tokens.skip();
      const plain = (tag === '' && token.plain === true) || tag === '!';
      return { kind: 'scalar', value: token.value, tag, plain, start, end: token.end };
    }
    return present ? { kind: 'scalar', value: '', tag, plain: tag === '', start, end } : undefined;
  }

  #blockSequence(start: number): SequenceNode | undefined {
    this.#tokens.skip();
    const items: YamlNode[] = [];
    let last = start;
    for (let token = this.#tokens.peek(); token.type !== 'block end'; token = this.#tokens.peek()) {
      if (this.#tokens.failure) return undefined;
      if (token.type !== 'block entry') return this.#tokens.fail("did not find expected '-' indicator", token);
      last = token.end;
      this.#tokens.skip();
      const item = this.#nodeOrEmpty(token.end, ['block entry', 'block end'], true, false);
      if (!item) return undefined;
      items.push(item);
      last = Math.max(last, item.end);
    }
    this.#tokens.skip();
    return { kind: 'sequence', items, start, end: last };
  }

  #indentlessSequence(start: number): SequenceNode | undefined {
    const items: YamlNode[] = [];
    let last = start;
    for (let token = this.#tokens.peek(); token.type === 'block entry'; token = this.#tokens.peek()) {
      this.#tokens.skip();
      const item = this.#nodeOrEmpty(token.end, ['block entry', 'key', 'value', 'block end'], true, false);
      if (!item) return undefined;
      items.push(item);
      last = Math.max(token.end, item.end);
    }
    return this.#tokens.failure ? undefined : { kind: 'sequence', items, start, end: last };
  }

  #blockMapping(start: number): MappingNode | undefined {
    this.#tokens.skip();
    const items: [YamlNode, YamlNode][] = [];
    const closers = ['key', 'value', 'block end'] as const;
    let last = start;
    for (let token = this.#tokens.peek(); token.type !== 'block end'; token = this.#tokens.peek()) {
      if (this.#tokens.failure) return undefined;
      if (token.type !== 'key') return this.#tokens.fail('did not find expected key', token);
      this.#tokens.skip();
      const key = this.#nodeOrEmpty(token.end, closers, true, true);
      if (!key) return undefined;
      const colon = this.#tokens.peek();
      let value: YamlNode | undefined = emptyScalar(key.end);
      if (colon.type === 'value') {
        this.#tokens.skip();
        last = colon.end;
        value = this.#nodeOrEmpty(colon.end, closers, true, true);
      }
      if (!value || this.#tokens.failure) return undefined;
      items.push([key, value]);
      last = Math.max(last, key.end, value.end);
    }
    this.#tokens.skip();
    return { kind: 'mapping', items, start, end: last };
  }

  /** The node that comes next, or an empty one at `at` if what comes is one of `closers`. */
  #nodeOrEmpty(at: number, closers: readonly TokenType[], block: boolean, indentless: boolean): YamlNode | undefined {
    const token = this.#tokens.peek();
    if (this.#tokens.failure) return undefined;
    return closers.includes(token.type) ? emptyScalar(at) : this.#node(block, indentless);
  }

  #flowSequence(start: number): SequenceNode | undefined {
    this.#tokens.skip();
    const items: YamlNode[] = [];
    for (let token = this.#tokens.peek(); token.type !== 'flow sequence end'; token = this.#tokens.peek()) {
      if (this.#tokens.failure) return undefined;
      if (items.length > 0) {
        if (token.type !== 'flow entry') return this.#tokens.fail("did not find expected ',' or ']'", token);
        this.#tokens.skip();
        token = this.#tokens.peek();
        if (token.type === 'flow sequence end') break;
      }
      const item = token.type === 'key' ? this.#flowPair(token) : this.#node(false, false);
      if (!item) return undefined;
      items.push(item);
    }
    const { end } = this.#tokens.peek();
    this.#tokens.skip();
    return { kind: 'sequence', items, start, end };
  }

  /** `[a: b]`: a mapping of one entry. */
  #flowPair({ start, end }: Token): MappingNode | undefined {
    this.#tokens.skip();
    const next = this.#tokens.peek();
    let key: YamlNode | undefined;
    if (!isType(next, 'value', 'flow entry', 'flow sequence end')) key = this.#node(false, false);
    else {
      // go-yaml drops the token that shows the key to be empty.
      this.#tokens.skip();
      key = this.#tokens.failure ? undefined : emptyScalar(end);
    }
    const value = key && this.#flowValue(['flow entry', 'flow sequence end']);
    return key && value && { kind: 'mapping', items: [[key, value]], start, end: Math.max(key.end, value.end) };
  }

  #flowMapping(start: number): MappingNode | undefined {
    this.#tokens.skip();
    const items: [YamlNode, YamlNode][] = [];
    for (let token = this.#tokens.peek(); token.type !== 'flow mapping end'; token = this.#tokens.peek()) {
      if (this.#tokens.failure) return undefined;
      if (items.length > 0) {
        if (token.type !== 'flow entry') return this.#tokens.fail("did not find expected ',' or '}'", token);
        this.#tokens.skip();
        token = this.#tokens.peek();
        if (token.type === 'flow mapping end') break;
      }
      const item = this.#flowItem(token);
      if (!item) return undefined;
      items.push(item);
    }
    const { end } = this.#tokens.peek();
    this.#tokens.skip();
    return { kind: 'mapping', items, start, end };
  }

  #flowItem(token: Token): [YamlNode, YamlNode] | undefined {
    if (token.type !== 'key') {
      const key = this.#node(false, false);
      this.#tokens.peek();
      return key && !this.#tokens.failure ? [key, emptyScalar(key.end)] : undefined;
    }
    this.#tokens.skip();
    const next = this.#tokens.peek();
    const key = this.#nodeOrEmpty(next.start, ['value', 'flow entry', 'flow mapping end'], false, false);
    const value = key && this.#flowValue(['flow entry', 'flow mapping end']);
    return key && value && [key, value];
  }

  /** What follows a key in a flow collection: `: node`, `:`, or nothing. */
  #flowValue(closers: readonly TokenType[]): YamlNode | undefined {
    const colon = this.#tokens.peek();
    if (this.#tokens.failure) return undefined;
    if (colon.type !== 'value') return emptyScalar(colon.start);
    this.#tokens.skip();
    return this.#nodeOrEmpty(colon.end, closers, false, false);
  }
}

function isType(token: Token, ...types: readonly TokenType[]): boolean {
  return types.includes(token.type);
}

function emptyScalar(at: number): YamlNode {
  return { kind: 'scalar', value: '', tag: '', plain: true, start: at, end: at };
}
