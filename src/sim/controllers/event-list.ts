import { IdentityCache } from '../api/endpoints/identity-cache.ts';
import type { ClusterEvent } from '../api/events.ts';

type Events = readonly ClusterEvent[];

const none: Events = [];
const unions = new IdentityCache<Events>();

/** Events, each combination once: by object, reason and message. The same batches give the same list. */
export class EventList {
  readonly #batches: Events[] = [];

  get list(): Events {
    const [first, ...others] = this.#batches;
    return first ? unions.once(first, others, () => union([first, ...others])) : none;
  }

  add(events: Events): void {
    if (events.length > 0) this.#batches.push(events);
  }
}

function union(batches: readonly Events[]): Events {
  const list: ClusterEvent[] = [];
  const seen = new Map<string, Map<string, Set<string>>>();
  for (const event of batches.flat()) {
    const messages = messagesOf(seen, event);
    if (messages.has(event.message)) continue;
    messages.add(event.message);
    list.push(event);
  }
  return list;
}

function messagesOf(seen: Map<string, Map<string, Set<string>>>, { object, reason }: ClusterEvent): Set<string> {
  let reasons = seen.get(object);
  if (!reasons) seen.set(object, (reasons = new Map()));
  let messages = reasons.get(reason);
  if (!messages) reasons.set(reason, (messages = new Set()));
  return messages;
}
