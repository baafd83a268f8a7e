/** Recorded events as objects, for `get events`. */
import type { ClusterEvent } from '../api/events.ts';
import { apiVersionOf, type ApiKind } from '../api/kinds.ts';
import type { KubeObject } from '../api/objects.ts';
import { textAt } from './field.ts';
import type { TableFormat } from './table.ts';

/** The object an event is about. `namespace` is "" where the event names none. */
export interface InvolvedObject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Reads `Kind/namespace/name` or `Kind/name`. */
export function involvedObject(event: ClusterEvent): InvolvedObject {
  const [kind = '', ...rest] = event.object.split('/');
  return { kind, namespace: rest.length > 1 ? (rest[0] ?? '') : '', name: rest.at(-1) ?? '' };
}

/** The events as the server would list them; an event about an object without namespace lives in `default`. */
export function eventObjects(events: readonly ClusterEvent[], kind: ApiKind): readonly KubeObject[] {
  return events.map((event, i) => {
    const involved = involvedObject(event);
    const suffix = i.toString(16).padStart(16, '0');
    return {
      apiVersion: apiVersionOf(kind),
      kind: 'Event',
      metadata: { name: `${involved.name}.${suffix}`, namespace: involved.namespace || 'default' },
      involvedObject: involved,
      type: event.type,
      reason: event.reason,
      message: event.message,
      count: 1,
      source: { component: event.from },
    };
  });
}

/** Models pkg/printers/internalversion printEvent, v1.36. */
export const eventTable: TableFormat = {
  columns: [
    { name: 'LAST SEEN' },
    { name: 'TYPE' },
    { name: 'REASON' },
    { name: 'OBJECT' },
    { name: 'SUBOBJECT', wide: true },
    { name: 'SOURCE', wide: true },
    { name: 'MESSAGE' },
    { name: 'FIRST SEEN', wide: true },
    { name: 'COUNT', wide: true },
    { name: 'NAME', wide: true, isName: true },
  ],
  cells: (object, age) => [
    age,
    textAt(object, 'type'),
    textAt(object, 'reason'),
    `${textAt(object, 'involvedObject', 'kind').toLowerCase()}/${textAt(object, 'involvedObject', 'name')}`,
    '',
    textAt(object, 'source', 'component'),
    textAt(object, 'message').trim(),
    age,
    textAt(object, 'count'),
    object.metadata.name,
  ],
};
