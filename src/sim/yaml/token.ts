/** What the scanner hands to the parser. Offsets are UTF-16 units from the start of the document's text. */
export type TokenType =
  | 'stream end'
  | 'version directive'
  | 'tag directive'
  | 'document start'
  | 'document end'
  | 'block sequence start'
  | 'block mapping start'
  | 'block end'
  | 'flow sequence start'
  | 'flow sequence end'
  | 'flow mapping start'
  | 'flow mapping end'
  | 'block entry'
  | 'flow entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'
  | 'error';

export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  /** Line of `start`, from 0. */
  readonly line: number;
  /** Scalar: its content. Alias, anchor: the name. Tag: the suffix. Tag directive: the prefix. Error: the problem. */
  readonly value: string;
  /** Tag: the handle (`!`, `!!`, `!e!`, or empty when verbatim). Tag directive: the handle. */
  readonly handle?: string;
  /** Scalar: written without quotes and not as a block. */
  readonly plain?: boolean;
}

/** A syntax error in go-yaml's words, without "yaml: " and without the line. */
export interface Failure {
  readonly problem: string;
  /** Line to print, from 1; 0 means that none is printed. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}
