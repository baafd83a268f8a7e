/** A plain text field: for touch, on request, and when the full editor does not load. It has the same help, by keys. */
import { differingSpan, sameZone, type Editor, type EditorOptions } from './editor.ts';
import type { Zone } from './editor.ts';

/** Milliseconds after which a caret that does not move is at rest. */
const caretRest = 150;

/** Puts a textarea into `box`. */
export function createPlainEditor(box: HTMLElement, options: EditorOptions): Editor {
  const field = textarea(options);
  const below = document.createElement('div');
  below.className = 'editor-below';
  let zone: Zone | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => options.onChange(field.value);
  const rested = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => options.onCaret(field.selectionStart), caretRest);
  };
  let endHelp = (): void => undefined;
  let gone = false;
  void import('./plain-help.ts').then(
    ({ plainHelp }) => {
      if (!gone) endHelp = plainHelp(field, below, options, (text) => replaceText(field, text));
    },
    () => undefined,
  );
  field.addEventListener('input', changed);
  for (const event of ['keyup', 'click', 'input']) field.addEventListener(event, rested);
  box.replaceChildren(field, below);
  /** A field turns Windows line ends into plain ones: places in its text are right only when the lab has that text, too. */
  const asHeld = (text: string): void => {
    if (text !== field.value && !field.readOnly) changed();
  };
  queueMicrotask(() => asHeld(options.text));
  const reveal: Editor['reveal'] = ({ start, end }) => {
    field.focus();
    field.setSelectionRange(start, end);
    const line = field.value.slice(0, start).split('\n').length;
    field.scrollTop = Math.max(0, (line - 4) * Number.parseFloat(getComputedStyle(field).lineHeight));
    rested();
  };
  return {
    kind: 'plain',
    text: () => field.value,
    setText(text) {
      if (text === field.value) return;
      replaceText(field, text);
      asHeld(text);
    },
    setMarkers: () => undefined,
    setZone(wanted) {
      if (sameZone(wanted, zone)) return;
      zone = wanted;
      below.querySelector('.editor-zone')?.remove();
      // The problem's own line under the editor says what it is; here are its repairs.
      if (!wanted || wanted.fixes.length === 0) return;
      void import('./zone.ts').then(
        ({ zoneElement }) => {
          if (zone === wanted) below.append(zoneElement(wanted, options.onFix));
        },
        () => undefined,
      );
    },
    setDeciding: () => undefined,
    reveal,
    caret: () => field.selectionStart,
    setCaret: (offset) => field.setSelectionRange(offset, offset),
    setReadOnly(readOnly) {
      field.readOnly = readOnly;
    },
    setDark: () => undefined,
    focus: () => field.focus(),
    dispose() {
      clearTimeout(timer);
      gone = true;
      endHelp();
      field.remove();
      below.remove();
    },
  };
}

function textarea({ text, label, readOnly }: EditorOptions): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.value = text;
  field.setSelectionRange(0, 0);
  field.setAttribute('aria-label', label);
  field.spellcheck = false;
  field.autocapitalize = 'off';
  field.wrap = 'off';
  field.readOnly = readOnly;
  return field;
}

/** The caret keeps its place in what did not change. */
function replaceText(field: HTMLTextAreaElement, text: string): void {
  const { selectionStart, scrollTop, value } = field;
  const change = differingSpan(value, text);
  const moved =
    selectionStart < change.end
      ? Math.min(selectionStart, change.start + change.text.length)
      : selectionStart + text.length - value.length;
  field.value = text;
  field.setSelectionRange(moved, moved);
  field.scrollTop = scrollTop;
}
