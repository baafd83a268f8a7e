/** How a lane ends at its rule where it reaches nothing: refused, dropped, or without a way. */
import type { JSX } from 'preact';
import type { PictureLane } from '../../view/view-models.ts';

/** Where no packet leaves the client. */
export const sendsNothing = ({ ending }: PictureLane): boolean =>
  ending === 'NXDOMAIN' || ending === 'NODATA' || ending === 'NOSOURCE';

interface Props {
  readonly lane: PictureLane;
  readonly x: number;
  readonly y: number;
  /** Turned for the tree: the lane runs down. */
  readonly down?: boolean;
}

export function LaneEnd({ lane: { ending }, x, y, down = false }: Props): JSX.Element | null {
  if (ending === 'REJECT')
    return <path d={down ? `M${x - 8} ${y + 16}h16` : `M${x + 17} ${y - 14}v28`} class="pic-bar" />;
  if (ending === 'DROP')
    return (
      <g class="pic-fade">
        {Array.from({ length: 5 }, (_, i) => (
          <circle
            key={i}
            cx={down ? x : x + 19 + i * 10}
            cy={down ? y + 17 + i * 8 : y}
            r={3.2 - i * 0.45}
            opacity={1 - i * 0.16}
          />
        ))}
      </g>
    );
  if (ending === 'NOROUTE')
    return (
      <path
        d={down ? `M${x - 8} ${y + 5}h16M${x - 8} ${y + 12}h16` : `M${x + 5} ${y - 10}v20M${x + 13} ${y - 10}v20`}
        class="pic-gap"
      />
    );
  return null;
}
