import { copyFileSync, mkdirSync } from 'node:fs';

import { type Plugin, defineConfig } from 'vite';

/** Puts the file for the script tag where the server serves it from, as /sdk/cstahub.js. */
const serve: Plugin = {
  name: 'serve',
  closeBundle() {
    mkdirSync('../dist/sdk', { recursive: true });
    copyFileSync('dist/cstahub.js', '../dist/sdk/cstahub.js');
  },
};

/**
 * Makes two things of the source: dist/index.js, a module for bundlers and Node that leaves SignalR's own
 * package to them, and with --mode script dist/cstahub.js, one file for a script tag with all that it needs.
 */
export default defineConfig(({ mode }) => ({
  plugins: mode === 'script' ? [serve] : [],
  build: {
    outDir: 'dist',
    emptyOutDir: mode !== 'script',
    target: 'es2022',
    lib:
      mode === 'script'
        ? { entry: 'src/script.ts', formats: ['iife'], name: 'cstahub', fileName: () => 'cstahub.js' }
        : { entry: 'src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    minify: mode === 'script',
    rolldownOptions: { external: mode === 'script' ? [] : ['@microsoft/signalr'] },
  },
}));
