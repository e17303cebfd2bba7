import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['*/vitest.config.ts'],
    // Much of what these tests do is waiting, so two files run at a time however few cores there are.
    maxWorkers: 2,
  },
});
