/** What differs from the pods and the object compared with. Slices mark their own rows. */
import type { DrawerView, ObjectsView, PodRow, PodsView } from '../view-models.ts';

/** The view with its marks against `before`, a view of the same questions. */
export function withDrawerMarks(view: DrawerView, before: DrawerView | undefined): DrawerView {
  if (!before) return view;
  return { ...view, pods: markPods(view.pods, before.pods), objects: markObjects(view.objects, before.objects) };
}

function markPods(view: PodsView, before: PodsView): PodsView {
  // Of more pods than are listed it is not known which are new.
  if (view.count > view.pods.length || before.count > before.pods.length) return view;
  const then = new Map(before.pods.map((pod) => [pod.id, textOf(pod)]));
  const now = new Set(view.pods.map(({ id }) => id));
  return {
    ...view,
    pods: view.pods.map((pod) => {
      const was = then.get(pod.id);
      return was === textOf(pod) ? pod : { ...pod, change: was === undefined ? 'added' : 'changed' };
    }),
    left: before.pods.map(({ id }) => id).filter((id) => !now.has(id)),
  };
}

const textOf = ({ phase, ready, ip, node, terminating, labels }: PodRow): string =>
  JSON.stringify([phase, ready, ip, node, terminating, labels]);

type Lines = ObjectsView['lines'];

/** Lines that are gone stand where they stood. */
function markObjects(view: ObjectsView, before: ObjectsView): ObjectsView {
  const [now, then] = [view.selected, before.selected];
  if (!now || now.kind !== then?.kind || now.namespace !== then.namespace || now.name !== then.name) return view;
  return {
    ...view,
    lines: diffOf(
      before.lines.filter(({ change }) => change !== 'removed'),
      view.lines,
    ),
  };
}

/** More lines than this are not compared: the cost grows with their square. */
const most = 400;

function diffOf(before: Lines, after: Lines): Lines {
  let start = 0;
  while (start < before.length && start < after.length && before[start]?.text === after[start]?.text) start += 1;
  let end = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (end < rest && before.at(-1 - end)?.text === after.at(-1 - end)?.text) end += 1;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  if (old.length > most || now.length > most) return after;
  return [...after.slice(0, start), ...middleOf(old, now), ...after.slice(after.length - end)];
}

/** The longest common run of lines stays; what is around it left or came. */
function middleOf(old: Lines, now: Lines): Lines {
  const kept: number[][] = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number): number => kept[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = kept[i];
      if (row) row[j] = old[i]?.text === now[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const lines: Lines[number][] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was && is && was.text === is.text) {
      lines.push(is);
      i += 1;
      j += 1;
    } else if (was && (!is || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ ...was, change: 'removed' });
      i += 1;
    } else if (is) {
      lines.push({ ...is, change: 'added' });
      j += 1;
    }
  }
  return lines;
}
