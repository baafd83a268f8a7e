import { pathToFileURL } from 'node:url';
import { addresses } from './addresses.ts';
import { expect, test } from './fixtures.ts';
import { languages, lesson } from './pages.ts';

const words = {
  en: {
    open: 'Search',
    field: 'Words to search for',
    close: 'Close',
    ask: 'headless Service',
    title: 'headless Service',
  },
  'zh-cn': { open: '搜索', field: '要搜索的词', close: '关闭', ask: '无头服务', title: '无头服务（Headless Service）' },
} as const;

for (const { locale, prefix } of languages) {
  const { open, field, ask, title } = words[locale];

  test(`by keyboard alone: slash, words, arrow, Enter (${locale})`, async ({ page }) => {
    await page.goto(`/${prefix}reference/`);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: field })).toBeFocused();
    await page.keyboard.type(ask);
    const first = page.getByRole('dialog').getByRole('listitem').first().getByRole('link');
    await expect(first).toContainText(title);
    await page.keyboard.press('ArrowDown');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/${prefix}reference/glossary/#headless-service$`));
  });

  test(`under a base path the index is found (${locale})`, async ({ page }) => {
    await page.goto(`${addresses.base}/${prefix}reference/keyboard/`);
    await page.getByRole('button', { name: open }).click();
    await page.keyboard.type(ask);
    await page.getByRole('dialog').getByRole('link').filter({ hasText: title }).first().click();
    await expect(page).toHaveURL(new RegExp(`/a/b/${prefix}reference/glossary/#headless-service$`));
  });

  test(`workshop: the search works on file:// (${locale})`, async ({ page, context }) => {
    await context.setOffline(true);
    await page.goto(pathToFileURL(`dist-workshop/${prefix}${lesson}index.html`).href);
    await page.getByRole('button', { name: open }).click();
    await page.keyboard.type(ask);
    await page.getByRole('dialog').getByRole('link').filter({ hasText: title }).first().click();
    await expect(page).toHaveURL(/reference\/glossary\/index\.html#headless-service$/);
  });
}

test('nothing is loaded before the field takes the focus', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/reference/');
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
  expect(asked.filter((path) => /search\.js/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect.poll(() => asked.filter((path) => path === '/search.js')).toHaveLength(1);
});

test('Escape and the button close it, and the focus goes back', async ({ page }) => {
  await page.goto('/reference/');
  const button = page.getByRole('button', { name: 'Search' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Escape closes it at once, with words in the field', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('headless');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('result');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
});

test('where nothing is found, the nearest words in both languages are offered and can be asked', async ({ page }) => {
  await page.goto('/zh-cn/reference/');
  await page.keyboard.press('/');
  await page.keyboard.type('选择子');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('没有找到“选择子”');
  await page.getByRole('button', { name: 'selector · 选择器' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('选择器');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('选择器');
});

test('a result on the same page is reached and leaves the dialog', async ({ page }) => {
  await page.goto('/reference/glossary/');
  await page.keyboard.press('/');
  await page.keyboard.type('selector');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('#selector')).toBeInViewport();
});

test('a slash that is typed stays a slash', async ({ page }) => {
  await page.goto('/playground/');
  const editor = page.getByRole('textbox', { name: 'Manifest' });
  await editor.click();
  await page.keyboard.type('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
