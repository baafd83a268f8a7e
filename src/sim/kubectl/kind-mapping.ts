/** From a document's apiVersion and kind to the API server's kind, as kubectl looks it up. */
import { goQuote } from '../api/go-text.ts';
import { apiKinds, apiVersionOf, findKind, type ApiKind } from '../api/kinds.ts';

const lowerCase = new Map(apiKinds.map((kind) => [`${apiVersionOf(kind)}/${kind.kind.toLowerCase()}`, kind]));
const lists = new Map(apiKinds.map((kind) => [`${apiVersionOf(kind)}/${kind.kind}List`, kind]));
const versions = new Set(apiKinds.map(apiVersionOf));

/** The kind whose resource kubectl sends the object to: an exact kind, one in lower case, or that of a list; else undefined. */
export function mapKind(apiVersion: string, kind: string): ApiKind | undefined {
  const key = `${apiVersion}/${kind}`;
  return findKind(apiVersion, kind) ?? lowerCase.get(key) ?? lists.get(key);
}

/** True for `List` of any API version that the server has. */
export function isPlainList(apiVersion: string, kind: string): boolean {
  return kind === 'List' && versions.has(apiVersion);
}

/** `no matches for kind "Nope" in version "v1"`. Models apimachinery/pkg/api/meta NoKindMatchError. */
export function noMatches(apiVersion: string, kind: string): string {
  return `no matches for kind ${goQuote(kind)} in version ${goQuote(apiVersion)}`;
}
