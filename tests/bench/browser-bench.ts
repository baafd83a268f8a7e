/** The lab in a real Chromium, on the built site: how soon a keystroke shows, and what 500 labs leave behind. Run `npm run build` first. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from '@playwright/test';
import { createSiteServer } from '../../scripts/site-server.ts';
import { findChromium } from '../../scripts/system-packages.ts';
import { headersFor } from '../../src/hosting/headers.ts';
import { mountBench } from './mount-bench.ts';
import { summary, type Result } from './measure.ts';
import { typedEndpoints } from './scenes.ts';

const dist = 'dist';
const lesson = 'lessons/without-selector/by-hand/';

/** Empty where the site is not built. Throws where there is no Chromium. */
export async function browserBench(): Promise<readonly Result[]> {
  if (!existsSync(dist)) return [];
  const found = findChromium();
  if ('missing' in found) throw new Error(found.missing);
  const server = createSiteServer({ root: dist, base: '/', headersFor });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${lesson}`;
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return [
      await keystrokes(browser, url, 'keystroke-to-panels', undefined, 4),
      await keystrokes(browser, url, 'keystroke-to-panels/1000', typedEndpoints(1000), 16),
      ...(await mountBench(browser, url)),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

const runs = 100;
const warmUp = 20;

/** Types a digit at the end of a line, and takes it back, again and again. */
async function keystrokes(
  browser: Browser,
  url: string,
  name: string,
  scene: string | undefined,
  line: number,
): Promise<Result> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await ready(page);
  if (scene !== undefined) await put(page, scene);
  await page.locator('.editor-static .code-line').first().click();
  await page.locator('.monaco-editor .view-lines').waitFor();
  await toEndOf(page, line);
  await page.evaluate(watchPanels);
  const times: number[] = [];
  for (let run = 0; run < runs + warmUp; run += 1) {
    const shown = page.evaluate(() => (globalThis as unknown as Watch).nextFrameShown());
    await page.keyboard.press(run % 2 === 0 ? '1' : 'Backspace');
    const time = await shown;
    if (run >= warmUp) times.push(time);
    await ready(page);
    await page.waitForTimeout(20);
  }
  await page.close();
  return summary(name, 'ms', times);
}

const ready = async (page: Page): Promise<void> => {
  await page.locator('endpoint-lab-scene[data-live=ready]').waitFor();
};

/** Puts a scene in place of the page's. */
async function put(page: Page, scene: string): Promise<void> {
  await page.locator('endpoint-lab-scene').evaluate((old: HTMLElement, text) => {
    const lab = document.createElement('endpoint-lab-scene');
    Object.assign(lab.dataset, old.dataset, { scene: text, draft: '' });
    delete lab.dataset['live'];
    old.replaceWith(lab);
  }, scene);
  await ready(page);
}

/** By keys, as a reader goes there. */
async function toEndOf(page: Page, line: number): Promise<void> {
  await page.locator('.monaco-editor .native-edit-context, .monaco-editor textarea').first().focus();
  await page.keyboard.press('Control+Home');
  for (let at = 1; at < line; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
}

interface Watch {
  /** Milliseconds from the next key to the first frame after the panels' DOM changed. */
  nextFrameShown: () => Promise<number>;
}

/** In the page. The lab says that it is ready in the task that changes its panels. */
function watchPanels(): void {
  const lab = document.querySelector<HTMLElement>('endpoint-lab-scene');
  if (!lab) throw new Error('the page has no lab');
  let pressed: number | undefined;
  let changed = false;
  let tell: ((time: number) => void) | undefined;
  addEventListener(
    'keydown',
    () => {
      pressed = performance.now();
      changed = false;
    },
    true,
  );
  const observer = new MutationObserver((records) => {
    changed ||= records.some(({ target }) => target !== lab);
    if (pressed === undefined || !changed || lab.dataset['live'] !== 'ready') return;
    const began = pressed;
    pressed = undefined;
    requestAnimationFrame(() => tell?.(performance.now() - began));
  });
  observer.observe(lab, { attributeFilter: ['data-live'] });
  for (const panel of lab.querySelectorAll('[data-tile]:not(.editor), .drawer'))
    observer.observe(panel, { subtree: true, childList: true, characterData: true, attributes: true });
  (globalThis as unknown as Watch).nextFrameShown = () =>
    new Promise((resolve, reject) => {
      tell = resolve;
      setTimeout(() => reject(new Error('the panels did not change within 10 seconds')), 10_000);
    });
}
