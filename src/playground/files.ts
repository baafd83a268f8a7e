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
  /** The tool that makes manifests of files like these. */
  readonly tool?: 'helm' | 'kustomize';
}

/** Where a file stands, from the folder that was dropped. */
export interface FoundFile {
  readonly path: string;
  readonly file: File;
}

/** Bytes of a scene: its manifest, and a header. */
const limit = 256 * 1024 + 4096;
/** What the engine reads of several files as one manifest. */
const manifestLimits = { bytes: 256 * 1024, documents: 500 } as const;

/**
 * Several files as one manifest, in order of their paths, each under its name; a single file as it is. Of several those are taken
 * that `kubectl apply -f FOLDER` takes, but none that would keep kubectl from reading the others, which are files of their own to it;
 * those that make a Namespace come first, as kustomize puts them. Where there is no room for all, those without a Service or anything
 * behind one are left first.
 */
export async function readFiles(files: readonly (File | FoundFile)[]): Promise<FilesRead | FileFault> {
  const all = files.map((each) => ('path' in each ? each : { path: each.name, file: each }));
  const [only] = all;
  if (!only) return 'filesUnreadable';
  if (all.length === 1) {
    if (only.file.size > limit) return 'filesTooLarge';
    const text = await textOf(only.file);
    return text === undefined
      ? 'filesUnreadable'
      : { text, taken: 1, left: [], ...toolFor([{ path: only.path, text }]) };
  }
  const manifests = all.filter(({ path }) => /\.(?:ya?ml|json)$/i.test(path));
  const tooLarge = manifests.some(({ file }) => file.size > manifestLimits.bytes);
  const read: ReadFile[] = [];
  for (const { path, file } of manifests) {
    const text = file.size > manifestLimits.bytes ? undefined : await textOf(file);
    if (text !== undefined) read.push({ path, text: spaced(text) });
  }
  const objects = read.filter(({ path, text }) => hasObject.test(text) && !isTemplate(text) && !isKustomization(path));
  const taken = new Set(withRoom(objects.length > 0 ? objects : read));
  if (taken.size === 0) return tooLarge ? 'filesTooLarge' : 'filesUnreadable';
  const paths = new Set([...taken].map(({ path }) => path));
  const left = all.map(({ path }) => path).filter((path) => !paths.has(path));
  const place = ({ text }: ReadFile): number => (makesNamespace.test(text) ? 0 : 1);
  const inOrder = [...taken].toSorted((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1));
  return { text: inOrder.reduce(joined, ''), taken: taken.size, left, ...toolFor(read) };
}

interface ReadFile {
  readonly path: string;
  readonly text: string;
}

/** Not values, settings of tools, or lists of other files. */
const hasObject = /^(?:\{\s*)?kind\s*:|["']kind["']\s*:/m;
const makesNamespace = /^["']?kind["']?:\s*["']?Namespace\b/m;

/** Helm's words, rendered by nobody yet. */
const isTemplate = (text: string): boolean => /\{\{-?[^}]*(?:\.(?:Values|Release|Chart)\b|\binclude ")/.test(text);

const isKustomization = (path: string): boolean => /(?:^|\/)kustomization\.ya?ml$/i.test(path);

function toolFor(files: readonly ReadFile[]): Pick<FilesRead, 'tool'> {
  if (files.some(({ text }) => isTemplate(text))) return { tool: 'helm' };
  return files.some(({ path }) => isKustomization(path)) ? { tool: 'kustomize' } : {};
}

/** JSON may be indented with tabs, which YAML forbids. */
function spaced(text: string): string {
  if (!/^\s*\{/.test(text) || !text.includes('\t')) return text;
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  } catch {
    return text;
  }
}

/** Kinds that the lab simulates. */
const simulated =
  /\bkind["']?:\s*["']?(?:Service|Endpoints|EndpointSlice|Pod|Deployment|ReplicaSet|StatefulSet|DaemonSet|Job|Namespace|List)\b/;

/** Those that the limits allow, in order of their paths. */
function withRoom(files: readonly ReadFile[]): readonly ReadFile[] {
  const rank = ({ text }: ReadFile): number => (simulated.test(text) ? 0 : 1);
  const ranked = files.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  let { bytes, documents } = manifestLimits as { bytes: number; documents: number };
  return ranked.filter((file) => {
    const part = joined('---', file);
    const size = new TextEncoder().encode(part).length;
    const count = part.split(/^---/m).length;
    if (size > bytes || count > documents) return false;
    bytes -= size;
    documents -= count;
    return true;
  });
}

/** Undefined for what is no text: folders, pictures, archives. */
async function textOf(file: File): Promise<string | undefined> {
  try {
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder(encodingOf(new Uint8Array(bytes)), { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What `>` of Windows PowerShell writes begins with a mark. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

const separated = /(^|\n)---[ \t]*\n?$/;
/** A scene file's header must stay the first thing. */
const hasHeader = /^(?:#[^\n]*\n)*#---\s*\n/;

function joined(all: string, { path, text }: ReadFile): string {
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
