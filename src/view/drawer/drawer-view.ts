/** What only the drawer's panels show: with the full engine, and only while one of them is wanted. */
import type { ViewContext } from '../context.ts';
import type { DrawerView, ServiceRef } from '../view-models.ts';
import { consoleView } from './console-view.ts';
import { withDrawerMarks } from './drawer-marks.ts';
import { objectsView } from './objects-view.ts';
import { podsView } from './pods-view.ts';
import { slicesView } from './slices-view.ts';

export function drawerView(context: ViewContext, service: ServiceRef | undefined): DrawerView {
  const { settings, state } = context;
  const before = settings.before?.state === state.index ? settings.before.drawer : undefined;
  const view = {
    slices: slicesView(context, service),
    pods: podsView(context),
    objects: objectsView(context, service),
    console: consoleView(context),
  };
  return withDrawerMarks(view, before);
}
