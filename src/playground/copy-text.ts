/** Milliseconds for which the page says that it copied. */
const told = 2500;

/** Copies a text: by the clipboard, else (a page without TLS, an opened file) by selecting it. Then says so, in `words`. */
export async function copyText(text: string, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copySelected(text);
  }
  tell(words);
}

function tell(words: string): void {
  const note = document.createElement('p');
  note.className = 'copied';
  note.setAttribute('role', 'status');
  above().append(note);
  // A region is heard when its text changes, not when it comes.
  setTimeout(() => (note.textContent = words), 50);
  setTimeout(() => note.remove(), told);
}

/** A modal dialog hides what is outside of it, and lets nothing there be selected. */
const above = (): Element => document.querySelector('dialog[open]') ?? document.body;

function copySelected(text: string): void {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  above().append(field);
  field.select();
  // Deprecated, and all there is without TLS.
  const selecting: { execCommand(command: 'copy'): boolean } = document;
  selecting.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
