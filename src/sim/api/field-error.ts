/** Field errors as the API server collects them (apimachinery/pkg/util/validation/field/errors.go). */
import type { Json } from './objects.ts';

export type FieldErrorType =
  | 'Required value'
  | 'Invalid value'
  | 'Unsupported value'
  | 'Duplicate value'
  | 'Forbidden'
  | 'Too long'
  | 'Too many'
  | 'Not found'
  | 'Internal error';

export interface FieldError {
  readonly type: FieldErrorType;
  /** As Kubernetes prints it: `spec.ports[0].name`. */
  readonly path: string;
  /** The offending value; absent where the form prints none (Required, Forbidden, Too long). */
  readonly value?: Json;
  /** Kubernetes' words after the value; may be empty. */
  readonly detail: string;
}
