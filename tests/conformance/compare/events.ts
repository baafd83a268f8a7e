/** Events made comparable, as a list and as lines of a description. */
import type { RecordedEvent } from '../answers.ts';

/** They come or not by chance. */
const notCompared = new Set(['SuccessfulCreate', 'SuccessfulDelete', 'FailedToCreateEndpoint']);
/** How many half-way states a controller saw is chance: each counts once for an object, without its message. */
const countedOnce = new Set([
  'FailedToUpdateEndpoint',
  'FailedToUpdateEndpointSlices',
  'TopologyAwareHintsEnabled',
  'TopologyAwareHintsDisabled',
]);

/** One line per event that counts, sorted, each once. */
export function comparableEvents(events: readonly RecordedEvent[]): readonly string[] {
  const lines = new Set<string>();
  for (const event of withoutChance(events)) {
    const { type, reason, object, from } = event;
    lines.add([type, reason, object, from, ...(countedOnce.has(reason) ? [] : [event.message])].join(' | '));
  }
  return [...lines].sort();
}

/** The same for the lines under `Events:` of a description, blanks squeezed: `Type Reason Age From Message`. */
export function comparableEventLines(lines: readonly string[]): readonly string[] {
  const events = lines
    .filter((line) => line !== 'Type Reason Age From Message')
    .map((line) => {
      const [type = '', reason = '', , from = ''] = line.split(' ');
      return { type, reason, from, object: '', message: line };
    });
  const kept = withoutChance(events).map((event) =>
    countedOnce.has(event.reason) ? `${event.type} ${event.reason} ${event.from}` : event.message,
  );
  return [...new Set(kept)];
}

function withoutChance(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const enabled = new Set(
    events.filter((event) => event.reason === 'TopologyAwareHintsEnabled').map((event) => event.object),
  );
  return events.filter(
    (event) =>
      !notCompared.has(event.reason) && !(event.reason === 'TopologyAwareHintsDisabled' && enabled.has(event.object)),
  );
}
