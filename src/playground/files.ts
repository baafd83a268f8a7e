/** Texts as files: downloads, and files or folders that a reader drops, pastes or opens. */

/** Offers a text as a download. Where downloads are refused (a sandboxed frame) nothing happens. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Why no file was taken: more than a scene may hold, or no text. */
export type FileFault = 'filesTooLarge' | 'filesUnreadable';

export interface FilesRead {
  readonly text: string;
  /** How many files it holds. */
  readonly taken: number;
  /** Names of those that are no manifest, and of those for which there was no room. */
  readonly left: readonly string[];
}

/** Where a file stands, from the folder that was dropped. */
export interface FoundFile {
  readonly path: string;
  readonly file: File;
}

/** Bytes of all files together. */
const limit = 256 * 1024 + 4096;

/**
 * Several files as one manifest, in order of their paths, each under its name; a single file as it is. Of several those are taken
 * that `kubectl apply -f FOLDER` takes, as long as there is room.
 */
export async function readFiles(files: readonly (File | FoundFile)[]): Promise<FilesRead | FileFault> {
  const all = files.map((each) => ('path' in each ? each : { path: each.name, file: each }));
  const wanted = all.length === 1 ? all : all.filter(({ path }) => /\.(?:ya?ml|json)$/i.test(path));
  const inOrder = wanted.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const left = all.filter((each) => !wanted.includes(each)).map(({ path }) => path);
  const taken: { readonly path: string; readonly text: string }[] = [];
  let room = limit;
  let tooLarge = false;
  for (const { path, file } of inOrder) {
    const fits = file.size <= room;
    const text = fits ? await textOf(file) : undefined;
    if (text === undefined) left.push(path);
    else taken.push({ path, text });
    if (text !== undefined) room -= file.size;
    tooLarge ||= !fits;
  }
  const [first] = taken;
  if (!first) return tooLarge ? 'filesTooLarge' : 'filesUnreadable';
  return { text: files.length === 1 ? first.text : taken.reduce(joined, ''), taken: taken.length, left };
}

/** Undefined for what is no text: folders, pictures, archives. */
async function textOf(file: File): Promise<string | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

const separated = /(^|\n)---[ \t]*\n?$/;
/** A scene file's header must stay the first thing. */
const hasHeader = /^(?:#[^\n]*\n)*#---\s*\n/;

function joined(all: string, { path, text }: { readonly path: string; readonly text: string }): string {
  if (all === '') return hasHeader.test(text) ? text : `# Source: ${path}\n${text}`;
  const ended = all.endsWith('\n') ? all : `${all}\n`;
  return `${ended}${separated.test(ended) ? '' : '---\n'}# Source: ${path}\n${text.replace(/^---[ \t]*\r?\n/, '')}`;
}

/** Every file that was dropped, those in folders too. `entries` must be asked for while the drop is handled. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const entry of entries) await walk(entry, found);
  return found;
}

/** More files than documents are never looked at. */
const mostFiles = 500;

async function walk(entry: FileSystemEntry, found: FoundFile[]): Promise<void> {
  if (found.length >= mostFiles || /^\.|^node_modules$/.test(entry.name)) return;
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));
    if (file) found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a part at a time, and nothing when it is done.
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (part.length === 0) return;
    for (const inner of part) await walk(inner, found);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
