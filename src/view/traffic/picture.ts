/** The way as the picture draws it. */
import { slicesOf } from '../../sim/core.ts';
import { addressOf } from '../endpoint-rows.ts';
import type { ViewContext } from '../context.ts';
import type { Glyph, PictureEndpoint, PictureModel } from '../view-models.ts';
import { captionOf } from './caption.ts';
import { describeWay } from './describe-way.ts';
import { laneOf } from './lanes.ts';
import { nameModel } from './name-model.ts';
import { drawnLimit, type Way } from './way.ts';

/** So many slices are drawn; the caption counts all. */
const blockLimit = 10;

const unsent = new Set(['NXDOMAIN', 'NODATA', 'NOSOURCE']);

/** The picture of a way, and of those of other clients beside it; every fact in it stands in the table as well. */
export function pictureOf(context: ViewContext, way: Way, others: readonly Way[] = []): PictureModel {
  const { words } = context;
  const { verdict, notReached, address, rule, direct } = way;
  const ways = [way, ...others];
  const reached = others.length > 0 ? reachedByAny(ways) : way.reached;
  const name = nameModel(context, way);
  const many = reached.length > drawnLimit;
  const idle = notReached.filter(({ title }) => !reached.some((end) => end.title === title));
  const endpoints = many ? [] : [...reached, ...idle.slice(0, drawnLimit - reached.length)];
  const blocks = many ? blocksOf(context, { service: way.service, reached }) : [];
  const ending =
    way.reached.length > 0 && verdict.outcome !== 'CNAME'
      ? way.reached[0]?.ending
        ? 'ENDPOINTS'
        : verdict.outcome
      : verdict.outcome;
  const share = reached[0]?.share;
  const alike = share && reached.every((end) => end.share?.[0] === share[0] && end.share[1] === share[1]);
  return {
    client: way.client,
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
    ...(direct ? { direct } : {}),
    ...(rule ? { rule: { title: rule.title, detail: rule.detail, notes: rule.notes } } : {}),
    ending,
    endingWord: unsent.has(verdict.outcome)
      ? words.traffic.noPacket
      : way.reached.length > 0
        ? ''
        : words.outcome[verdict.outcome],
    endpoints,
    blocks,
    ...(many && share && alike ? { blockShare: share } : {}),
    edge: endpoints.some(({ outside }) => outside),
    edgeWords: words.traffic.edge,
    ...(others.length > 0 ? { lanes: ways.map((each) => laneOf(context, each)) } : {}),
    captionEndpoints: others.length > 0 ? sharedCaption(context, reached.length) : captionOf(context, way),
    description: ways.map((each) => describeWay(context, each)).join(context.language === 'en' ? ' ' : ''),
  };
}

/** Each endpoint once; the share is one client's own and stands on its lane. */
function reachedByAny(ways: readonly Way[]): readonly PictureEndpoint[] {
  const found = new Map<string, PictureEndpoint>();
  for (const { reached } of ways) for (const end of reached) if (!found.has(end.id)) found.set(end.id, end);
  return [...found.values()];
}

const sharedCaption = ({ words: { traffic } }: ViewContext, n: number): PictureModel['captionEndpoints'] => ({
  title: traffic.endpoints(n),
  detail: n > drawnLimit ? '' : traffic.byAnyClient,
});

/** One block per slice that holds an endpoint reached; one without slices where none is known. */
function blocksOf(
  { state, words }: ViewContext,
  { service, reached }: { readonly service: Way['service']; readonly reached: Way['reached'] },
): PictureModel['blocks'] {
  const ends = new Map(reached.map((end) => [addressOf(end.id), end]));
  const slices = service ? slicesOf(state.cluster, service.namespace, service.name) : [];
  const blocks = slices.slice(0, blockLimit).map(({ metadata, endpoints }) => ({
    id: metadata.name,
    title: metadata.name,
    dots: (endpoints ?? []).map(({ addresses: [ip = ''], conditions }) => {
      const end = ends.get(ip);
      return { glyph: dotGlyph(conditions), reached: end !== undefined, ...(end ? named(end) : {}) };
    }),
  }));
  const shown = blocks.filter(({ dots }) => dots.some((dot) => dot.reached));
  if (shown.length > 0) return shown;
  const dots = reached.map((end) => ({ glyph: end.glyph, reached: true, ...named(end) }));
  return [{ id: 'all', title: words.traffic.endpoints(reached.length), dots }];
}

const named = ({ id, owner }: PictureEndpoint): Pick<PictureEndpoint, 'id' | 'owner'> =>
  owner === undefined ? { id } : { id, owner };

function dotGlyph(conditions: { readonly ready?: boolean; readonly terminating?: boolean } | undefined): Glyph {
  if (conditions?.terminating) return 'terminating';
  return conditions?.ready === false ? 'not-ready' : 'ready';
}
