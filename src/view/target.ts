/** The field that a phrase of a text points at. */
import type { ViewContext } from './context.ts';
import type { Place } from './view-models.ts';

/**
 * The place of `selection.at` (`endpoints/external-service metadata.name`, in other namespaces than default `ns/kind/name path`)
 * in the text shown; undefined where that field does not stand in it.
 */
export function targetPlace({ selection, state, places }: ViewContext): Place | undefined {
  if (selection.at === undefined) return undefined;
  const [reference = '', ...path] = selection.at.split(' ');
  const parts = reference.split('/');
  const [namespace, kind = '', name] = parts.length === 3 ? parts : ['default', ...parts];
  const named = state.outcomes.find(
    ({ object }) =>
      object?.kind.toLowerCase() === kind.toLowerCase() &&
      object.name === name &&
      [namespace, ''].includes(object.namespace),
  );
  const found = places.field(named?.object, path.join(' '));
  return found?.exact && found.place.state === state.index ? found.place : undefined;
}
