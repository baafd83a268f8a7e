/** What stands under the editor, apart from the panel, which is loaded when it is opened. */
import type { JSX } from 'preact';
import type { ProblemsView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { GlyphIcon } from '../parts/glyph.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Words } from '../parts/words.tsx';

/** The first problem in one line, under the editor: an error, else what the tools say nothing about, else their warnings. */
export function ProblemLine({ view, strings, actions }: PanelProps<ProblemsView>): JSX.Element {
  const first =
    view.problems.find((p) => p.severity === 'error') ??
    view.problems.find((p) => p.message === '') ??
    view.problems[0];
  if (!first)
    return (
      <p class="problem-line none">
        <GlyphIcon glyph="ok" /> <span>{strings.problems.none}</span>
      </p>
    );
  return (
    <p class={`problem-line ${first.severity}`}>
      <GlyphIcon glyph={first.severity} />
      <span class={first.message ? 'problem-first mono' : 'problem-first'}>
        {first.message || <Words words={first.explanation} />}
      </span>
      {view.problems.length > 1 && <span class="count">{view.problems.length}</span>}
      <LineLink place={first.place} strings={strings} actions={actions} />
    </p>
  );
}
