/** The full editor. This module and Monaco are one lazy chunk, fetched on intent only. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/languages/definitions/yaml/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
// The feature `suggest` does not register the list itself.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/gotoSymbol/register';
import { differingSpan, type Editor, type EditorOptions, type Marker } from './editor.ts';
import type { Place } from '../view/view-models.ts';
import { foldDocuments } from './monaco-folding.ts';
import { helpModel, rangeIn, type ModelHelp } from './monaco-help.ts';
import { takeName } from './model-names.ts';
import { themeOf } from './monaco-theme.ts';
import { ZoneHolder } from './monaco-zone.ts';

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** Milliseconds after which a caret that does not move is at rest. */
const caretRest = 150;

/** Puts Monaco into `box` at the box's own size. */
export function createMonacoEditor(box: HTMLElement, options: EditorOptions): Editor {
  box.replaceChildren();
  const name = takeName();
  const model = monaco.editor.createModel(options.text, 'yaml', monaco.Uri.parse(name.uri));
  model.setEOL(
    options.text.includes('\r\n') ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF,
  );
  model.updateOptions({
    tabSize: 2,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const editor = monaco.editor.create(box, {
    model,
    ariaLabel: options.label,
    theme: themeOf(options.dark),
    readOnly: options.readOnly,
    tabFocusMode: true,
    automaticLayout: true,
    fixedOverflowWidgets: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderFinalNewline: 'on',
    useShadowDOM: false,
    scrollbar: { alwaysConsumeMouseWheel: false },
    wordBasedSuggestions: 'off',
    links: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
    fontSize: 13,
    lineHeight: 20,
    lineNumbersMinChars: 3,
    padding: { top: 8, bottom: 8 },
    overviewRulerLanes: 0,
    renderLineHighlight: 'none',
    fontLigatures: false,
    glyphMargin: false,
    folding: true,
    showFoldingControls: 'always',
    quickSuggestions: { other: true, strings: true, comments: false },
    acceptSuggestionOnEnter: 'smart',
    suggest: { showWords: false, preview: false },
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
    gotoLocation: { multipleDefinitions: 'peek' },
  });
  let silent = false;
  const help: ModelHelp = { helper: options.helper, markers: [] };
  const zone = new ZoneHolder(editor, options.onFix);
  const owned = [
    model.onDidChangeContent(() => {
      if (!silent) options.onChange(model.getValue());
    }),
    outdentSeparators(model),
    helpModel(model, help),
    foldDocuments(editor, options.fold, options.words),
    watchCaret(editor, options.onCaret),
    addFormat(editor, options),
    addDefinition(editor, options),
    zone,
  ];
  const decorations = editor.createDecorationsCollection();
  const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): monaco.Range =>
    rangeIn(model, { start, end: Math.max(end, start + 1) });
  return {
    kind: 'monaco',
    text: () => model.getValue(),
    setText(text) {
      if (text === model.getValue()) return;
      silent = true;
      const change = differingSpan(model.getValue(), text);
      model.pushEditOperations([], [{ range: rangeIn(model, change), text: change.text }], () => null);
      silent = false;
    },
    setMarkers(markers: readonly Marker[]) {
      help.markers = markers;
      monaco.editor.setModelMarkers(
        model,
        'endpoint-lab',
        markers.map((marker) => {
          const range = rangeOf(marker);
          return { ...rangeFields(range), message: marker.message, severity: severities[marker.severity] };
        }),
      );
    },
    setZone: (wanted) => zone.set(wanted),
    setDeciding(places) {
      const wanted = places.map(rangeOf);
      // What is underlined moves along with the text: mostly it is there already, and nothing is to be drawn.
      const present = decorations.getRanges();
      if (wanted.length === present.length && wanted.every((range, i) => range.equalsRange(present[i]))) return;
      decorations.set(wanted.map((range) => ({ range, options: { inlineClassName: 'deciding' } })));
    },
    reveal(place) {
      const range = rangeOf(place);
      editor.setSelection(range);
      bringIntoView(editor, range);
      editor.focus();
    },
    caret: () => model.getOffsetAt(editor.getPosition() ?? { lineNumber: 1, column: 1 }),
    setCaret(offset) {
      const position = model.getPositionAt(offset);
      editor.setPosition(position);
      bringIntoView(editor, monaco.Range.fromPositions(position));
    },
    setReadOnly: (readOnly) => editor.updateOptions({ readOnly }),
    setDark: (dark) => monaco.editor.setTheme(themeOf(dark)),
    focus: () => editor.focus(),
    dispose() {
      for (const each of owned) each.dispose();
      editor.dispose();
      model.dispose();
      name.giveBack();
    },
  };
}

const rangeFields = (
  range: monaco.Range,
): { startLineNumber: number; startColumn: number; endLineNumber: number; endColumn: number } => ({
  startLineNumber: range.startLineNumber,
  startColumn: range.startColumn,
  endLineNumber: range.endLineNumber,
  endColumn: range.endColumn,
});

/** Not sideways, as long as the range is seen from the beginning of its lines. A new editor does not know its size yet. */
function bringIntoView(editor: monaco.editor.IStandaloneCodeEditor, range: monaco.Range): void {
  editor.layout();
  editor.revealRangeInCenterIfOutsideViewport(range, monaco.editor.ScrollType.Immediate);
  const { contentWidth, verticalScrollbarWidth } = editor.getLayoutInfo();
  if (editor.getOffsetForColumn(range.endLineNumber, range.endColumn) < contentWidth - 2 * verticalScrollbarWidth)
    editor.setScrollLeft(0, monaco.editor.ScrollType.Immediate);
}

/** Auto-indent would keep a typed `---` indented, and then it separates nothing. */
function outdentSeparators(model: monaco.editor.ITextModel): monaco.IDisposable {
  return model.onDidChangeContent((event) => {
    const change = event.changes[0];
    if (event.isUndoing || event.isRedoing || event.changes.length !== 1 || change?.text !== '-') return;
    const line = change.range.startLineNumber;
    const indent = /^( +)---$/.exec(model.getLineContent(line))?.[1];
    if (indent)
      model.pushEditOperations(
        [],
        [{ range: new monaco.Range(line, 1, line, indent.length + 1), text: '' }],
        () => null,
      );
  });
}

/** Tells where the caret came to rest. */
function watchCaret(
  editor: monaco.editor.IStandaloneCodeEditor,
  onCaret: (offset: number) => void,
): monaco.IDisposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscription = editor.onDidChangeCursorPosition(({ position }) => {
    clearTimeout(timer);
    timer = setTimeout(() => onCaret(editor.getModel()?.getOffsetAt(position) ?? 0), caretRest);
  });
  return {
    dispose: () => {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}

/** Shift+Alt+F tidies the text. Monaco's own formatting asks a worker that is not there. */
function addFormat(
  editor: monaco.editor.IStandaloneCodeEditor,
  { helper, words }: Pick<EditorOptions, 'helper' | 'words'>,
): monaco.IDisposable {
  return editor.addAction({
    id: 'endpoint-lab.format',
    label: words.format,
    keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
    async run() {
      const model = editor.getModel();
      const before = model?.getValue();
      const help = await helper.ask('format', 0);
      if (!model || !help || model.isDisposed() || model.getValue() !== before) return;
      const lines = changedLines(before ?? '', help.text);
      editor.pushUndoStop();
      editor.executeEdits(
        'format',
        lines.map(({ line, text }) => ({ range: new monaco.Range(line, 1, line, model.getLineMaxColumn(line)), text })),
      );
      editor.pushUndoStop();
    },
  });
}

/**
 * F12, and a press with Ctrl or Command: what a name means may stand in another state's text, which Monaco cannot show.
 * What stands in this one is Monaco's own to go to.
 */
function addDefinition(
  editor: monaco.editor.IStandaloneCodeEditor,
  { helper, onGoTo, words }: Pick<EditorOptions, 'helper' | 'onGoTo' | 'words'>,
): monaco.IDisposable {
  const elsewhere = async (position: monaco.IPosition | null): Promise<Place | undefined> => {
    const model = editor.getModel();
    const help = model && position && (await helper.ask('definition', model.getOffsetAt(position)));
    return help?.targets.some(({ place }) => place.state === help.state) ? undefined : help?.targets[0]?.place;
  };
  const action = editor.addAction({
    id: 'endpoint-lab.definition',
    label: words.definition,
    keybindings: [monaco.KeyCode.F12],
    async run() {
      const place = await elsewhere(editor.getPosition());
      if (place) onGoTo(place);
      else editor.trigger(this.id, 'editor.action.revealDefinition', null);
    },
  });
  const press = editor.onMouseUp(({ event, target }) => {
    if (event.leftButton && (event.ctrlKey || event.metaKey))
      void elsewhere(target.position).then((place) => place && onGoTo(place));
  });
  return {
    dispose: () => {
      action.dispose();
      press.dispose();
    },
  };
}

/** The lines that differ, so that the caret and the folds stay. Formatting keeps the number of lines. */
function changedLines(before: string, after: string): readonly { readonly line: number; readonly text: string }[] {
  const old = before.split(/\r?\n/);
  return after.split(/\r?\n/).flatMap((text, i) => (text === old[i] ? [] : [{ line: i + 1, text }]));
}
