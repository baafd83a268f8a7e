/** Which engines a page starts. Each is loaded by dynamic import, so that the first script stays small. */
import type { Language } from '../view/view-models.ts';
import type { NearLane } from './near-lane.ts';

/** The first one, with what panels show in the page's language; or the full one, with everything. */
export async function startEngine(full: boolean, language: Language): Promise<Worker> {
  if (full) return (await import('./start-full-engine.ts')).startWorker();
  const { startWorker } = await (language === 'en'
    ? import('./start-engine-en.ts')
    : import('./start-engine-zh-cn.ts'));
  return startWorker();
}

/** The one on the page's own thread. */
export const loadNear = async (): Promise<NearLane> => (await import('./near-engine.ts')).openLane();
