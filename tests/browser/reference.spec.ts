import { violationsIn } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { languages } from './pages.ts';

const names = ['', 'coverage/', 'conformance/', 'checked/', 'glossary/', 'keyboard/', 'workshop/', 'embed/'];

for (const { locale, prefix } of languages) {
  test(`no page of the reference is wider than a phone (${locale})`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of names) {
      await page.goto(`/${prefix}reference/${name}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(360);
    }
  });
}

test('the search dialog can be used by everybody', async ({ page }) => {
  await page.goto('/reference/');
  await page.keyboard.press('/');
  await page.keyboard.type('endpoints');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  expect(await violationsIn(page, 'reference/', 'dialog')).toEqual([]);
});

test('a term of the glossary has an address, and the page of a topic leads to the others', async ({ page }) => {
  await page.goto('/reference/glossary/#headless-service');
  await expect(page.locator('#headless-service')).toBeInViewport();
  await page.goto('/reference/coverage/');
  await page.getByRole('link', { name: 'recorded cases' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Conformance report');
  await expect(page.getByRole('row', { name: /^all topics/ })).toContainText(/\d+\/\d+/);
});
