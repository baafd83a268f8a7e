/** Tokens → tree of the first document in a text. Models go.yaml.in/yaml/v2 parserc.go and decode.go, v2.4. */
import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import { Scanner } from './scanner.ts';
import type { Failure, Token, TokenType } from './token.ts';

/** Deeper than the limit on texts, so only a text that was never checked meets it. */
const maxDepth = 256;

export type ParseResult =
  | { readonly ok: true; /** Absent: the text holds no document. */ readonly root: YamlNode | undefined }
  | { readonly ok: false; readonly failure: Failure /** An unknown anchor and the like come with "yaml: " alone. */ };

/** Reads the first document of `text`. What follows it is looked at no further than go-yaml does. */
export function parseDocument(text: string, json = false): ParseResult {
  const parser = new Parser(new Scanner(text, json), text.length);
  const root = parser.document();
  const failure = parser.failure;
  return failure ? { ok: false, failure } : { ok: true, root };
}

interface Properties {
  readonly anchor: Anchor | undefined;
  readonly tag: string;
  readonly present: boolean;
  readonly start: number;
  readonly end: number;
}

interface Anchor {
  node: YamlNode | undefined;
}

const defaultTags = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
] as const;

class Parser {
  failure: Failure | undefined;
  readonly #scanner: Scanner;
  readonly #length: number;
  readonly #anchors = new Map<string, Anchor>();
  readonly #tagPrefixes = new Map<string, string>();
  #depth = 0;

  constructor(scanner: Scanner, length: number) {
    this.#scanner = scanner;
    this.#length = length;
  }

  document(): YamlNode | undefined {
    let token = this.#peek();
    let root: YamlNode | undefined;
    if (token.type === 'stream end') return undefined;
    const explicit = isType(token, 'version directive', 'tag directive', 'document start');
    if (!this.#directives()) return undefined;
    token = this.#peek();
    if (explicit) {
      if (token.type !== 'document start') return this.#fail('did not find expected <document start>', token);
      this.#scanner.skip();
      token = this.#peek();
      const empty = ['version directive', 'tag directive', 'document start', 'document end', 'stream end'] as const;
      if (isType(token, ...empty)) root = emptyScalar(token.start);
    }
    root ??= this.#node(true, false);
    // The token behind the document is fetched, too, and may be an error; the ones after it are not.
    if (root) this.#peek();
    return this.failure ? undefined : root;
  }

  /** The next token. An error becomes the failure of the document. */
  #peek(): Token {
    const token = this.#scanner.peek();
    if (token.type === 'error') this.failure ??= this.#scanner.failure;
    return token;
  }

  #fail(problem: string, token: Token): undefined {
    const end = Math.min(Math.max(token.end, token.start + 1), Math.max(this.#length, token.start));
    this.failure ??= { problem, line: token.line, start: token.start, end };
    return undefined;
  }

  #directives(): boolean {
    let version = false;
    for (let token = this.#peek(); ; token = this.#peek()) {
      if (token.type === 'version directive') {
        if (version) this.#fail('found duplicate %YAML directive', token);
        else if (token.value !== '1.1') this.#fail('found incompatible YAML document', token);
        version = true;
      } else if (token.type === 'tag directive') {
        const handle = token.handle ?? '';
        if (this.#tagPrefixes.has(handle)) this.#fail('found duplicate %TAG directive', token);
        this.#tagPrefixes.set(handle, token.value);
      } else break;
      if (this.failure) return false;
      this.#scanner.skip();
    }
    for (const [handle, prefix] of defaultTags) {
      if (!this.#tagPrefixes.has(handle)) this.#tagPrefixes.set(handle, prefix);
    }
    return this.failure === undefined;
  }

  /** `indentless`: a list may stand at the column of its key. */
  #node(block: boolean, indentless: boolean): YamlNode | undefined {
    const first = this.#peek();
    if (first.type === 'error') return undefined;
    if (first.type === 'alias') return this.#alias(first);
    if (this.#depth === maxDepth) return this.#fail('exceeded max depth of 10000', first);
    this.#depth += 1;
    const properties = this.#properties(first);
    const node = properties && this.#content(properties, block, indentless);
    this.#depth -= 1;
    return node;
  }

  #alias(token: Token): YamlNode | undefined {
    const anchor = this.#anchors.get(token.value);
    if (!anchor) {
      this.failure ??= {
        problem: `unknown anchor '${token.value}' referenced`,
        line: 0,
        start: token.start,
        end: token.end,
      };
      return undefined;
    }
    this.#scanner.skip();
    return { kind: 'alias', name: token.value, start: token.start, end: token.end, target: () => anchor.node };
  }

  /** `&anchor` and `!tag` in either order, once each. */
  #properties(first: Token): Properties | undefined {
    let anchorName: string | undefined;
    let tagToken: Token | undefined;
    let { end } = { end: first.start };
    for (let token = first; ; token = this.#peek()) {
      if (token.type === 'anchor' && anchorName === undefined) anchorName = token.value;
      else if (token.type === 'tag' && !tagToken) tagToken = token;
      else break;
      end = token.end;
      this.#scanner.skip();
    }
    if (this.failure) return undefined;
    const tag = tagToken ? this.#resolveTag(tagToken) : '';
    if (tag === undefined) return undefined;
    let anchor: Anchor | undefined;
    if (anchorName !== undefined) this.#anchors.set(anchorName, (anchor = { node: undefined }));
    return { anchor, tag, present: anchorName !== undefined || tag !== '', start: first.start, end };
  }

  #resolveTag(token: Token): string | undefined {
    if (token.handle === '' || token.handle === undefined) return token.value;
    const prefix = this.#tagPrefixes.get(token.handle);
    return prefix === undefined ? this.#fail('found undefined tag handle', token) : prefix + token.value;
  }

  #content(properties: Properties, block: boolean, indentless: boolean): YamlNode | undefined {
    const token = this.#peek();
    const node = this.#collection(token, properties.start, block, indentless) ?? this.#scalar(token, properties);
    if (node && properties.anchor) properties.anchor.node = node;
    if (!node && !this.failure) return this.#fail('did not find expected node content', token);
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
    if (this.failure) return undefined;
    if (token.type === 'scalar') {
      this.#scanner.skip();
      const plain = (tag === '' && token.plain === true) || tag === '!';
      return { kind: 'scalar', value: token.value, tag, plain, start, end: token.end };
    }
    return present ? { kind: 'scalar', value: '', tag, plain: tag === '', start, end } : undefined;
  }

  #blockSequence(start: number): SequenceNode | undefined {
    this.#scanner.skip();
    const items: YamlNode[] = [];
    let last = start;
    for (let token = this.#peek(); token.type !== 'block end'; token = this.#peek()) {
      if (this.failure) return undefined;
      if (token.type !== 'block entry') return this.#fail("did not find expected '-' indicator", token);
      last = token.end;
      this.#scanner.skip();
      const item = this.#nodeOrEmpty(token.end, ['block entry', 'block end'], true, false);
      if (!item) return undefined;
      items.push(item);
      last = Math.max(last, item.end);
    }
    this.#scanner.skip();
    return { kind: 'sequence', items, start, end: last };
  }

  #indentlessSequence(start: number): SequenceNode | undefined {
    const items: YamlNode[] = [];
    let last = start;
    for (let token = this.#peek(); token.type === 'block entry'; token = this.#peek()) {
      this.#scanner.skip();
      const item = this.#nodeOrEmpty(token.end, ['block entry', 'key', 'value', 'block end'], true, false);
      if (!item) return undefined;
      items.push(item);
      last = Math.max(token.end, item.end);
    }
    return this.failure ? undefined : { kind: 'sequence', items, start, end: last };
  }

  #blockMapping(start: number): MappingNode | undefined {
    this.#scanner.skip();
    const items: [YamlNode, YamlNode][] = [];
    const closers = ['key', 'value', 'block end'] as const;
    let last = start;
    for (let token = this.#peek(); token.type !== 'block end'; token = this.#peek()) {
      if (this.failure) return undefined;
      if (token.type !== 'key') return this.#fail('did not find expected key', token);
      this.#scanner.skip();
      const key = this.#nodeOrEmpty(token.end, closers, true, true);
      if (!key) return undefined;
      const colon = this.#peek();
      let value: YamlNode | undefined = emptyScalar(key.end);
      if (colon.type === 'value') {
        this.#scanner.skip();
        last = colon.end;
        value = this.#nodeOrEmpty(colon.end, closers, true, true);
      }
      if (!value || this.failure) return undefined;
      items.push([key, value]);
      last = Math.max(last, key.end, value.end);
    }
    this.#scanner.skip();
    return { kind: 'mapping', items, start, end: last };
  }

  /** The node that comes next, or an empty one at `at` if what comes is one of `closers`. */
  #nodeOrEmpty(at: number, closers: readonly TokenType[], block: boolean, indentless: boolean): YamlNode | undefined {
    const token = this.#peek();
    if (this.failure) return undefined;
    return closers.includes(token.type) ? emptyScalar(at) : this.#node(block, indentless);
  }

  #flowSequence(start: number): SequenceNode | undefined {
    this.#scanner.skip();
    const items: YamlNode[] = [];
    for (let token = this.#peek(); token.type !== 'flow sequence end'; token = this.#peek()) {
      if (this.failure) return undefined;
      if (items.length > 0) {
        if (token.type !== 'flow entry') return this.#fail("did not find expected ',' or ']'", token);
        this.#scanner.skip();
        token = this.#peek();
        if (token.type === 'flow sequence end') break;
      }
      const item = token.type === 'key' ? this.#flowPair(token) : this.#node(false, false);
      if (!item) return undefined;
      items.push(item);
    }
    const { end } = this.#peek();
    this.#scanner.skip();
    return { kind: 'sequence', items, start, end };
  }

  /** `[a: b]`: a mapping of one entry. */
  #flowPair({ start, end }: Token): MappingNode | undefined {
    this.#scanner.skip();
    const next = this.#peek();
    let key: YamlNode | undefined;
    if (!isType(next, 'value', 'flow entry', 'flow sequence end')) key = this.#node(false, false);
    else {
      // go-yaml drops the token that shows the key to be empty.
      this.#scanner.skip();
      key = this.failure ? undefined : emptyScalar(end);
    }
    const value = key && this.#flowValue(['flow entry', 'flow sequence end']);
    return key && value && { kind: 'mapping', items: [[key, value]], start, end: Math.max(key.end, value.end) };
  }

  #flowMapping(start: number): MappingNode | undefined {
    this.#scanner.skip();
    const items: [YamlNode, YamlNode][] = [];
    for (let token = this.#peek(); token.type !== 'flow mapping end'; token = this.#peek()) {
      if (this.failure) return undefined;
      if (items.length > 0) {
        if (token.type !== 'flow entry') return this.#fail("did not find expected ',' or '}'", token);
        this.#scanner.skip();
        token = this.#peek();
        if (token.type === 'flow mapping end') break;
      }
      const item = this.#flowItem(token);
      if (!item) return undefined;
      items.push(item);
    }
    const { end } = this.#peek();
    this.#scanner.skip();
    return { kind: 'mapping', items, start, end };
  }

  #flowItem(token: Token): [YamlNode, YamlNode] | undefined {
    if (token.type !== 'key') {
      const key = this.#node(false, false);
      this.#peek();
      return key && !this.failure ? [key, emptyScalar(key.end)] : undefined;
    }
    this.#scanner.skip();
    const next = this.#peek();
    const key = this.#nodeOrEmpty(next.start, ['value', 'flow entry', 'flow mapping end'], false, false);
    const value = key && this.#flowValue(['flow entry', 'flow mapping end']);
    return key && value && [key, value];
  }

  /** What follows a key in a flow collection: `: node`, `:`, or nothing. */
  #flowValue(closers: readonly TokenType[]): YamlNode | undefined {
    const colon = this.#peek();
    if (this.failure) return undefined;
    if (colon.type !== 'value') return emptyScalar(colon.start);
    this.#scanner.skip();
    return this.#nodeOrEmpty(colon.end, closers, false, false);
  }
}

function isType(token: Token, ...types: readonly TokenType[]): boolean {
  return types.includes(token.type);
}

function emptyScalar(at: number): YamlNode {
  return { kind: 'scalar', value: '', tag: '', plain: true, start: at, end: at };
}
