/** Monaco's questions handed to the engine: completion, hover, definition, quick fixes. Registered once for all editors of a page. */
import * as monaco from 'monaco-editor/editor';
import type { CompletionItem } from '../view/help/help-models.ts';
import type { EditorHelper, Marker, Span } from './editor.ts';
import { codeMarkdown, escaped, wordsMarkdown } from './words-html.ts';

/** What the providers know of one editor's text. */
export interface ModelHelp {
  readonly helper: EditorHelper;
  markers: readonly Marker[];
}

const models = new Map<monaco.editor.ITextModel, ModelHelp>();

/** Lets the engine help with this text; dispose when the text goes. */
export function helpModel(model: monaco.editor.ITextModel, help: ModelHelp): monaco.IDisposable {
  register();
  models.set(model, help);
  return { dispose: () => void models.delete(model) };
}

export const rangeIn = (model: monaco.editor.ITextModel, { start, end }: Span): monaco.Range =>
  monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));

interface Suggestion extends monaco.languages.CompletionItem {
  readonly field: string;
  readonly helper: EditorHelper;
}

let registered = false;

function register(): void {
  if (registered) return;
  registered = true;
  monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' ', ':', '-', '{', '[', '"'],
    provideCompletionItems: completions,
    async resolveCompletionItem(item) {
      const { field, helper } = item as Suggestion;
      const text = field === '' ? '' : await helper.describe(field);
      return text === '' ? item : { ...item, documentation: { value: escaped(text) } };
    },
  });
  monaco.languages.registerHoverProvider('yaml', { provideHover: hover });
  monaco.languages.registerDefinitionProvider('yaml', { provideDefinition: definition });
  monaco.languages.registerCodeActionProvider('yaml', { provideCodeActions: fixes });
}

const kinds: Readonly<Record<CompletionItem['kind'], monaco.languages.CompletionItemKind>> = {
  field: monaco.languages.CompletionItemKind.Field,
  value: monaco.languages.CompletionItemKind.EnumMember,
  name: monaco.languages.CompletionItemKind.Reference,
  snippet: monaco.languages.CompletionItemKind.Snippet,
};

async function completions(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<monaco.languages.CompletionList> {
  const own = models.get(model);
  const help = await own?.helper.ask('completion', model.getOffsetAt(position));
  if (!own || !help || model.isDisposed()) return { suggestions: [] };
  const replace = rangeIn(model, help);
  const { KeepWhitespace, InsertAsSnippet } = monaco.languages.CompletionItemInsertTextRule;
  const quote = /^["']/.exec(model.getValueInRange(replace))?.[0] ?? '';
  // A quote goes with the one that closes it.
  const insert = quote === '' ? replace.setEndPosition(position.lineNumber, position.column) : replace;
  const suggestions = help.items.map((item, i): Suggestion => ({
    label: { label: item.label, description: item.detail },
    kind: kinds[item.kind],
    insertText: item.insert,
    insertTextRules: item.kind === 'snippet' ? InsertAsSnippet | KeepWhitespace : KeepWhitespace,
    range: { insert, replace },
    // What is typed begins with the quote.
    filterText: quote + item.label,
    sortText: String(i).padStart(4, '0'),
    field: item.field,
    helper: own.helper,
    ...(item.more ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
  }));
  return { suggestions };
}

async function hover(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<monaco.languages.Hover | undefined> {
  const own = models.get(model);
  const help = await own?.helper.ask('hover', model.getOffsetAt(position));
  if (!own || !help || model.isDisposed()) return undefined;
  const described = await own.helper.describe(help.field);
  const head = `${codeMarkdown(help.path)} ${escaped(help.type)}`;
  const values = help.values.map(codeMarkdown).join(' · ');
  const paragraphs = [
    help.here.map(wordsMarkdown).join('\n\n'),
    [head, values].filter(Boolean).join('\n\n'),
    escaped(described),
  ];
  return {
    range: rangeIn(model, help),
    contents: paragraphs.filter(Boolean).map((value) => ({ value })),
  };
}

async function definition(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<monaco.languages.Definition> {
  const help = await models.get(model)?.helper.ask('definition', model.getOffsetAt(position));
  if (!help || model.isDisposed()) return [];
  return help.targets.flatMap(({ place }) =>
    place.state !== help.state ? [] : { uri: model.uri, range: rangeIn(model, place) },
  );
}

function fixes(model: monaco.editor.ITextModel, range: monaco.Range): monaco.languages.CodeActionList {
  const markers = models.get(model)?.markers ?? [];
  const near = markers.filter((marker) => marker.fixes.length > 0 && meets(rangeIn(model, marker), range));
  const actions = near.flatMap((marker) =>
    marker.fixes.map((fix): monaco.languages.CodeAction => ({
      title: fix.title,
      kind: 'quickfix',
      isPreferred: fix === marker.fixes[0],
      diagnostics: [],
      edit: {
        edits: [
          {
            resource: model.uri,
            versionId: model.getVersionId(),
            textEdit: { range: rangeIn(model, fix), text: fix.text },
          },
        ],
      },
    })),
  );
  return { actions, dispose: () => undefined };
}

/** On the same lines is near enough. */
const meets = (a: monaco.Range, b: monaco.Range): boolean =>
  a.startLineNumber <= b.endLineNumber && b.startLineNumber <= a.endLineNumber;
