/** The lab in a real Chromium, on the built site: how soon a keystroke shows, and what 500 labs leave behind. */
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

/** Reads the built site. Throws where there is no Chromium. */
export async function browserBench(): Promise<readonly Result[]> {
  const found = await findChromium();
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
      await floor(browser),
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

/** Milliseconds. */
const betweenKeys = 80;

/** What the machine takes at this moment to show a letter in an empty page: the floor under the figures below it. */
async function floor(browser: Browser): Promise<Result> {
  const page = await browser.newPage();
  await page.setContent('<textarea></textarea><output></output>');
  await page.locator('textarea').focus();
  await page.evaluate(() => {
    const watch = globalThis as unknown as Watch;
    watch.shown = [];
    addEventListener('keydown', () => {
      const began = performance.now();
      for (const output of document.querySelectorAll('output')) output.textContent += '1';
      requestAnimationFrame(() => watch.shown.push(performance.now() - began));
    });
  });
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timeOf(page, '1', run));
  await page.close();
  return summary('keystroke-alone', 'ms', times);
}

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
    const time = await timeOf(page, run % 2 === 0 ? '1' : 'Backspace', run);
    if (run >= warmUp) times.push(time);
    await ready(page);
  }
  await page.close();
  return summary(name, 'ms', times);
}

/** A busy machine may let the engine's watchdog bite: then it is asked again. */
async function ready(page: Page): Promise<void> {
  const lab = page.locator('endpoint-lab-scene');
  for (let round = 0; round < 5; round += 1) {
    await page.locator('endpoint-lab-scene:is([data-live=ready], [data-live=stopped])').waitFor();
    if ((await lab.getAttribute('data-live')) === 'ready') return;
    // Without the mouse: the caret stays where it is.
    await lab.locator('.engine-note button').dispatchEvent('click');
  }
  throw new Error('the engine did not answer in time');
}

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
  /** Milliseconds from each key to the first frame after what it changed, in order. */
  shown: number[];
}

/** Presses a key, the `run`th of this page. */
async function timeOf(page: Page, key: string, run: number): Promise<number> {
  await page.keyboard.press(key);
  await page.waitForFunction((count) => (globalThis as unknown as Watch).shown.length > count, run, {
    polling: 40,
    timeout: 15_000,
  });
  // As far from the next one as a quick typist's: a page at rest, not one that still draws the letter before.
  await page.waitForTimeout(betweenKeys);
  return page.evaluate((at) => (globalThis as unknown as Watch).shown[at] ?? Number.NaN, run);
}

/** In the page. The lab says that it is ready in the task that changes its panels; a second without an answer counts as it is. */
function watchPanels(): void {
  const lab = document.querySelector<HTMLElement>('endpoint-lab-scene');
  if (!lab) throw new Error('the page has no lab');
  let pressed: number | undefined;
  let changed = false;
  const watch = globalThis as unknown as Watch;
  watch.shown = [];
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
    const { live } = lab.dataset;
    if (pressed === undefined || !((changed && live === 'ready') || live === 'stopped')) return;
    const began = pressed;
    pressed = undefined;
    requestAnimationFrame(() => watch.shown.push(performance.now() - began));
  });
  observer.observe(lab, { attributeFilter: ['data-live'] });
  for (const panel of lab.querySelectorAll('[data-tile]:not(.editor), .drawer'))
    observer.observe(panel, { subtree: true, childList: true, characterData: true, attributes: true });
}
