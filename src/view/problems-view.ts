/** The Problems panel: the tools' own words at their line, ours below, and repairs. */
import type { Problem, State } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import { explainProblem } from './explain-problem.ts';
import { problemFixes } from './problem-fixes.ts';
import { orphanNotes, type Note } from './service-notes.ts';
import type { ProblemsView, ProblemView } from './view-models.ts';

const severities = { error: 0, warning: 1, info: 2 } as const;

/** Problems of the shown text and of the scene's header; `notes` are those of the Service looked at. */
export function problemsView(context: ViewContext, notes: readonly Note[]): ProblemsView {
  const { state, simulation } = context;
  const told = state.problems
    .filter(({ code }) => code !== 'NotSimulated')
    .map((problem) => problemOf(context, problem, true));
  const header = simulation.scene.problems.map((problem) => problemOf(context, problem, false));
  const mismatches = [...notes, ...orphanNotes(context)]
    .filter(({ glyph }) => glyph === 'warning')
    .map(({ words, place, fixes }): ProblemView => ({
      severity: 'warning',
      message: '',
      explanation: words,
      fixes: fixes.slice(0, 2),
      ...(place ? { place } : {}),
    }));
  const problems = distinct([...told, ...mismatches, ...header]).sort(
    (a, b) => severities[a.severity] - severities[b.severity],
  );
  return {
    problems,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    unreadable: isUnreadable(state),
    output: state.apply,
    notSimulated: notSimulated(state),
  };
}

/** Nothing could be read of the text: a limit, or a syntax error before anything was applied. */
export function isUnreadable({ problems, outcomes }: State): boolean {
  const unread = problems.some(
    ({ code, severity }) =>
      severity === 'error' && (code === 'Limit' || code === 'YamlSyntax' || code === 'BadSeparator'),
  );
  return unread && !outcomes.some(({ object }) => object);
}

function problemOf(context: ViewContext, problem: Problem, inText: boolean): ProblemView {
  const { fixes, meant } = inText ? problemFixes(context, problem) : { fixes: [], meant: [] };
  return {
    severity: problem.severity,
    message: problem.message,
    explanation: [...explainProblem(context, problem), ...meant],
    fixes,
    ...(inText ? { place: context.places.inShown(problem.range.start, problem.range.end) } : {}),
  };
}

function distinct(problems: readonly ProblemView[]): ProblemView[] {
  const seen = new Set<string>();
  return problems.filter(({ message, explanation, place }) => {
    const key = JSON.stringify([message, message === '' ? explanation : '', place?.start]);
    return !seen.has(key) && seen.add(key);
  });
}

/** `ConfigMap settings`: kinds that were taken and do nothing. */
function notSimulated({ problems, outcomes }: State): readonly string[] {
  const documents = new Set(
    problems.filter(({ code }) => code === 'NotSimulated').map((p) => `${p.document} ${p.path}`),
  );
  return outcomes.flatMap(({ document, item, object }) => {
    const path = item === undefined ? 'kind' : `items[${item}].kind`;
    return object && documents.has(`${document} ${path}`) ? [`${object.kind} ${object.name}`] : [];
  });
}
