/** A plain text field: for touch, on request, and when the full editor does not load. */
import type { Editor, EditorOptions } from './editor.ts';

/** Puts a textarea into `box`. */
export function createPlainEditor(box: HTMLElement, options: EditorOptions): Editor {
  const field = document.createElement('textarea');
  field.value = options.text;
  field.setAttribute('aria-label', options.label);
  field.spellcheck = false;
  field.autocapitalize = 'off';
  field.wrap = 'off';
  field.readOnly = options.readOnly;
  const changed = (): void => options.onChange(field.value);
  field.addEventListener('input', changed);
  box.replaceChildren(field);
  return {
    kind: 'plain',
    text: () => field.value,
    setText(text) {
      if (text === field.value) return;
      const { selectionStart, scrollTop } = field;
      field.value = text;
      field.setSelectionRange(selectionStart, selectionStart);
      field.scrollTop = scrollTop;
    },
    setMarkers: () => undefined,
    setDeciding: () => undefined,
    reveal({ start, end }) {
      field.focus();
      field.setSelectionRange(start, end);
      const line = field.value.slice(0, start).split('\n').length;
      field.scrollTop = Math.max(0, (line - 4) * Number.parseFloat(getComputedStyle(field).lineHeight));
    },
    setReadOnly(readOnly) {
      field.readOnly = readOnly;
    },
    setDark: () => undefined,
    focus: () => field.focus(),
    dispose() {
      field.removeEventListener('input', changed);
      field.remove();
    },
  };
}
