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

/** Playwright's `test` with a watch over every page: a test fails if a page complained. */
export const test = plain.extend<{ watch: Watch }>({
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
