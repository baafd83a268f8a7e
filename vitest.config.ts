import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Speed is measured in benches; on a loaded machine a right answer may take its time.
    testTimeout: 60_000,
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/browser/**', 'tests/firefox/**', 'node_modules/**'],
  },
});
