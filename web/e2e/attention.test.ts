// How a call is made noticed: by sound and by notifications, as far as the browser lets it.
import { Server } from 'cstahub-harness';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { look } from './src/look.ts';
import { Tab } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;
const ringing = ({ page }: Tab) => page.locator('hub-desk').getAttribute('data-ringing');

/** Writes down the notifications of a page, which are shown all the same; the page is looked at when seen says so. */
async function notice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told, away: false });
    Object.defineProperty(document, 'hidden', {
      get: () => (globalThis as unknown as { away: boolean }).away,
    });
    globalThis.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        told.push(`shown: ${title}`);
      }
      override close(): void {
        super.close();
        told.push(`closed: ${this.title}`);
      }
    };
  });
}

const told = (tab: Tab) => tab.page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
const lookAway = (tab: Tab, away: boolean) =>
  tab.page.evaluate((now) => {
    Object.assign(globalThis, { away: now });
  }, away);

describe('notifications', () => {
  test('are asked for by a click, shown while nobody looks, and closed when the call is answered', async ({
    as,
    open,
    server,
  }) => {
    const bob = await as('bob');
    const alice = await open();
    await notice(alice.page);
    await alice.logIn('alice@demo');
    const allow = alice.page.getByRole('button', { name: 'Allow notifications' });
    await allow.waitFor();
    await alice.page.context().grantPermissions(['notifications'], { origin: server.origin });
    await allow.focus();
    await alice.page.keyboard.press('Enter');
    await shown(() => allow.count()).toBe(0);

    await bob.dial('200');
    await shown(() => alice.calls()).toHaveLength(1);
    expect(await told(alice)).toEqual([]);
    await bob.press('Hang up');
    await shown(() => alice.calls()).toEqual([]);
    await lookAway(alice, true);
    await bob.dial('200');
    await shown(() => told(alice)).toEqual(['shown: Incoming call from Bob Berg']);
    await alice.press('Answer');
    await shown(() => told(alice)).toEqual([
      'shown: Incoming call from Bob Berg',
      'closed: Incoming call from Bob Berg',
    ]);
  });

  test('that are denied are neither asked for nor shown, and the call is on the page all the same', async ({
    as,
    open,
    server,
  }) => {
    const bob = await as('bob');
    const alice = await open();
    await notice(alice.page);
    // What is not among the permissions is denied from then on.
    await alice.page.context().grantPermissions(['clipboard-read'], { origin: server.origin });
    await alice.logIn('alice@demo');
    expect(await alice.page.evaluate(() => Notification.permission)).toBe('denied');
    expect(await alice.page.getByRole('button', { name: 'Allow notifications' }).count()).toBe(0);
    await lookAway(alice, true);
    await bob.dial('200');
    await shown(() => alice.calls()).toHaveLength(1);
    expect(await alice.page.title()).toBe('Incoming call: Bob Berg');
    expect(await told(alice)).toEqual([]);
  });
});

test('a browser that shows none of a page, but of service workers alone, rings all the same', async ({
  as,
  open,
  server,
}) => {
  const bob = await as('bob');
  const alice = await open();
  await alice.page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    globalThis.Notification = class extends Notification {
      constructor(title: string) {
        super(title);
        throw new TypeError('Illegal constructor');
      }
    };
  });
  await alice.page.context().grantPermissions(['notifications'], { origin: server.origin });
  await alice.logIn('alice@demo');
  await bob.dial('200');
  await shown(() => ringing(alice)).toBe('aloud');
  await alice.press('Answer');
  await shown(() => ringing(alice)).toBe('none');
});

describe('a copy of a tab', () => {
  /** Opens a copy of a tab as the browser does it, with the session storage. */
  async function copy(tab: Tab): Promise<Tab> {
    const [page] = await Promise.all([
      tab.page.context().waitForEvent('page'),
      tab.page.evaluate(() => {
        window.open(location.href);
      }),
    ]);
    const other = Tab.of(page, new URL(tab.page.url()).origin);
    await other.ready();
    return other;
  }

  test('is the same phone: one of both rings, and either answers', async ({ as }) => {
    const [bob, alice] = [await as('bob'), await as('alice')];
    const other = await copy(alice);
    await bob.dial('200');
    for (const tab of [alice, other]) {
      await shown(() => tab.calls()).toEqual(['Bob Berg 201: Incoming call [Answer, Reject]']);
    }
    await shown(async () => [await ringing(alice), await ringing(other)].sort()).toEqual([
      'aloud',
      'elsewhere',
    ]);
    await other.press('Answer');
    for (const tab of [alice, other]) {
      await shown(() => tab.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
      expect(await ringing(tab)).toBe('none');
    }
    await alice.press('Hang up');
    for (const tab of [alice, other]) {
      await shown(() => tab.ended()).toEqual([expect.stringMatching(/^Bob Berg: You hung up after/)]);
    }
    expect(other.complained()).toEqual([]);
  });

  test('stays logged in although a refresh token is good but once', async ({ browser }) => {
    const server = await Server.start({ binary: inject('binary'), flags: ['--token-time=3s'] });
    const alice = await Tab.open(browser, server.origin);
    // After the server has closed, the SignalR client once tries to go on with the connection all the same.
    alice.expectComplaint(/WebSocket connection .* failed|401/);
    try {
      await alice.logIn('alice@demo');
      const other = await copy(alice);
      other.expectComplaint(/WebSocket connection .* failed|401/);
      const token = (tab: Tab) => tab.page.evaluate(() => sessionStorage.getItem('cstahub.login'));
      // Both have the same login through one renewal after the other.
      for (let i = 0; i < 2; i++) {
        const before = await token(alice);
        await shown(() => token(alice), { timeout: 20_000 }).not.toBe(before);
        await shown(async () => (await token(other)) === (await token(alice))).toBe(true);
      }
      for (const tab of [alice, other]) await tab.ready();
      expect(other.complained()).toEqual([]);
      expect(await alice.close()).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});

test('a tab that nobody has touched says that it cannot be heard, and rings after a click', async ({
  as,
  open,
}) => {
  const [bob, alice] = [await as('bob'), await as('alice')];
  const login = await alice.page.evaluate(() => sessionStorage.getItem('cstahub.login') ?? '');
  // As the browser restores a tab that was closed.
  const restored = await open(alice.page.context());
  await restored.page.addInitScript((kept) => {
    sessionStorage.setItem('cstahub.login', kept);
  }, login);
  // Whatever a test asks a page counts as a touch; before it rings its connection alone is looked at.
  const heard: string[] = [];
  restored.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)));
  });
  await restored.visit();
  await shown(() => heard.join('')).toContain('monitorCrossRefId');
  await bob.dial('200');
  await shown(() => heard.join('')).toContain('"target":"Delivered"');
  await shown(() => ringing(alice)).toBe('aloud');
  await shown(() => ringing(restored)).toBe('blocked');
  const turnOn = restored.page.getByRole('button', { name: 'Turn on the ringtone' });
  await turnOn.waitFor();
  await look(restored, 'sound-blocked');
  // Any key will do, the one on the way to the button among them.
  await restored.page.keyboard.press('Tab');
  await shown(() => ringing(restored)).toBe('elsewhere');
  expect(await turnOn.count()).toBe(0);
  await alice.page.close();
  await shown(() => ringing(restored)).toBe('aloud');
  await restored.press('Answer');
  await shown(() => ringing(restored)).toBe('none');
  await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
});
