/** A request's body into an object: decoded, strictly or not. */
import { apiVersionOf, type ApiKind } from '../api/kinds.ts';
import type { JsonObject, KubeObject } from '../api/objects.ts';
import type { Status } from '../api/status.ts';
import type { AdmitContext } from './admit.ts';
import { decodeObject, type Decoded } from './decode/decode.ts';
import { badRequest } from './statuses.ts';

export type ReadObject =
  | { readonly ok: true; readonly object: KubeObject; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly status: Status };

/** Models apiserver/pkg/endpoints/handlers create and update: decode, then what strict decoding found, v1.36. */
export function readBody(kind: ApiKind, body: JsonObject, { fieldValidation }: AdmitContext): ReadObject {
  const decoded = decodeObject(kind, body);
  const cannot = `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: `;
  if (decoded.problem)
    return { ok: false, status: badRequest(cannot + decoded.problem.message, [decoded.problem.path]) };
  if (fieldValidation === 'strict' && decoded.unknown.length > 0)
    return { ok: false, status: badRequest(cannot + strictError(decoded), decoded.unknown) };
  return { ok: true, object: objectOf(kind, decoded), warnings: unknownWarnings(decoded, fieldValidation) };
}

/** `strict decoding error: unknown field "spec.nope", unknown field "spec.other"`. */
export function strictError({ unknown }: Decoded): string {
  return `strict decoding error: ${unknown.map(unknownField).join(', ')}`;
}

export function unknownWarnings({ unknown }: Decoded, validation: AdmitContext['fieldValidation']): readonly string[] {
  return validation === 'warn' ? unknown.map(unknownField) : [];
}

/** The decoded fields as an object of the kind. */
export function objectOf(kind: ApiKind, { object }: Decoded): KubeObject {
  const metadata = (object['metadata'] as JsonObject | undefined) ?? {};
  const { name = '' } = metadata as { readonly name?: string };
  return { ...object, apiVersion: apiVersionOf(kind), kind: kind.kind, metadata: { ...metadata, name } };
}

function unknownField(path: string): string {
  return `unknown field "${path}"`;
}
