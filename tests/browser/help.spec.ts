/** The editor's help where it crosses borders: to the panels and back, to another state's text, by keyboard alone. */
import { pathToFileURL } from 'node:url';
import type { FrameLocator, Page } from '@playwright/test';
import { addresses } from './addresses.ts';
import { expect, test } from './fixtures.ts';
import { Lab, type EditorKind } from './lab.ts';
import { languages } from './pages.ts';

const pod = (name: string, app: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  labels:\n    app: ${app}\nspec:\n  containers:\n  - name: main\n    image: x\n`;
const service = (name: string, app: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    app: ${app}\n  ports:\n  - port: 80\n`;
const team = `${service('web', 'web')}${pod('web-1', 'web')}${pod('web-2', 'wbe')}---\n${service('api', 'api')}${pod('api-1', 'api')}`;

/** Puts the caret into a line of the text, counted from 1, at its end. */
async function caretInto(lab: Lab, kind: EditorKind, line: number): Promise<void> {
  await lab.manifest.focus();
  if (kind === 'plain') {
    await lab.manifest.evaluate((field, n) => {
      const area = field as HTMLTextAreaElement;
      const end = area.value.split('\n').slice(0, n).join('\n').length;
      area.setSelectionRange(end, end);
      area.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }, line);
    return;
  }
  await lab.page.keyboard.press('ControlOrMeta+Home');
  for (let i = 1; i < line; i += 1) await lab.page.keyboard.press('ArrowDown');
  await lab.page.keyboard.press('End');
}

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

for (const kind of ['full', 'plain'] as const)
  test(`reasons and text lead to one another, in the ${kind} editor`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/playground/');
    const lab = new Lab(page);
    await lab.put(team);
    await lab.edit(kind);

    // From a pod that is out to the label that keeps it out.
    const out = lab.panel('endpoints').locator('.row').filter({ hasText: 'web-2' });
    await out.locator('.line-link').click();
    if (kind === 'full')
      await expect(lab.element.locator('.active-line-number')).toHaveText(String(lineOf(team, 'app: wbe')));
    else
      expect(
        await lab.manifest.evaluate((field) => {
          const area = field as HTMLTextAreaElement;
          return area.value.slice(area.selectionStart, area.selectionEnd);
        }),
      ).toBe('wbe');

    // From the label to its pod's rows, wherever they are.
    await expect(out).toHaveClass(/lit/);
    const pods = await lab.drawer('pods');
    await expect(pods.locator('.row.lit')).toHaveCount(1);
    await expect(pods.locator('.row.lit')).toContainText('web-2');
    await caretInto(lab, kind, lineOf(team, 'app: web'));
    await expect(lab.panel('endpoints').locator('.row.lit')).toHaveCount(1);
    await expect(lab.panel('endpoints').locator('.row.lit')).toContainText('web-1');
    await expect(lab.element.locator('.service-line.lit')).toHaveText(/^web/);
    await caretInto(lab, kind, lineOf(team, 'app: api'));
    await expect(lab.element.locator('.service-line.lit')).toHaveText(/^api/);
  });

test('the buttons of a cause are reached by Tab, and give the focus back to the text', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(`${service('web', 'wbe')}${pod('web-1', 'web')}`);
  await lab.edit('full');
  await expect(lab.element.locator('.editor-zone')).toBeVisible();
  await page.keyboard.press('Tab');
  const fix = lab.element.locator('.editor-zone').getByRole('button', { name: 'Replace with web' });
  await expect(fix).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(lab.manifest).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(lab.element.locator('.editor-zone')).toHaveCount(0);
  await expect(lab.manifest).toBeFocused();
  await lab.settled();
  expect(await lab.endpoints()).toContain('10.244.');
});

for (const kind of ['full', 'plain'] as const)
  test(`F12 leads into another state’s text, in the ${kind} editor`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/playground/');
    const lab = new Lab(page);
    const pods = pod('web-1', 'web').replace('---\n', '');
    await lab.put(`# title: two texts\n#---\n${pods}# step:\n#   action: apply\n#---\n${service('web', 'web')}`);
    await lab.choose(1);
    await lab.edit(kind);
    await caretInto(lab, kind, lineOf(service('web', 'web'), 'app: web'));
    await page.keyboard.press('F12');
    await expect(lab.step(0)).toHaveAttribute('aria-pressed', 'true');
    await lab.settled();
    if (kind === 'full')
      await expect(lab.element.locator('.active-line-number')).toHaveText(String(lineOf(pods, 'app: web')));
    else
      await expect
        .poll(() =>
          lab.manifest.evaluate((field) => {
            const area = field as HTMLTextAreaElement;
            return area.value.slice(0, area.selectionStart).split('\n').length;
          }),
        )
        .toBe(lineOf(pods, 'app: web'));
  });

/** Completion, hover, a quick fix and going to a definition, all in the full editor. */
async function helps(lab: Lab, scope: Page | FrameLocator, locale: 'en' | 'zh-cn'): Promise<void> {
  const { page } = lab;
  const lines = scope.locator('.monaco-editor .view-line');
  await lab.edit('full');
  await lab.fill(`${service('web', 'web')}${pod('web-1', 'web')}`);
  await page.keyboard.press('Escape');
  await caretInto(lab, 'full', 7);
  await page.keyboard.press('F12');
  await expect(lab.element.locator('.active-line-number')).toHaveText('16');
  await lines
    .filter({ hasText: 'port: 80' })
    .first()
    .hover({ position: { x: 40, y: 9 } });
  await expect(scope.locator('.monaco-hover:visible').first()).toContainText('80 → 80');
  await caretInto(lab, 'full', 7);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Space');
  await expect(scope.locator('.suggest-widget.visible')).toContainText(locale === 'en' ? 'on 1 Pod' : '1 个 Pod');
  await page.keyboard.press('Escape');
  await page.keyboard.type('wbe');
  await page.keyboard.press('Escape');
  await expect(scope.locator('.editor-zone')).toBeVisible();
  await page.keyboard.press('Control+.');
  await scope.locator('.action-widget').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(scope.locator('.editor-zone')).toHaveCount(0);
  await lab.settled();
  expect(await lab.endpoints()).toContain('10.244.');
}

for (const { locale, prefix } of languages) {
  test(`the full editor helps in the workshop build, from a folder, with the network off (${locale})`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await context.setOffline(true);
    await page.goto(pathToFileURL(`dist-workshop/${prefix}playground/index.html`).href);
    await helps(new Lab(page, { locale }), page, locale);
  });

  test(`the full editor helps in a sandboxed frame of another site (${locale})`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${addresses.host}sandboxed.html`);
    const frame = page.frameLocator(`iframe[src$="locale=${locale}"]`);
    await helps(new Lab(page, { locale, in: frame }), frame, locale);
  });
}
