import { Server } from 'cstahub-harness';
import type { Browser, BrowserContext } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

import { launch } from './browser.ts';
import { Tab } from './tab.ts';

interface Fixtures {
  browser: Browser;
  /** A server that nobody has used yet. */
  server: Server;
  /** Opens a tab; in a context of its own unless it is given one. */
  open: (context?: BrowserContext) => Promise<Tab>;
  /** Opens a tab and logs in. */
  as: (user: string) => Promise<Tab>;
}

/** A test with a server of its own. It fails when a browser complained about anything that was not expected. */
export const test = base.extend<Fixtures>({
  browser: [
    // eslint-disable-next-line no-empty-pattern -- the pattern tells vitest what the fixture needs: nothing
    async ({}, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  // eslint-disable-next-line no-empty-pattern -- see above
  server: async ({}, use) => {
    const server = await Server.start({ binary: inject('binary') });
    await use(server);
    await server.stop();
  },
  open: async ({ browser, server }, use) => {
    const tabs: Tab[] = [];
    await use(async (context) => {
      const tab = await Tab.open(browser, server.origin, context);
      tabs.push(tab);
      return tab;
    });
    const complaints: string[] = [];
    for (const tab of tabs) complaints.push(...(await tab.close()));
    expect(complaints).toEqual([]);
  },
  as: async ({ open }, use) => {
    await use(async (user) => (await open()).logIn(`${user}@demo`));
  },
});
