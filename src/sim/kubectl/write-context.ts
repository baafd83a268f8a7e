/** What a command that changes the cluster needs, and what it leaves. */
import type { ApiKind } from '../api/kinds.ts';
import type { Memo } from '../api/memo.ts';
import type { AdmitContext } from '../apiserver/admit.ts';
import type { Change, Cluster } from '../cluster/cluster.ts';
import { deprecationOf } from './deprecation.ts';
import { printErrors, plainError, type KubectlError } from './errors.ts';

export interface WriteContext {
  readonly admit: Omit<AdmitContext, 'fieldValidation'>;
  /** Lets the controllers run after a write until nothing changes. */
  readonly settle: (cluster: Cluster, changes: readonly Change[]) => Cluster;
  /** Files that `-f` can read, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** Takes over what did not change since the last run; keys begin with `scope`. */
  readonly memo: Memo;
  readonly scope: string;
}

/** What a command printed, and the cluster after it. */
export interface WriteResult {
  readonly cluster: Cluster;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Collects what one run of a command prints and does. */
export class CommandRun {
  cluster: Cluster;
  readonly context: WriteContext;
  readonly errors: KubectlError[] = [];
  #stdout = '';
  #warnings = '';
  readonly #warned = new Set<string>();

  constructor(cluster: Cluster, context: WriteContext) {
    this.cluster = cluster;
    this.context = context;
  }

  print(line: string): void {
    this.#stdout += `${line}\n`;
  }

  /** Warnings of the server: each text once in a run of kubectl. */
  warn(texts: readonly string[]): void {
    for (const text of texts) {
      if (this.#warned.has(text)) continue;
      this.#warned.add(text);
      this.#warnings += `Warning: ${text}\n`;
    }
  }

  /** The server's warning that comes with every request for a kind. */
  warnOf(kind: ApiKind): void {
    this.warn(deprecationOf(kind));
  }

  /** Takes over a write and lets the controllers come to rest. */
  commit(cluster: Cluster, changes: readonly Change[]): void {
    this.cluster = changes.length === 0 ? cluster : this.context.settle(cluster, changes);
  }

  /** What was printed: warnings before the errors. Code 1 if there was an error. */
  finish(): WriteResult {
    const stderr = this.#warnings + printErrors(this.errors);
    return { cluster: this.cluster, stdout: this.#stdout, stderr, code: this.errors.length > 0 ? 1 : 0 };
  }
}

/** A command that ends before it asks the server. `message` comes without `error: `. */
export function usageFailure(cluster: Cluster, message: string): WriteResult {
  return { cluster, stdout: '', stderr: printErrors([plainError(message)]), code: 1 };
}
