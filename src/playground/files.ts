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

/** Several files as one manifest, in order of their names; a single file as it is. */
export async function readFiles(files: readonly File[]): Promise<string> {
  const texts = await Promise.all(files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((file) => file.text()));
  if (texts.length === 1) return texts[0] ?? '';
  return texts.reduce((all, text) => {
    if (all === '') return text;
    const ended = all.endsWith('\n') ? all : `${all}\n`;
    return separated.test(ended) || text.startsWith('---') ? ended + text : `${ended}---\n${text}`;
  }, '');
}
