/** Anchors, tags and the directives that declare tags. Models go.yaml.in/yaml/v2 parserc.go and decode.go, v2.4. */
import type { AliasNode, YamlNode } from './node.ts';
import type { TokenReader } from './token-reader.ts';
import type { Token } from './token.ts';

/** What stands before a node. */
export interface Properties {
  readonly anchor: Anchor | undefined;
  readonly tag: string;
  readonly present: boolean;
  readonly start: number;
  readonly end: number;
}

/** A name for a node; the node is known once it is read. */
interface Anchor {
  node: YamlNode | undefined;
}

const defaultTags = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
] as const;

/** Reads what stands before nodes, and remembers it for the nodes that come after. */
export class PropertyReader {
  readonly #tokens: TokenReader;
  readonly #anchors = new Map<string, Anchor>();
  readonly #tagPrefixes = new Map<string, string>();

  constructor(tokens: TokenReader) {
    this.#tokens = tokens;
  }

  /** The directives of a document; false if they are wrong. */
  directives(): boolean {
    let version = false;
    for (let token = this.#tokens.peek(); ; token = this.#tokens.peek()) {
      if (token.type === 'version directive') {
        if (version) this.#tokens.fail('found duplicate %YAML directive', token);
        else if (token.value !== '1.1') this.#tokens.fail('found incompatible YAML document', token);
        version = true;
      } else if (token.type === 'tag directive') {
        const handle = token.handle ?? '';
        if (this.#tagPrefixes.has(handle)) this.#tokens.fail('found duplicate %TAG directive', token);
        this.#tagPrefixes.set(handle, token.value);
      } else break;
      if (this.#tokens.failure) return false;
      this.#tokens.skip();
    }
    for (const [handle, prefix] of defaultTags) {
      if (!this.#tagPrefixes.has(handle)) this.#tagPrefixes.set(handle, prefix);
    }
    return this.#tokens.failure === undefined;
  }

  /** The node that an alias token stands for. */
  alias(token: Token): AliasNode | undefined {
    const anchor = this.#anchors.get(token.value);
    if (!anchor) {
      return this.#tokens.refuse(`unknown anchor '${token.value}' referenced`, token);
    }
    this.#tokens.skip();
    return { kind: 'alias', name: token.value, start: token.start, end: token.end, target: () => anchor.node };
  }

  /** `&anchor` and `!tag` in either order, once each. */
  properties(first: Token): Properties | undefined {
    let anchorName: string | undefined;
    let tagToken: Token | undefined;
    let end = first.start;
    for (let token = first; ; token = this.#tokens.peek()) {
      if (token.type === 'anchor' && anchorName === undefined) anchorName = token.value;
      else if (token.type === 'tag' && !tagToken) tagToken = token;
      else break;
      end = token.end;
      this.#tokens.skip();
    }
    if (this.#tokens.failure) return undefined;
    const tag = tagToken ? this.#resolveTag(tagToken) : '';
    if (tag === undefined) return undefined;
    let anchor: Anchor | undefined;
    if (anchorName !== undefined) this.#anchors.set(anchorName, (anchor = { node: undefined }));
    return { anchor, tag, present: anchorName !== undefined || tag !== '', start: first.start, end };
  }

  #resolveTag(token: Token): string | undefined {
    if (token.handle === '' || token.handle === undefined) return token.value;
    const prefix = this.#tagPrefixes.get(token.handle);
    return prefix === undefined ? this.#tokens.fail('found undefined tag handle', token) : prefix + token.value;
  }
}
