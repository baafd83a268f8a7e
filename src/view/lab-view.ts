/** The lab's view in either language. */
import type { Simulation } from '../sim/core.ts';
import type { ViewSettings } from './context.ts';
import { drawerView } from './drawer/drawer-view.ts';
import { labViewIn } from './lab-view-in.ts';
import type { LabView, Language, Selection } from './view-models.ts';
import { dictionaryOf } from './words/dictionaries.ts';

/** As `labViewIn`, with the drawer; a page's worker has one language and takes that. */
export function labView(
  simulation: Simulation,
  selection: Selection,
  language: Language,
  settings: ViewSettings = {},
): LabView {
  return labViewIn(simulation, selection, dictionaryOf(language), { drawer: drawerView, ...settings });
}
