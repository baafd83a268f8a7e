/** Names that were in use a moment ago. */
import { byTable, type Change } from './cluster.ts';

/** Keys of the objects of a table that these changes took away: what a controller makes in their place has a name of its own. */
export function keysGone(changes: readonly Change[], resource: string): readonly string[] {
  return (byTable(changes).get(resource) ?? []).flatMap(({ key, after }) => (after ? [] : [key]));
}
