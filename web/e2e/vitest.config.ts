import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'e2e',
    include: ['**/*.test.ts'],
    globalSetup: 'cstahub-harness/setup',
    // Each file has a browser of its own, and most of a test is waiting for a telephone to ring.
    maxWorkers: 3,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
});
