/** Loaded by dynamic import, so that a page's first script stays small; the worker is a blob, the only kind that runs everywhere. */
import EngineWorker from './engine-zh-cn.worker.ts?worker';

export const startWorker = (): Worker => new EngineWorker();
