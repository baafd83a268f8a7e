/** The lab as it stands in the page at build: manifest and results, without anything to operate. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { LabView } from '../../view/view-models.ts';
import { Code } from '../parts/code.tsx';
import { Lab } from './lab.tsx';

interface Props {
  readonly view: LabView;
  readonly strings: PanelStrings;
  readonly panels: readonly string[];
  readonly wide: boolean;
  readonly figure: boolean;
  /** Documents folded to one line. */
  readonly fold?: readonly string[];
}

export function StaticLab({ view, strings, panels, wide, figure, fold = [] }: Props): JSX.Element {
  const editor = (
    <>
      <header class="panel-head">
        <h3 class="editor-file">manifest.yaml</h3>
      </header>
      <div class="editor-box">
        <div class="editor-static">
          <Code text={view.text} label={strings.panel.manifest} fold={fold} folded={strings.editor.folded} />
        </div>
      </div>
    </>
  );
  return (
    <Lab view={view} strings={strings} editor={editor} panels={panels} wide={wide} figure={figure} transcript={[]} />
  );
}
