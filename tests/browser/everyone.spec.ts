// What axe cannot find: places, focus, names, announcements.
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { lesson } from './pages.ts';

for (const width of [660, 1000, 1440]) {
  test(`no part of a lab lies over another (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['', lesson, 'playground/']) {
      await page.goto(`/${path}`);
      await new Lab(page).settled();
      const over = await page.locator('.lab > .tiles').evaluateAll((labs) =>
        labs.flatMap((lab) => {
          const parts = [...lab.children].map((part) => ({ part, box: part.getBoundingClientRect() }));
          return parts.flatMap(({ part, box }, i) =>
            parts
              .slice(i + 1)
              .filter(
                (other) =>
                  Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
                  Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
              )
              .map((other) => `${part.className} and ${other.part.className}`),
          );
        }),
      );
      expect(over, `/${path}`).toEqual([]);
    }
  });
}
