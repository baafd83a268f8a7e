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

test('what an edit did is said once, when it has settled, and so is a passed exercise', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${lesson}`);
  const lab = new Lab(page);
  await lab.settled();
  await page.locator('endpoint-lab-exercise').getByRole('button', { name: lab.words.exercise.start }).click();
  await lab.settled();
  await lab.edit('plain');
  await page.waitForFunction(() => document.querySelector('endpoint-lab-exercise [role=status]')?.textContent);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const hear = (records: readonly MutationRecord[]): void => {
      for (const { target } of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status]');
        if (region?.textContent && region.textContent !== said.at(-1)) said.push(region.textContent);
      }
    };
    for (const region of document.querySelectorAll('[role=status]'))
      new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said);
  const start = (await lab.text()).indexOf('22.22.22.22');
  await lab.manifest.evaluate((field: HTMLTextAreaElement, at) => field.setSelectionRange(at, at + 11), start);
  await page.keyboard.type('33.33.33.33', { delay: 60 });
  await expect.poll(said).toContainEqual(expect.stringContaining('external-service: 2 in.'));
  expect((await said()).filter((text) => text === lab.words.exercise.passed)).toEqual([lab.words.exercise.passed]);
  expect((await said()).length).toBeLessThanOrEqual(3);
});
