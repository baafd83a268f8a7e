/** The editor's place: highlighted text at first, a text field at the reader's first touch, the full editor as soon as it is loaded. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Editor, Marker } from '../editor/editor.ts';
import { openEditor, type EditorChoice } from '../editor/open-editor.ts';
import { createPlainEditor } from '../editor/plain-editor.ts';
import type { PanelStrings } from '../i18n/panels.ts';
import { Code } from '../panels/parts/code.tsx';
import type { LabView, Place } from '../view/view-models.ts';

interface Props {
  readonly text: string;
  readonly view: LabView;
  readonly strings: PanelStrings;
  /** A place to show; a new value each time it is asked for. */
  readonly target: Place | undefined;
  readonly choice: EditorChoice;
  readonly onType: (text: string) => void;
  readonly onFailed: () => void;
}

export function EditorPane({ text, view, strings, target, choice, onType, onFailed }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const typed = useRef(onType);
  typed.current = onType;
  const editable = view.steps[view.state]?.editable ?? true;

  useEffect(() => {
    const place = box.current;
    if (!open || !place) return undefined;
    let gone = false;
    const focused = place.contains(document.activeElement);
    const options = {
      text,
      label: strings.panel.manifest,
      readOnly: !editable,
      dark: isDark(),
      onChange: (t: string) => typed.current(t),
    };
    editor.current?.dispose();
    editor.current = createPlainEditor(place, options);
    if (focused || choice === 'auto') editor.current.focus();
    void openWanted();
    return () => {
      gone = true;
      editor.current?.dispose();
      editor.current = undefined;
    };

    async function openWanted(): Promise<void> {
      if (!place || choice === 'plain') return;
      const spare = document.createElement('div');
      spare.className = 'editor-spare';
      const { editor: wanted, failed } = await openEditor(spare, options, choice);
      if (gone || failed || wanted.kind === 'plain') {
        wanted.dispose();
        if (failed && !gone) onFailed();
        return;
      }
      const had = editor.current;
      const kept = place.contains(document.activeElement);
      wanted.setText(had?.text() ?? text);
      had?.dispose();
      place.replaceChildren(spare);
      editor.current = wanted;
      wanted.setMarkers(markersOf(view));
      wanted.setDeciding(view.deciding);
      if (kept || document.activeElement === document.body) wanted.focus();
    }
  }, [open, choice]);

  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.setReadOnly(!editable), [editable]);
  useEffect(() => {
    editor.current?.setMarkers(markersOf(view));
    editor.current?.setDeciding(view.deciding);
  }, [view]);
  useEffect(() => {
    if (!target) return;
    if (!editor.current) setOpen(true);
    else editor.current.reveal(target);
  }, [target]);
  useEffect(() => {
    const follow = new MutationObserver(() => editor.current?.setDark(isDark()));
    follow.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => follow.disconnect();
  }, []);

  const intend = (): void => setOpen(true);
  return (
    <div class="editor-box">
      {!open && (
        <div class="editor-static" onPointerDown={intend} onFocusIn={intend}>
          <Code text={text} label={strings.panel.manifest} />
        </div>
      )}
      <div class={open ? 'editor-live' : 'editor-live closed'} ref={box} />
    </div>
  );
}

function markersOf(view: LabView): readonly Marker[] {
  return view.problems.problems.flatMap((p) =>
    p.place && p.place.state === view.state
      ? [{ severity: p.severity, message: p.message, start: p.place.start, end: p.place.end }]
      : [],
  );
}

function isDark(): boolean {
  return getComputedStyle(document.documentElement).colorScheme.startsWith('dark');
}
