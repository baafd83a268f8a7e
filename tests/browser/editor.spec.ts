import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { lesson } from './pages.ts';

async function openPlayground(page: Page, prefix = ''): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${prefix}playground/`);
  // The engine's first start on a busy machine takes longer than any answer.
  await expect(page.locator('endpoint-lab-scene')).toHaveAttribute('data-live', 'ready');
}

const lines = (page: Page) => page.locator('.monaco-editor .view-line');

async function openMonaco(page: Page): Promise<void> {
  await page.locator('.editor-static .code-line').first().click();
  await expect(lines(page).first()).toBeVisible();
}

/** Puts the caret at the end of a line that holds the text. */
async function caretAfter(page: Page, text: string): Promise<void> {
  await lines(page).filter({ hasText: text }).first().click();
  await page.keyboard.press('End');
}

const text = (page: Page): Promise<string> =>
  lines(page).evaluateAll((all) =>
    all
      .toSorted(
        (a, b) => Number.parseFloat((a as HTMLElement).style.top) - Number.parseFloat((b as HTMLElement).style.top),
      )
      .map((line) => line.textContent.replaceAll('\u00a0', ' '))
      .join('\n'),
  );

test('completion offers the values of the scene, and takes one', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'app: kubia');
  for (let i = 0; i < 'kubia'.length; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Space');
  const list = page.locator('.suggest-widget.visible');
  await expect(list.getByText('kubia', { exact: true })).toBeVisible();
  await expect(list).toContainText('on 3 Pods');
  await page.keyboard.press('Enter');
  await expect.poll(() => text(page)).toContain('    app: kubia\n  ports:');
});

test('completion between quotes takes both of them along', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'app: kubia');
  for (let i = 0; i < 'kubia'.length; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('"');
  await page.keyboard.press('Control+Space');
  const list = page.locator('.suggest-widget.visible');
  await expect(list.getByText('kubia', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => text(page)).toContain('    app: kubia\n  ports:');
});

test('completion offers fields while the document cannot be read', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'app: kubia');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('ty');
  const list = page.locator('.suggest-widget.visible');
  await expect(list.getByText('type', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByText('NodePort', { exact: true })).toBeVisible();
});

test('hover says what the field does here and now', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await lines(page)
    .filter({ hasText: 'targetPort' })
    .first()
    .hover({ position: { x: 60, y: 9 } });
  const hover = page.locator('.monaco-hover:visible').first();
  await expect(hover).toContainText('8080 → 8080 on');
  await expect(hover).toContainText('spec.ports[0].targetPort');
});

test('a cause stands under its line, and its button mends it', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'app: kubia');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('la');
  await page.keyboard.press('Escape');
  const zone = page.locator('.editor-zone');
  await expect(zone).toContainText('This selector matches no Pod.');
  await zone.locator('button', { hasText: 'Replace with kubia' }).click();
  await expect(zone).toHaveCount(0);
  await expect.poll(() => text(page)).toContain('app: kubia');
});

test('a quick fix mends it by keyboard', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'app: kubia');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await expect(page.locator('.editor-zone')).toBeVisible();
  await page.keyboard.press('Control+.');
  await page.getByText('Replace with kubia').last().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator('.editor-zone')).toHaveCount(0);
});

test('F12 goes from a selector to the labels that it matches', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'app: kubia');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F12');
  await expect(page.locator('.line-numbers.active-line-number')).toHaveText('24');
});

test('formatting keeps what is said', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'kind: Service');
  await page.keyboard.type('   ');
  await page.keyboard.press('Escape');
  await expect.poll(() => text(page)).toContain('kind: Service   \n');
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(() => text(page)).toContain('kind: Service\n');
});

test('the rows of the label at the caret stand out', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  await caretAfter(page, 'app: kubia');
  await expect(page.locator('.row.lit')).toHaveCount(3);
  await caretAfter(page, 'kind: Service');
  await expect(page.locator('.row.lit')).toHaveCount(0);
});

test('documents that a lesson names stand folded, in the page and in the editor', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/${lesson}`);
  const folded = page.getByText('pod/client · 10 lines');
  await expect(folded).toBeVisible();
  await expect(page.locator('endpoint-lab-scene')).toHaveAttribute('data-live', 'ready');
  await expect(folded).toBeVisible();
  await openMonaco(page);
  await expect(page.locator('.folded-name')).toHaveText(/pod\/client.·.10.lines/);
  await expect(page.locator('.line-numbers')).toHaveText(['1', '2', '3', '4', '5', '6', '7', '8', '9', '19']);
  await page.locator('.codicon-folding-collapsed').click();
  await expect(page.locator('.folded-name')).toHaveCount(0);
  await expect.poll(() => text(page)).toContain('kind: Pod');
});

test('Tab leaves the editor, Shift+Tab too', async ({ page }) => {
  await openPlayground(page);
  await openMonaco(page);
  const inside = () => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null);
  await expect.poll(inside).toBe(true);
  const before = await text(page);
  await page.keyboard.press('Tab');
  await expect.poll(inside).toBe(false);
  expect(await text(page)).toBe(before);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(inside).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(inside).toBe(false);
});

test('the plain field completes, says what the field does, and mends', async ({ page }) => {
  await openPlayground(page);
  await page.getByRole('button', { name: 'Plain text field' }).click();
  await page.locator('.editor-static pre').click();
  const field = page.getByRole('textbox', { name: 'Manifest' });
  await expect(field).toBeFocused();
  await field.evaluate((element: HTMLTextAreaElement) => {
    const at = element.value.indexOf('app: kubia') + 'app: '.length;
    element.setSelectionRange(at, at + 'kubia'.length);
  });
  await page.keyboard.type('kubla');
  await expect(page.locator('.editor-note')).toContainText('Selects no Pod.');
  await page.getByRole('button', { name: 'Replace with kubia' }).first().click();
  await expect(field).toHaveValue(/app: kubia\n {2}ports/);
  await field.evaluate((element: HTMLTextAreaElement) => {
    element.focus();
    const at = element.value.indexOf('    app: kubia') + '    app: kubia'.length;
    element.setSelectionRange(at - 4, at);
  });
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('listbox', { name: 'What can stand here' })).toBeVisible();
  await expect(
    page.getByRole('listbox', { name: 'What can stand here' }).getByRole('option', { selected: true }),
  ).toContainText('kubia');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/app: kubia\n {2}ports/);
  await expect(page.getByRole('listbox', { name: 'What can stand here' })).toBeHidden();
});

test('in Chinese Monaco speaks Chinese, and so does the help', async ({ page }) => {
  await openPlayground(page, 'zh-cn/');
  await openMonaco(page);
  await page.keyboard.press('Control+f');
  await expect(page.locator('.find-widget')).toContainText(/第 1 项，共 \d+ 项/);
  await page.keyboard.press('Escape');
  const line = lines(page).filter({ hasText: 'targetPort' }).first();
  // Monaco may still be moving under the mouse: then it is moved away and back, as a reader does.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await line.hover({ position: { x: 60, y: 9 } });
    await expect(page.locator('.monaco-hover:visible').first()).toContainText('8080 → 8080，在', { timeout: 4000 });
  }).toPass();
});
