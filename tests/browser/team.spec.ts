/** A team's manifests brought into the playground: what was taken, how each Service stands, and the ways that lead on from there. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

const deployment = (name: string, labels: string, ports = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, labels: {app: ${name}, tier: backend}}\nspec:\n` +
  `  replicas: 2\n  selector: {matchLabels: {app: ${name}}}\n  template:\n    metadata:\n      labels:\n${labels}` +
  `    spec: {containers: [{name: main, image: x${ports}}]}\n`;
const service = (name: string, spec: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n${spec}`;
const ports = '  ports:\n  - port: 80\n';

const files: Readonly<Record<string, string>> = {
  'k8s/web.yaml':
    service('web', `  selector:\n    app: web\n${ports}`) + '---\n' + deployment('web', '        app: web\n'),
  'k8s/cart.yaml':
    service('cart', `  selector:\n    app: cart\n    tier: backend\n${ports}`) +
    '---\n' +
    deployment('cart', '        app: cart\n        tier: back\n'),
  'k8s/pay.yaml':
    service('pay', '  selector:\n    app: pay\n  ports:\n  - port: 80\n    targetPort: grpc\n') +
    '---\n' +
    deployment('pay', '        app: pay\n', ', ports: [{name: http, containerPort: 80}]'),
  'k8s/settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n',
  'k8s/legacy.yaml': service('legacy', ports),
  'README.md': '# Our shop\n',
};

async function opened(page: Page, width = 1440): Promise<Lab> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.settled();
  return lab;
}

async function drop(lab: Lab, dropped: Readonly<Record<string, string>>): Promise<void> {
  await lab.element.evaluate((element, contents) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(contents)) dataTransfer.items.add(new File([text], name));
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, dropped);
  await expect(lab.element.locator('.service-line').first()).toBeVisible();
  await lab.settled();
}

const lines = (lab: Lab) => lab.element.locator('.service-line');
const line = (lab: Lab, name: string) => lab.element.locator(`[data-service="default/${name}"]`);

test('several files are one list of Services, worst first, with what was taken and what was left', async ({ page }) => {
  const lab = await opened(page);
  await drop(lab, files);
  await expect(lab.element.getByText(lab.words.share.filesOpened(5, ['README.md']))).toBeVisible();
  await expect(lab.element.locator('.services-taken')).toHaveText(
    'Taken: 4 Services, 3 Deployments. Stored, not simulated: 1 ConfigMap.',
  );
  await expect(lines(lab)).toHaveText([
    /^cart.*none: label tier differs on cart-/,
    /^legacy.*no selector, no addresses/,
    /^pay.*none: port name grpc not found on pay-.*1 more/,
    /^web.*2 of 2 ready/,
  ]);
  await lab.button(lab.words.lab.undo).click();
  await expect(lines(lab)).toHaveCount(0);
});

test('a line of the list leads to its pod, its field and its change', async ({ page }) => {
  const lab = await opened(page);
  await drop(lab, files);
  const cart = line(lab, 'cart');
  await cart.locator('.service-pod').click();
  await expect(lab.panel('endpoints').locator('.row.lit')).toContainText('cart-');
  await expect(cart.locator('.service-name')).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.panel('dns').getByLabel(lab.words.dns.host, { exact: true })).toHaveValue('cart');
  await expect(lab.panel('traffic').getByLabel(lab.words.traffic.target, { exact: true })).toHaveValue('cart:80');

  const number = Number(((await cart.locator('.line-link').textContent()) ?? '').slice(1));
  await cart.locator('.line-link').click();
  await expect(lab.element.locator('.line-numbers.active-line-number')).toHaveText(String(number));
  const shown = await lab.element
    .locator('.editor-live .view-line')
    .filter({ hasText: 'tier: back' })
    .evaluateAll((all) => all.map((each) => each.textContent.replaceAll('\u00a0', ' ').trim()));
  expect(shown).toContain('tier: back');
  const left = (selector: string) =>
    lab.element
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().left);
  await expect.poll(() => left('.editor-live .view-line')).toBeGreaterThan(await left('.editor-live .line-numbers'));

  await cart.getByRole('button', { name: 'Set tier: backend in deployment/cart' }).click();
  await expect(cart).toContainText('2 of 2 ready');
  await line(lab, 'pay').getByRole('button', { name: 'Replace with http' }).click();
  await line(lab, 'legacy').getByRole('button', { name: 'Write Endpoints by hand' }).click();
  await expect(lab.panel('services').locator('.panel-summary')).toHaveText(lab.words.services.summary(4, 0));
});

test('the whole line chooses its Service, by keyboard too', async ({ page }) => {
  const lab = await opened(page);
  await drop(lab, files);
  await line(lab, 'pay').click({ position: { x: 6, y: 30 } });
  await expect(line(lab, 'pay')).toHaveClass(/current/);
  await line(lab, 'web').locator('.service-name').focus();
  await page.keyboard.press('Enter');
  await expect(line(lab, 'web')).toHaveClass(/current/);
  expect(await lab.endpoints()).toContain('kubectl get ep web');
});

test('a text pasted into the page, where nothing is edited, is the new manifest', async ({ page }) => {
  const lab = await opened(page);
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    `${files['k8s/web.yaml'] ?? ''}---\n${files['k8s/cart.yaml'] ?? ''}`,
  );
  await expect(lines(lab)).toHaveCount(2);
});

test('on a phone the list is what is seen first, and a line of it opens the editor', async ({ page }) => {
  const lab = await opened(page, 360);
  await drop(lab, files);
  await expect(lab.panel('services')).toBeVisible();
  await line(lab, 'cart').locator('.line-link').click();
  await expect(lab.element.locator('[data-tile=editor]')).toBeVisible();
  await expect(lab.panel('services')).toBeHidden();
  await page.reload();
  await lab.settled();
  await expect(lab.panel('services')).toBeVisible();
});

test('a text that fills the limit is listed whole', async ({ page }) => {
  const lab = await opened(page);
  const many = Array.from({ length: 250 }, (_, i) =>
    [
      service(`s${i}`, `  selector:\n    app: a${i}\n${ports}`),
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, labels: {app: a${i}}}\nspec: {containers: [{name: main, image: x}]}\n`,
    ].join('---\n'),
  ).join('---\n');
  await drop(lab, { 'all.yaml': many });
  await expect(lines(lab)).toHaveCount(250);
  await expect(lab.panel('services').locator('.panel-summary')).toHaveText(lab.words.services.summary(250, 0));
});
