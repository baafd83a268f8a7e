/** What the API server answers when it refuses (metav1.Status), as data. */
import type { FieldError } from './field-error.ts';

export type StatusReason =
  | 'Invalid'
  | 'BadRequest'
  | 'NotFound'
  | 'AlreadyExists'
  | 'Conflict'
  | 'Forbidden'
  | 'InternalError'
  | 'UnprocessableEntity'
  /** An error that has none. */
  | '';

export interface Status {
  readonly reason: StatusReason;
  readonly code: number;
  /** The API's full message, e.g. `Service "web" is invalid: spec.ports: Required value`. */
  readonly message: string;
  /** For Invalid: every field error in the server's order. */
  readonly causes: readonly FieldError[];
  /** Field paths (of strict decoding or JSON type errors) that can be shown in the manifest. */
  readonly paths: readonly string[];
}
