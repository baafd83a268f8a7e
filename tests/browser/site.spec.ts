import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages, lesson, pages } from './pages.ts';

for (const { locale, prefix, lang } of languages) {
  for (const { path, heading } of pages) {
    test(`/${prefix}${path} opens in its language and leads to the other one`, async ({ page }) => {
      await page.goto(`/${prefix}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(heading[locale]);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await page.getByRole('link', { name: locale === 'en' ? '中文' : 'English', exact: true }).click();
      const other = locale === 'en' ? 'zh-cn' : 'en';
      await expect(page.getByRole('heading', { level: 1 })).toContainText(heading[other]);
    });
  }
}

test('an unknown address gets the 404 page, in both languages', async ({ page, watch }) => {
  watch.expect(/404/);
  const response = await page.goto('/no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('没有这个页面');
  await page.getByRole('link', { name: '回到首页' }).click();
  await expect(page).toHaveURL(/\/zh-cn\/$/);
});

for (const { prefix, locale } of languages) {
  test(`each fault on the start page shows, and undo mends it (${locale})`, async ({ page }) => {
    await page.goto(`/${prefix}`);
    const lab = new Lab(page, { locale });
    await lab.settled();
    const traffic = lab.panel('traffic');
    const table = traffic.getByRole('button', { name: lab.words.traffic.table, exact: true });
    await table.click();
    for (const button of await page.locator('.breaks button').all()) {
      await expect(traffic).not.toContainText('REJECT');
      await button.click();
      await lab.settled();
      await expect(traffic).toContainText('REJECT');
      await lab.button(lab.words.lab.undo).click();
      await lab.settled();
    }
    await expect(traffic).not.toContainText('REJECT');
  });
}

test('the theme goes round and is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const button = page.getByRole('button', { name: /^Theme:/ });
  await expect(button).toHaveAccessibleName('Theme: same as the system');
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: light');
  await button.click();
  await expect(button).toHaveAccessibleName('Theme: dark');
  expect(await background()).toBe('rgb(16, 19, 23)');
  await page.goto(`/${lesson}`);
  expect(await background()).toBe('rgb(16, 19, 23)');
  await page.getByRole('button', { name: /^Theme:/ }).click();
  expect(await background()).toBe('rgb(255, 255, 255)');
});

test('a system in dark mode gets a dark page without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`/${lesson}`);
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(16, 19, 23)');
  await expect(page.locator('endpoint-lab-scene')).toContainText('external-service');
  await expect(page.getByRole('button', { name: /^Theme/ })).toBeHidden();
  await context.close();
});

test('the small menu opens without a script and closes with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/');
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Playground' });
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(link).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
});

for (const width of [320, 360, 768, 1200, 1440]) {
  test(`no page is wider than a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const { prefix } of languages) {
      for (const { path } of pages) {
        await page.goto(`/${prefix}${path}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    }
  });
}
