/** The editor's place: highlighted text at first, a text field at the reader's first touch, the full editor as soon as it is loaded. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Editor, EditorOptions } from '../editor/editor.ts';
import { openEditor, type EditorChoice } from '../editor/open-editor.ts';
import { createPlainEditor } from '../editor/plain-editor.ts';
import type { PanelStrings } from '../i18n/panels.ts';
import { Code } from '../panels/parts/code.tsx';
import { plainText } from '../panels/parts/words.tsx';
import type { Fix, LabView, Language, Place } from '../view/view-models.ts';
import { clickedOffset } from './clicked-offset.ts';
import { describer } from './field-descriptions.ts';
import type { LabSession } from './lab-session.ts';
import { markersOf, zoneOf } from './editor-marks.ts';

interface Props {
  readonly session: LabSession;
  readonly text: string;
  readonly view: LabView;
  readonly strings: PanelStrings;
  readonly language: Language;
  /** Documents folded to one line at first. */
  readonly fold: readonly string[];
  /** A place to show; a new value each time it is asked for. */
  readonly target: Place | undefined;
  readonly choice: EditorChoice;
  readonly applyFix: (fix: Fix) => void;
  readonly goTo: (place: Place) => void;
  /** Whose rows of Endpoints the field at the caret concerns. */
  readonly onOwners: (owners: readonly string[]) => void;
}

export function EditorPane(props: Props): JSX.Element {
  const { session, text, view, strings, target, choice, fold } = props;
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  /** A first touch wants the text; a change of editors does not take the focus. */
  const opened = useRef(false);
  /** Where the first touch was. */
  const touched = useRef(0);
  /** A place asked for before there was an editor to show it. */
  const unseen = useRef<Place | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const [plainKind, setPlainKind] = useState(false);
  const [field, setField] = useState('');
  const printed = useIsPrinted();
  const latest = useRef(props);
  latest.current = props;
  const editable = view.steps[view.state]?.editable ?? true;

  // Before the browser goes on: what is typed right after the first touch belongs into the editor.
  useLayoutEffect(() => {
    const place = box.current;
    if (!open || !place) return undefined;
    let gone = false;
    const focused = place.contains(document.activeElement);
    const options = optionsOf(latest, !editable, setField);
    editor.current?.dispose();
    show(createPlainEditor(place, options));
    if (focused || !opened.current) editor.current?.focus();
    if (!opened.current) editor.current?.setCaret(touched.current);
    opened.current = true;
    void openWanted().then(() => (unseen.current = undefined));
    return () => {
      gone = true;
      editor.current?.dispose();
      editor.current = undefined;
    };

    function show(shown: Editor): void {
      editor.current = shown;
      if (unseen.current) shown.reveal(unseen.current);
      setPlainKind(shown.kind === 'plain');
      mark(shown, latest.current.view);
    }

    async function openWanted(): Promise<void> {
      if (!place || choice === 'plain') return;
      const spare = document.createElement('div');
      spare.className = 'editor-spare';
      const { editor: wanted, failed: didFail } = await openEditor(spare, options, choice);
      if (gone || didFail || wanted.kind === 'plain') {
        wanted.dispose();
        if (didFail && !gone) setFailed(true);
        return;
      }
      const had = editor.current;
      const kept = place.contains(document.activeElement);
      wanted.setText(had?.text() ?? latest.current.text);
      const caret = had?.caret() ?? 0;
      had?.dispose();
      place.replaceChildren(spare);
      wanted.setCaret(caret);
      show(wanted);
      // A reader who has left the page is not called back.
      if (kept || (document.activeElement === document.body && document.hasFocus())) wanted.focus();
    }
  }, [open, choice]);

  useEffect(() => {
    // Typing may be ahead of what was drawn: an older text would take it back.
    if (text === session.state.text) editor.current?.setText(text);
  }, [text]);
  useEffect(() => editor.current?.setReadOnly(!editable), [editable]);
  useEffect(() => {
    if (editor.current) mark(editor.current, view);
  }, [view.problems, view.deciding, view.state]);
  useEffect(() => {
    if (!target) return;
    if (editor.current) editor.current.reveal(target);
    else {
      unseen.current = target;
      setOpen(true);
    }
  }, [target]);
  useEffect(() => {
    const follow = new MutationObserver(() => editor.current?.setDark(isDark()));
    follow.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => follow.disconnect();
  }, []);

  const intend = (event: Event): void => {
    // A folded document is opened where it stands.
    if (event.target instanceof Element && event.target.closest('summary')) return;
    if (event instanceof MouseEvent) {
      if (event.button !== 0) return;
      // The focus goes to the editor, which takes the place of what was pressed.
      event.preventDefault();
      touched.current = clickedOffset(text, event);
    }
    setOpen(true);
  };
  const keys = plainKind ? strings.editor.plainKeys : strings.lab.tabLeaves;
  return (
    <>
      <div class="editor-box">
        {(!open || printed) && (
          <div class="editor-static" onMouseDown={intend} onFocusIn={intend}>
            <Code text={text} label={strings.panel.manifest} fold={fold} folded={strings.editor.folded} />
          </div>
        )}
        <div class={open ? 'editor-live' : 'editor-live closed'} ref={box} />
      </div>
      <p class={failed || field !== '' ? 'editor-note' : 'editor-note keys'}>
        {failed ? strings.lab.editorFailed : plainKind && field !== '' ? field : keys}
      </p>
    </>
  );
}

/** True while the page is drawn for paper: an editor would show there only the lines that are in its view. */
function useIsPrinted(): boolean {
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    const paper = matchMedia('print');
    const turn = (): void => setPrinted(paper.matches);
    paper.addEventListener('change', turn);
    return () => paper.removeEventListener('change', turn);
  }, []);
  return printed;
}

function mark(editor: Editor, view: LabView): void {
  editor.setMarkers(markersOf(view));
  editor.setZone(zoneOf(view));
  editor.setDeciding(view.deciding);
}

/** `latest` holds what was drawn last: an editor lives longer than a drawing. */
function optionsOf(
  latest: { readonly current: Props },
  readOnly: boolean,
  setField: (field: string) => void,
): EditorOptions {
  const { session, text, strings, fold, language } = latest.current;
  const describe = describer(language);
  return {
    text,
    label: strings.panel.manifest,
    words: strings.editor,
    language,
    readOnly,
    dark: isDark(),
    fold,
    helper: { ask: session.help, describe },
    onChange: (typed) => session.type(typed),
    onFix: (fix) => latest.current.applyFix(fix),
    onGoTo: (place) => latest.current.goTo(place),
    onCaret: (offset) => {
      void session
        .help('caret', offset)
        .then((help) => latest.current.onOwners(help ? [...help.owners, ...help.services] : []));
      void session.help('hover', offset).then(async (help) => {
        if (!help) return setField('');
        const words = help.here.map(plainText).join(' ');
        return setField(`${help.path} ${help.type}. ${words === '' ? await describe(help.field) : words}`);
      });
    },
  };
}

function isDark(): boolean {
  return getComputedStyle(document.documentElement).colorScheme.startsWith('dark');
}
