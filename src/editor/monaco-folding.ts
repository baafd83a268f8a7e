/** Whole documents fold in Monaco; a folded one says what it is and how long. */
import * as monaco from 'monaco-editor/editor';
import type { PanelStrings } from '../i18n/panels.ts';
import { foldsOf } from '../view/fold-documents.ts';
import { namedFolds } from '../view/named-folds.ts';

let registered = false;

function register(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerFoldingRangeProvider('yaml', {
    provideFoldingRanges: (model) => foldsOf(model.getValue()).map(({ first, last }) => ({ start: first, end: last })),
  });
}

/** Folds the named documents, and labels every folded document: `pod/client · 11 lines`. */
export function foldDocuments(
  editor: monaco.editor.IStandaloneCodeEditor,
  names: readonly string[],
  words: PanelStrings['editor'],
): monaco.IDisposable {
  register();
  const labels = editor.createDecorationsCollection();
  const label = (): void => {
    const model = editor.getModel();
    if (!model) return;
    labels.set(
      foldsOf(model.getValue()).flatMap(({ first, last, document }) =>
        document !== undefined && isFolded(editor, first, last)
          ? [
              {
                range: new monaco.Range(first, 1, first, model.getLineMaxColumn(first)),
                options: {
                  // The label stands in the place of the document's first line, as in the static code.
                  inlineClassName: 'folded-line',
                  inlineClassNameAffectsLetterSpacing: true,
                  before: { content: words.folded(document, last - first + 1), inlineClassName: 'folded-name' },
                },
              },
            ]
          : [],
      ),
    );
  };
  const subscription = editor.onDidChangeHiddenAreas(label);
  const folds = namedFolds(editor.getValue(), names);
  if (folds.length > 0)
    editor.trigger('fold', 'editor.fold', { selectionLines: folds.map(({ first }) => first - 1), levels: 1 });
  return subscription;
}

/** A hidden line has no height of its own: it stands where the line above it stands. */
const isFolded = (editor: monaco.editor.IStandaloneCodeEditor, first: number, last: number): boolean =>
  editor.getTopForLineNumber(last) === editor.getTopForLineNumber(first);
