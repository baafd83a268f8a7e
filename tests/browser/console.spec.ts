import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages } from './pages.ts';

const scene = `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web-1, labels: {app: web}}
spec: {containers: [{name: main, image: nginx, ports: [{containerPort: 8080}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: client}
spec: {containers: [{name: main, image: busybox}]}
`;

for (const { locale, prefix } of languages) {
  test(`Tab completes, arrows bring back lines, and the keyboard gets out again (${locale})`, async ({ page }) => {
    await page.goto(`/${prefix}playground/`);
    const lab = new Lab(page, { locale });
    await lab.put(scene);
    const panel = await lab.drawer('console');
    const prompt = panel.getByRole('textbox', { name: lab.words.console.prompt });
    await prompt.focus();
    await page.keyboard.type('kubectl get servi');
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(prompt).toHaveValue('kubectl get services ');
    }).toPass();
    await page.keyboard.type('w');
    await page.keyboard.press('Tab');
    await expect(prompt).toHaveValue('kubectl get services web ');
    await page.keyboard.press('Enter');
    await expect(panel.locator('.transcript pre')).toContainText('ClusterIP');
    await page.keyboard.type('kubectl get po');
    await page.keyboard.press('ArrowUp');
    await expect(prompt).toHaveValue('kubectl get services web');
    await page.keyboard.press('ArrowDown');
    await expect(prompt).toHaveValue('kubectl get po');
    await page.keyboard.press('Control+c');
    await expect(prompt).toHaveValue('');
    await page.keyboard.type('kubectl describe ');
    await page.keyboard.press('Tab');
    await expect(panel.locator('.offers')).toContainText('endpointslices');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(prompt).not.toBeFocused();
    await prompt.fill('clear');
    await prompt.press('Enter');
    await expect(panel.locator('.transcript pre')).toHaveCount(0);
  });
}

test('pasted lines run one after the other, a here-document among them, and each change is a step', async ({
  page,
}) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(scene);
  const panel = await lab.drawer('console');
  const prompt = panel.getByRole('textbox', { name: lab.words.console.prompt });
  await prompt.fill(`kubectl label pod web-1 app=other --overwrite && kubectl get ep web
kubectl apply -f - <<EOF
apiVersion: v1
kind: Service
metadata: {name: typed}
spec: {selector: {app: other}, ports: [{port: 80, targetPort: 8080}]}
EOF
kubectl get nope || kubectl get endpointslices -l kubernetes.io/service-name=typed --no-headers | wc -l; curl -s typed`);
  await prompt.press('Enter');
  const entries = panel.locator('.transcript pre');
  await expect(entries).toHaveCount(6);
  await expect(entries.nth(0)).toContainText('pod/web-1 labeled');
  await expect(entries.nth(1)).toContainText('<none>');
  await expect(entries.nth(2)).toContainText('service/typed created');
  await expect(entries.nth(3)).toContainText('resource type "nope"');
  expect(await entries.nth(4).textContent()).toMatch(/\n1\n$/);
  await lab.settled();
  await expect(lab.element.getByText('kubectl apply -f -', { exact: false }).first()).toBeVisible();
});

test('an open here-document goes on in the next line, and an empty line ends the waiting', async ({ page }) => {
  await page.goto('/playground/');
  const lab = new Lab(page);
  await lab.put(scene);
  const panel = await lab.drawer('console');
  const prompt = panel.getByRole('textbox', { name: lab.words.console.prompt });
  const last = panel.locator('.transcript pre').last();
  await prompt.focus();
  for (const line of ['cat <<END | grep b', 'a', 'b', 'END']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await expect(last).toContainText('END\nb\n', { useInnerText: true });
  await page.keyboard.type("kubectl get svc 'web");
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(last).toContainText('A quote is not closed.');
});
