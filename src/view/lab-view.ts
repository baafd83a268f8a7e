/** The lab's view in either language. */
import type { Simulation } from '../sim/core.ts';
import type { ViewSettings } from './context.ts';
import { labViewIn } from './lab-view-in.ts';
import type { LabView, Language, Selection } from './view-models.ts';
import { dictionaryOf } from './words/dictionaries.ts';

/** As `labViewIn`; a page's worker has one language and takes that. */
export function labView(
  simulation: Simulation,
  selection: Selection,
  language: Language,
  settings: ViewSettings = {},
): LabView {
  return labViewIn(simulation, selection, dictionaryOf(language), settings);
}
