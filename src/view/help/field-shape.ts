/** What may stand at a path of an object: from the recorded tables of fields. */
import { structShape, type FieldShape } from '../../sim/index.ts';
import type { Step } from './outline.ts';

export interface ShapeAt {
  readonly shape: FieldShape;
  /** `ServiceSpec.ports`: the struct and its field; "" for the object itself. Keys of a map and items of a list have their field's. */
  readonly field: string;
  readonly required: boolean;
}

/** The shape that `steps` lead to in an object of `kind`; undefined where nothing is known. */
export function shapeAt(kind: string | undefined, steps: readonly Step[]): ShapeAt | undefined {
  if (kind === undefined || !structShape(kind)) return undefined;
  let found: ShapeAt = { shape: { ref: kind }, field: '', required: false };
  for (const step of steps) {
    const next = childOf(found, step);
    if (!next) return undefined;
    found = next;
  }
  return found;
}

function childOf({ shape, field, required }: ShapeAt, step: Step): ShapeAt | undefined {
  if (typeof step === 'number') return shape.list && { shape: shape.list, field, required };
  if (shape.map) return { shape: shape.map, field, required };
  const struct = shape.ref === undefined ? undefined : structShape(shape.ref);
  const own = struct && Object.hasOwn(struct.fields, step) ? struct.fields[step] : undefined;
  return own && { shape: own, field: `${shape.ref}.${step}`, required: struct?.required.includes(step) === true };
}

/** The fields that a mapping of this shape may have, with what they hold. */
export function fieldsOf({ shape }: ShapeAt): readonly (readonly [name: string, at: ShapeAt])[] {
  const struct = shape.ref === undefined ? undefined : structShape(shape.ref);
  return Object.entries(struct?.fields ?? {}).map(([name, own]) => [
    name,
    { shape: own, field: `${shape.ref}.${name}`, required: struct?.required.includes(name) === true },
  ]);
}

/** `string`, `[]ServicePort`, `map[string]string`, as kubectl explain prints it. */
export function typeWord(shape: FieldShape): string {
  if (shape.list) return `[]${typeWord(shape.list)}`;
  if (shape.map) return `map[string]${typeWord(shape.map)}`;
  if (shape.ref === 'Time') return 'string';
  if (shape.ref) return shape.ref.slice(shape.ref.indexOf('.') + 1);
  return shape.type ?? 'Object';
}

/** True for a value that is written on its key's line. */
export const isScalarShape = ({ list, map, ref }: FieldShape): boolean =>
  !list && !map && (ref === undefined || !structShape(ref));
