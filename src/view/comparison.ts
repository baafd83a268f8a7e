/** With which result the one shown is compared: for What changed, and for the marks in every other view. */
import type { Simulation, State } from '../sim/core.ts';
import type { ViewSettings } from './context.ts';
import type { LabView, Selection } from './view-models.ts';

/** A state by its index, or the same state before the last edit. */
export type ComparedWith = number | 'edit';

/** The state chosen, else the one before; in state 0 the last edit. Undefined where there is nothing to compare with. */
export function comparedWith(
  shown: State,
  { states }: Simulation,
  { changesFrom }: Selection,
  { earlier }: ViewSettings,
): ComparedWith | undefined {
  const edit = earlier?.states[shown.index] ? 'edit' : undefined;
  if (changesFrom === 'edit' && edit) return edit;
  if (typeof changesFrom === 'number' && changesFrom !== shown.index && states[changesFrom]) return changesFrom;
  return shown.index > 0 ? shown.index - 1 : edit;
}

/**
 * The view whose rows the marks are made against, with the index of the state shown: of the state chosen, else of the same
 * state before the last edit, else of the state before. `viewOf` makes the view of another state.
 */
export function markedAgainst(
  shown: State,
  simulation: Simulation,
  selection: Selection,
  settings: ViewSettings,
  viewOf: (state: number) => LabView,
): LabView | undefined {
  const edited = settings.before?.state === shown.index ? settings.before : undefined;
  const chosen = selection.changesFrom === undefined && edited ? 'edit' : undefined;
  const from = chosen ?? comparedWith(shown, simulation, selection, settings);
  return typeof from === 'number' ? { ...viewOf(from), state: shown.index } : edited;
}
