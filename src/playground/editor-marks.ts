/** What the editor marks in its text: every problem at its place, and the first cause in words under its line. */
import type { Marker, Zone } from '../editor/editor.ts';
import type { LabView, ProblemView } from '../view/view-models.ts';
import { plainText } from '../panels/parts/words.tsx';

/** Problems that stand in the text shown. */
function inText({ problems, state }: LabView): readonly ProblemView[] {
  return problems.problems.filter(({ place }) => place?.state === state);
}

export function markersOf(view: LabView): readonly Marker[] {
  return inText(view).flatMap(({ severity, message, explanation, place, fixes }) =>
    place ? [{ severity, message: message || plainText(explanation), start: place.start, end: place.end, fixes }] : [],
  );
}

/** The first error, else the first cause that has a repair: the one that the problem line names, too. */
export function zoneOf(view: LabView): Zone | undefined {
  const here = inText(view);
  const first = here.find(({ severity }) => severity === 'error') ?? here.find(({ fixes }) => fixes.length > 0);
  if (!first?.place) return undefined;
  const { severity, explanation, message, place, fixes } = first;
  const words = explanation.length > 0 ? explanation : [message];
  return { severity, words, fixes: fixes.slice(0, 2), start: place.start, end: place.end };
}
