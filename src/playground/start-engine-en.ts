/** Loaded by dynamic import, so that a page's first script stays small; the worker is a blob, the only kind that runs everywhere. */
import EngineWorker from './engine-en.worker.ts?worker';

export const startWorker = (): Worker => new EngineWorker();
