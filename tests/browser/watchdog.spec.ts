// An engine that never answers: stopped after a second, said so, and the reader goes on typing.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab, type EditorKind } from './lab.ts';

declare global {
  interface Window {
    /** While true, every text sent to the engine makes it spin. */
    spinning: boolean;
    /** What was typed of each request to the engine. */
    sent: { readonly kind: string; readonly typed: string }[];
    /** How many requests had been sent when the engine was last stopped. */
    sentWhenStopped: number;
  }
}

const textOf = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  ports:
  - port: 80
`;

test.use({ viewport: { width: 1440, height: 900 } });

for (const kind of ['full', 'plain'] as const satisfies readonly EditorKind[]) {
  test(`a spinning engine under the ${kind} editor`, async ({ page }) => {
    await page.addInitScript(letWorkersSpin);
    await page.goto('/playground/');
    const lab = new Lab(page);
    await lab.put(textOf('web'));
    await lab.edit(kind);
    const alert = lab.element.getByRole('alert');

    await page.evaluate(() => (window.spinning = window.staysStopped = true));
    const began = Date.now();
    await lab.fill(textOf('spin'));
    await expect(alert).toContainText(lab.words.lab.engineStopped);
    expect(Date.now() - began).toBeGreaterThan(900);
    await expect(lab.element).toHaveAttribute('data-live', 'stopped');
    expect(await sends(page, 'name: spin\n')).toBe(1);

    // The results are still those of the text before, and can be read and opened.
    expect(await lab.endpoints()).toContain('endpoints "web" not found');
    await lab.drawer('pods');
    expect(await sends(page, 'name: spin\n')).toBe(1);

    await lab.manifest.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('# typed');
    await expect.poll(() => lab.text()).toContain('# typed');
    await expect.poll(() => sends(page, '# typed')).toBe(1);
    await expect
      .poll(() => page.evaluate(() => window.sent.slice(0, window.sentWhenStopped).map(({ typed }) => typed)))
      .toContainEqual(expect.stringContaining('# typed'));
    await expect(lab.element).toHaveAttribute('data-live', 'stopped');

    const before = await page.evaluate(() => {
      window.spinning = window.staysStopped = false;
      return window.askedAgain;
    });
    await lab.button(lab.words.lab.tryAgain).click();
    await lab.settled();
    await expect(alert).toHaveCount(0);
    expect(await lab.endpoints()).toContain('endpoints "spin" not found');
    const again = await page.evaluate(() => window.askedAgain);
    expect(await sends(page, '# typed', 'view')).toBe(2 + again - before);
    await expect.poll(() => lab.text()).toContain('# typed');
  });
}

test('a draft that stops the engine at every load can be left for the start, and is not lost', async ({ page }) => {
  await page.addInitScript(() => {
    window.staysStopped = true;
    const create = URL.createObjectURL;
    const spin = "addEventListener('message', (e) => { while (JSON.stringify(e.data).includes('name: spin')); });\n";
    URL.createObjectURL = (blob: Blob) => create.call(URL, new Blob([spin, blob], { type: blob.type }));
  });
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.edit('plain');
  await lab.fill(textOf('spin'));
  await expect(lab.element).toHaveAttribute('data-live', 'stopped');
  await page.reload();
  await expect(lab.element).toHaveAttribute('data-live', 'stopped');
  await lab.button(lab.words.lab.reset).click();
  await lab.edit('plain');
  expect(await lab.text()).not.toContain('name: spin');
  await lab.button(lab.words.lab.undo).click();
  await expect.poll(() => lab.text()).toContain('name: spin');
});

/** How often a text was sent; once it can be answered, help for the caret goes after it. */
const sends = (page: Page, part: string, kind = ''): Promise<number> =>
  page.evaluate(
    (wanted) => window.sent.filter((one) => one.typed.includes(wanted.part) && one.kind.includes(wanted.kind)).length,
    { part, kind },
  );

/** Runs in the page before its scripts: every worker gets a listener in front of its own that spins when told to. */
function letWorkersSpin(): void {
  window.spinning = false;
  window.sent = [];
  window.sentWhenStopped = 0;
  new MutationObserver((records) => {
    if (records.some(({ target }) => target instanceof HTMLElement && target.dataset['live'] === 'stopped'))
      window.sentWhenStopped = window.sent.length;
  }).observe(document, { subtree: true, attributeFilter: ['data-live'] });
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) =>
    create.call(
      URL,
      new Blob(["addEventListener('message', (e) => { while (e.data.spin); });\n", blob], { type: blob.type }),
    );
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message: {
    readonly kind: string;
    readonly edits?: readonly { readonly text?: string }[];
  }) {
    const typed = (message.edits ?? []).map(({ text }) => text ?? '').join('');
    window.sent.push({ kind: message.kind, typed });
    post.call(this, { ...message, spin: window.spinning && typed !== '' });
  };
}
