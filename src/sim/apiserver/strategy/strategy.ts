/** What the server does with objects of one kind, step by step. */
import type { FieldError } from '../../api/field-error.ts';
import type { KubeObject } from '../../api/objects.ts';

export interface Strategy<T extends KubeObject = KubeObject> {
  readonly withDefaults: (object: T) => T;
  /** Metadata and status of a new object as the server sets them; everything a user may not say is gone. */
  readonly prepareForCreate: (object: T) => T;
  /** The same on update: what only the server changes comes from the stored object. */
  readonly prepareForUpdate: (object: T, old: T) => T;
  /** An update of the status subresource; absent: the kind has none. */
  readonly prepareForStatus?: (object: T, old: T) => T;
  /** `old` on update. Errors in the server's order. */
  readonly validate: (object: T, old?: T) => readonly FieldError[];
  readonly validateStatus?: (object: T) => readonly FieldError[];
  /** `old` on update. */
  readonly warnings: (object: T, old?: T) => readonly string[];
  /** A replace of an object that is not there creates it. */
  readonly createsOnUpdate?: boolean;
}
