import { addresses } from './addresses.ts';
import { violationsIn } from './axe.ts';
import { expect, test } from './fixtures.ts';

const looks = [
  { locale: 'en', theme: 'light', width: 1440 },
  { locale: 'en', theme: 'dark', width: 360 },
  { locale: 'zh-cn', theme: 'light', width: 360 },
  { locale: 'zh-cn', theme: 'dark', width: 1440 },
] as const;

for (const { locale, theme, width } of looks) {
  test(`every panel stands in every state (${locale}, ${theme}, ${width} px)`, async ({ page }, info) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${addresses.base}/gallery/?locale=${locale}&theme=${theme}`);
    await expect(page.locator('main')).toHaveAttribute('data-gallery', 'ready');
    expect(await page.locator('[data-sample]').count()).toBeGreaterThan(60);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const section of await page.locator('main > section').all()) {
      const name = (await section.getAttribute('aria-label')) ?? '';
      // Without scrolling there: waiting for a place that holds still has hung where the browser drew no frames.
      const clip = (await section.boundingBox()) ?? undefined;
      const picture = await page.screenshot({ animations: 'disabled', fullPage: true, ...(clip && { clip }) });
      expect(picture.length, name).toBeGreaterThan(1000);
      await info.attach(name, { body: picture, contentType: 'image/png' });
    }
    expect(await violationsIn(page, 'gallery')).toEqual([]);
  });
}

test('no page leads to the gallery, and a build without it has none', async ({ page, watch }) => {
  watch.expect(/404/);
  expect((await page.goto('/gallery/'))?.status()).toBe(404);
});
