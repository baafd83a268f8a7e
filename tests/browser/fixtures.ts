import { test as plain, type BrowserContext } from '@playwright/test';

export { expect } from '@playwright/test';

/** What went wrong on the pages of a test without anybody looking. */
class Watch {
  readonly #complaints: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Names a complaint that this test causes on purpose. */
  expect(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  /** Collects errors of the console (CSP reports among them, frames included), uncaught errors, failed and foreign requests. */
  on(context: BrowserContext): void {
    const say = (text: string) => this.#complaints.push(text);
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        say(`console ${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => say(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // Leaving a page ends what it still loads.
      if (why !== 'net::ERR_ABORTED') say(`failed: ${request.url()} ${why}`);
    });
    context.on('request', (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|file:|data:|blob:)/.test(request.url())) say(`left the site: ${request.url()}`);
      if (request.postData() !== null) say(`carried a body: ${request.url()}`);
    });
  }

  get complaints(): readonly string[] {
    return this.#complaints.filter((text) => !this.#expected.some((expected) => expected.test(text)));
  }
}

declare global {
  interface Window {
    /** How often a stopped engine was asked again. */
    askedAgain: number;
    /** A stopped engine is not asked again: a test of the watchdog. */
    staysStopped: boolean;
  }
}

const askedAgain = 'the engine was asked again';

/**
 * Runs in every page before its scripts. On a busy machine the engine may get no time within its second and is stopped: then
 * "Try again" is pressed, as a reader would, up to three times in a page.
 */
function askAgain(said: string): void {
  window.askedAgain = 0;
  const press = (lab: HTMLElement): void => {
    if (lab.dataset['live'] !== 'stopped' || window.staysStopped || window.askedAgain >= 3) return;
    const button = lab.querySelector<HTMLElement>('.engine-note[role=alert] button');
    if (!button) {
      setTimeout(press, 20, lab);
      return;
    }
    window.askedAgain += 1;
    console.info(said);
    button.click();
  };
  new MutationObserver((records) => {
    for (const { target, oldValue } of records)
      if (target instanceof HTMLElement && oldValue !== 'stopped') press(target);
  }).observe(document, { subtree: true, attributeFilter: ['data-live'], attributeOldValue: true });
}

/** Playwright's `test` with a watch over every page: a test fails if a page complained. */
export const test = plain.extend<{ watch: Watch; reader: undefined }>({
  reader: [
    async ({ context }, use, info) => {
      context.on('console', (message) => {
        if (message.text() === askedAgain) console.log(`${info.titlePath.join(' › ')}: ${askedAgain}`);
      });
      await context.addInitScript(askAgain, askedAgain);
      await use(undefined);
    },
    { auto: true },
  ],
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      watch.on(context);
      await use(watch);
      plain.expect(watch.complaints, 'errors, CSP reports, failed or foreign requests').toEqual([]);
    },
    { auto: true },
  ],
});
