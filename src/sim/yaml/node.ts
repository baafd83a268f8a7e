/** The tree of a document, with places. Offsets are UTF-16 units from the start of the document's text. */
interface Place {
  readonly start: number;
  /** Behind the last character of the node, without what follows it. */
  readonly end: number;
}

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly value: string;
  /** Resolved tag, empty if none was written. */
  readonly tag: string;
  /** Neither quoted nor a block nor tagged: its form decides its type. */
  readonly plain: boolean;
}

export interface MappingNode extends Place {
  readonly kind: 'mapping';
  readonly items: readonly (readonly [YamlNode, YamlNode])[];
}

export interface SequenceNode extends Place {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
}

export interface AliasNode extends Place {
  readonly kind: 'alias';
  readonly name: string;
  /** Where the anchor stands. Inside itself the target is not complete when the alias is read, so it is looked up late. */
  readonly target: () => YamlNode | undefined;
}

export type YamlNode = ScalarNode | MappingNode | SequenceNode | AliasNode;
