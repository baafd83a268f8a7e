/** What commands that change the cluster may need besides their flow; steps of a scene need none of it. */
import type { ApiKind } from '../api/kinds.ts';
import { NeedsFull } from '../api/needs-full.ts';
import type { Json, JsonObject } from '../api/objects.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Printed } from './printers.ts';
import type { CheckList } from './read-object.ts';
import type { Target, TargetQuery } from './targets.ts';

export interface CommandParts {
  /** An object in the format of `-o`. */
  readonly print: (output: string, value: Json) => Printed;
  /** The objects of a kind that fit the selectors, sorted by name; or kubectl's words, without `error: `. */
  readonly select: (cluster: Cluster, kind: ApiKind, query: TargetQuery) => readonly Target[] | string;
  /** `--type=json`: the object patched, undefined where the patch does not fit. */
  /** What is wrong with a `kind: List`. */
  readonly checkList: CheckList;
  readonly jsonPatch: (object: JsonObject, operations: readonly Json[]) => Json | undefined;
}

const lacking = (): never => {
  throw new NeedsFull('a flag that no step has, or a List');
};

export const noCommandParts: CommandParts = {
  print: lacking,
  select: lacking,
  checkList: lacking,
  jsonPatch: lacking,
};
