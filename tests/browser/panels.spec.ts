import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages, lesson } from './pages.ts';

for (const { locale, prefix } of languages) {
  test(`a panel is hidden and shown again, and its neighbour takes its place (${locale})`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/${prefix}playground/`);
    const lab = new Lab(page, { locale });
    await lab.settled();
    const { common, panel } = lab.words;
    const width = async (): Promise<number> => (await lab.panel('endpoints').boundingBox())?.width ?? 0;
    const narrow = await width();
    await lab.panel('dns').locator('.panel-menu summary').click();
    await lab
      .panel('dns')
      .getByRole('button', { name: common.hidePanel(panel.dns), exact: true })
      .click();
    await expect(lab.panel('dns')).toHaveCount(0);
    expect(await width()).toBeGreaterThan(narrow + 100);
    await expect(lab.button(lab.words.lab.showPanel(panel.dns))).toBeFocused();
    await lab.button(lab.words.lab.showPanel(panel.dns)).click();
    await expect(lab.panel('dns')).toBeVisible();
    expect(await width()).toBeCloseTo(narrow, 0);
  });
}

test('a panel has a link of its own, and its facts as text', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/lessons/without-selector/by-hand/');
  const lab = new Lab(page);
  await lab.settled();
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const choose = async (name: string): Promise<void> => {
    await lab.panel('dns').locator('.panel-menu summary').click();
    await lab.panel('dns').getByRole('button', { name, exact: true }).click();
  };
  await choose(lab.words.common.copyPanel('DNS'));
  await expect.poll(copied).toContain('external-service.default.svc.cluster.local.');
  await choose(lab.words.common.linkPanel('DNS'));
  await expect.poll(copied).toBe(new URL('/lessons/without-selector/by-hand/#panel-dns', baseURL).href);
  await expect(lab.panel('dns').locator('.panel-menu')).not.toHaveAttribute('open');
});

test('a link to a panel opens it, in the drawer too, and shows one that was hidden', async ({ page }) => {
  await page.goto('/playground/#panel-pods');
  const lab = new Lab(page);
  await lab.settled();
  await expect(lab.panel('pods')).toBeVisible();
  await lab.panel('pods').locator('.panel-menu summary').click();
  await lab
    .panel('pods')
    .getByRole('button', { name: lab.words.common.hidePanel(lab.words.panel.pods) })
    .click();
  await expect(lab.panel('pods')).toHaveCount(0);
  await lab.panel('traffic').locator('.panel-menu summary').click();
  await lab
    .panel('traffic')
    .getByRole('button', { name: lab.words.common.hidePanel(lab.words.panel.traffic) })
    .click();
  await expect(lab.panel('traffic')).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#panel-traffic'));
  await expect(lab.panel('traffic')).toBeVisible();
});

test('the menu of a panel is closed by Escape and by leaving it', async ({ page }) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.settled();
  const menu = lab.panel('endpoints').locator('.panel-menu');
  await menu.locator('summary').press('Enter');
  await expect(menu).toHaveAttribute('open');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(menu.locator('summary')).toBeFocused();
  await menu.locator('summary').press('Enter');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
  await expect(menu).not.toHaveAttribute('open');
});

test('panels of the drawer opened faster than the page is drawn leave one lab', async ({ page }) => {
  await page.goto(`/${lesson}`);
  const lab = new Lab(page);
  await lab.settled();
  await lab.element.evaluate(async (element) => {
    for (const name of ['slices', 'pods']) {
      element.querySelector<HTMLElement>(`.drawer-tab[data-panel=${name}]`)?.click();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
  });
  await lab.settled();
  await expect(lab.element.locator('.lab')).toHaveCount(1);
  await expect(lab.panel('pods').locator('.pod-rows').first()).toBeVisible();
});
