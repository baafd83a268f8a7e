// The traffic picture as a reader meets it: several clients, requests sent, its parts by keyboard, and the table that says the same.
import type { Locator, Page } from '@playwright/test';
import { scenes } from '../../src/gallery/scenes.ts';
import { addresses } from './addresses.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages } from './pages.ts';

declare global {
  interface Window {
    /** Packets seen in the picture. */
    packets: number;
  }
}

test.use({ viewport: { width: 1440, height: 900 } });

const local = scenes['policy Local: each node its own'];
const three = scenes['written by hand, one host silent, one refuses'];

async function opened(page: Page, scene: string, locale: 'en' | 'zh-cn' = 'en'): Promise<Lab> {
  await page.goto(locale === 'en' ? '/playground/' : '/zh-cn/playground/');
  const lab = new Lab(page, { locale });
  await lab.put(scene);
  return lab;
}

const picture = (lab: Lab): Locator => lab.panel('traffic').locator('svg.picture');
/** Lets time pass in a page whose clock stands, 100 ms by 100 ms, until something holds. */
const inTime = (page: Page, holds: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await page.clock.runFor(100);
    await holds();
  }).toPass({ intervals: [1] });

const played = (lab: Lab): Locator => lab.panel('traffic').locator('.played');

for (const { locale } of languages)
  test(`several clients ask at once, each with its own rule (${locale})`, async ({ page }) => {
    const lab = await opened(page, local, locale);
    const { traffic } = lab.words;
    const panel = lab.panel('traffic');
    const add = panel.getByLabel(traffic.addClient, { exact: true });
    await add.selectOption('node node-a');
    await lab.settled();
    await add.selectOption('node node-b');
    await lab.settled();
    await expect(picture(lab).locator('.pic-client')).toHaveCount(3);
    await expect(picture(lab).locator('.pic-rule')).toHaveCount(3);
    await expect(picture(lab).locator('.pic-rule.bad')).toHaveCount(1);
    await expect(picture(lab)).toContainText('internalTrafficPolicy: Local');
    const rows = await lab.traffic();
    expect(rows.filter(({ step }) => /^(?:Client: |客户端：)/.test(step)).length).toBe(2);
    expect(rows.map(({ all }) => all).join('\n')).toContain('internalTrafficPolicy: Local');

    // All of them send; each arrives where its own node leads.
    await panel.getByRole('button', { name: traffic.send(30) }).click();
    await expect(played(lab)).toContainText(traffic.sent(30, 30));
    await expect(played(lab)).toContainText('10.244.1.10:8080 10');
    await expect(played(lab)).toContainText('10.244.1.11:8080 10');
    await expect(played(lab)).toContainText('DROP 10');

    await panel.getByRole('button', { name: traffic.removeClient('node node-a'), exact: true }).click();
    await lab.settled();
    await expect(picture(lab).locator('.pic-client')).toHaveCount(2);
    await expect(picture(lab)).not.toContainText('10.244.1.10:8080 10');
  });

test('requests are sent, held, sent one by one and again, with the same draws', async ({ page }) => {
  await page.clock.install();
  const lab = await opened(page, three);
  const { traffic } = lab.words;
  const panel = lab.panel('traffic');
  const button = (name: string): Locator => panel.getByRole('button', { name, exact: true });
  await panel.getByLabel(traffic.count, { exact: true }).selectOption('100');
  await page.clock.pauseAt(Date.now() + 600_000);
  await button(traffic.send(100)).click();
  await inTime(page, async () => expect(await picture(lab).locator('.pic-packet').count()).toBeGreaterThan(0));
  await button(traffic.pause).click();
  const held = await played(lab).textContent();
  expect(held).not.toContain(traffic.sent(100, 100));
  await page.clock.runFor(300);
  expect(await played(lab).textContent()).toBe(held);
  await button(traffic.goOn).click();
  await page.clock.resume();
  await expect(played(lab)).toContainText(traffic.sent(100, 100));
  const first = await played(lab).textContent();
  await expect(picture(lab).locator('.pic-packet')).toHaveCount(0);
  // Each end is counted where it ends, and the counts of the picture are those of the line.
  for (const [, address = '', count = ''] of (first ?? '').matchAll(/(\d+\.\d+\.\d+\.\d+:80) (\d+)/g))
    await expect(picture(lab).locator('.pic-endpoint').filter({ hasText: address })).toContainText(
      traffic.of(Number(count), 100),
    );
  await button(traffic.again).click();
  await expect(played(lab)).toContainText(traffic.sent(100, 100));
  expect(await played(lab).textContent()).toBe(first);
  await panel.getByLabel(traffic.count, { exact: true }).selectOption('10');
  await button(traffic.sendOne).click();
  await expect(played(lab)).toContainText(traffic.sent(1, 10));
  await button(traffic.sendOne).click();
  await expect(played(lab)).toContainText(traffic.sent(2, 10));
});

test('a thousand requests to three hundred endpoints end in their blocks', async ({ page }) => {
  test.slow();
  const lab = await opened(page, scenes['300 endpoints']);
  const { traffic } = lab.words;
  const panel = lab.panel('traffic');
  await expect(picture(lab).locator('[data-block]')).toHaveCount(3);
  await panel.getByLabel(traffic.count, { exact: true }).selectOption('1000');
  await panel.getByRole('button', { name: traffic.send(1000) }).click();
  await expect(played(lab)).toContainText(traffic.sent(1000, 1000), { timeout: 60_000 });
  const blocks = await picture(lab).locator('[data-block] text:last-of-type').allTextContents();
  const sum = blocks.reduce((all, text) => all + Number(/^(\d+) of 1000$/.exec(text)?.[1] ?? 0), 0);
  expect(sum).toBe(1000);
});

test('a thousand requests take at most five seconds, with at most sixty dots at once', async ({ page }) => {
  await page.clock.install();
  const lab = await opened(page, three);
  const { traffic } = lab.words;
  const panel = lab.panel('traffic');
  await panel.getByLabel(traffic.count, { exact: true }).selectOption('1000');
  await page.clock.pauseAt(Date.now() + 600_000);
  await panel.getByRole('button', { name: traffic.send(1000) }).click();
  let passed = 0;
  await inTime(page, async () => {
    if ((await picture(lab).locator('.pic-packet').count()) > 0) passed += 100;
    expect(await picture(lab).locator('.pic-packet').count()).toBeLessThanOrEqual(60);
    expect(await played(lab).textContent()).toContain(traffic.sent(1000, 1000));
  });
  expect(passed).toBeGreaterThan(1000);
  expect(passed).toBeLessThanOrEqual(5000);
});

test('the caret on a label shows its pods in the picture, too', async ({ page }) => {
  const lab = await opened(page, scenes['session affinity']);
  await lab.edit('plain');
  const lit = picture(lab).locator('.pic-endpoint.lit');
  await expect(lit).toHaveCount(0);
  await lab.manifest.evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) return;
    const at = field.value.indexOf('app: web') + 6;
    field.setSelectionRange(at, at);
    field.dispatchEvent(new Event('keyup', { bubbles: true }));
  });
  await expect(lit).toHaveCount(3);
});

test('without motion requests are only counted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await opened(page, three);
  const { traffic } = lab.words;
  await picture(lab).evaluate((svg) => {
    window.packets = 0;
    const seen = () => (window.packets += svg.querySelectorAll('.pic-packet').length);
    new MutationObserver(seen).observe(svg, { subtree: true, childList: true, characterData: true });
  });
  await lab
    .panel('traffic')
    .getByRole('button', { name: traffic.send(30) })
    .click();
  await expect(played(lab)).toContainText(traffic.sent(30, 30));
  expect(await page.evaluate(() => window.packets)).toBe(0);
});

test('session affinity: a client keeps its endpoint', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await opened(page, scenes['session affinity']);
  const { traffic } = lab.words;
  await expect(picture(lab)).toContainText('sessionAffinity: ClientIP');
  await lab
    .panel('traffic')
    .getByRole('button', { name: traffic.send(30) })
    .click();
  await expect(played(lab)).toContainText(/10\.244\.\d+\.\d+:8080 30$/);
});

for (const [to, word] of [
  ['api:443', 'TLS NAME'],
  ['shop:80', 'HTTP 404'],
  ['kafka:9092', 'ADVERTISED'],
] as const)
  test(`${word} stands at its endpoint, in the picture and in the table`, async ({ page }) => {
    const lab = await opened(page, scenes['hosts outside, each with its own end']);
    const rows = await lab.connect({ from: 'pod default/client', to });
    await expect(picture(lab).locator('.pic-endpoint')).toContainText(word);
    expect(rows.map(({ all }) => all).join('\n')).toContain(word);
  });

test('the parts of the picture lead to their lines, by keyboard', async ({ page }) => {
  const lab = await opened(page, three);
  const parts = picture(lab).locator('[data-go]');
  await expect(picture(lab).locator('[data-go][tabindex="0"]')).toHaveCount(1);
  expect(await parts.count()).toBeGreaterThan(3);
  await parts.first().focus();
  await page.keyboard.press('End');
  await expect(parts.last()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(parts.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.manifest).toBeFocused();
});

test('what an edit does to the way is marked in the picture and in its row of the table', async ({ page }) => {
  const lab = await opened(page, three);
  await lab.edit('plain');
  await lab.fill((await lab.text()).replace('33.33.33.33', '44.44.44.44'));
  await lab.settled();
  const mark = (address: string): Locator => picture(lab).locator('.pic-endpoint').filter({ hasText: address });
  await expect(mark('44.44.44.44')).toHaveClass(/added/);
  await expect(mark('33.33.33.33')).toHaveClass(/removed/);
  await expect(lab.panel('traffic').locator('tr.row-changed, tr.row-added')).not.toHaveCount(0);
});

for (const look of ['360 px', 'forced colours', 'print'] as const)
  test(`the picture is whole and readable: ${look}`, async ({ page }) => {
    const width = look === '360 px' ? 360 : 1440;
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({
      reducedMotion: 'reduce',
      ...(look === 'forced colours' ? { forcedColors: 'active' } : look === 'print' ? { media: 'print' } : {}),
    });
    await page.goto(`${addresses.base}/gallery/`);
    await expect(page.locator('main')).toHaveAttribute('data-gallery', 'ready');
    const section = page
      .locator('main > section')
      .filter({ has: page.locator('svg.picture') })
      .first();
    await expect(section.locator('svg.lanes').first()).toBeAttached();
    const outside = await section.locator('svg.picture text').evaluateAll((texts) =>
      texts.flatMap((text) => {
        const [box, frame] = [text, text.closest('svg')].map((element) => element?.getBoundingClientRect());
        if (!box || !frame || frame.width === 0) return [];
        const small = Number.parseFloat(getComputedStyle(text).fontSize) < 11.4;
        const cut = box.left < frame.left - 1 || box.right > frame.right + 6;
        return small || cut ? [text.textContent] : [];
      }),
    );
    expect(outside).toEqual([]);
  });
