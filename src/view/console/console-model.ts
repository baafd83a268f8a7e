/** What the console can complete, as the state shown has it. */

export interface ConsoleKind {
  /** Plural first, then short names and the singular. */
  readonly words: readonly string[];
  /** Plain for `default` and for kinds without namespace, else `namespace/name`. */
  readonly names: readonly string[];
}

export interface ConsoleView {
  /** Commands of kubectl. */
  readonly commands: readonly string[];
  readonly kinds: readonly ConsoleKind[];
}
