/** The way as the picture draws it. */
import { slicesOf } from '../../sim/core.ts';
import { addressOf } from '../endpoint-rows.ts';
import type { ViewContext } from '../context.ts';
import type { Glyph, PictureModel } from '../view-models.ts';
import { captionOf } from './caption.ts';
import { describeWay } from './describe-way.ts';
import { nameModel } from './name-model.ts';
import { drawnLimit, type Way } from './way.ts';

/** So many slices are drawn; the caption counts all. */
const blockLimit = 10;

const unsent = new Set(['NXDOMAIN', 'NODATA', 'NOSOURCE']);

/** The picture of a way; every fact in it stands in the table as well. */
export function pictureOf(context: ViewContext, way: Way): PictureModel {
  const { words } = context;
  const { verdict, reached, notReached, address, rule } = way;
  const name = nameModel(context, way);
  const many = reached.length > drawnLimit;
  const endpoints = many ? [] : [...reached, ...notReached.slice(0, drawnLimit - reached.length)];
  const blocks = many ? blocksOf(context, way) : [];
  const ending =
    reached.length > 0 && verdict.outcome !== 'CNAME'
      ? reached[0]?.ending
        ? 'ENDPOINTS'
        : verdict.outcome
      : verdict.outcome;
  const share = reached[0]?.share;
  const alike = share && reached.every((end) => end.share?.[0] === share[0] && end.share[1] === share[1]);
  return {
    client: way.client,
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
    ...(rule ? { rule: { title: rule.title, detail: rule.detail } } : {}),
    ending,
    endingWord: unsent.has(verdict.outcome)
      ? words.traffic.noPacket
      : reached.length > 0
        ? ''
        : words.outcome[verdict.outcome],
    endpoints,
    blocks,
    ...(many && share && alike ? { blockShare: share } : {}),
    edge: endpoints.some(({ outside }) => outside),
    edgeWords: words.traffic.edge,
    captionEndpoints: captionOf(context, way),
    description: describeWay(context, way),
  };
}

/** One block per slice that holds an endpoint reached; one without slices where none is known. */
function blocksOf({ state, words }: ViewContext, { service, reached }: Way): PictureModel['blocks'] {
  const ids = new Map(reached.map(({ id }) => [addressOf(id), id]));
  const slices = service ? slicesOf(state.cluster, service.namespace, service.name) : [];
  const blocks = slices.slice(0, blockLimit).map(({ metadata, endpoints }) => ({
    id: metadata.name,
    title: metadata.name,
    dots: (endpoints ?? []).map(({ addresses: [ip = ''], conditions }) => {
      const id = ids.get(ip);
      return { glyph: dotGlyph(conditions), reached: id !== undefined, ...(id === undefined ? {} : { id }) };
    }),
  }));
  const shown = blocks.filter(({ dots }) => dots.some((dot) => dot.reached));
  if (shown.length > 0) return shown;
  const dots = reached.map(({ glyph, id }) => ({ glyph, reached: true, id }));
  return [{ id: 'all', title: words.traffic.endpoints(reached.length), dots }];
}

function dotGlyph(conditions: { readonly ready?: boolean; readonly terminating?: boolean } | undefined): Glyph {
  if (conditions?.terminating) return 'terminating';
  return conditions?.ready === false ? 'not-ready' : 'ready';
}
