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
import type { Editor, EditorOptions, Marker } from './editor.ts';

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** Puts Monaco into `box` at the box's own size. */
export function createMonacoEditor(box: HTMLElement, options: EditorOptions): Editor {
  box.replaceChildren();
  const model = monaco.editor.createModel(options.text, 'yaml');
  model.setEOL(
    options.text.includes('\r\n') ? monaco.editor.EndOfLineSequence.CRLF : monaco.editor.EndOfLineSequence.LF,
  );
  model.updateOptions({ tabSize: 2, insertSpaces: true });
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
  });
  let silent = false;
  const subscription = model.onDidChangeContent(() => {
    if (!silent) options.onChange(model.getValue());
  });
  const separators = outdentSeparators(model);
  const decorations = editor.createDecorationsCollection();
  const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): monaco.Range =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(Math.max(end, start + 1)));
  return {
    kind: 'monaco',
    text: () => model.getValue(),
    setText(text) {
      if (text === model.getValue()) return;
      silent = true;
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      silent = false;
    },
    setMarkers(markers: readonly Marker[]) {
      monaco.editor.setModelMarkers(
        model,
        'endpoint-lab',
        markers.map((marker) => {
          const range = rangeOf(marker);
          return { ...rangeFields(range), message: marker.message, severity: severities[marker.severity] };
        }),
      );
    },
    setDeciding(places) {
      decorations.set(places.map((place) => ({ range: rangeOf(place), options: { inlineClassName: 'deciding' } })));
    },
    reveal(place) {
      const range = rangeOf(place);
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range);
      editor.focus();
    },
    setReadOnly: (readOnly) => editor.updateOptions({ readOnly }),
    setDark: (dark) => monaco.editor.setTheme(themeOf(dark)),
    focus: () => editor.focus(),
    dispose() {
      subscription.dispose();
      separators.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}

const themeOf = (dark: boolean): string => {
  if (matchMedia('(forced-colors: active)').matches) return dark ? 'hc-black' : 'hc-light';
  return dark ? 'vs-dark' : 'vs';
};

const rangeFields = (
  range: monaco.Range,
): { startLineNumber: number; startColumn: number; endLineNumber: number; endColumn: number } => ({
  startLineNumber: range.startLineNumber,
  startColumn: range.startColumn,
  endLineNumber: range.endLineNumber,
  endColumn: range.endColumn,
});

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
