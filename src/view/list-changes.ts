/** How a list of addresses changed: short lists whole, of long ones what left and what came. */
import type { ChangesView, Place } from './view-models.ts';
import type { ViewWords } from './words/view-en.ts';

type Row = ChangesView['rows'][number];

/** So many addresses and fields are told one by one. */
export const fieldLimit = 8;

export interface ListThen {
  readonly addresses: readonly string[];
  /** What is told before the addresses: `2 endpoints, ports 80/TCP`. */
  readonly head?: string;
}

/** Undefined: there is, or was, no such list. */
export function listRow(
  words: ViewWords,
  subject: string,
  before: ListThen | undefined,
  after: ListThen | undefined,
): Row {
  const text = (list: ListThen | undefined, shown = list?.addresses ?? []): string => {
    if (!list) return '';
    const more = shown.length - fieldLimit;
    const told = [...shown.slice(0, fieldLimit), ...(more > 0 ? [words.changes.more(more)] : [])].join(', ');
    return [list.head, told === '' ? '<none>' : told].filter((part) => part !== undefined).join(': ');
  };
  if (!before || !after) return rowOf(subject, text(before), text(after));
  const [then, now] = [new Set(before.addresses), new Set(after.addresses)];
  const left = before.addresses.filter((address) => !now.has(address));
  const came = after.addresses.filter((address) => !then.has(address));
  const short = Math.max(before.addresses.length, after.addresses.length) <= fieldLimit;
  const whole = short || left.length === before.addresses.length || came.length === after.addresses.length;
  if (whole || left.length + came.length === 0) return rowOf(subject, text(before), text(after));
  return rowOf(subject, left.length > 0 ? text(before, left) : '', came.length > 0 ? text(after, came) : '');
}

/** One row: empty texts stand for what is not there. */
export function rowOf(subject: string, before: string, after: string, place?: Place): Row {
  const mark = before === after ? 'same' : before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return { subject, mark, before, after, ...(place ? { place } : {}) };
}
