/**
 * What the reader typed, kept in this browser per lesson and tab: a tab writes only its own draft, so two tabs never
 * overwrite one another. A tab without one starts from the newest there is.
 */
import { keys, read, remove, write, type Store } from './guarded-storage.ts';

/** What a reader typed. */
export interface Typed {
  /** The whole scene file. */
  readonly scene: string;
  /** What was typed and not yet computed, as the playground's edits. */
  readonly edits: readonly unknown[];
}

export interface Draft extends Typed {
  /** The scene as the page had it when the draft was begun. */
  readonly start: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What stood here before a link, files or another tab's draft took its place: undo brings it back after a reload, too. */
  readonly before?: Typed | undefined;
}

const prefix = 'endpoint-lab:draft:';
const tabKey = 'endpoint-lab:tab';
/** Drafts of one lesson that are kept; the oldest go first. */
const kept = 8;

export interface Stores {
  readonly local: Store | undefined;
  readonly session: Store | undefined;
  /** A new name for a tab; unique. */
  readonly newTab: () => string;
}

/** Names of this page's life: a session that keeps nothing forgets them, and a copied tab brings another's along. */
const names = new WeakMap<Stores, string>();

/** The name of this tab, which a reload keeps. */
export function tabName(stores: Stores): string {
  const known = names.get(stores) ?? read(stores.session, tabKey);
  if (known === undefined) return renameTab(stores);
  names.set(stores, known);
  return known;
}

/** A new name: a tab that was copied writes beside the one it was copied from. */
export function renameTab(stores: Stores): string {
  const name = stores.newTab();
  names.set(stores, name);
  write(stores.session, tabKey, name);
  return name;
}

/** Where this tab keeps its draft of a lesson. */
export const draftKey = (stores: Stores, lesson: string): string => `${prefix}${lesson}:${tabName(stores)}`;

/** True for a key under which any tab keeps a draft of the lesson. */
export const isDraftKey = (key: string | null, lesson: string): boolean =>
  key?.startsWith(`${prefix}${lesson}:`) === true;

/** This tab's draft of a lesson, else the newest of any tab; undefined if there is none that can be read. */
export function loadDraft(stores: Stores, lesson: string): Draft | undefined {
  return readDraft(stores.local, draftKey(stores, lesson)) ?? allDrafts(stores, lesson).at(-1)?.draft;
}

/** The newest draft of a lesson that another tab keeps. */
export function newestOther(stores: Stores, lesson: string): Draft | undefined {
  const own = draftKey(stores, lesson);
  return allDrafts(stores, lesson).findLast(({ key }) => key !== own)?.draft;
}

/**
 * True where there is something in the place of a draft that cannot be read: this tab's, or all there are. It is left alone, as
 * a later version may read it: this tab then writes under a new name.
 */
export function leaveDamaged(stores: Stores, lesson: string): boolean {
  const own = draftKey(stores, lesson);
  if (read(stores.local, own) !== undefined && !readDraft(stores.local, own)) {
    renameTab(stores);
    return true;
  }
  return keys(stores.local, `${prefix}${lesson}:`).length > 0 && allDrafts(stores, lesson).length === 0;
}

/** Saves this tab's draft; of more than `kept` the oldest go. False if this browser keeps nothing. */
export function saveDraft(stores: Stores, lesson: string, draft: Draft): boolean {
  const key = draftKey(stores, lesson);
  const value = JSON.stringify({ version: 1, ...draft });
  const others = allDrafts(stores, lesson).filter((one) => one.key !== key);
  for (const { key: old } of others.slice(0, Math.max(0, others.length - kept + 1))) remove(stores.local, old);
  return write(stores.local, key, value);
}

/** Forgets this tab's draft. */
export function dropDraft(stores: Stores, lesson: string): void {
  remove(stores.local, draftKey(stores, lesson));
}

function allDrafts({ local }: Stores, lesson: string): readonly { readonly key: string; readonly draft: Draft }[] {
  return keys(local, `${prefix}${lesson}:`)
    .flatMap((key) => {
      const draft = readDraft(local, key);
      return draft ? [{ key, draft }] : [];
    })
    .toSorted((a, b) => a.draft.at - b.draft.at);
}

/** A draft that is damaged, or of a version to come, is left alone and not read. */
function readDraft(local: Store | undefined, key: string): Draft | undefined {
  try {
    const { version, start, at, before, ...value } = fieldsOf(JSON.parse(read(local, key) ?? 'null'));
    const typed = typedIn(value);
    if (version !== 1 || !typed || typeof start !== 'string' || typeof at !== 'number') return undefined;
    return { ...typed, start, at, before: typedIn(fieldsOf(before)) };
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => Object(value) as Fields;

/** An edit that is none would stop the engine at every load. */
function typedIn({ scene, edits }: Fields): Typed | undefined {
  if (typeof scene !== 'string') return undefined;
  return { scene, edits: Array.isArray(edits) ? edits.filter((edit) => Object(edit) === edit) : [] };
}
