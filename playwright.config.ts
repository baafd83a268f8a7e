import { defineConfig } from '@playwright/test';
import { addresses } from './tests/browser/addresses.ts';

/** Browser tests run on the built site: `npm run build` (and the two other builds of scripts/steps.ts) come first. */
export default defineConfig({
  testDir: 'tests/browser',
  // Speed is measured in benches; on a loaded machine a right answer may take its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  workers: 2,
  fullyParallel: true,
  reporter: 'line',
  use: {
    baseURL: addresses.site,
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: { command: 'node tests/browser/servers.ts', url: addresses.host, reuseExistingServer: false },
});
