/** Tree → plain JSON value, or the reason it has none. Models go.yaml.in/yaml/v2 decode.go and sigs.k8s.io/yaml. */
import type { Json } from '../api/objects.ts';
import { formatFloat } from './go-float.ts';
import { goSyntax } from './go-syntax.ts';
import type { AliasNode, MappingNode, ScalarNode, SequenceNode, YamlNode } from './node.ts';
import { resolvePlain, resolveTagged, type Resolved } from './resolve-scalar.ts';

/** A refusal in the tool's words and the node it is about. */
export interface Refusal {
  readonly message: string;
  readonly node: YamlNode;
}

export interface DuplicateKey {
  /** The key as a string. */
  readonly key: string;
  /** The key's field path, as Kubernetes prints paths. */
  readonly path: readonly (string | number)[];
  /** The later key, which wins. */
  readonly start: number;
  readonly end: number;
}

export interface Decoded {
  readonly value: Json;
  readonly refusal: Refusal | undefined;
  readonly duplicates: readonly DuplicateKey[];
}

type Fields = Record<string, Json>;

/** The value of a tree. Maps have no prototype; of a key that comes twice the last value stands. */
export function decodeValue(root: YamlNode): Decoded {
  const decoder = new Decoder();
  const value = decoder.value(root, []);
  return { value: value ?? null, refusal: decoder.refusal, duplicates: decoder.duplicates };
}

class Decoder {
  readonly duplicates: DuplicateKey[] = [];
  readonly #open = new Set<AliasNode>();
  #decoded = 0;
  #fromAliases = 0;
  #aliasDepth = 0;
  /** Ends decoding at once: "yaml: …". */
  #fatal: Refusal | undefined;
  /** Found after decoding, when the value is turned into JSON: these come only if nothing else is wrong. */
  #later: Refusal | undefined;

  get refusal(): Refusal | undefined {
    return this.#fatal ?? this.#later;
  }

  value(node: YamlNode, path: readonly (string | number)[]): Json | undefined {
    if (this.#fatal) return undefined;
    this.#decoded += 1;
    if (this.#aliasDepth > 0) this.#fromAliases += 1;
    if (this.#excessive()) return this.#fail('document contains excessive aliasing', node);
    switch (node.kind) {
      case 'alias':
        return this.#alias(node, (target) => this.value(target, path));
      case 'mapping': {
        const fields = Object.create(null) as Fields;
        this.#mapping(node, fields, path);
        return fields;
      }
      case 'sequence':
        return this.#sequence(node, path);
      case 'scalar':
        return this.#scalar(node);
    }
  }

  #fail(message: string, node: YamlNode): undefined {
    this.#fatal ??= { message: `yaml: ${message}`, node };
    return undefined;
  }

  /** Up to 400,000 decoded values may come from aliases to 99 %, beyond that ever less. */
  #excessive(): boolean {
    if (this.#fromAliases <= 100 || this.#decoded <= 1000) return false;
    const low = 400_000;
    const range = 3_600_000;
    const beyond = Math.min(Math.max(this.#decoded - low, 0) / range, 1);
    return this.#fromAliases / this.#decoded > 0.99 - 0.89 * beyond;
  }

  #alias<T>(node: AliasNode, use: (target: YamlNode) => T): T | undefined {
    const target = node.target();
    if (!target || this.#open.has(node)) return this.#fail(`anchor '${node.name}' value contains itself`, node);
    this.#open.add(node);
    this.#aliasDepth += 1;
    const result = use(target);
    this.#aliasDepth -= 1;
    this.#open.delete(node);
    return result;
  }

  #sequence(node: SequenceNode, path: readonly (string | number)[]): Json[] {
    const items: Json[] = [];
    for (const [index, item] of node.items.entries()) {
      const value = this.value(item, [...path, index]);
      if (this.#fatal) break;
      items.push(value ?? null);
    }
    return items;
  }

  /** Sets the fields in the order written: `<<` merges where it stands, so only later keys win over it. */
  #mapping(node: MappingNode, fields: Fields, path: readonly (string | number)[]): void {
    const own = new Set<string>();
    for (const [keyNode, valueNode] of node.items) {
      if (this.#fatal) return;
      if (isMerge(keyNode)) {
        this.#merge(valueNode, fields, path);
        continue;
      }
      const key = this.#key(keyNode, valueNode);
      if (key === undefined) continue;
      const keyPath = [...path, key];
      if (own.has(key) && this.#aliasDepth === 0) {
        this.duplicates.push({ key, path: keyPath, start: keyNode.start, end: keyNode.end });
      }
      own.add(key);
      fields[key] = this.value(valueNode, keyPath) ?? null;
    }
  }

  #merge(node: YamlNode, fields: Fields, path: readonly (string | number)[]): void {
    const sources = node.kind === 'sequence' ? [...node.items].reverse() : [node];
    for (const source of sources) {
      this.#decoded += 1;
      if (source.kind === 'mapping') this.#mapping(source, fields, path);
      else if (source.kind === 'alias' && mappingBehind(source)) {
        this.#alias(source, (target) => {
          if (target.kind !== 'mapping') return;
          this.#fromAliases += 1;
          this.#mapping(target, fields, path);
        });
      } else this.#fail('map merge requires map or sequence of maps as the value', source);
      if (this.#fatal) return;
    }
  }

  /** The key as a string; undefined if it cannot be one. */
  #key(keyNode: YamlNode, valueNode: YamlNode): string | undefined {
    let node: YamlNode | undefined = keyNode;
    for (let hops = 0; node?.kind === 'alias' && hops < 100; hops += 1) node = node.target();
    if (node?.kind !== 'scalar') {
      // The key is decoded first and may itself be at fault; what decodes is also small enough to be quoted.
      this.value(keyNode, []);
      return this.#fatal ? undefined : this.#fail(`invalid map key: ${goSyntax(keyNode)}`, keyNode);
    }
    this.#decoded += 1;
    const resolved = this.#resolve(node);
    if (!resolved) return undefined;
    const key = keyText(resolved);
    if (key !== undefined) return key;
    const type = resolved.type === 'null' ? '%!s(<nil>)' : 'uint64';
    this.value(valueNode, []);
    if (this.#fatal) return undefined;
    this.#later ??= {
      message: `unsupported map key of type: ${type}, key: ${goSyntax(node)}, value: ${goSyntax(valueNode)}`,
      node: keyNode,
    };
    return undefined;
  }

  #resolve(node: ScalarNode): Resolved | undefined {
    if (node.tag === '') return node.plain ? resolvePlain(node.value) : { type: 'string', value: node.value };
    const resolved = resolveTagged(node.tag, node.value);
    return 'problem' in resolved ? this.#fail(resolved.problem, node) : resolved;
  }

  #scalar(node: ScalarNode): Json | undefined {
    const resolved = this.#resolve(node);
    if (!resolved || resolved.type === 'null') return null;
    if (resolved.type === 'float' && !Number.isFinite(resolved.value)) {
      this.#later ??= { message: `json: unsupported value: ${formatFloat(resolved.value)}`, node };
      return null;
    }
    return Object.is(resolved.value, -0) ? 0 : resolved.value;
  }
}

/** A mapping key as the JSON object's key that it becomes; undefined for null and for integers beyond int64. */
export function keyText(key: Resolved): string | undefined {
  switch (key.type) {
    case 'null':
      return undefined;
    case 'bool':
      return String(key.value);
    case 'int':
      return key.unsigned ? undefined : key.text;
    case 'float': {
      const text = formatFloat(key.value, true);
      return (
        new Map([
          ['+Inf', '.inf'],
          ['-Inf', '-.inf'],
          ['NaN', '.nan'],
        ]).get(text) ?? text
      );
    }
    default:
      return key.value;
  }
}

function isMerge(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === '<<' && (node.plain || node.tag === 'tag:yaml.org,2002:merge');
}

/** An alias directly to a mapping; an alias to an alias is not seen through, nor can there be one. */
function mappingBehind(node: AliasNode): boolean {
  const target = node.target();
  return target === undefined || target.kind === 'mapping';
}
