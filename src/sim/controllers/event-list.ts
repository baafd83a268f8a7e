import type { ClusterEvent } from '../api/events.ts';

/** Events, each combination once: by object, reason and message. */
export class EventList {
  readonly list: ClusterEvent[] = [];
  readonly #seen = new Map<string, Map<string, Set<string>>>();

  add(events: readonly ClusterEvent[]): void {
    for (const event of events) {
      const messages = this.#messagesOf(event);
      if (messages.has(event.message)) continue;
      messages.add(event.message);
      this.list.push(event);
    }
  }

  #messagesOf({ object, reason }: ClusterEvent): Set<string> {
    let reasons = this.#seen.get(object);
    if (!reasons) this.#seen.set(object, (reasons = new Map()));
    let messages = reasons.get(reason);
    if (!messages) reasons.set(reason, (messages = new Set()));
    return messages;
  }
}
