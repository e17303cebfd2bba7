import { defineConfig } from 'vite';

/** Where "npm run dev" finds the server. */
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  // The SDK as it is written, and not as it was built last.
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    // The Go binary embeds it from there. The .keep that Git keeps of it comes back with the public folder.
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // The server's Content-Security-Policy lets in files of its own, and nothing that is written into a page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': server, '/csta': { target: server, ws: true } },
  },
});
