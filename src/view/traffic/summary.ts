/** A verdict in a few characters, and its glyph. */
import type { Outcome, Verdict } from '../../sim/core.ts';
import type { ViewContext } from '../context.ts';
import type { Glyph } from '../view-models.ts';

/** `1/2 + 1/2`, `1/250 each`, `one endpoint`, or how it ends. */
export function trafficSummary({ words }: Pick<ViewContext, 'words'>, { outcome, reached }: Verdict): string {
  if (outcome !== 'ENDPOINTS') return words.outcome[outcome];
  if (reached.length === 1) return words.traffic.one;
  const shares = reached.map(({ share }) => fraction(share));
  const [first = ''] = shares;
  if (reached.length > 2)
    return shares.every((share) => share === first)
      ? words.traffic.each(first)
      : words.traffic.endpoints(reached.length);
  return shares.join(' + ');
}

/** An exact share in words: `1/3`, `1`. */
export const fraction = ([numerator, denominator]: readonly [number, number]): string =>
  denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;

const glyphs: Readonly<Record<Exclude<Outcome, 'ENDPOINTS'>, Glyph>> = {
  REJECT: 'reject',
  DROP: 'drop',
  NOROUTE: 'no-route',
  NXDOMAIN: 'no-name',
  NODATA: 'no-name',
  CNAME: 'outside',
  'HTTP 200': 'ok',
  'HTTP 503': 'mismatch',
  NOSOURCE: 'error',
  REFUSED: 'refused',
  TIMEOUT: 'timeout',
  'HTTP 404': 'mismatch',
  'TLS NAME': 'mismatch',
  ADVERTISED: 'mismatch',
};

/** The glyph of an ending; `ready` where endpoints answer. */
export const endingGlyph = (outcome: Outcome): Glyph => (outcome === 'ENDPOINTS' ? 'ready' : glyphs[outcome]);

/** The same for a whole verdict: square where only hosts outside answer. */
export function outcomeGlyph({ outcome, reached }: Verdict): Glyph {
  if (outcome !== 'ENDPOINTS') return endingGlyph(outcome);
  return reached.every(({ who }) => who === 'outside') ? 'ready-outside' : 'ready';
}
