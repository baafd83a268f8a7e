/** How old an object is: the states know since when it is there. */
import { tableName } from './api/kinds.ts';
import { keyOf, type ObjectRef } from './api/refs.ts';
import { anyTable } from './cluster/cluster.ts';
import { formatAge } from './kubectl/format-age.ts';
import { findResource } from './kubectl/resource-args.ts';
import type { State } from './simulate.ts';

/** The age as kubectl prints it; `ages`: seconds since each state was made, by its index, 10 where there is no number. */
export function ageOf(state: State, ref: ObjectRef, ages: readonly number[]): string {
  const seconds = ages[madeIn(state, ref).index];
  return seconds === undefined ? '10s' : formatAge(seconds);
}

/** The oldest state from which on an object was there without a break; the state itself if it is not there. */
export function madeIn(state: State, { kind, namespace, name }: ObjectRef): State {
  const resource = findResource(kind);
  const key = keyOf(namespace, name);
  const uidIn = (at: State): string | undefined =>
    resource && anyTable(at.cluster, tableName(resource)).get(key)?.metadata.uid;
  const uid = uidIn(state);
  let made = state;
  while (uid !== undefined && made.before && uidIn(made.before) === uid) made = made.before;
  return made;
}
