/** The draft of one lab: saved at most 200 ms after a change, and when the page is left; and what other tabs keep of it. */
import {
  draftKey,
  dropDraft,
  isDraftKey,
  leaveDamaged,
  loadDraft,
  newestOther,
  renameTab,
  saveDraft,
  type Draft,
  type Stores,
  type Typed,
} from '../storage/drafts.ts';
import { browserStore } from '../storage/guarded-storage.ts';
import type { SceneEdit } from './protocol.ts';

const delay = 200;

export interface Unsaved {
  readonly scene: string;
  readonly edits: readonly SceneEdit[];
}

/** Saved, or why not: this browser keeps nothing, or has no more room. */
export type Kept = 'saved' | 'notSaved' | 'storageFull';

interface Listener {
  onSaved(kept: Kept): void;
  /** Another tab keeps a newer draft than this one shows; undefined: no longer. */
  onNewer(draft: Draft | undefined): void;
}

export class SavedDraft {
  readonly #stores: Stores = {
    local: browserStore('localStorage'),
    session: browserStore('sessionStorage'),
    newTab: randomName,
  };
  readonly #name: string;
  readonly #start: string;
  readonly #listener: Listener;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsaved: Unsaved | undefined;
  /** What this tab shows, as it was loaded or saved last. */
  #known: Draft | undefined;
  /** What a scene from outside took the place of. */
  #before: Typed | undefined;
  /** What another tab keeps was looked at up to here. Milliseconds since 1970. */
  #seen = 0;
  readonly #flush = (): void => this.flush();
  readonly #onVisible = (): void => {
    this.flush();
    if (!document.hidden) this.lookAround();
  };
  readonly #onStorage = ({ key, newValue }: StorageEvent): void => {
    if (!isDraftKey(key, this.#name)) return;
    // Another page writes where this one does: the tab was copied, name and all.
    if (key === draftKey(this.#stores, this.#name) && newValue !== null) {
      renameTab(this.#stores);
      if (this.#known) saveDraft(this.#stores, this.#name, this.#known);
    }
    if (!document.hidden) this.lookAround();
  };

  constructor(name: string, start: string, listener: Listener) {
    this.#name = name;
    this.#start = start;
    this.#listener = listener;
    addEventListener('pagehide', this.#flush);
    addEventListener('storage', this.#onStorage);
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  /** The draft to go on from, and whether there is one that cannot be read. */
  load(): { readonly draft: Draft | undefined; readonly damaged: boolean } {
    const damaged = leaveDamaged(this.#stores, this.#name);
    const draft = loadDraft(this.#stores, this.#name);
    this.#known = draft;
    this.#before = draft?.before;
    this.#seen = draft?.at ?? 0;
    return { draft, damaged };
  }

  /** Offers what another tab saved since this one did. */
  lookAround(): void {
    const newest = newestOther(this.#stores, this.#name);
    const newer = newest && newest.at > this.#seen && newest.scene !== (this.#unsaved ?? this.#known)?.scene;
    if (newer) this.#listener.onNewer(newest);
  }

  /** The reader has answered the offer: it is not made again. */
  answered(draft: Draft): void {
    this.#seen = Math.max(this.#seen, draft.at);
    this.#listener.onNewer(undefined);
  }

  /** A scene from outside takes the place of this one, which is kept beside it. */
  setAside({ scene, edits }: Unsaved): void {
    if (scene !== this.#start || edits.length > 0) this.#before = { scene, edits };
  }

  /** What is kept already is not kept anew; a scene equal to the start needs no draft. */
  save({ scene, edits }: Unsaved): void {
    const kept = this.#known ?? { scene: this.#start, edits: [] };
    if (!this.#unsaved && scene === kept.scene && edits.length === 0 && kept.edits.length === 0) return;
    this.#unsaved = { scene, edits };
    this.#timer ??= setTimeout(this.#flush, delay);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const unsaved = this.#unsaved;
    if (!unsaved) return;
    this.#unsaved = undefined;
    const other = newestOther(this.#stores, this.#name);
    // A clock that was set back makes no draft older than those before it.
    const at = Math.max(Date.now(), this.#seen + 1, (other?.at ?? 0) + 1);
    this.#seen = at;
    const before = this.#before;
    this.#known = { ...unsaved, start: this.#start, at, before };
    const untouched = unsaved.scene === this.#start && unsaved.edits.length === 0;
    // Beside other tabs' drafts the start is one, too: else a reload would bring theirs.
    if (untouched && !other && !before) dropDraft(this.#stores, this.#name);
    else if (saveDraft(this.#stores, this.#name, this.#known)) this.#listener.onSaved('saved');
    else this.#listener.onSaved(this.#keeps() ? 'storageFull' : 'notSaved');
  }

  dispose(): void {
    this.flush();
    removeEventListener('pagehide', this.#flush);
    removeEventListener('storage', this.#onStorage);
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  /** Whether the store can be read at all. */
  #keeps(): boolean {
    try {
      return this.#stores.local !== undefined && this.#stores.local.length >= 0;
    } catch {
      return false;
    }
  }
}

/** Also where a page without TLS has no `crypto.randomUUID`. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join('-');
}
