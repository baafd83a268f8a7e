import { pathToFileURL } from 'node:url';
import { addresses } from './addresses.ts';
import { expect, test } from './fixtures.ts';
import { languages, lesson, pages } from './pages.ts';

for (const { locale, prefix } of languages) {
  test(`under a base path: from the start page through the site (${locale})`, async ({ page }) => {
    await page.goto(`${addresses.base}/${prefix}`);
    await page.getByRole('link', { name: locale === 'en' ? 'Start the course' : '开始学习' }).click();
    await expect(page).toHaveURL(new RegExp(`/a/b/${prefix}lessons/`));
    await page.goto(`${addresses.base}/${prefix}${lesson}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(pages[2].heading[locale]);
    await expect(page.getByRole('button', { name: locale === 'en' ? /^Theme/ : /^主题/ })).toBeVisible();
    await page.getByRole('link', { name: locale === 'en' ? 'Playground' : '演练场' }).click();
    await expect(page).toHaveURL(new RegExp(`/a/b/${prefix}playground/$`));
  });

  test(`workshop: by double-click, with the network off (${locale})`, async ({ page, context }) => {
    await context.setOffline(true);
    await page.goto(pathToFileURL(`dist-workshop/${prefix}index.html`).href);
    await page.getByRole('link', { name: locale === 'en' ? 'Start the course' : '开始学习' }).click();
    await expect(page).toHaveURL(/lessons\/.*\/index\.html$/);
    await page.goto(pathToFileURL(`dist-workshop/${prefix}${lesson}index.html`).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(pages[2].heading[locale]);
    const theme = page.getByRole('button', { name: locale === 'en' ? /^Theme/ : /^主题/ });
    const before = await theme.getAttribute('aria-label');
    await theme.click();
    await expect(theme).not.toHaveAttribute('aria-label', before ?? '');
    await page.getByRole('link', { name: locale === 'en' ? 'Playground' : '演练场' }).click();
    await expect(page).toHaveURL(/playground\/index\.html$/);
  });
}
