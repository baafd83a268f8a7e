/** A patch of a stored object into the object it asks for. */
import type { ApiKind } from '../../api/kinds.ts';
import { isModelled } from '../../api/kinds.ts';
import { goValue } from '../../api/go-text.ts';
import type { JsonObject, KubeObject } from '../../api/objects.ts';
import type { AdmitContext } from '../admit.ts';
import { decodeObject } from '../decode/decode.ts';
import { invalid } from '../field-errors.ts';
import { objectOf, strictError, unknownWarnings, type ReadObject } from '../read-object.ts';
import { invalidPatch } from '../statuses.ts';
import { mergePatch } from './merge-patch.ts';
import { strategicMergePatch } from './strategic-merge-patch.ts';

/** A result that cannot be read is Invalid at `patch`. Models apiserver/pkg/endpoints/handlers/patch.go, v1.36. */
export function readPatched(
  kind: ApiKind,
  current: KubeObject,
  patch: JsonObject,
  type: 'strategic' | 'merge',
  { fieldValidation }: AdmitContext,
): ReadObject {
  const live = current as unknown as JsonObject;
  const strategic = type === 'strategic';
  const patched = strategic
    ? strategicMergePatch(live, patch, isModelled(kind) ? kind.kind : undefined)
    : mergePatch(live, patch);
  const decoded = decodeObject(kind, patched);
  const shown = strategic ? goValue(patch) : sortedJson(patched);
  const refuse = (why: string, paths: readonly string[]): ReadObject => ({
    ok: false,
    status: invalidPatch(invalid('patch', shown, why), paths),
  });
  const { problem, unknown } = decoded;
  if (problem) return refuse(strategic ? problem.patchMessage : problem.message, [problem.path]);
  if (fieldValidation === 'strict' && unknown.length > 0) {
    // The converter of patches sorts what it does not know; the decoder of JSON tells it as it comes.
    const sorted = strategic ? [...unknown].sort(byText) : unknown;
    return refuse(strictError({ ...decoded, unknown: sorted }), unknown);
  }
  return { ok: true, object: objectOf(kind, decoded), warnings: unknownWarnings(decoded, fieldValidation) };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
