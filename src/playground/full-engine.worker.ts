/** The engine with all its parts, in a worker. */
import { allParts } from './all-parts.ts';
import { serveEngine } from './serve-engine.ts';

serveEngine(allParts);
