/** The draft of one lab: saved at most 200 ms after a change, and when the page is left. */
import { dropDraft, loadDraft, saveDraft, type Draft, type Stores } from '../storage/drafts.ts';
import { browserStore } from '../storage/guarded-storage.ts';
import type { SceneEdit } from './protocol.ts';

const delay = 200;

export interface Unsaved {
  readonly scene: string;
  readonly edits: readonly SceneEdit[];
}

export class SavedDraft {
  readonly #stores: Stores = {
    local: browserStore('localStorage'),
    session: browserStore('sessionStorage'),
    newTab: () => crypto.randomUUID(),
  };
  readonly #name: string;
  readonly #start: string;
  readonly #onSaved: (kept: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsaved: Unsaved | undefined;
  readonly #flush = (): void => this.flush();

  /** `onSaved` hears after each save whether this browser kept it. */
  constructor(name: string, start: string, onSaved: (kept: boolean) => void) {
    this.#name = name;
    this.#start = start;
    this.#onSaved = onSaved;
    addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  load(): Draft | undefined {
    return loadDraft(this.#stores, this.#name);
  }

  /** A scene equal to the start needs no draft. */
  save(unsaved: Unsaved): void {
    this.#unsaved = unsaved;
    this.#timer ??= setTimeout(this.#flush, delay);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const unsaved = this.#unsaved;
    if (!unsaved) return;
    this.#unsaved = undefined;
    if (unsaved.scene === this.#start && unsaved.edits.length === 0) dropDraft(this.#stores, this.#name);
    else this.#onSaved(saveDraft(this.#stores, this.#name, { ...unsaved, start: this.#start, at: Date.now() }));
  }

  dispose(): void {
    this.flush();
    removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
  }
}
