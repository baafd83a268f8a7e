// The states of a scene: compared two by two in every view, played, taken out, and undone with the world's settings.
import type { Page } from '@playwright/test';
import { scenes } from '../../src/gallery/scenes.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const steps = scenes['two steps: the list arrives, and is written anew'];
const pods = scenes['every group: in, not ready, terminating, out by one letter'];

async function opened(page: Page, scene: string): Promise<Lab> {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(scene);
  return lab;
}

test('any two states are compared, forwards and backwards, in every view', async ({ page }) => {
  const lab = await opened(page, steps);
  await lab.choose(2);
  const changes = await lab.drawer('changes');
  const { from, to } = lab.words.changes;
  await expect(changes.getByLabel(from, { exact: true })).toHaveValue('1');
  await expect(changes).toContainText('22.22.22.22:80 → 11.11.11.11:80, 33.33.33.33:80');

  await changes.getByLabel(from, { exact: true }).selectOption('0');
  await lab.settled();
  const traffic = lab.panel('traffic');
  await expect(traffic.locator('.pic-endpoint.added')).toHaveCount(2);
  await expect(traffic.locator('tr.row-changed')).not.toHaveCount(0);
  await expect(lab.panel('endpoints').locator('.row.added')).toHaveCount(2);

  await changes.getByLabel(to, { exact: true }).selectOption('1');
  await lab.settled();
  await expect(lab.step(1)).toHaveAttribute('aria-pressed', 'true');
  await changes.getByLabel(from, { exact: true }).selectOption('2');
  await lab.settled();
  await expect(changes).toContainText('33.33.33.33:80 → 11.11.11.11:80, 22.22.22.22:80');
  await expect(traffic.locator('.pic-endpoint.added')).toContainText('22.22.22.22');
  await expect(traffic.locator('.pic-endpoint.removed')).toContainText('33.33.33.33');

  const objects = await lab.drawer('objects');
  await objects.getByLabel(lab.words.objects.object, { exact: true }).selectOption({ label: 'endpoints/db' });
  await lab.settled();
  await expect(objects.locator('.object-line.added')).toContainText(['22.22.22.22']);
  await expect(objects.locator('.object-line.removed')).toContainText(['33.33.33.33']);
});

test('a setting of the world is an edit like any other: marked, undone, done again', async ({ page }) => {
  const lab = await opened(page, pods);
  const panel = await lab.drawer('pods');
  const ready = panel.getByRole('switch', { name: lab.words.pods.setReady('web-1'), exact: true });
  await expect(ready).toBeChecked();
  await ready.click();
  await lab.settled();
  await expect(ready).not.toBeChecked();
  await expect(panel.locator('.row').filter({ has: page.getByText('web-1', { exact: true }) })).toContainText(
    lab.words.common.changed,
  );
  expect(await lab.endpoints()).not.toContain('10.244');
  await lab.button(lab.words.lab.undo).click();
  await lab.settled();
  await expect(ready).toBeChecked();
  await lab.button(lab.words.lab.redo).click();
  await lab.settled();
  await expect(ready).not.toBeChecked();
  await lab.button(lab.words.lab.reset).click();
  await lab.settled();
  await expect(ready).toBeChecked();
});

test('a step is taken out, and comes back by undo', async ({ page }) => {
  const lab = await opened(page, steps);
  await lab.choose(1);
  await lab.button(lab.words.lab.removeStep(1)).click();
  await lab.settled();
  await expect(lab.step(2)).toHaveCount(0);
  await lab.choose(1);
  expect(await lab.endpoints()).toContain('11.11.11.11:80,33.33.33.33:80');
  await lab.button(lab.words.lab.undo).click();
  await lab.settled();
  await expect(lab.step(2)).toHaveCount(1);
  await lab.choose(1);
  expect(await lab.endpoints()).toContain('11.11.11.11:80,22.22.22.22:80');
});

test('a scene plays through, and stops where the reader takes over', async ({ page }) => {
  const lab = await opened(page, steps);
  await lab.button(lab.words.lab.playStates).click();
  await expect(lab.step(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.step(2)).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.button(lab.words.lab.playStates)).toBeVisible();
  // From the last state it begins anew; a press into the strip ends it.
  await lab.button(lab.words.lab.playStates).click();
  await expect(lab.step(0)).toHaveAttribute('aria-pressed', 'true');
  await lab.step(0).click();
  await expect(lab.button(lab.words.lab.playStates)).toBeVisible();
  await page.waitForTimeout(3000);
  await expect(lab.step(0)).toHaveAttribute('aria-pressed', 'true');
});

test('without motion the states are gone through one by one', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = await opened(page, steps);
  for (const state of [1, 2, 0]) {
    await lab.button(lab.words.lab.nextState).click();
    await expect(lab.step(state)).toHaveAttribute('aria-pressed', 'true');
    await lab.settled();
  }
});
