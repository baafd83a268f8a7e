/** Monaco in the site's colours (design tokens); in forced colours its own high-contrast looks. */
import * as monaco from 'monaco-editor/editor';

let defined = false;

function define(): void {
  if (defined) return;
  defined = true;
  monaco.editor.defineTheme('lab-light', {
    base: 'vs',
    inherit: true,
    rules: rules({ ink: '14181d', key: '2b4678', number: '7a3d00', comment: '5c6570' }),
    colors: {
      'editor.background': '#f7f8f9',
      'editor.foreground': '#14181d',
      'editorLineNumber.foreground': '#5c6570',
      'editorLineNumber.activeForeground': '#14181d',
      'editorCursor.foreground': '#14181d',
      'editorWarning.foreground': '#8a4b00',
      'editorError.foreground': '#b0221b',
      'editor.foldBackground': '#e9eefc80',
      'editorWidget.background': '#ffffff',
      'editorSuggestWidget.selectedBackground': '#e9eefc',
      'editorSuggestWidget.selectedForeground': '#14181d',
      'editorSuggestWidget.highlightForeground': '#2146c7',
      'editorSuggestWidget.focusHighlightForeground': '#2146c7',
      'textLink.foreground': '#2146c7',
      focusBorder: '#2146c7',
    },
  });
  monaco.editor.defineTheme('lab-dark', {
    base: 'vs-dark',
    inherit: true,
    rules: rules({ ink: 'e8ebef', key: 'a9bdf5', number: 'e6b277', comment: '8d97a4' }),
    colors: {
      'editor.background': '#0f1216',
      'editor.foreground': '#e8ebef',
      'editorLineNumber.foreground': '#939daa',
      'editorLineNumber.activeForeground': '#e8ebef',
      'editorCursor.foreground': '#e8ebef',
      'editorWarning.foreground': '#e8ae55',
      'editorError.foreground': '#ff8f85',
      'editor.foldBackground': '#18223f80',
      'editorWidget.background': '#1b2027',
      'editorSuggestWidget.selectedBackground': '#18223f',
      'editorSuggestWidget.selectedForeground': '#e8ebef',
      'editorSuggestWidget.highlightForeground': '#8fabff',
      'editorSuggestWidget.focusHighlightForeground': '#8fabff',
      'textLink.foreground': '#8fabff',
      focusBorder: '#8fabff',
    },
  });
}

interface CodeColours {
  readonly ink: string;
  readonly key: string;
  readonly number: string;
  readonly comment: string;
}

/** Keys, numbers and comments have a colour; scalars are ink, as in the static code. */
const rules = ({ ink, key, number, comment }: CodeColours): monaco.editor.ITokenThemeRule[] => [
  { token: '', foreground: ink },
  { token: 'type', foreground: key },
  { token: 'string', foreground: ink },
  // The base theme has a colour of its own for YAML.
  { token: 'string.yaml', foreground: ink },
  { token: 'keyword', foreground: ink },
  { token: 'operators', foreground: ink },
  { token: 'number', foreground: number },
  { token: 'comment', foreground: comment },
];

/** The theme's name for a look of the page. */
export function themeOf(dark: boolean): string {
  define();
  if (matchMedia('(forced-colors: active)').matches) return dark ? 'hc-black' : 'hc-light';
  return dark ? 'lab-dark' : 'lab-light';
}
