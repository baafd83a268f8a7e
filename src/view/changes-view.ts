/** What changed between two states, subject by subject. */
import { connect, lookup, objectIn, slicesOf, table, type State } from '../sim/core.ts';
import { dnsAsked, probeAsked } from './asked.ts';
import { isPodReady } from '../sim/core.ts';
import { comparedWith } from './comparison.ts';
import type { ViewContext } from './context.ts';
import { asQuestion } from './dns-view.ts';
import { fieldLimit, listRow, rowOf, type ListThen } from './list-changes.ts';
import { portsOf } from './slice-ports.ts';
import { trafficSummary } from './traffic/summary.ts';
import type { ChangesView, ServiceRef } from './view-models.ts';

type Row = ChangesView['rows'][number];

const podLimit = 20;

/** From what the state shown is compared with to that state. */
export function changesView(context: ViewContext, service: ServiceRef | undefined): ChangesView {
  const { state, selection, simulation, settings } = context;
  const compared = comparedWith(state, simulation, selection, settings);
  const from = compared === 'edit' ? settings.earlier?.states[state.index] : simulation.states[compared ?? state.index];
  const ends = {
    from: compared ?? state.index,
    to: state.index,
    edited: settings.earlier?.states[state.index] !== undefined,
  };
  if (!from || from === state) return { ...ends, rows: [] };
  const rows = [
    ...(service ? serviceRows(context, from, service) : []),
    ...podRows(context, from),
    ...answerRows(context, from),
  ];
  return { ...ends, rows };
}

function serviceRows(context: ViewContext, from: State, service: ServiceRef): readonly Row[] {
  const { state, words } = context;
  const list = (at: State): ListThen | undefined => {
    const object = objectIn(at.cluster, 'endpoints', service.namespace, service.name);
    const addresses = (object?.subsets ?? []).flatMap(({ addresses: ready = [], ports = [] }) =>
      ready.flatMap(({ ip }) => (ports.length > 0 ? ports.map(({ port }) => `${ip}:${port}`) : [ip])),
    );
    return object && { addresses };
  };
  return [
    ...fieldRows(context, from, service),
    listRow(words, words.changes.endpoints, list(from), list(state)),
    ...sliceRows(context, from, service),
  ];
}

/** Fields of the Service's spec that differ. */
function fieldRows({ state, words, places }: ViewContext, from: State, service: ServiceRef): readonly Row[] {
  const subject = words.changes.service(service.name);
  const [before, after] = [from, state].map(({ cluster }) =>
    objectIn(cluster, 'services', service.namespace, service.name),
  );
  if (!before || !after) {
    const type = (object: typeof before): string => object?.spec.type ?? '';
    return before || after ? [rowOf(subject, type(before), type(after))] : [];
  }
  if (before.spec === after.spec) return [];
  const [old, now] = [before.spec, after.spec].map((spec) => leaves(spec, 'spec'));
  const paths = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(
    (path) => old?.get(path) !== now?.get(path),
  );
  return paths.slice(0, fieldLimit).map((path) => {
    const [was, is] = [old?.get(path), now?.get(path)];
    const place = places.of({ kind: 'Service', ...service }, path);
    const text = (value: string | undefined): string => (value === undefined ? '' : `${path}: ${value}`);
    return rowOf(subject, text(was), was === undefined ? text(is) : (is ?? ''), place);
  });
}

/** Every single value below a place, by its path. */
function leaves(value: unknown, path: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) found.set(path, String(value));
  else if (Array.isArray(value)) value.forEach((item, i) => leaves(item, `${path}[${i}]`, found));
  else
    for (const [key, item] of Object.entries(value))
      leaves(item, /[./[\]]/.test(key) ? `${path}[${key}]` : `${path}.${key}`, found);
  return found;
}

function sliceRows(context: ViewContext, from: State, { namespace, name }: ServiceRef): readonly Row[] {
  const { state, words } = context;
  const lists = (at: State): ReadonlyMap<string, ListThen> =>
    new Map(
      slicesOf(at.cluster, namespace, name).map((slice) => {
        const endpoints = slice.endpoints ?? [];
        return [
          slice.metadata.name,
          {
            head: words.changes.sliceLine(endpoints.length, portsOf(context, slice)),
            addresses: endpoints.flatMap(({ addresses }) => addresses),
          },
        ];
      }),
    );
  const [before, after] = [lists(from), lists(state)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .slice(0, fieldLimit)
    .map((slice) => listRow(words, words.changes.slice(slice), before.get(slice), after.get(slice)));
}

/** Pods that came, went, or changed their readiness. */
function podRows({ state, words, places }: ViewContext, from: State): readonly Row[] {
  const [before, after] = [table(from.cluster, 'pods'), table(state.cluster, 'pods')];
  if (before === after) return [];
  type Pod = Parameters<typeof isPodReady>[0];
  const stateOf = (pod: Pod | undefined): string => {
    if (!pod) return '';
    if (pod.metadata.deletionTimestamp !== undefined) return words.changes.podTerminating;
    return isPodReady(pod) ? words.changes.podReady : words.changes.podNotReady;
  };
  const rows: Row[] = [];
  let more = 0;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === is || stateOf(was) === stateOf(is)) continue;
    if (rows.length === podLimit) more += 1;
    else {
      const { namespace = '', name } = (is ?? was ?? { metadata: { name: key } }).metadata as {
        namespace?: string;
        name: string;
      };
      rows.push(
        rowOf(
          words.changes.pod(key.replace(/^default\//, '')),
          stateOf(was),
          stateOf(is),
          places.of({ kind: 'Pod', namespace, name }, 'metadata.name'),
        ),
      );
    }
  }
  if (more > 0)
    rows.push({
      subject: words.changes.pods,
      mark: 'changed',
      before: words.changes.podCount(before.size),
      after: words.changes.more(more),
    });
  return rows;
}

function answerRows(context: ViewContext, from: State): readonly Row[] {
  const { state, words } = context;
  const question = asQuestion(dnsAsked(context));
  const dns = (at: State): string => {
    const { answer, rcode } = lookup(at, question);
    const values = answer.map((line) => line.split(' ').slice(4).join(' '));
    return values.length === 0
      ? rcode === 'NOERROR'
        ? 'NODATA'
        : rcode
      : values.slice(0, fieldLimit).sort().join(', ');
  };
  const probe = probeAsked(context);
  const traffic = (at: State): string => trafficSummary(context, connect(at, probe));
  return [rowOf(words.changes.dns, dns(from), dns(state)), rowOf(words.changes.traffic, traffic(from), traffic(state))];
}
