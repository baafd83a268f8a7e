/** Copies a text: by the clipboard, else (a page without TLS, an opened file) by selecting it. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copySelected(text);
  }
}

function copySelected(text: string): void {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  // A modal dialog lets nothing outside it be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  // Deprecated, and all there is without TLS.
  const selecting: { execCommand(command: 'copy'): boolean } = document;
  selecting.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
