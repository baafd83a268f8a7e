import { addresses } from './addresses.ts';
import { expect, test } from './fixtures.ts';

test('embedded on another origin, in a sandbox, under a strict host policy: a lesson by its id', async ({ page }) => {
  await page.goto(`${addresses.host}lesson.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('endpoint-lab-scene')).toContainText('external-service');
  expect(await page.evaluate(() => document.querySelector('iframe')?.getAttribute('sandbox'))).not.toContain(
    'same-origin',
  );
});

test('a text of the host page is the scene, and the frame takes its height', async ({ page }) => {
  await page.goto(`${addresses.host}text.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('endpoint-lab-scene')).toContainText('from-the-host');
  const inner = () => frame.locator('main').evaluate((main) => Math.ceil(main.getBoundingClientRect().bottom));
  const outer = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(async () => (await outer()) - (await inner())).toBe(0);
});

test('theme and language follow the host', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${addresses.host}lesson.html`);
  const frame = page.frameLocator('iframe');
  const root = frame.locator('html');
  await expect(frame.locator('endpoint-lab-scene')).toContainText('external-service');
  await page.locator('endpoint-lab').evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.locator('endpoint-lab').evaluate((element) => element.setAttribute('locale', 'zh-cn'));
  await expect(root).toHaveAttribute('lang', 'zh-CN');
});

test('only /embed/ may be framed', async ({ page, watch }) => {
  watch.expect(/frame-ancestors|ERR_BLOCKED_BY_RESPONSE/);
  await page.goto(`${addresses.host}framed.html`);
  await expect(page.frameLocator('iframe').getByText('A Service never touches its Pods')).toHaveCount(0);
});

test('a message that is no hello changes nothing', async ({ page }) => {
  await page.goto(`${addresses.host}lesson.html`);
  const frame = page.frameLocator('iframe');
  const lab = frame.locator('endpoint-lab-scene');
  await expect(lab).toContainText('external-service');
  const before = await lab.textContent();
  await page.evaluate(() => {
    const target = document.querySelector('iframe')?.contentWindow;
    const bad: unknown[] = [
      null,
      'endpoint-lab:hello',
      { type: 'endpoint-lab:hello', version: 2, scene: 'bad' },
      { type: 'endpoint-lab:hello', version: 1, scene: { toString: 'bad' } },
      { type: 'endpoint-lab:hello', version: 1, scene: 'x'.repeat(300_000) },
      { type: 'other', version: 1, scene: 'bad' },
    ];
    for (const data of bad) target?.postMessage(data, '*');
    target?.postMessage({ type: 'endpoint-lab:hello', version: 1, theme: 'dark' }, '*');
  });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await lab.textContent()).toBe(before);
});
