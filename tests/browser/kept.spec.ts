// Nothing a reader typed is lost, overwritten or taken without being asked.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages, lesson } from './pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n  - port: 80\n`;

async function opened(page: Page, path = '/playground/', locale: 'en' | 'zh-cn' = 'en'): Promise<Lab> {
  await page.goto(path);
  const lab = new Lab(page, { locale });
  await lab.settled();
  return lab;
}

async function typed(lab: Lab, text: string): Promise<void> {
  await lab.edit('plain');
  await lab.fill(text);
  await lab.settled();
}

const stored = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('endpoint-lab:draft:'))
      .map((key) => localStorage.getItem(key) ?? ''),
  );

test('a draft is kept within 250 ms of the last letter, and through a crash', async ({ page, context }) => {
  const lab = await opened(page);
  await lab.edit('plain');
  const isKept = await lab.manifest.evaluate(async (field: HTMLTextAreaElement, text) => {
    field.setRangeText(text, 0, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // Timers come in the order of their times, however busy the machine is.
    await new Promise((resolve) => setTimeout(resolve, 250 + 20));
    return Object.values({ ...localStorage }).some((value) => String(value).includes('quickly'));
  }, service('quickly'));
  expect(isKept).toBe(true);
  // A crash runs no handler of the page; the tab is gone with its session.
  const next = await context.newPage();
  await page.close({ runBeforeUnload: false });
  const after = await opened(next);
  await after.edit('plain');
  expect(await after.text()).toBe(service('quickly'));
});

test('a draft stays with its lesson through navigation, language and theme', async ({ page }) => {
  let lab = await opened(page, `/${lesson}`);
  await typed(lab, service('mine'));
  await lab.element.evaluate((element) => element.ownerDocument.documentElement.setAttribute('data-theme', 'dark'));
  expect(await lab.text()).toBe(service('mine'));
  lab = await opened(page);
  expect(await lab.endpoints()).not.toContain('mine');
  lab = await opened(page, `/zh-cn/${lesson}`, 'zh-cn');
  await lab.edit('plain');
  expect(await lab.text()).toBe(service('mine'));
  await page.goBack();
  await page.goBack();
  lab = new Lab(page);
  await lab.settled();
  expect(await lab.endpoints()).toContain('"mine" not found');
});

for (const { locale, prefix } of languages)
  test(`a second tab is offered the newer draft, and overwrites nothing (${locale})`, async ({ page, context }) => {
    const path = `/${prefix}playground/`;
    const first = await opened(page, path, locale);
    await typed(first, service('first'));
    const other = await context.newPage();
    const second = await opened(other, path, locale);
    await typed(second, service('second'));

    await page.bringToFront();
    const offer = page.locator('.newer-draft');
    await expect(offer).toBeVisible();
    await expect.poll(() => first.text()).toBe(service('first'));
    await expect.poll(() => stored(page)).toHaveLength(2);
    await first.button(first.words.lab.takeNewer).click();
    await first.settled();
    await expect(offer).toHaveCount(0);
    await expect.poll(() => first.text()).toBe(service('second'));
    await first.button(first.words.lab.undo).click();
    await first.settled();
    await expect.poll(() => first.text()).toBe(service('first'));

    // The other way round: the offer is turned down, and stays away until there is something newer.
    await typed(second, service('third'));
    await expect(offer).toBeVisible();
    await first.button(first.words.lab.keepMine).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await first.settled();
    await first.edit('plain');
    await expect.poll(() => first.text()).toBe(service('first'));
    await other.reload();
    await second.settled();
    await second.edit('plain');
    await expect.poll(() => second.text()).toBe(service('third'));
  });

test('a copied tab writes beside the one it was copied from', async ({ page, context }) => {
  const first = await opened(page);
  await typed(first, service('first'));
  await expect.poll(() => stored(page)).toHaveLength(1);
  const name = await page.evaluate(() => sessionStorage.getItem('endpoint-lab:tab') ?? '');
  const copy = await context.newPage();
  await copy.addInitScript((tab) => sessionStorage.setItem('endpoint-lab:tab', tab), name);
  const second = await opened(copy);
  await typed(second, service('copy'));
  await expect.poll(() => stored(page)).toHaveLength(2);
  await typed(first, service('more'));
  await expect
    .poll(async () => (await stored(page)).toSorted().map((draft) => /name: (\w+)/.exec(JSON.parse(draft).scene)?.[1]))
    .toEqual(['copy', 'more']);
});

for (const [what, says, spoil] of [
  [
    'denied',
    'notSaved',
    () => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    },
  ],
  [
    'full',
    'storageFull',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as const)
  test(`storage ${what}: the lab works and says so`, async ({ page }) => {
    await page.addInitScript(spoil);
    const lab = await opened(page);
    await typed(lab, service('mine'));
    expect(await lab.endpoints()).toContain('"mine" not found');
    await expect(lab.element.getByText(lab.words.lab[says])).toBeVisible();
  });

test('a damaged draft is told, left as it is, and the lab goes on', async ({ page }) => {
  let lab = await opened(page);
  await typed(lab, service('mine'));
  await expect.poll(() => stored(page)).toHaveLength(1);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes(':draft:')) localStorage.setItem(key, '{"scene":');
  });
  await page.reload();
  lab = new Lab(page);
  await lab.settled();
  await expect(lab.element.getByText(lab.words.lab.draftDamaged)).toBeVisible();
  await typed(lab, service('again'));
  await expect.poll(() => stored(page)).toContain('{"scene":');
  await page.reload();
  await lab.settled();
  await lab.edit('plain');
  expect(await lab.text()).toBe(service('again'));
});

test('what was typed last is the newest draft, whatever the clock says', async ({ page, context }) => {
  const first = await opened(page);
  await typed(first, service('first'));
  await expect.poll(() => stored(page)).toHaveLength(1);
  await page.evaluate(() => {
    for (const [key, value] of Object.entries({ ...localStorage }))
      if (key.includes(':draft:'))
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(String(value)), at: Date.now() + 1e9 }));
  });
  const other = await context.newPage();
  await typed(await opened(other), service('second'));
  await expect.poll(() => stored(other)).toHaveLength(2);
  await page.close();
  await other.close();
  const next = await opened(await context.newPage());
  await next.edit('plain');
  expect(await next.text()).toBe(service('second'));
});

test('edits in a draft that are none stop nothing', async ({ page }) => {
  let lab = await opened(page);
  await typed(lab, service('mine'));
  await expect.poll(() => stored(page)).toHaveLength(1);
  await page.evaluate(() => {
    for (const [key, value] of Object.entries({ ...localStorage }))
      if (key.includes(':draft:'))
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(String(value)), edits: [null, { kind: 'later' }] }));
  });
  await page.reload();
  lab = new Lab(page);
  await lab.edit('plain');
  expect(await lab.text()).toBe(service('mine'));
});

const twoSteps = `# dns:\n#   - {host: web, type: A, ns: default}\n#---\n${service('web')}# step:\n#   action: apply\n#   note: another\n#---\n${service('shop')}`;

/** Opens the dialog and returns the link in it. */
async function shared(lab: Lab): Promise<string> {
  await lab.button(lab.words.lab.share).click();
  const link = lab.element.getByLabel(lab.words.share.link);
  await expect(link).toHaveValue(/#s1\./);
  return link.inputValue();
}

test('a link holds the whole scene and the view', async ({ page, context }) => {
  const lab = await opened(page);
  await lab.put(twoSteps);
  await lab.choose(1);
  await lab.ask({ host: 'shop', type: 'SRV', ns: 'kube-system' });
  await lab.connect({ from: 'node node-b', to: 'shop:80' });
  await lab.drawer('changes');
  const link = await shared(lab);

  const other = await context.newPage();
  await other.goto(link);
  const there = new Lab(other);
  await there.settled();
  await expect(there.step(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(there.element.getByText(lab.words.share.opened)).toBeVisible();
  await expect(there.panel('changes')).toBeVisible();
  const { client, target } = lab.words.traffic;
  await expect(there.panel('traffic').getByLabel(client, { exact: true })).toHaveValue('node node-b');
  await expect(there.panel('traffic').getByLabel(target, { exact: true })).toHaveValue('shop:80');
  await expect(there.panel('dns').getByLabel(lab.words.dns.type, { exact: true })).toHaveValue('SRV');
  await there.choose(0);
  await expect(there.manifest).toContainText('name: web');
  expect(new URL(other.url()).hash).toBe('');
});

test('a link over a draft takes nothing away: undo brings the draft back, after a reload, too', async ({ page }) => {
  const lab = await opened(page);
  await typed(lab, service('other'));
  const link = await shared(lab);
  await page.keyboard.press('Escape');
  await typed(lab, service('mine'));
  await page.evaluate((hash) => (location.hash = hash), new URL(`${link})`).hash);
  await expect(lab.element.getByText(lab.words.share.opened)).toBeVisible();
  await lab.settled();
  await expect.poll(() => lab.text()).toBe(service('other'));
  await page.reload();
  await lab.settled();
  await lab.edit('plain');
  expect(await lab.text()).toBe(service('other'));
  await lab.button(lab.words.lab.undo).click();
  await expect.poll(() => lab.text()).toBe(service('mine'));
  await expect.poll(() => stored(page)).toHaveLength(1);
  await page.reload();
  await lab.settled();
  await lab.edit('plain');
  expect(await lab.text()).toBe(service('mine'));
});

test('the link of a lesson has at most 2000 characters', async ({ page }) => {
  const lab = await opened(page, `/${lesson}`);
  expect((await shared(lab)).length).toBeLessThanOrEqual(2000);
});

for (const [name, hash, says] of [
  ['cut', 's1.0badc0de.AAAA', 'damaged'],
  ['of a later version', 's7.00000000.AAAA', 'newer'],
  ['hostile', 's1.<img src=x onerror=alert(1)>', 'damaged'],
] as const)
  test(`a link that is ${name} is named, and the page is as usable as ever`, async ({ page }) => {
    page.on('dialog', () => expect(false, 'a dialog was opened').toBe(true));
    await page.goto(`/playground/#${hash}`);
    const lab = new Lab(page);
    await lab.settled();
    await expect(lab.element.getByText(lab.words.share[says])).toBeVisible();
    await typed(lab, service('mine'));
    expect(await lab.endpoints()).toContain('"mine" not found');
  });

/** Drops files on the lab, as from a folder. */
async function drop(lab: Lab, files: Readonly<Record<string, string>>): Promise<void> {
  await lab.element.evaluate((element, contents) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

test('files are dropped, saved and opened again', async ({ page }) => {
  const lab = await opened(page);
  await drop(lab, { 'b.yaml': service('b'), 'a.yaml': service('a') });
  await expect(lab.element.getByText(lab.words.share.filesOpened(2, []))).toBeVisible();
  await lab.settled();
  await lab.edit('plain');
  expect(await lab.text()).toBe(`# Source: a.yaml\n${service('a')}---\n# Source: b.yaml\n${service('b')}`);
  await lab.button(lab.words.lab.undo).click();
  await lab.settled();
  expect(await lab.text()).not.toContain('name: b\n');

  await drop(lab, { 'picture.png': 'a\0b' });
  await expect(lab.element.getByText(lab.words.share.filesUnreadable)).toBeVisible();
  await drop(lab, { 'huge.yaml': '#'.repeat(300_000) });
  await expect(lab.element.getByText(lab.words.share.filesTooLarge)).toBeVisible();
  expect(await lab.text()).not.toContain('name: b\n');

  await lab.put(twoSteps);
  await lab.choose(1);
  await lab.button(lab.words.lab.share).click();
  const saved = async (button: string): Promise<readonly [string, string]> => {
    const [file] = await Promise.all([page.waitForEvent('download'), lab.button(button).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return [file.suggestedFilename(), Buffer.concat(chunks).toString()];
  };
  expect(await saved(lab.words.share.manifest)).toEqual(['manifest.yaml', service('shop')]);
  const [name, scene] = await saved(lab.words.share.scene);
  expect([name, scene]).toEqual(['scene.yaml', twoSteps]);

  await lab.element
    .locator('dialog input[type=file]')
    .setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(scene) });
  await lab.settled();
  await expect(lab.step(1)).toBeVisible();
  await expect(lab.manifest).toContainText('name: web');
});

test('the results can be pasted where no script runs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await opened(page);
  await lab.put(service('web'));
  await lab.button(lab.words.lab.share).click();
  await lab.button(lab.words.share.results).click();
  const text = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(text).toContain('## Traffic\n\n```\n');
  expect(await text()).toContain('```yaml\napiVersion: v1\nkind: Service\n');
  expect(await text()).toContain('Error from server (NotFound): endpoints "web" not found');
  expect(await text()).toContain('REJECT');
});
