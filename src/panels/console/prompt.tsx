/** The line that is typed: history, completion, several lines. */
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelStrings } from '../../i18n/panels.ts';
import { commonStart, completeLine } from '../../view/console/complete-line.ts';
import type { ConsoleView } from '../../view/console/console-model.ts';
import { goesOn } from '../../view/console/line-parts.ts';

interface Props {
  readonly history: readonly string[];
  readonly strings: PanelStrings;
  readonly known: ConsoleView | undefined;
  readonly onRun: (text: string) => void;
  readonly onClear: () => void;
}

/** As many candidates are named. */
const most = 40;
const mostRows = 8;

export function Prompt({ history, strings, known, onRun, onClear }: Props): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  /** How many lines back; 0 is what is being typed. */
  const [back, setBack] = useState(0);
  const draft = useRef('');
  const [offers, setOffers] = useState<readonly string[]>([]);
  /** Where the caret goes after the text was changed here. */
  const caret = useRef<number | undefined>(undefined);
  /** Escape was pressed: the next Tab leaves. */
  const leaving = useRef(false);
  const hint = useId();

  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const change = (to: string, at = to.length): void => {
    setText(to);
    setOffers([]);
    caret.current = at;
  };
  const submit = (): void => {
    setBack(0);
    draft.current = '';
    if (text.trim() !== '') onRun(text);
    change('');
  };
  const recall = (step: number): void => {
    const lines = history.filter((line, i) => line !== history[i + 1]);
    const to = Math.max(0, Math.min(lines.length, back + step));
    if (to === back) return;
    if (back === 0) draft.current = text;
    setBack(to);
    change(to === 0 ? draft.current : (lines.at(-to) ?? ''));
  };
  /** False where there is nothing more to complete or to offer: Tab then leaves, as it does everywhere. */
  const complete = (at: number): boolean => {
    if (!known) return true;
    const { from, candidates } = completeLine(text, at, known);
    const start = commonStart(candidates);
    if (start.length > at - from) {
      change(text.slice(0, from) + start + text.slice(at), from + start.length);
      return true;
    }
    setOffers(candidates.length > 1 ? candidates : []);
    return candidates.length > 1 && offers.length === 0;
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, ctrlKey, shiftKey, altKey, metaKey, currentTarget: box, isComposing } = event;
    if (isComposing) return;
    const { selectionStart: at, selectionEnd } = box;
    const plain = !ctrlKey && !altKey && !metaKey && !shiftKey;
    const handled = (): void => event.preventDefault();
    const leaves = leaving.current;
    leaving.current = key === 'Escape';
    if (key === 'Escape') setOffers([]);
    else if (key === 'Enter' && !shiftKey) {
      handled();
      // A shell goes on reading; an empty line says that nothing more comes.
      if (goesOn(text) && !/\n\s*$/.test(text)) change(`${text.slice(0, at)}\n${text.slice(selectionEnd)}`, at + 1);
      else submit();
    } else if (key === 'Tab' && plain && !leaves && text.trim() !== '') {
      if (complete(at)) handled();
    } else if (key === 'ArrowUp' && plain && !text.slice(0, at).includes('\n')) {
      handled();
      recall(1);
    } else if (key === 'ArrowDown' && plain && !text.slice(selectionEnd).includes('\n')) {
      handled();
      recall(-1);
    } else if (ctrlKey && key === 'l') {
      handled();
      onClear();
    } else if (ctrlKey && key === 'c' && at === selectionEnd) {
      handled();
      change('');
    }
  };

  return (
    <form
      class="prompt"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <span aria-hidden="true">$</span>
      <textarea
        ref={field}
        rows={Math.min(mostRows, text.split('\n').length)}
        aria-label={strings.console.prompt}
        aria-describedby={hint}
        value={text}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        wrap="off"
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOffers([]);
        }}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="button small">
        {strings.console.run}
      </button>
      <p class="visually-hidden" id={hint}>
        {strings.console.keys}
      </p>
      <p class="offers" role="status">
        {offers.slice(0, most).join(' ')}
        {offers.length > most ? ' …' : ''}
      </p>
    </form>
  );
}
