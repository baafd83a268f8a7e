/** The help of the plain field, loaded after it: completion, and keys. */
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
  field.addEventListener('keydown', (event) => void onKey(event, field, options, replace));
  return () => completion.dispose();
}

/** F12 goes where a name leads, Shift+Alt+F tidies. */
async function onKey(
  event: KeyboardEvent,
  field: HTMLTextAreaElement,
  options: EditorOptions,
  replace: (text: string) => void,
): Promise<void> {
  const { helper } = options;
  if (event.key === 'F12') {
    event.preventDefault();
    const help = await helper.ask('definition', field.selectionStart);
    const [first] = help?.targets ?? [];
    if (first) options.onGoTo(first.place);
  } else if (event.code === 'KeyF' && event.shiftKey && event.altKey && !field.readOnly) {
    event.preventDefault();
    const before = field.value;
    const help = await helper.ask('format', 0);
    if (!help || field.value !== before || help.text === before) return;
    replace(help.text);
    options.onChange(field.value);
  }
}
