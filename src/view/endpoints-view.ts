/** The Endpoints panel: the list as kubectl prints it, and why each pod is in it or out. */
import { listEndpoints, objectIn, type ServiceExplanation, type State } from '../sim/core.ts';
import { rowLimit, type ViewContext } from './context.ts';
import { endpointRow, orphanRows, rowId, rowText, type PlacedRow } from './endpoint-rows.ts';
import { serviceNotes } from './service-notes.ts';
import { serviceChoices } from './services.ts';
import type { EndpointGroup, EndpointRow, EndpointsView, ServiceRef } from './view-models.ts';

type GroupId = EndpointGroup['id'];

/** The view of one Service (or of Endpoints without one); `lists` are the others to choose from. */
export function endpointsView(
  context: ViewContext,
  service: ServiceRef | undefined,
  lists: readonly ServiceRef[],
): EndpointsView {
  const services = serviceChoices(lists);
  if (!service) return { ...emptyView, services, summary: context.words.none };
  const explained = context.explain(context.state, service);
  const notes = serviceNotes(context, explained, service);
  const counted = explained ? countRows(explained) : undefined;
  const found = explained
    ? rowsOf(context, service, explained)
    : orphanRows(context, service, [context.words.traffic.noServiceOfName]).map((row): PlacedRow => ({
        group: 'out',
        row,
      }));
  const left = leftRows(context, service, explained);
  const leftIds = new Set(left.map(({ id }) => id));
  const rows = found.filter(({ group, row }) => group !== 'out' || !leftIds.has(row.id));
  const outCount = (counted?.out ?? rows.length) - found.length + rows.length;
  const counts = {
    in: counted?.in ?? 0,
    notReady: counted?.notReady ?? 0,
    terminating: counted?.terminating ?? 0,
    out: outCount,
  };
  const marked = markChanges(context, service, rows, leftIds);
  const groups = groupsOf(context, marked, counts, left);
  return {
    service,
    services,
    ...listEndpoints(context.state, service, context.settings.ages),
    summary: summaryOf(context, counts, left.length),
    counts: { in: counts.in, notReady: counts.notReady + counts.terminating, out: counts.out + left.length },
    groups,
    notes,
  };
}

const emptyView: Omit<EndpointsView, 'services' | 'summary'> = {
  command: '',
  output: '',
  counts: { in: 0, notReady: 0, out: 0 },
  groups: [],
  notes: [],
};

type Counts = Readonly<Record<'in' | 'notReady' | 'terminating' | 'out', number>>;

function countRows({ ports }: ServiceExplanation): Counts {
  const counts = { in: 0, notReady: 0, terminating: 0, out: 0 };
  for (const { rows, more } of ports) {
    counts.out += more;
    for (const { state } of rows) counts[state] += 1;
  }
  return counts;
}

/** Rows of each state up to the limit, ports one after the other; the engine has the near misses first. */
function rowsOf(context: ViewContext, service: ServiceRef, { ports }: ServiceExplanation): readonly PlacedRow[] {
  const taken = { in: 0, notReady: 0, terminating: 0, out: 0 };
  return ports.flatMap((port) =>
    port.rows.flatMap((row) => {
      if ((taken[row.state] += 1) > rowLimit) return [];
      return [{ group: row.state, row: endpointRow(context, context.state, service, port, row) }];
    }),
  );
}

/** What stood in the list in the state before and is out of it now. */
function leftRows(
  context: ViewContext,
  service: ServiceRef,
  now: ServiceExplanation | undefined,
): readonly EndpointRow[] {
  const { state, words } = context;
  const { before } = state;
  const then = before && before.cluster !== state.cluster ? context.explain(before, service) : undefined;
  if (!before || !then) return [];
  const present = new Map(
    (now?.ports ?? []).flatMap((port) => port.rows.map((row) => [rowId(row, port), { port, row }])),
  );
  const listed = new Set(
    (now?.ports ?? []).flatMap((port) => port.rows.flatMap((row) => (row.state === 'out' ? [] : [row.address]))),
  );
  return then.ports.flatMap((port) =>
    port.rows.flatMap((row): readonly EndpointRow[] => {
      if (row.state !== 'in' || (row.address !== undefined && listed.has(row.address))) return [];
      const still = present.get(rowId(row, port));
      if (still) return still.row.state === 'out' ? [outRow(context, before, service, still, row)] : [];
      const gone = {
        ...endpointRow(context, before, service, port, row),
        state: words.state.gone,
        glyph: 'out' as const,
      };
      const isGone = row.pod && !objectIn(state.cluster, 'pods', row.pod.namespace, row.pod.name);
      const reason = row.pod && isGone ? words.endpoints.podGone(row.pod.name) : words.endpoints.addressGone();
      const { place: _, ...rest } = gone;
      return [{ ...rest, reason }];
    }),
  );
}

function outRow(
  context: ViewContext,
  before: State,
  service: ServiceRef,
  {
    port,
    row,
  }: {
    readonly port: ServiceExplanation['ports'][number];
    readonly row: ServiceExplanation['ports'][number]['rows'][number];
  },
  was: typeof row,
): EndpointRow {
  const at = row.pod ? context.state : before;
  return endpointRow(context, at, service, port, {
    ...row,
    ...(row.address === undefined && was.address ? { address: was.address } : {}),
  });
}

/** Marks against the view compared with; rows that stood in the list and are nowhere now stay, struck, unless they are told as left. */
function markChanges(
  { settings, state }: ViewContext,
  service: ServiceRef,
  rows: readonly PlacedRow[],
  left: ReadonlySet<string>,
): readonly PlacedRow[] {
  const { before } = settings;
  const old = before?.endpoints;
  if (
    !old ||
    before.state !== state.index ||
    old.service?.name !== service.name ||
    old.service.namespace !== service.namespace
  )
    return rows;
  const then = new Map(
    old.groups.flatMap((group) =>
      group.rows.filter(({ change }) => change !== 'removed').map((row) => [row.id, { group: group.id, row }] as const),
    ),
  );
  const marked = rows.map((placed): PlacedRow => {
    const was = then.get(placed.row.id);
    then.delete(placed.row.id);
    if (!was || (placed.group === 'in' && was.group !== 'in')) return withMark(placed, 'added');
    return was.group === placed.group && rowText(was.row) === rowText(placed.row)
      ? placed
      : withMark(placed, 'changed');
  });
  const removed = [...then.values()]
    .filter(({ group, row }) => group === 'in' && !left.has(row.id))
    .map((placed) => withMark(placed, 'removed'));
  return [...marked, ...removed];
}

const withMark = ({ group, row }: PlacedRow, change: 'added' | 'removed' | 'changed'): PlacedRow => ({
  group,
  row: { ...row, change },
});

function groupsOf(
  { words, state }: ViewContext,
  rows: readonly PlacedRow[],
  counts: Counts,
  left: readonly EndpointRow[],
): readonly EndpointGroup[] {
  const group = (id: Exclude<GroupId, 'left'>): EndpointGroup => ({
    id,
    title: words.groups[id],
    count: counts[id],
    rows: rows.filter((placed) => placed.group === id).map(({ row }) => row),
  });
  const gone: EndpointGroup = {
    id: 'left',
    title: words.groups.left(state.index),
    count: left.length,
    rows: left.slice(0, rowLimit),
  };
  return [group('in'), group('notReady'), group('terminating'), gone, group('out')].filter(
    ({ count, rows: shown }) => count > 0 || shown.length > 0,
  );
}

/** `2 in, 1 not ready, 4 out`. */
function summaryOf({ words }: ViewContext, counts: Counts, left: number): string {
  const all = counts.in + counts.notReady + counts.terminating + counts.out + left;
  if (all === 0) return words.none;
  const parts = [
    words.endpoints.in(counts.in),
    counts.notReady > 0 ? words.endpoints.notReady(counts.notReady) : '',
    counts.terminating > 0 ? words.endpoints.terminating(counts.terminating) : '',
    left > 0 ? words.endpoints.left(left) : '',
    counts.out > 0 ? words.endpoints.out(counts.out) : '',
  ];
  return parts.filter(Boolean).join(words.comma);
}
