/** The search dialog at work. Loaded with the index. */
import { htmlLang, locales } from '../i18n/locale.ts';
import { strings, type Strings } from '../i18n/strings.ts';
import type { Answer, Search } from '../search/query.ts';
import type { Entry, NearTerm } from '../search/search-data.ts';
import type { SearchParts } from './search-button.ts';

/** Results shown at once; who wants more types another word. */
const most = 30;

/** Milliseconds without a letter after which the number of results is said. */
const pause = 400;
let saying: ReturnType<typeof setTimeout> | undefined;

/** Answers as the reader types; arrow keys move through the results. */
export function startSearchDialog(parts: SearchParts, search: Search): void {
  const { dialog, field, results } = parts;
  const locale = locales.find((one) => htmlLang[one] === document.documentElement.lang) ?? 'en';
  const { search: words } = strings(locale);
  const answer = (): void =>
    show(
      parts,
      words,
      field.value,
      search(field.value),
      (again) => {
        field.value = again;
        field.focus();
        answer();
      },
      locale === 'en',
    );
  field.addEventListener('input', answer);
  dialog.addEventListener('keydown', (event) => {
    // In a field for searching Escape would first take the words away.
    if (event.key === 'Escape' && !event.isComposing) dialog.close();
    else move(event, field, [...results.querySelectorAll('a')]);
  });
  results.addEventListener('click', (event) => {
    // A result on this very page leaves the dialog in front of it.
    if (event.target instanceof Element && event.target.closest('a') && !event.ctrlKey && !event.metaKey)
      dialog.close();
  });
  answer();
}

function show(
  { status, results, nearest, home }: SearchParts,
  words: Strings['search'],
  asked: string,
  { results: found, nearest: near }: Answer,
  ask: (words: string) => void,
  english: boolean,
): void {
  const nothing = asked.trim() !== '' && found.length === 0;
  clearTimeout(saying);
  const said = asked.trim() === '' ? '' : nothing ? words.nothing(asked.trim()) : words.found(found.length);
  saying = setTimeout(() => (status.textContent = said), said === '' ? 0 : pause);
  results.replaceChildren(...found.slice(0, most).map((entry) => resultItem(entry, words, home)));
  nearest.hidden = near.length === 0;
  nearest.querySelector('ul')?.replaceChildren(...near.map((term) => termItem(term, ask, english)));
}

function resultItem({ path, kind, title, note }: Entry, words: Strings['search'], home: URL): HTMLElement {
  const link = document.createElement('a');
  link.href = addressOf(path, home);
  const parts: readonly [tag: string, text: string][] = [
    ['span', words.kinds[kind]],
    ['b', title],
    ['small', note],
  ];
  for (const [tag, text] of parts) {
    if (text === '') continue;
    const part = document.createElement(tag);
    part.textContent = text;
    link.append(part);
  }
  return item(link);
}

function termItem({ en, zh }: NearTerm, ask: (words: string) => void, english: boolean): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button small';
  button.textContent = en === zh ? en : `${en} · ${zh}`;
  button.addEventListener('click', () => ask(english ? en : zh.replace(/（.*）/, '')));
  return item(button);
}

function item(content: HTMLElement): HTMLElement {
  const element = document.createElement('li');
  element.append(content);
  return element;
}

/** Address of a page; where pages are files, of the file. */
function addressOf(path: string, home: URL): string {
  const url = new URL(path, home);
  if (home.pathname.endsWith('.html')) url.pathname += 'index.html';
  return url.href;
}

function move(event: KeyboardEvent, field: HTMLInputElement, links: readonly HTMLAnchorElement[]): void {
  if (event.isComposing) return;
  const at = links.findIndex((link) => link === document.activeElement);
  if (event.key === 'Enter' && event.target === field) {
    event.preventDefault();
    links[0]?.click();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  if (next < 0) field.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
}
