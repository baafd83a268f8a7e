/** The right side of the picture: endpoints that connections reach, and those that they do not, each with its reason. */
import { orphanEndpoints, type EndpointRow, type Outcome, type Verdict } from '../../sim/core.ts';
import { addressOf, addressTitle, isListedInVain, isOutside, isUnrelated, orphanRows } from '../endpoint-rows.ts';
import type { ViewContext } from '../context.ts';
import type { Glyph, PictureEndpoint } from '../view-models.ts';
import { list, text } from '../words/facts.ts';
import { endingGlyph } from './summary.ts';
import { reasonIn } from './reason-in.ts';
import type { WayStart } from './way.ts';
import { podWho } from './who.ts';

/** So many of those that were not reached are made at most. */
const notReachedLimit = 8;

type Reached = Verdict['reached'][number];

/**
 * Endpoints with a share, in the engine's order. An alias that leads out and has no address here is one, by its name.
 * Where there are more than `drawn`, they are dots, which have no places.
 */
export function reachedOf(context: ViewContext, way: WayStart, drawn: number): readonly PictureEndpoint[] {
  const { verdict, explained, port } = way;
  const target = verdict.cname?.at(-1);
  if (verdict.outcome === 'CNAME' && target !== undefined) {
    const title = `${target}:${port}`;
    return [
      { id: title, title, detail: context.words.traffic.outsideDns, glyph: 'outside', outside: true, share: [1, 1] },
    ];
  }
  const rows = new Map(
    (explained?.rows ?? []).flatMap((row) =>
      row.address === undefined ? [] : [[addressOf(row.address), row] as const],
    ),
  );
  const placed = verdict.reached.length <= drawn;
  return verdict.reached.map((end) => reachedEnd(context, way, end, rows.get(addressOf(end.endpoint)), placed));
}

function reachedEnd(
  context: ViewContext,
  { verdict, service }: WayStart,
  end: Reached,
  row: EndpointRow | undefined,
  placed: boolean,
): PictureEndpoint {
  const { words, settings, state } = context;
  const outside = end.who === 'outside';
  const before = settings.before?.state === state.index ? settings.before.traffic : undefined;
  const asked = before && before.from === verdict.probe.from && before.to === verdict.probe.to;
  const added =
    asked &&
    before.picture.blocks.length === 0 &&
    !before.picture.endpoints.some((e) => e.id === end.endpoint && e.share);
  return {
    id: end.endpoint,
    title: end.endpoint,
    detail: detailOf(),
    glyph: glyphOf(end.outcome, outside, row, verdict.cname !== undefined),
    outside,
    share: end.share,
    ...(end.who.startsWith('pod ') ? { owner: end.who.slice(4) } : {}),
    ...(placed ? placeOf(context, row) : {}),
    ...(end.outcome === 'ENDPOINTS' ? {} : { ending: end.outcome }),
    ...(added ? { change: 'added' as const } : {}),
  };

  function detailOf(): string {
    const { traffic } = words;
    if (outside) return row && !row.pod ? traffic.byHand : (verdict.cname?.at(-1) ?? words.endpoints.outside);
    const [kind = '', key = ''] = end.who.split(' ');
    if (kind === 'node') return words.clients.node(key);
    if (kind !== 'pod') return traffic.nobody;
    const [namespace = '', name = ''] = key.split('/');
    const who = podWho(context, namespace, name, service?.namespace);
    return row?.state === 'terminating' ? traffic.terminatingUsed(who.name) : who.both;
  }
}

function glyphOf(outcome: Outcome, outside: boolean, row: EndpointRow | undefined, alias: boolean): Glyph {
  if (outcome !== 'ENDPOINTS') return endingGlyph(outcome);
  if (outside) return alias && !row ? 'outside' : 'ready-outside';
  return row?.state === 'terminating' ? 'terminating' : 'ready';
}

/** Endpoints that stand in the list or nearly did, and get nothing. `reached`: addresses that do. */
export function notReachedOf(
  context: ViewContext,
  way: WayStart,
  reached: ReadonlySet<string>,
): readonly PictureEndpoint[] {
  const { explained, service, verdict } = way;
  if (!explained) return service ? orphans(context, service) : [];
  const found: PictureEndpoint[] = [];
  for (const row of explained.rows) {
    if (found.length === notReachedLimit) break;
    if (row.address !== undefined && reached.has(addressOf(row.address))) continue;
    if (isUnrelated(row) || (row.state === 'out' && verdict.outcome === 'ENDPOINTS')) continue;
    found.push(notReachedEnd(context, way, row));
  }
  return found;
}

function orphans(
  context: ViewContext,
  service: { readonly namespace: string; readonly name: string },
): readonly PictureEndpoint[] {
  const isOrphan = orphanEndpoints(context.state.cluster).some(
    ({ object }) => object?.name === service.name && object.namespace === service.namespace,
  );
  if (!isOrphan) return [];
  return orphanRows(context, service, [])
    .slice(0, notReachedLimit)
    .map(({ title, glyph }) => ({
      id: title,
      title,
      detail: context.words.traffic.noServiceOfName,
      glyph,
      outside: glyph === 'out-outside',
    }));
}

function notReachedEnd(context: ViewContext, way: WayStart, row: EndpointRow): PictureEndpoint {
  const { state, words } = context;
  const outside = !row.pod && row.address !== undefined && isOutside(state, addressOf(row.address));
  const who = row.pod && podWho(context, row.pod.namespace, row.pod.name, way.service?.namespace);
  const listed = row.state !== 'out' || isListedInVain(row);
  const title = listed || !who ? addressTitle(state, row) || (who?.name ?? '') : who.name;
  const glyphs: Record<EndpointRow['state'], Glyph> = {
    in: outside ? 'ready-outside' : 'ready',
    notReady: 'not-ready',
    terminating: 'terminating',
    out: outside ? 'out-outside' : 'out',
  };
  const owner = who ?? { name: outside ? words.traffic.byHand : '', node: '' };
  return {
    id: row.pod ? `${row.pod.namespace}/${row.pod.name}` : title,
    title,
    detail: whyNot(context, way, row, owner),
    glyph: glyphs[row.state],
    outside,
    ...placeOf(context, row),
  };
}

function placeOf({ places }: ViewContext, row: EndpointRow | undefined): Partial<Pick<PictureEndpoint, 'place'>> {
  const place = row && (places.of(row.reason.object, row.reason.path) ?? places.of(row.pod));
  return place ? { place } : {};
}

function whyNot(
  { words: { traffic } }: ViewContext,
  { verdict }: WayStart,
  row: EndpointRow,
  { name, node }: { readonly name: string; readonly node: string },
): string {
  const headless =
    verdict.via === 'headless' || reasonIn(verdict, 'HeadlessDirect') !== undefined || verdict.outcome === 'NXDOMAIN';
  const after = (words: string): string => words.replace(/^ · /, '');
  if (row.state === 'notReady') return after(headless ? traffic.notReadyDns(name) : traffic.notReady(name));
  if (row.state === 'terminating') return after(traffic.terminating(name));
  if (row.state === 'out') return whyOut(traffic, row);
  const local = reasonIn(verdict, 'InternalPolicyLocal', 'ExternalPolicyLocal', 'NoLocalEndpoints');
  if (local && node !== '') return after(traffic.elsewhere(name, node));
  if (reasonIn(verdict, 'HintsForNode', 'HintsForZone')) return after(traffic.otherHints(name));
  if (verdict.outcome === 'REJECT' && !reasonIn(verdict, 'ServicePortNotFound')) return traffic.notUsed;
  return after(traffic.never(name));
}

function whyOut(traffic: ViewContext['words']['traffic'], row: EndpointRow): string {
  const { code, facts } = row.reason;
  switch (code) {
    case 'LabelDiffers':
      return traffic.outLabel(`${text(facts, 'key')}=${text(facts, 'found')}`);
    case 'LabelMissing':
      return traffic.outNoLabel(text(facts, 'key'));
    case 'OtherNamespace':
      return traffic.outNamespace(text(facts, 'found'));
    case 'PortNameNotFound':
    case 'PortProtocolDiffers':
      return traffic.outPort(text(facts, 'wanted'));
    case 'FamilyAbsent':
      return traffic.outFamily;
    case 'PortNameDiffers': {
      const [found = ''] = list(facts, 'found');
      return found === '' ? traffic.portUnnamed : traffic.portCalled(found);
    }
    default:
      return isListedInVain(row) ? traffic.notUsed : traffic.outLabel(code);
  }
}
