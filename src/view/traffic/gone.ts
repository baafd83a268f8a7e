/** Endpoints that were reached in the result compared with and are no longer. */
import type { ViewContext } from '../context.ts';
import type { PictureEndpoint } from '../view-models.ts';
import type { WayStart } from './way.ts';

/** `notReached` with a mark on those that left; those that are nowhere any more stand at the end. */
export function withGone(
  { settings, state, words }: ViewContext,
  { verdict }: WayStart,
  reached: readonly PictureEndpoint[],
  notReached: readonly PictureEndpoint[],
): readonly PictureEndpoint[] {
  const before = settings.before?.state === state.index ? settings.before.traffic : undefined;
  if (before?.from !== verdict.probe.from || before.to !== verdict.probe.to) return notReached;
  const left = before.picture.endpoints.filter(
    ({ id, share }) => share !== undefined && !reached.some((endpoint) => endpoint.id === id),
  );
  if (left.length === 0) return notReached;
  const isOf = (endpoint: PictureEndpoint, was: PictureEndpoint): boolean =>
    endpoint.title === was.title || was.detail.split(' · ')[0] === endpoint.title;
  const marked = notReached.map((endpoint) =>
    left.some((was) => isOf(endpoint, was)) ? { ...endpoint, change: 'removed' as const } : endpoint,
  );
  const nowhere = left
    .filter((was) => !notReached.some((endpoint) => isOf(endpoint, was)))
    .map(({ id, title, outside }): PictureEndpoint => ({
      id,
      title,
      detail: words.state.gone,
      glyph: outside ? 'out-outside' : 'out',
      outside,
      change: 'removed',
    }));
  return [...marked, ...nowhere];
}
