/** 500 labs mounted, edited in and taken away: what they leave. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { figure, type Result } from './measure.ts';

const mounts = 500;
/** Until compiled code and caches of the browser have settled. */
const warmUp = 300;
/** Labs mounted in one call into the page. */
const batch = 20;

interface Left {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly models: number;
}

/** `mounts`: growth of the heap in MB after garbage collection; then what is left of models, workers, listeners and DOM nodes. */
export async function mountBench(browser: Browser, url: string): Promise<readonly Result[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // Lets the bench count the editor's models.
  await page.addInitScript(() => Object.assign(globalThis, { MonacoEnvironment: { globalAPI: true } }));
  await page.goto(url);
  await page.locator('endpoint-lab-scene[data-live=ready]').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await mountAll(page, warmUp);
  const before = await left(page, session);
  await mountAll(page, mounts);
  const after = await left(page, session);
  await page.close();
  const kept = (what: keyof Left): number => after[what] - before[what];
  return [
    figure('mounts', 'MB', kept('heap') / 1e6),
    figure('mounts/models', 'left', kept('models')),
    figure('mounts/workers', 'left', kept('workers')),
    figure('mounts/listeners', 'left', kept('listeners')),
    figure('mounts/nodes', 'left', kept('nodes')),
  ];
}

async function mountAll(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done += batch) await page.evaluate(mountSome, batch);
}

/** In the page: each lab answers and opens its editor before it is taken away. */
async function mountSome(count: number): Promise<void> {
  const own = document.querySelector<HTMLElement>('endpoint-lab-scene');
  if (!own) throw new Error('the page has no lab');
  const until = (found: () => Element | null): Promise<Element> =>
    new Promise((resolve) => {
      const look = (): void => {
        const element = found();
        if (element) resolve(element);
        else setTimeout(look, 5);
      };
      look();
    });
  for (let i = 0; i < count; i += 1) {
    const lab = document.createElement('endpoint-lab-scene');
    Object.assign(lab.dataset, own.dataset, { draft: `bench-${i}` });
    delete lab.dataset['live'];
    own.after(lab);
    await until(() => {
      // A busy machine may let the engine's watchdog bite: then it is asked again.
      if (lab.dataset['live'] === 'stopped') lab.querySelector<HTMLElement>('.engine-note button')?.click();
      return lab.dataset['live'] === 'ready' ? lab : null;
    });
    const text = await until(() => lab.querySelector('.editor-static'));
    text.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    await until(() => lab.querySelector('.monaco-editor .view-line'));
    lab.remove();
  }
}

async function left(page: Page, session: CDPSession): Promise<Left> {
  for (let round = 0; round < 3; round += 1) {
    await page.waitForTimeout(300);
    await session.send('HeapProfiler.collectGarbage');
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const models = await page.evaluate(
    () =>
      (globalThis as unknown as { monaco?: { editor: { getModels(): readonly unknown[] } } }).monaco?.editor.getModels()
        .length,
  );
  return {
    heap: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    workers: page.workers().length,
    models: models ?? Number.NaN,
  };
}
