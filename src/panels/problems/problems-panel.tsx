/** Kubernetes' genuine words at their line, and ours below: what it means and what mends it. */
import type { JSX } from 'preact';
import type { PanelStrings } from '../../i18n/panels.ts';
import type { Glyph, ProblemsView, ProblemView } from '../../view/view-models.ts';
import type { PanelProps } from '../endpoints/endpoints-panel.tsx';
import { GlyphIcon } from '../parts/glyph.tsx';
import { LineLink } from '../parts/line-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { ToolOutput } from '../parts/tool-output.tsx';
import { plainText, Words } from '../parts/words.tsx';

export function ProblemsPanel({ view, strings, actions }: PanelProps<ProblemsView>): JSX.Element {
  const output = view.output;
  return (
    <Panel
      id="problems"
      title={strings.panel.problems}
      strings={strings}
      actions={actions}
      summary={view.problems.length > 0 ? strings.problems.all(view.problems.length) : strings.problems.none}
      text={() => problemsText(view, strings)}
    >
      {view.unreadable && (
        <p class="stale">
          <GlyphIcon glyph="warning" /> {strings.common.stale}
        </p>
      )}
      <ul class="problems">
        {view.problems.map((problem, i) => (
          <Problem key={i} problem={problem} strings={strings} actions={actions} />
        ))}
        {view.notSimulated.length > 0 && (
          <li class="problem info">
            <GlyphIcon glyph="info" />
            <span>{strings.problems.notSimulated(view.notSimulated.join(', '))}</span>
          </li>
        )}
      </ul>
      {output && <ToolOutput command={output.command.replace(/^\$ /, '')} output={output.stdout + output.stderr} />}
    </Panel>
  );
}

function Problem({
  problem,
  strings,
  actions,
}: { readonly problem: ProblemView } & Omit<PanelProps<never>, 'view'>): JSX.Element {
  return (
    <li class={`problem ${problem.severity}`}>
      <GlyphIcon glyph={problem.severity as Glyph} />
      <div>
        {problem.message && (
          <p class="mono problem-message" lang="en">
            {problem.message}
          </p>
        )}
        {problem.explanation.length > 0 && (
          <p class="problem-words">
            <Words words={problem.explanation} />
          </p>
        )}
        {actions && problem.fixes.length > 0 && (
          <p class="fixes">
            {problem.fixes.map((fix) => (
              <button type="button" class="button small" key={fix.title} onClick={() => actions.applyFix(fix)}>
                {fix.title}
              </button>
            ))}
          </p>
        )}
      </div>
      <LineLink place={problem.place} strings={strings} actions={actions} />
    </li>
  );
}

/** The panel's facts as plain text. */
export function problemsText(view: ProblemsView, { common, problems }: PanelStrings): string {
  const lines = view.problems.flatMap(({ message, explanation, place }) => [
    [place ? common.line(place.line) : '', message || plainText(explanation)].filter(Boolean).join('  '),
    ...(message && explanation.length > 0 ? [`  ${plainText(explanation)}`] : []),
  ]);
  const left = view.notSimulated.length > 0 ? [problems.notSimulated(view.notSimulated.join(', '))] : [];
  const printed = view.output ? `$ ${view.output.command}\n${view.output.stdout}${view.output.stderr}` : '';
  return [...(lines.length > 0 ? lines : [problems.none]), ...left].join('\n') + '\n' + printed;
}
