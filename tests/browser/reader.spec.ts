// What readers do with a lab, in a lesson and in the playground.
import { strings } from '../../src/i18n/strings.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages, lesson } from './pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

/** What the solution is folded under. */
const solution = { en: strings('en').lesson.solution, 'zh-cn': strings('zh-cn').lesson.solution } as const;

const address = (text: string): RegExp => new RegExp(`endpoints "${text}" not found`);

test('the strip goes from state to state, and each has its own text and results', async ({ page }) => {
  await page.goto(`/${lesson}`);
  const lab = new Lab(page);
  await lab.settled();
  expect(await lab.endpoints()).toMatch(address('external-service'));
  await lab.choose(1);
  await expect(lab.manifest).toContainText('kind: Endpoints');
  expect(await lab.endpoints()).toContain('11.11.11.11:80,22.22.22.22:80');
  await lab.choose(0);
  await expect(lab.manifest).not.toContainText('kind: Endpoints');
  expect(await lab.endpoints()).toMatch(address('external-service'));
});

const service = (name: string, extra = ''): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
${extra}  ports:
  - port: 80
`;

test('a new step begins with the same text; undo, redo and reset', async ({ page }) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(service('web'));
  await lab.button(`+ ${lab.words.lab.addStep}`).click();
  await expect(lab.step(1)).toHaveAttribute('aria-pressed', 'true');
  await lab.settled();
  await lab.edit('plain');
  expect(await lab.text()).toBe(service('web'));
  const problems = await lab.drawer('problems');
  await expect(problems.locator('.tool-output')).toContainText('service/web unchanged');

  await lab.fill(service('web', '  selector:\n    app: web\n'));
  await lab.settled();
  await expect(problems.locator('.tool-output')).toContainText('service/web configured');
  expect(await lab.endpoints()).toContain('<none>');
  await lab.choose(0);
  expect(await lab.text()).toBe(service('web'));
  expect(await lab.endpoints()).toMatch(address('web'));

  await lab.choose(1);
  await lab.button(lab.words.lab.undo).click();
  await lab.settled();
  expect(await lab.text()).toBe(service('web'));
  await lab.button(lab.words.lab.undo).click();
  await lab.settled();
  await expect(lab.step(1)).toHaveCount(0);
  await expect(lab.button(lab.words.lab.undo)).toBeDisabled();
  await lab.button(lab.words.lab.redo).click();
  await lab.settled();
  await lab.button(lab.words.lab.redo).click();
  await lab.settled();
  expect(await lab.endpoints()).toContain('<none>');
  expect(await lab.text()).toContain('app: web');

  await lab.button(lab.words.lab.reset).click();
  await lab.settled();
  await expect(lab.step(1)).toHaveCount(0);
  expect(await lab.text()).toBe(service('web'));
  await lab.button(lab.words.lab.undo).click();
  await lab.settled();
  await expect(lab.step(1)).toHaveCount(1);
});

test('typing letter by letter in a state that others follow moves nothing under the caret', async ({ page }) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(service('web'));
  await lab.button(`+ ${lab.words.lab.addStep}`).click();
  await lab.settled();
  await lab.choose(0);
  for (const kind of ['full', 'plain'] as const) {
    await lab.edit(kind);
    await lab.fill('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a');
    await lab.settled();
    await page.keyboard.press('ControlOrMeta+End');
    for (const letter of 'bcdef') {
      await page.keyboard.type(letter);
      await lab.settled();
    }
    await expect.poll(async () => (await lab.text()).trimEnd()).toMatch(/ {2}name: abcdef$/);
    if (kind === 'full') await lab.button(lab.words.lab.undo).click();
    await lab.settled();
  }
});

test('a draft survives a reload, and reset takes it back', async ({ page }) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.edit('plain');
  const start = await lab.text();
  await lab.fill(service('mine'));
  await lab.settled();
  await expect(lab.element.getByText(lab.words.lab.saved)).toBeVisible();
  await page.reload();
  await lab.settled();
  expect(await lab.endpoints()).toMatch(address('mine'));
  await lab.edit('plain');
  expect(await lab.text()).toBe(service('mine'));
  await lab.button(lab.words.lab.reset).click();
  await lab.settled();
  expect(await lab.text()).toBe(start);
});

for (const { locale, prefix } of languages) {
  test(`an exercise: checks fail, the fix is typed, it is passed (${locale})`, async ({ page }) => {
    await page.goto(`/${prefix}${lesson}`);
    const lab = new Lab(page, { locale });
    const { exercise } = lab.words;
    const task = page.locator('endpoint-lab-exercise');
    await lab.settled();
    await task.getByRole('button', { name: exercise.start }).click();
    await lab.settled();
    const status = task.getByRole('status');
    await expect(status).toHaveText(exercise.done(1, 3));
    await expect(task.locator('.checks > li.failed')).toHaveCount(2);
    await expect(task.getByText(exercise.observed).first()).toBeVisible();
    await lab.edit('plain');
    const broken = await lab.text();
    expect(broken).toContain('22.22.22.22');
    await lab.fill(broken.replace('22.22.22.22', '33.33.33.33'));
    await expect(status).toHaveText(exercise.passed);
    await expect(task.locator('.checks > li.passed')).toHaveCount(3);

    // Its draft is its own: the lesson's scene is as it was, and the fix comes back.
    await task.getByRole('button', { name: exercise.backToLesson }).click();
    await lab.settled();
    expect(await lab.endpoints()).toMatch(address('external-service'));
    await task.getByRole('button', { name: exercise.start }).click();
    await expect(status).toHaveText(exercise.passed);
    await lab.button(lab.words.lab.reset).click();
    await expect(status).toHaveText(exercise.done(1, 3));
    await page.getByText(solution[locale], { exact: true }).click();
    await page.getByRole('button', { name: exercise.putSolution }).click();
    await expect(status).toHaveText(exercise.passed);
  });
}

test('phrases of the text choose state, panel and field', async ({ page }) => {
  await page.goto(`/${lesson}`);
  const lab = new Lab(page);
  await lab.settled();
  await page.getByRole('link', { name: 'the next state' }).click();
  await lab.settled();
  await expect(lab.step(1)).toHaveAttribute('aria-pressed', 'true');
  expect(await lab.endpoints()).toContain('11.11.11.11:80,22.22.22.22:80');
  await page.getByRole('link', { name: 'The DNS answer' }).click();
  await lab.settled();
  await expect(lab.step(0)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'the slice', exact: true }).click();
  await lab.settled();
  await expect(lab.panel('slices')).toContainText('mirrored');
  await page.getByRole('link', { name: 'two addresses' }).click();
  await lab.settled();
  await expect(lab.manifest).toBeFocused();
});

test('a figure shows its results in the text', async ({ page }) => {
  await page.goto('/lessons/without-selector/kafka-outside/');
  const figure = page.locator('figure.scene');
  await expect(figure.getByRole('region')).toBeVisible();
  await expect(figure).toContainText('192.168.10.22:9092');
});

test('without a script the page shows manifest and results', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  for (const { locale, prefix } of languages) {
    await page.goto(`/${prefix}${lesson}`);
    const lab = new Lab(page, { locale });
    await expect(lab.manifest).toContainText('name: external-service');
    for (const panel of ['endpoints', 'dns', 'traffic'] as const) await expect(lab.panel(panel)).toBeVisible();
    expect(await lab.endpoints()).toMatch(address('external-service'));
    await expect(lab.panel('traffic')).toContainText('REJECT');
    await expect(page.locator('endpoint-lab-scene').getByRole('button', { disabled: false })).toHaveCount(0);
  }
  await context.close();
});

test('a lesson by keyboard alone', async ({ page }) => {
  await page.goto(`/${lesson}`);
  const lab = new Lab(page);
  await lab.settled();
  const tabTo = async (name: string, reached: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab');
      if (await reached()) return;
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  const focused = (selector: string) => () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

  await tabTo('the second state', () => lab.step(1).evaluate((step) => step === document.activeElement));
  await page.keyboard.press('Enter');
  await lab.settled();
  expect(await lab.endpoints()).toContain('11.11.11.11:80');
  await tabTo('the editor', () => lab.manifest.evaluate((field) => field === document.activeElement));
  await expect(lab.element.locator('.monaco-editor')).toBeVisible();
  await expect(lab.manifest).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# by keys\n');
  await expect.poll(() => lab.text()).toMatch(/^# by keys\n/);
  await page.keyboard.press('Tab');
  await expect(lab.manifest).not.toBeFocused();
  await tabTo('the guess', focused('input[type=radio]'));
  await page.keyboard.press('Space');
  await expect(page.getByText('What happens:')).toBeVisible();
  await tabTo('the exercise', focused('endpoint-lab-exercise button'));
  await page.keyboard.press('Enter');
  await expect(page.locator('endpoint-lab-exercise .checks > li')).toHaveCount(3);
});

test('on a phone: one tile at a time, every result in the tabs, a plain text field', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(service('web'));
  const tabs = lab.element.getByRole('group', { name: lab.words.lab.results });
  const tab = (name: string) => tabs.getByRole('button', { name });
  await expect(tab(lab.words.panel.traffic)).toContainText('REJECT');
  await expect(tab('DNS')).toContainText('NOERROR');
  await expect(lab.panel('endpoints')).toBeHidden();
  await lab.manifest.tap();
  await expect(lab.element.locator('textarea[wrap=off]')).toBeFocused();
  await expect(lab.element.locator('.monaco-editor')).toHaveCount(0);
  await lab.fill(service('shop'));
  await lab.settled();
  await expect(tab('DNS')).toContainText('NOERROR');
  await tab(lab.words.panel.endpoints).tap();
  await expect(lab.panel('endpoints')).toContainText('endpoints "shop" not found');
  await expect(lab.manifest).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});

test('a name half typed into a question stays when a result arrives', async ({ page }) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(service('web'));
  await lab.edit('plain');
  for (const [panel, label] of [
    ['dns', lab.words.dns.host],
    ['traffic', lab.words.traffic.target],
  ] as const) {
    const field = lab.panel(panel).getByLabel(label, { exact: true });
    await field.fill('');
    await field.pressSequentially('half');
    // An edit from elsewhere: the result arrives while the field has the focus.
    await lab.manifest.evaluate((text: HTMLTextAreaElement, name) => {
      text.value = text.value.replace(/name: \w+/, `name: ${name}`);
      text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, `by${panel}`);
    await expect(lab.panel('endpoints')).toContainText(`endpoints "by${panel}" not found`);
    await expect(field).toHaveValue('half');
    await field.press('Enter');
    await lab.settled();
    await expect(field).toHaveValue('half');
  }
  await expect(lab.panel('dns')).toContainText('half.default.svc.cluster.local.');
});

for (const kind of ['full', 'plain'] as const) {
  test(`fast typing loses no letter in the ${kind} editor, nor while it opens`, async ({ page }) => {
    await page.goto('/playground/');
    const lab = new Lab(page);
    await lab.put(service('web'));
    if (kind === 'plain') await lab.button(lab.words.lab.plainEditor).click();
    await lab.manifest.click({ position: { x: 60, y: 12 } });
    const typed = Array.from({ length: 12 }, (_, i) => `# comment ${i} of twelve\n`).join('');
    await page.keyboard.type(typed);
    await lab.settled();
    if (kind === 'full') await expect(lab.element.locator('.monaco-editor')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Home');
    await expect.poll(() => lab.text()).toContain(typed);
  });
}

test('the caret comes to where the text was pressed', async ({ page }) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(`${service('web')}---\n${service('shop')}`);
  const name = lab.element.locator('.editor-static .code-line').filter({ hasText: 'name: shop' });
  const { x, y, width, height } = await name.evaluate((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    return range.getBoundingClientRect().toJSON() as DOMRect;
  });
  expect(height).toBeGreaterThan(0);
  // Before the last four of the twelve letters of `  name: shop`.
  await page.mouse.click(x + (width * 8.1) / 12, y + 8);
  await page.keyboard.type('my-');
  await lab.settled();
  await expect.poll(() => lab.text()).toContain('name: my-shop');
});
