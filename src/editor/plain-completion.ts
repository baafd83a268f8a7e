/** What can be typed in the plain field: Ctrl+Space opens a list, arrows choose, Enter takes, Escape closes. */
import type { CompletionHelp, CompletionItem } from '../view/help/help-models.ts';
import type { EditorOptions } from './editor.ts';

let lists = 0;

export class PlainCompletion {
  readonly #field: HTMLTextAreaElement;
  readonly #options: EditorOptions;
  readonly #list = document.createElement('ul');
  readonly #id = `completion-${(lists += 1)}`;
  #help: CompletionHelp | undefined;
  #items: readonly CompletionItem[] = [];
  #chosen = 0;
  readonly #onKey = (event: KeyboardEvent): void => this.#key(event);
  readonly #onInput = (): void => void (this.#help && this.open());
  readonly #onBlur = (): void => this.#close();

  /** `place` holds the list, below the field. */
  constructor(field: HTMLTextAreaElement, place: HTMLElement, options: EditorOptions) {
    this.#field = field;
    this.#options = options;
    const list = this.#list;
    list.className = 'completion-list';
    list.id = this.#id;
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', options.words.completions);
    // The field keeps the focus.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const index = event.target instanceof Element ? event.target.closest('li')?.dataset['index'] : undefined;
      if (index !== undefined) this.#take(Number(index));
    });
    field.setAttribute('aria-autocomplete', 'list');
    field.addEventListener('keydown', this.#onKey, { capture: true });
    field.addEventListener('input', this.#onInput);
    field.addEventListener('blur', this.#onBlur);
    place.prepend(list);
  }

  dispose(): void {
    this.#field.removeEventListener('keydown', this.#onKey, { capture: true });
    this.#field.removeEventListener('input', this.#onInput);
    this.#field.removeEventListener('blur', this.#onBlur);
    this.#list.remove();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === ' ' && event.ctrlKey && !this.#field.readOnly) {
      event.preventDefault();
      void this.open();
      return;
    }
    if (!this.#help) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) this.#choose((this.#chosen + step + this.#items.length) % this.#items.length);
    else if (event.key === 'Enter') this.#take(this.#chosen);
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Offers what can stand at the caret. */
  async open(): Promise<void> {
    if (this.#field.readOnly) return;
    const text = this.#field.value;
    const help = await this.#options.helper.ask('completion', this.#field.selectionStart);
    if (this.#field.value !== text) return;
    const typed = text.slice(help?.start, this.#field.selectionStart).replace(/^["']/, '').toLowerCase();
    const items = help?.items.filter(({ label }) => label.toLowerCase().includes(typed)) ?? [];
    // What begins with the typed letters comes first.
    const first = (item: CompletionItem): number => Number(!item.label.toLowerCase().startsWith(typed));
    this.#items = items.toSorted((a, b) => first(a) - first(b));
    if (!help || items.length === 0) {
      this.#close();
      return;
    }
    this.#help = help;
    this.#list.replaceChildren(...this.#items.map((item, i) => this.#option(item, i)));
    this.#list.hidden = false;
    this.#field.setAttribute('aria-controls', this.#id);
    this.#choose(0);
  }

  #option({ label, detail }: CompletionItem, index: number): HTMLLIElement {
    const option = document.createElement('li');
    option.id = `${this.#id}-${index}`;
    option.dataset['index'] = String(index);
    option.setAttribute('role', 'option');
    const name = document.createElement('span');
    name.className = 'mono';
    name.textContent = label;
    const more = document.createElement('small');
    more.textContent = detail;
    option.append(name, ' ', more);
    return option;
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [i, option] of [...this.#list.children].entries())
      option.setAttribute('aria-selected', String(i === index));
    this.#list.children[index]?.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', `${this.#id}-${index}`);
  }

  #take(index: number): void {
    const help = this.#help;
    const item = this.#items[index];
    this.#close();
    if (!help || !item) return;
    // What a snippet would have typed over is the text itself here.
    const text = item.kind === 'snippet' ? item.insert.replace(/\$\{\d+:([^}]*)\}/g, '$1') : item.insert;
    this.#field.setRangeText(text, help.start, Math.max(help.end, this.#field.selectionStart), 'end');
    this.#field.dispatchEvent(new Event('input', { bubbles: true }));
    if (item.more) void this.open();
  }

  #close(): void {
    this.#help = undefined;
    this.#list.hidden = true;
    this.#field.removeAttribute('aria-controls');
    this.#field.removeAttribute('aria-activedescendant');
  }
}
