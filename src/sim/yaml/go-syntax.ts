/** Values as Go's fmt prints them with %#v and %+#v; go-yaml and sigs.k8s.io/yaml quote values so in a few errors. */
import { quoteGo } from './go-quote.ts';
import type { YamlNode } from './node.ts';
import { formatFloat } from './go-float.ts';
import { resolvePlain, resolveTagged, type Resolved } from './resolve-scalar.ts';

/** A scalar node's typed value; what cannot be resolved counts as a string. */
export function scalarOf(node: { readonly value: string; readonly tag: string; readonly plain: boolean }): Resolved {
  if (node.tag === '') return node.plain ? resolvePlain(node.value) : { type: 'string', value: node.value };
  const resolved = resolveTagged(node.tag, node.value);
  return 'problem' in resolved ? { type: 'string', value: node.value } : resolved;
}

/** Go's %#v of a decoded node: `map[interface {}]interface {}{"a":1}`. Aliases are followed a few levels. */
export function goSyntax(node: YamlNode, depth = 0): string {
  if (depth > 32) return '...';
  if (node.kind === 'alias') {
    const target = node.target();
    return target ? goSyntax(target, depth + 1) : 'interface {}(nil)';
  }
  if (node.kind === 'scalar') return goScalar(scalarOf(node), depth > 0);
  if (node.kind === 'sequence') {
    return `[]interface {}{${node.items.map((item) => goSyntax(item, depth + 1)).join(', ')}}`;
  }
  const entries = node.items.map(([key, value]) => [goSyntax(key, depth + 1), goSyntax(value, depth + 1)] as const);
  const last = new Map(entries);
  const sorted = [...last].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `map[interface {}]interface {}{${sorted.map(([key, value]) => `${key}:${value}`).join(', ')}}`;
}

function goScalar(scalar: Resolved, nested: boolean): string {
  switch (scalar.type) {
    case 'null':
      return nested ? 'interface {}(nil)' : '<nil>';
    case 'bool':
      return String(scalar.value);
    case 'int':
      return scalar.unsigned ? `0x${BigInt(scalar.text).toString(16)}` : scalar.text;
    case 'float':
      return formatFloat(scalar.value);
    default:
      return quoteGo(scalar.value);
  }
}
