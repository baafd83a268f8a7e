/** The ports of an EndpointSlice in a line. */
import type { slicesOf } from '../sim/core.ts';
import type { ViewContext } from './context.ts';

type Slice = ReturnType<typeof slicesOf>[number];

/** `http 8080/TCP, 9090/TCP`. */
export function portsOf({ words }: Pick<ViewContext, 'words'>, { ports }: Slice): string {
  if (ports === null) return words.slices.unset;
  if (ports.length === 0) return words.slices.anyPort;
  return ports
    .map(({ name, port, protocol = 'TCP' }) => [name, `${port ?? '*'}/${protocol}`].filter(Boolean).join(' '))
    .join(', ');
}
