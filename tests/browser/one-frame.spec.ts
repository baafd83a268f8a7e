// What is typed shows in the frame of its letter: a reader who types gets an engine on the page's own thread.
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

const manifest = (address: number): string => `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  ports:
  - port: 80
---
apiVersion: v1
kind: Endpoints
metadata:
  name: api
subsets:
- addresses:
  - ip: 192.0.2.${address}
  ports:
  - port: 80
`;

for (const drawer of [false, true]) {
  test(`letters and results come in one frame${drawer ? ', with an open drawer' : ''}`, async ({ page }) => {
    await page.goto('/playground/');
    const lab = new Lab(page);
    await lab.edit('plain');
    await lab.fill(manifest(1));
    if (drawer) await lab.drawer('slices');
    await lab.settled();

    // It is loaded after some quick answers; until then, and where the machine is slow, the worker answers.
    let address = 1;
    await expect
      .poll(
        async () => {
          await lab.settled();
          address = (address % 250) + 1;
          return (await inItsTask(lab, manifest(address))).includes(`192.0.2.${address}:80`);
        },
        { timeout: 45_000, intervals: [50] },
      )
      .toBe(true);
    await expect(lab.element).toHaveAttribute('data-live', 'ready');

    // The worker says the same.
    const here = [await lab.endpoints(), await lab.dns()];
    await page.reload();
    await lab.settled();
    expect([await lab.endpoints(), await lab.dns()]).toEqual(here);
  });
}

/** Types a text; gives back what the Endpoints panel shows before the browser can draw anything. */
function inItsTask({ manifest: box }: Lab, text: string): Promise<string> {
  return box.evaluate(async (field, t) => {
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('not the plain editor');
    field.setRangeText(t, 0, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    const lab = field.closest<HTMLElement>('endpoint-lab-scene');
    return lab?.querySelector('[data-panel="endpoints"] .tool-output')?.textContent ?? '';
  }, text);
}
