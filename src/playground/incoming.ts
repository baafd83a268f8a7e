/** Scenes that come from outside, dropped, pasted, opened or by a link: what of them can be taken, and what is said of it. */
import { decodeShare } from '../storage/share.ts';
import type { Language, Selection } from '../view/view-models.ts';
import { filesIn, readFiles } from './files.ts';
import { loadStrings } from './page-strings.ts';
import type { SceneEdit } from './protocol.ts';
import { sharedView } from './shared-view.ts';

export interface Incoming {
  /** What became of it, in the page's language. */
  readonly news: string;
  /** What the lab is to show; absent where nothing can be taken. */
  readonly scene?: {
    readonly text: string;
    readonly selection: Selection;
    readonly edits: readonly SceneEdit[];
    readonly panel?: string | undefined;
  };
  /** Why nothing can be taken. */
  readonly fault?: string;
}

/** Files and folders as one scene. */
export async function openFiles(
  given: readonly (File | FileSystemEntry)[],
  language: Language = 'en',
): Promise<Incoming> {
  const { share } = await loadStrings(language);
  const files = given.filter((each) => each instanceof File);
  const entries = given.filter((each): each is FileSystemEntry => !(each instanceof File));
  const read = await readFiles(entries.length > 0 ? await filesIn(entries) : files);
  if (typeof read === 'string') return { news: share[read], fault: share[read] };
  const scene = { text: read.text, selection: {}, edits: [], panel: 'services' };
  const news = share.filesOpened(read.taken, read.left);
  return { news: read.tool ? `${news}${share[read.tool]}` : news, scene };
}

/** The scene of a link's hash; undefined for a hash that is none. */
export async function openLink(hash: string, language: Language = 'en'): Promise<Incoming | undefined> {
  const decoded = await decodeShare(hash);
  if (!decoded) return undefined;
  const { share } = await loadStrings(language);
  if (!decoded.ok) return { news: share[decoded.fault], fault: share[decoded.fault] };
  const scene = { text: decoded.shared.scene, ...sharedView(decoded.shared.selection) };
  return { news: share.opened, scene };
}
