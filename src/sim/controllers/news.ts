/** Changes in the batches they came in, and what each controller has not seen of them yet. */
import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import { byTable, type Change } from '../cluster/cluster.ts';

/** Who looks at which changes. */
export interface Watcher {
  readonly name: string;
  /** Tables whose changes concern it. */
  readonly watches: ReadonlySet<string>;
  /** Its own writes to this table are no news to it. */
  readonly own?: string;
}

interface Batch {
  readonly changes: readonly Change[];
  readonly by: string;
}

/** Parts of batches by who looks at them: the same batch gives the same part again, in this run or the next. */
const parts = new WeakMap<readonly Change[], Map<string, readonly Change[]>>();

const together = new IdentityCache<readonly Change[]>();
const nothing: readonly Change[] = [];

export class News {
  readonly #batches: Batch[] = [];
  readonly #seen = new Map<string, number>();

  /** Everything since `first`, in order; `first` is a number of batches. The same batches give the same list. */
  since(first: number): readonly Change[] {
    return join(this.#batches.slice(first).map(({ changes }) => changes));
  }

  add(changes: readonly Change[], by: string): void {
    if (changes.length > 0) this.#batches.push({ changes, by });
  }

  /** What came since it asked last and concerns it; the same batches give the same list. */
  take(watcher: Watcher): readonly Change[] {
    const from = this.#seen.get(watcher.name) ?? 0;
    this.#seen.set(watcher.name, this.#batches.length);
    const found: (readonly Change[])[] = [];
    for (let i = from; i < this.#batches.length; i += 1) {
      const part = partFor(watcher, this.#batches[i] as Batch);
      if (part.length > 0) found.push(part);
    }
    return join(found);
  }
}

/** One list of several; the same lists give the same one. */
export function join(lists: readonly (readonly Change[])[]): readonly Change[] {
  const [first = nothing, ...others] = lists;
  return others.length === 0 ? first : together.once(first, others, () => lists.flat());
}

function partFor({ name, watches, own }: Watcher, { changes, by }: Batch): readonly Change[] {
  const tables = byTable(changes);
  const concerns = (resource: string): boolean => watches.has(resource) && !(by === name && resource === own);
  if (tables.size === 1) return concerns(changes[0]?.resource ?? '') ? changes : nothing;
  let ofBatch = parts.get(changes);
  if (!ofBatch) parts.set(changes, (ofBatch = new Map()));
  const key = by === name ? `own ${name}` : name;
  let part = ofBatch.get(key);
  if (!part) {
    const all = [...tables.keys()].every(concerns);
    ofBatch.set(key, (part = all ? changes : changes.filter(({ resource }) => concerns(resource))));
  }
  return part;
}
