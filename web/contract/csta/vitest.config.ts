import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'csta',
    include: ['**/*.test.ts'],
    globalSetup: 'cstahub-harness/setup',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
