import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Speed is measured in benches; on a loaded machine a right answer may take its time.
    testTimeout: 300_000,
    // Every core; tests change nothing that another file could see, so that each worker reads the engine once.
    maxWorkers: '100%',
    isolate: false,
    setupFiles: ['tests/seed.ts'],
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/browser/**', 'tests/firefox/**', 'node_modules/**'],
  },
});
