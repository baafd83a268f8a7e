// What axe cannot find: places, focus, names, announcements.
import { readdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { strings } from '../../src/i18n/strings.ts';
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

test('the divider moves by clicks alone', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${lesson}`);
  const divider = page.getByRole('separator', { name: 'Width of the text' });
  for (const width of ['60', '30', '43']) {
    await divider.hover();
    await page.mouse.down();
    await page.mouse.up();
    await expect(divider).toHaveAttribute('aria-valuenow', width);
  }
});

test('on a touch screen the plain field completes, goes to a definition and tidies by buttons', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.settled();
  await expect(lab.button(lab.words.lab.fullEditor)).toBeVisible();
  await lab.manifest.tap();
  expect((await lab.manifest.boundingBox())?.height).toBeGreaterThan(400);
  const caret = (before: string) =>
    lab.manifest.evaluate((field: HTMLTextAreaElement, text) => {
      const at = field.value.indexOf(text) + text.length;
      field.setSelectionRange(at, at);
    }, before);
  const { complete, completions, goTo, tidy } = lab.words.editor;
  await caret('    app: ');
  await lab.button(complete).tap();
  const list = lab.element.getByRole('listbox', { name: completions });
  await expect(list.getByRole('option', { selected: true })).toContainText('kubia');
  await expect(lab.manifest).toBeFocused();
  await page.keyboard.press('Escape');
  await lab.button(goTo).tap();
  await expect
    .poll(() => lab.manifest.evaluate((field: HTMLTextAreaElement) => field.selectionStart))
    .toBeGreaterThan((await lab.text()).indexOf('---'));
  await lab.fill('kind: Namespace\napiVersion: v1\nmetadata:\n    name: a\n');
  await lab.button(tidy).tap();
  await expect.poll(() => lab.text()).toBe('kind: Namespace\napiVersion: v1\nmetadata:\n  name: a\n');
  await context.close();
});

test('what was copied is said, in a dialog too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.settled();
  await lab.button(lab.words.lab.share).click();
  const dialog = page.getByRole('dialog', { name: lab.words.share.title });
  await dialog.getByRole('button', { name: lab.words.share.copyLink }).click();
  await expect(dialog.getByRole('status')).toHaveText(lab.words.common.copied);
  await expect(dialog.getByRole('status')).toHaveCount(0);
});

test('in the playground the lab fills the window, with an open drawer too', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.settled();
  await lab.drawer('problems');
  const traffic = await lab.panel('traffic').boundingBox();
  expect((traffic?.y ?? 0) + (traffic?.height ?? 0)).toBeGreaterThan(880);
});

const lessons = readdirSync('dist/lessons', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^[^/]+\/[^/]+\/index\.html$/.test(file))
  .map((file) => `lessons/${file.replace(/index\.html$/, '')}`)
  .sort();

for (const path of lessons) {
  test(`by keyboard alone: a guess, the hints, the exercise to its end (${path})`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/${path}`);
    const lab = new Lab(page);
    await lab.settled();
    const tabTo = async (target: Locator): Promise<void> => {
      for (let presses = 0; presses < 150; presses += 1) {
        await page.keyboard.press('Tab');
        if (await target.evaluate((element) => element === document.activeElement)) return;
      }
      throw new Error('Tab does not lead there');
    };
    await tabTo(page.getByRole('radio').first());
    await page.keyboard.press('Space');
    const task = page.locator('.task');
    await tabTo(task.getByRole('button', { name: lab.words.exercise.start }));
    await page.keyboard.press('Enter');
    await lab.settled();
    for (const hint of [1, 2, 3]) {
      await tabTo(task.locator('summary', { hasText: strings('en').lesson.hint(hint) }));
      await page.keyboard.press('Enter');
    }
    await tabTo(task.locator('summary', { hasText: strings('en').lesson.solution }));
    await page.keyboard.press('Enter');
    await tabTo(task.getByRole('button', { name: lab.words.exercise.putSolution }));
    await page.keyboard.press('Enter');
    await expect(task.getByRole('status')).toHaveText(lab.words.exercise.passed);
    await tabTo(
      page
        .getByRole('navigation', { name: strings('en').course.between })
        .getByRole('link')
        .last(),
    );
  });
}

test('on paper nothing around the panels is a row or a grid, which pages would break by guesswork', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${lesson}`);
  await new Lab(page).settled();
  await page.emulateMedia({ media: 'print' });
  const around = await page.locator('.tile-traffic').evaluate((tile) => {
    const found: string[] = [];
    for (let box: Element | null = tile; box && !box.matches('.prose'); box = box.parentElement)
      found.push(getComputedStyle(box).display);
    return found;
  });
  expect([...new Set(around)]).toEqual(['block']);
});

test('Tab leaves the console where it has nothing more to complete', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.settled();
  await lab.run('kubectl get svc');
  const prompt = lab.panel('console').getByRole('textbox', { name: lab.words.console.prompt });
  await prompt.fill('kubectl get nothing-of-this-name');
  await page.keyboard.press('Tab');
  await expect(prompt).not.toBeFocused();
  await prompt.fill('kubectl ');
  await page.keyboard.press('Tab');
  await expect(prompt).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(prompt).not.toBeFocused();
});
