/** The indented, aligned text of `kubectl describe`. */
import type { ClusterEvent } from '../api/events.ts';
import type { Labels } from '../api/objects.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { alignColumns, describeColumns } from './tabwriter.ts';

/** What one object's description may look at besides the object. */
export interface DescribedEvents {
  /** Absent where events are not to be shown. */
  readonly events?: readonly { readonly event: ClusterEvent; readonly age: string }[];
}

/** Collects text with tabs and lines it up when it is read. Models kubectl/pkg/describe PrefixWriter and tabbedString, v1.36. */
export class DescribeWriter {
  #done = '';
  #pending = '';

  /** Adds text, two blanks deeper per level. */
  write(level: number, text: string): void {
    this.#pending += escapeTerminal('  '.repeat(level) + text);
  }

  /** Columns of what comes next have nothing to do with those so far. */
  flush(): void {
    this.#done += alignColumns(this.#pending, describeColumns);
    this.#pending = '';
  }

  /** The text with its tabs as they are; for text that was not flushed. */
  raw(): string {
    return this.#pending;
  }

  text(): string {
    this.flush();
    return this.#done;
  }
}

/** `Labels:` with one label per line, sorted; `<none>` without any. */
export function writeLabels(w: DescribeWriter, title: string, labels: Labels | undefined): void {
  writeList(
    w,
    title,
    sortedEntries(labels).map(([key, value]) => `${key}=${value}`),
  );
}

/** A title and its lines, each in the second column; `<none>` without any. */
export function writeList(w: DescribeWriter, title: string, lines: readonly string[]): void {
  w.write(0, `${title}:\t${lines[0] ?? '<none>'}\n`);
  for (const line of lines.slice(1)) w.write(0, `\t${line}\n`);
}

const hidden = 'kubectl.kubernetes.io/last-applied-configuration';
const maxAnnotation = 140;

/** Annotations but the last applied configuration; long values on lines of their own, cut at 138 characters. */
export function writeAnnotations(w: DescribeWriter, title: string, annotations: Labels | undefined): void {
  const entries = sortedEntries(annotations).filter(([key]) => key !== hidden);
  w.write(0, `${title}:\t`);
  if (entries.length === 0) w.write(0, '<none>\n');
  for (const [i, [key, raw]] of entries.entries()) {
    if (i > 0) w.write(0, '\t');
    const value = raw.endsWith('\n') ? raw.slice(0, -1) : raw;
    if (value.length + key.length + 2 <= maxAnnotation && !value.includes('\n')) {
      w.write(0, `${key}: ${value}\n`);
      continue;
    }
    w.write(0, `${key}:\n`);
    for (const line of value.split('\n')) {
      const limit = maxAnnotation - 2;
      w.write(0, `\t  ${line.length > limit ? `${line.slice(0, limit)}...` : line}\n`);
    }
  }
}

/** The Events section; nothing where events are not to be shown. Models kubectl/pkg/describe DescribeEvents, v1.36. */
export function writeEvents(w: DescribeWriter, { events }: DescribedEvents): void {
  if (!events) return;
  if (events.length === 0) {
    w.write(0, 'Events:\t<none>\n');
    return;
  }
  w.flush();
  w.write(0, 'Events:\n  Type\tReason\tAge\tFrom\tMessage\n');
  w.write(1, '----\t------\t----\t----\t-------\n');
  for (const { event, age } of events)
    w.write(1, `${event.type}\t${event.reason}\t${age}\t${event.from}\t${event.message.trim()}\n`);
}

function sortedEntries(labels: Labels | undefined): readonly (readonly [string, string])[] {
  return Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
