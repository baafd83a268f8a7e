/** What a command that changes the cluster needs, and what it leaves. */
import type { ApiKind } from '../api/kinds.ts';
import type { JsonObject, KubeObject } from '../api/objects.ts';
import type { Memo } from '../api/memo.ts';
import type { AdmitContext } from '../apiserver/admit.ts';
import type { Change, Cluster } from '../cluster/cluster.ts';
import type { CommandLine } from './command-line.ts';
import type { CommandParts } from './command-parts.ts';
import { deprecationOf } from './deprecation.ts';
import { printErrors, plainError, type KubectlError } from './errors.ts';
import { listOf, lowerKindWithGroup, viewObject } from './view-object.ts';

export interface WriteContext {
  readonly admit: Omit<AdmitContext, 'fieldValidation'>;
  /** Lets the controllers run after a write until nothing changes. */
  readonly settle: (cluster: Cluster, changes: readonly Change[]) => Cluster;
  /** Files that `-f` can read, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly parts: CommandParts;
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

/** Flags of every command that changes the cluster. */
type OutputFlags = Pick<CommandLine, 'text'>;

/** What kubectl logs for `--dry-run` without a value. */
const bareDryRun =
  'W0101 00:00:00.000000       1 helpers.go:719] --dry-run is deprecated and can be replaced with --dry-run=client.\n';

const dryRunWords: Readonly<Record<string, string>> = { client: ' (dry run)', server: ' (server dry run)' };

/** Collects what one run of a command prints and does. */
export class CommandRun {
  cluster: Cluster;
  readonly context: WriteContext;
  /** `client`: nothing is sent; `server`: nothing is kept. */
  readonly dryRun: string;
  /** `-o`; "" for a line per object. */
  readonly output: string;
  readonly errors: KubectlError[] = [];
  readonly #before: Cluster;
  readonly #shown: JsonObject[] = [];
  #stdout = '';
  #warnings = '';
  readonly #warned = new Set<string>();
  readonly #gathered: Change[] = [];

  constructor(cluster: Cluster, context: WriteContext, flags: OutputFlags) {
    this.cluster = cluster;
    this.#before = cluster;
    this.context = context;
    const dryRun = flags.text('dry-run') ?? 'none';
    if (dryRun === 'unchanged') this.#warnings = bareDryRun;
    this.dryRun = dryRun === 'unchanged' ? 'client' : dryRun;
    this.output = flags.text('output') ?? '';
  }

  /** What lines say of a dry run; "" if it is none. */
  get dryRunNote(): string {
    return dryRunWords[this.dryRun] ?? '';
  }

  /** Tells what was done to an object: a line, or the object in the format that was asked for. */
  done(kind: ApiKind, object: KubeObject, verb: string): void {
    if (!this.#tellInLine(kind, object.metadata.name, verb)) this.#shown.push(viewObject(object));
  }

  /** The same for an object that was never sent. */
  doneLocally(kind: ApiKind, object: JsonObject, name: string, verb: string): void {
    if (!this.#tellInLine(kind, name, verb)) this.#shown.push(object);
  }

  #tellInLine(kind: ApiKind, name: string, verb: string): boolean {
    if (this.output !== '' && this.output !== 'name') return false;
    const shown = `${lowerKindWithGroup(kind)}/${name}`;
    this.print(this.output === '' ? `${shown} ${verb}${this.dryRunNote}` : shown);
    return true;
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

  /** kubectl's own remarks, each time. */
  remark(texts: readonly string[] = []): void {
    for (const text of texts) this.#warnings += `warning: ${text}\n`;
  }

  /** The server's warning that comes with every request for a kind. */
  warnOf(kind: ApiKind): void {
    this.warn(deprecationOf(kind));
  }

  /** Takes over a write and lets the controllers come to rest; controllers see nothing of a dry run. */
  commit(cluster: Cluster, changes: readonly Change[]): void {
    const settled = changes.length === 0 || this.dryRun !== 'none';
    this.cluster = settled ? cluster : this.context.settle(cluster, changes);
  }

  /** Takes over one of many writes; the controllers come to rest when the command ends. */
  gather(cluster: Cluster, changes: readonly Change[]): void {
    this.cluster = cluster;
    for (const change of changes) this.#gathered.push(change);
  }

  /**
   * What was printed: warnings before the errors. Code 1 if there was an error. Several objects are printed one after the
   * other, or as a `List`.
   */
  finish(several: 'each' | 'list' = 'each'): WriteResult {
    this.commit(this.cluster, this.#gathered);
    const texts: string[] = [];
    const lone = several === 'list' && this.#shown.length > 1 ? [listOf(this.#shown)] : this.#shown;
    for (const value of lone) {
      const printed = this.context.parts.print(this.output, value);
      if (!printed.ok) return { ...usageFailure(this.#before, printed.error), stdout: printed.text ?? '' };
      texts.push(printed.text);
    }
    const stdout = this.#stdout + texts.join(this.output === 'yaml' ? '---\n' : '');
    const stderr = this.#warnings + printErrors(this.errors);
    const cluster = this.dryRun === 'none' ? this.cluster : this.#before;
    return { cluster, stdout, stderr, code: this.errors.length > 0 ? 1 : 0 };
  }
}

/** A command that ends before it asks the server. `message` comes without `error: `. */
export function usageFailure(cluster: Cluster, message: string): WriteResult {
  return { cluster, stdout: '', stderr: printErrors([plainError(message)]), code: 1 };
}
