import { expect, test } from './fixtures.ts';
import { lesson } from './pages.ts';

test('wide: text and lab side by side, the lab stays in view', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${lesson}`);
  const lab = page.getByRole('region', { name: 'Lab', exact: true });
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  const before = await lab.boundingBox();
  expect(before?.x).toBeGreaterThan((heading?.x ?? 0) + (heading?.width ?? 0));
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect((await lab.boundingBox())?.y).toBe(before?.y);
});

test('the divider moves by keyboard and by dragging, is kept, and goes back', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.goto(`/${lesson}`);
  const divider = page.getByRole('separator', { name: 'Width of the text' });
  await expect(divider).toHaveAttribute('aria-valuenow', '43');
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', '45');
  const box = await divider.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 4, 500);
  await page.mouse.down();
  await page.mouse.move(800, 500);
  await page.mouse.up();
  await expect(divider).toHaveAttribute('aria-valuenow', '50');
  await page.reload();
  await expect(divider).toHaveAttribute('aria-valuenow', '50');
  await divider.dblclick();
  await expect(divider).toHaveAttribute('aria-valuenow', '43');
});

test('narrow: the lab follows the paragraph that introduces it', async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await page.goto(`/${lesson}`);
  const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0;
  const lab = (await page.getByRole('region', { name: 'Lab', exact: true }).boundingBox())?.y ?? 0;
  expect(lab).toBeGreaterThan(await top('.prose > p:not(.kicker, .question)'));
  expect(lab).toBeLessThan(await top('.prose > h2'));
});

test('a guess brings the answer out', async ({ page }) => {
  await page.goto(`/${lesson}`);
  const answer = page.getByText('What happens:');
  await expect(answer).toBeHidden();
  await page.getByRole('radio').first().check();
  await expect(answer).toBeVisible();
});

test('the contents list the lessons and mark this one', async ({ page }) => {
  await page.goto(`/${lesson}`);
  await page.getByRole('button', { name: 'Contents' }).click();
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('link', { name: 'Endpoints by hand', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});
