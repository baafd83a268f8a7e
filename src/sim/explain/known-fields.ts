/** Which fields an object may have at a place: the candidates for "did you mean". */
import { structShape, type FieldShape } from '../apiserver/decode/field-table.ts';

/** Names of the fields beside (and including) the one that `steps` lead to in an object of `kind`; empty where none are known. */
export function fieldsAt(kind: string, steps: readonly (string | number)[]): readonly string[] {
  let struct = structShape(kind);
  let shape: FieldShape | undefined;
  for (const step of steps.slice(0, -1)) {
    shape = typeof step === 'number' ? shape?.list : nextField(struct, shape, step);
    struct = shape?.ref === undefined ? undefined : structShape(shape.ref);
  }
  return struct ? Object.keys(struct.fields) : [];
}

function nextField(
  struct: ReturnType<typeof structShape>,
  shape: FieldShape | undefined,
  step: string,
): FieldShape | undefined {
  if (struct) return Object.hasOwn(struct.fields, step) ? struct.fields[step] : undefined;
  return shape?.map;
}
