/** What only the drawer's panels show: with the full engine, and only while one of them is wanted. */
import type { ViewContext } from '../context.ts';
import type { DrawerView, ServiceRef } from '../view-models.ts';
import { objectsView } from './objects-view.ts';
import { podsView } from './pods-view.ts';
import { slicesView } from './slices-view.ts';

export function drawerView(context: ViewContext, service: ServiceRef | undefined): DrawerView {
  return {
    slices: slicesView(context, service),
    pods: podsView(context),
    objects: objectsView(context, service),
  };
}
