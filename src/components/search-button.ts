/** What the search is made of in the page. */
export interface SearchParts {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
  readonly nearest: HTMLElement;
  /** The folder of this language, with the name of a page in it where pages are files: the brand's address. */
  readonly home: URL;
  /** Address of the index. */
  readonly index: string;
}

/**
 * Opens the dialog by the header's button and by `/`. `start` is called when the field takes the focus for the first time,
 * and again after a failure.
 */
export function startSearchButton(start: (parts: SearchParts) => Promise<void>): void {
  const parts = findParts();
  const button = document.querySelector<HTMLButtonElement>('.search-open');
  if (!parts || !button) return;
  const { dialog, field, status, results } = parts;
  const open = (): void => {
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
  };
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.defaultPrevented || dialog.open || isTyping(event.target)) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector('.search-close')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    // The backdrop belongs to the dialog; its content covers the rest.
    if (event.target === dialog) dialog.close();
  });
  const load = (): void => {
    status.textContent = dialog.dataset['loading'] ?? '';
    // Who types faster than the index comes gets the first result as soon as there is one.
    let entered = false;
    const early = (event: KeyboardEvent): void => {
      entered = event.key === 'Enter' && !event.isComposing;
    };
    field.addEventListener('keydown', early);
    start(parts)
      .then(() => {
        if (entered) results.querySelector('a')?.click();
      })
      .catch(() => {
        status.textContent = dialog.dataset['failed'] ?? '';
        field.addEventListener('input', load, { once: true });
      })
      .finally(() => field.removeEventListener('keydown', early));
  };
  field.addEventListener('focus', load, { once: true });
}

function findParts(): SearchParts | undefined {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
  const field = dialog?.querySelector('input');
  const status = dialog?.querySelector<HTMLElement>('.search-status');
  const results = dialog?.querySelector<HTMLElement>('.search-results');
  const nearest = dialog?.querySelector<HTMLElement>('.search-nearest');
  const brand = document.querySelector<HTMLAnchorElement>('.brand');
  if (!dialog || !field || !status || !results || !nearest || !brand) return undefined;
  const home = new URL(brand.href);
  return { dialog, field, status, results, nearest, home, index: new URL('search.js', home).href };
}

/** True where a key is text: a field, the editor, the console. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="textbox"]') !== null
  );
}
