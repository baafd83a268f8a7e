import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violationsIn } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages, lesson, pages } from './pages.ts';

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active' },
] as const;

const kinds = [...pages.map(({ path }) => path), 'reference/embed/'];

for (const { name, colorScheme, forcedColors } of looks) {
  for (const width of [320, 1280]) {
    // What every page is looked at in, below.
    if (name === 'light' && width === 1280) continue;
    for (const { locale, prefix } of languages) {
      test(`axe finds nothing on any kind of page (${name}, ${width} px, ${locale})`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, forcedColors });
        expect(
          await violationsOn(page, [...kinds.map((path) => prefix + path), ...(prefix ? [] : ['404.html'])]),
        ).toEqual([]);
      });
    }
  }
}

/** Every page that was built. */
const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:index|404)\.html$/.test(file) && !file.startsWith('embed'))
  .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
  .sort();
const reference = built.filter((path) => path.includes('reference/'));
const parts = Array.from({ length: Math.ceil(built.length / 8) }, (_, i) => built.slice(i * 8, i * 8 + 8));

for (const [i, part] of parts.entries()) {
  test(`axe finds nothing on any page (${i + 1} of ${parts.length})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await violationsOn(page, part)).toEqual([]);
  });
}

test('axe finds nothing on pages of the reference in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOn(page, reference)).toEqual([]);
});

for (const kind of ['full', 'plain'] as const) {
  test(`axe finds nothing in an open lab (${kind} editor)`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/${lesson}`);
    const lab = new Lab(page);
    await lab.edit(kind);
    const found: string[] = [];
    for (const panel of ['problems', 'slices', 'pods', 'console', 'objects', 'changes'] as const) {
      await lab.drawer(panel);
      found.push(...(await violationsIn(page, panel)));
    }
    expect(found).toEqual([]);
  });
}

/** A page with much on it takes axe seconds on a busy machine. */
async function violationsOn(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  test.setTimeout(15_000 * paths.length);
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(`/${path}`);
    const lab = page.locator('endpoint-lab-scene:not([data-figure])');
    if ((await lab.count()) > 0) await expect(lab).toHaveAttribute('data-live', 'ready');
    found.push(...(await violationsIn(page, path)));
  }
  return found;
}
