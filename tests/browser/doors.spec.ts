import { pathToFileURL } from 'node:url';
import { addresses } from './addresses.ts';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';
import { languages, lesson, pages } from './pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

for (const { locale, prefix } of languages) {
  test(`under a base path: from the start page through the site (${locale})`, async ({ page }) => {
    await page.goto(`${addresses.base}/${prefix}`);
    await page.getByRole('link', { name: locale === 'en' ? 'Start the course' : '开始学习' }).click();
    await expect(page).toHaveURL(new RegExp(`/a/b/${prefix}lessons/`));
    await page.goto(`${addresses.base}/${prefix}${lesson}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(pages[2].heading[locale]);
    await expect(page.getByRole('button', { name: locale === 'en' ? /^Theme/ : /^主题/ })).toBeVisible();
    await page.getByRole('link', { name: locale === 'en' ? 'Playground' : '演练场' }).click();
    await expect(page).toHaveURL(new RegExp(`/a/b/${prefix}playground/$`));
  });

  test(`workshop: by double-click, with the network off (${locale})`, async ({ page, context }) => {
    await context.setOffline(true);
    await page.goto(pathToFileURL(`dist-workshop/${prefix}index.html`).href);
    await page.getByRole('link', { name: locale === 'en' ? 'Start the course' : '开始学习' }).click();
    await expect(page).toHaveURL(/lessons\/.*\/index\.html$/);
    await page.goto(pathToFileURL(`dist-workshop/${prefix}${lesson}index.html`).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(pages[2].heading[locale]);
    const theme = page.getByRole('button', { name: locale === 'en' ? /^Theme/ : /^主题/ });
    const before = await theme.getAttribute('aria-label');
    await theme.click();
    await expect(theme).not.toHaveAttribute('aria-label', before ?? '');
    await page.getByRole('link', { name: locale === 'en' ? 'Playground' : '演练场' }).click();
    await expect(page).toHaveURL(/playground\/index\.html$/);
  });

  test(`at the root an edit changes Endpoints, DNS and Traffic (${locale})`, async ({ page }) => {
    await page.goto(`/${prefix}${lesson}`);
    await editChangesEverything(new Lab(page, { locale }));
  });

  test(`under a base path an edit changes Endpoints, DNS and Traffic (${locale})`, async ({ page }) => {
    await page.goto(`${addresses.base}/${prefix}${lesson}`);
    await editChangesEverything(new Lab(page, { locale }));
  });

  test(`from a folder, with the network off, an edit changes Endpoints, DNS and Traffic (${locale})`, async ({
    page,
    context,
  }) => {
    const elsewhere: string[] = [];
    context.on('request', (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    await context.setOffline(true);
    await page.goto(pathToFileURL(`dist-workshop/${prefix}${lesson}index.html`).href);
    await editChangesEverything(new Lab(page, { locale }));
    expect(elsewhere).toEqual([]);
  });

  test(`in another origin's frame that may only run scripts, an edit changes Endpoints, DNS and Traffic (${locale})`, async ({
    page,
  }) => {
    await page.goto(`${addresses.host}sandboxed.html`);
    const frame = page.frameLocator(`iframe[src$="locale=${locale}"]`);
    await editChangesEverything(new Lab(page, { locale, in: frame }));
    expect(await frame.locator('body').evaluate(() => origin)).toBe('null');
  });
}

/** The lesson's Service has no list; with a list, and headless, each of the three panels shows something else. */
async function editChangesEverything(lab: Lab): Promise<void> {
  await lab.settled();
  expect(await lab.endpoints()).toContain('endpoints "external-service" not found');
  expect((await lab.dns()).records).toEqual([expect.stringMatching(/ A 10\.\d+\.\d+\.\d+$/)]);
  expect((await lab.traffic()).flatMap(({ bold }) => bold)).toContain('REJECT');
  await lab.edit('full');
  await lab.fill(listed);
  await lab.settled();
  expect(await lab.endpoints()).toContain('external-service   11.11.11.11:80,22.22.22.22:80');
  expect([...(await lab.dns()).records].sort()).toEqual(
    ['11.11.11.11', '22.22.22.22'].map((ip) => `external-service.default.svc.cluster.local. 30 IN A ${ip}`),
  );
  expect((await lab.traffic()).flatMap(({ codes }) => codes)).toEqual(
    expect.arrayContaining(['11.11.11.11:80', '22.22.22.22:80']),
  );
  expect((await lab.traffic()).flatMap(({ bold }) => bold)).not.toContain('REJECT');
}

const listed = `apiVersion: v1
kind: Service
metadata:
  name: external-service
spec:
  clusterIP: None
  ports:
  - port: 80
---
apiVersion: v1
kind: Endpoints
metadata:
  name: external-service
subsets:
- addresses:
  - ip: 11.11.11.11
  - ip: 22.22.22.22
  ports:
  - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: client
spec:
  containers:
  - name: main
    image: registry.k8s.io/e2e-test-images/agnhost:2.53
`;
