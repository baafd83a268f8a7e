/** Loaded by dynamic import for a reader who types: the engine on the page's own thread, with all that views need. */
import { Engine } from './engine.ts';
import { NearLane } from './near-lane.ts';
import { viewParts } from './view-parts.ts';

export const openLane = (): NearLane => new NearLane(() => new Engine(viewParts));
