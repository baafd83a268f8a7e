/** As `start-engine-en.ts`, for the engine with all its parts. */
import EngineWorker from './full-engine.worker.ts?worker';

export const startWorker = (): Worker => new EngineWorker();
