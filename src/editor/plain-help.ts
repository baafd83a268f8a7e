/** The help of the plain field, loaded after it: completion, keys, and buttons where there are no keys. */
import type { EditorOptions } from './editor.ts';
import { PlainCompletion } from './plain-completion.ts';

/** `place` is below the field; `replace` puts another text into it. Gives back what ends the help. */
export function plainHelp(
  field: HTMLTextAreaElement,
  place: HTMLElement,
  options: EditorOptions,
  replace: (text: string) => void,
): () => void {
  const completion = new PlainCompletion(field, place, options);
  const goTo = async (): Promise<void> => {
    const help = await options.helper.ask('definition', field.selectionStart);
    const [first] = help?.targets ?? [];
    if (first) options.onGoTo(first.place);
  };
  const tidy = async (): Promise<void> => {
    const before = field.value;
    const help = await options.helper.ask('format', 0);
    if (!help || field.readOnly || field.value !== before || help.text === before) return;
    replace(help.text);
    options.onChange(field.value);
  };
  // F12 goes where a name leads, Shift+Alt+F tidies.
  field.addEventListener('keydown', (event) => {
    const act = event.key === 'F12' ? goTo : event.code === 'KeyF' && event.shiftKey && event.altKey ? tidy : undefined;
    if (!act) return;
    event.preventDefault();
    void act();
  });
  const { complete, goTo: there, tidy: format } = options.words;
  place.prepend(buttons([complete, () => completion.open()], [there, goTo], [format, tidy]));
  return () => completion.dispose();
}

/** What keys do, for a touch screen; the field keeps the focus. */
function buttons(...acts: readonly (readonly [words: string, act: () => Promise<void>])[]): HTMLElement {
  const row = document.createElement('p');
  row.className = 'editor-keys';
  row.addEventListener('mousedown', (event) => event.preventDefault());
  for (const [words, act] of acts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small';
    button.textContent = words;
    button.addEventListener('click', () => void act());
    row.append(button);
  }
  return row;
}
