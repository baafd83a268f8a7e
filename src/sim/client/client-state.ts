/** What a client's view is computed from: one state of the cluster. */
import type { World } from '../api/world.ts';
import type { ProxyView } from '../proxy/route.ts';

export interface ClientState extends ProxyView {
  readonly world: World;
}
