/** Texts as files: downloads, and files that a reader drops or opens. */

/** Offers a text as a download. Where downloads are refused (a sandboxed frame) nothing happens. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const separated = /(^|\n)---[ \t]*\n?$/;

/** Why files were not taken: more than a scene may hold, or no text. */
export type FileFault = 'filesTooLarge' | 'filesUnreadable';

/** Bytes of all files together. */
const limit = 256 * 1024 + 4096;

/** Several files as one manifest, in order of their names; a single file as it is. */
export async function readFiles(files: readonly File[]): Promise<{ readonly text: string } | FileFault> {
  if (files.reduce((sum, { size }) => sum + size, 0) > limit) return 'filesTooLarge';
  try {
    const inOrder = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const texts = await Promise.all(inOrder.map(textOf));
    return { text: texts.length === 1 ? (texts[0] ?? '') : texts.reduce(joined, '') };
  } catch {
    return 'filesUnreadable';
  }
}

/** Rejects what is no text: folders, pictures, archives. */
async function textOf(file: File): Promise<string> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  if (text.includes('\0')) throw new TypeError('no text');
  return text;
}

function joined(all: string, text: string): string {
  if (all === '') return text;
  const ended = all.endsWith('\n') ? all : `${all}\n`;
  return separated.test(ended) || text.startsWith('---') ? ended + text : `${ended}---\n${text}`;
}
