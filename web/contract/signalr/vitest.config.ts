import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'signalr',
    include: ['**/*.test.ts'],
    globalSetup: './src/setup.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
