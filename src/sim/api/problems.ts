/** Problems of a text, at their place: what kubectl or the API server says, or what we say of the scene file. */
import type { FieldError } from './field-error.ts';

export interface Range {
  /** Offsets in UTF-16 units from the first character of the text the editor shows for that state. `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export type ProblemCode =
  | 'Limit'
  | 'YamlSyntax'
  | 'BadSeparator'
  | 'DuplicateKey'
  | 'InvalidObject'
  | 'KindNotSet'
  | 'UnknownKind'
  | 'UnknownField'
  | 'WrongType'
  | 'Invalid'
  | 'Refused'
  | 'Warning'
  | 'NotSimulated'
  | 'NoObjects'
  | 'OwnerAbsent'
  | 'Header'
  | 'Step';

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'info';
  /** The tool's own words, as kubectl or the API server prints them; empty where it says nothing. */
  readonly message: string;
  /** Index of the document in the state's text, if it belongs to one. */
  readonly document?: number;
  /** Field path in that document, as Kubernetes prints it. */
  readonly path?: string;
  readonly range: Range;
  readonly fieldError?: FieldError;
  readonly facts?: Readonly<Record<string, string | number>>;
}
