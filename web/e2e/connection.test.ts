// Connections that are lost, and what the page makes of it.
import { describe, expect } from 'vitest';

import { look } from './src/look.ts';
import { type Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;
const talking = 'Alice Andersen 200: Talking [Hold, Hang up]';

/** Alice and Bob talk. */
async function talk(as: (user: string) => Promise<Tab>): Promise<{ alice: Tab; bob: Tab }> {
  const alice = await as('alice');
  const bob = await as('bob');
  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => bob.calls()).toEqual([talking]);
  return { alice, bob };
}

const status = (tab: Tab) => tab.page.locator('hub-connection-status p').textContent();
const stale = (tab: Tab) => tab.page.getByText('Possibly out of date: there is no connection.');

test('a reload in mid-call keeps the call, and its time', async ({ as }) => {
  const { alice, bob } = await talk(as);
  await shown(() => bob.page.getByRole('timer').textContent()).toBe('0:02');
  await bob.page.reload();
  await shown(() => bob.calls()).toEqual([talking]);
  expect(await bob.page.getByRole('timer').textContent()).toMatch(/^0:0[2-9]$/);
  await bob.press('Hold');
  await shown(() => alice.calls()).toEqual(['Bob Berg 201: You are on hold [Hold, Hang up]']);
});

describe('a server that goes away', () => {
  test('killed: the page says that it may be wrong, comes back, and shows what is so', async ({
    as,
    server,
  }) => {
    const { alice, bob } = await talk(as);
    for (const tab of [alice, bob]) tab.expectComplaint(serverAway);
    await server.kill();
    await stale(bob).waitFor();
    await shown(() => status(bob)).toContain('Reconnecting');
    await bob.page
      .getByText('The connection to the server is lost. Calls go on without this page.')
      .waitFor();
    expect(await bob.calls()).toEqual([talking]);
    expect(await bob.display()).toBe('Not connected');
    for (const name of [/^Hold/, /^Hang up/, 'Call']) {
      const button = bob.page.getByRole('button', { name, exact: true });
      expect(await button.first().getAttribute('aria-disabled')).toBe('true');
    }
    await look(bob, 'reconnecting');
    // By and by the page tries less often; whoever does not want to wait need not.
    await bob.page.getByText(/Trying again in ([5-9]|1\d) s/).waitFor({ timeout: 30_000 });
    await server.restart();
    await bob.page.getByRole('button', { name: 'Try now' }).click();
    await shown(() => status(bob), { timeout: 4_000 }).toContain('Connected');
    await shown(() => bob.calls()).toEqual([]);
    // The server has it on record that it did not outlive the call.
    await shown(() => bob.ended()).toEqual(['Alice Andersen: Ended: ended by the system']);
    expect(await stale(bob).count()).toBe(0);
    // Alice waits until her page tries by itself.
    await shown(() => alice.ended(), { timeout: 30_000 }).toEqual(['Bob Berg: Ended: ended by the system']);
    await alice.dial('201');
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
  });

  test('stopped: the page is told why', async ({ as, server }) => {
    const bob = await as('bob');
    bob.expectComplaint(serverAway);
    await server.terminate();
    await shown(() => status(bob)).toContain('Reconnecting');
    expect((await bob.events())[0]).toBe('ApplicationSessionTerminated');
    expect(await bob.page.locator('hub-message-list .words').first().textContent()).toBe(
      'The server has ended the session: the server is stopping',
    );
    await server.restart();
    await shown(() => status(bob), { timeout: 30_000 }).toContain('Connected');
  });

  test('while the page is reloaded: it waits for the server', async ({ as }) => {
    const bob = await as('bob');
    bob.expectComplaint(serverAway);
    // The page itself has come from a cache; what is away is the rest.
    let away = true;
    await bob.page.route('**/api/v1/me', (route) =>
      away ? route.abort('connectionrefused') : route.continue(),
    );
    await bob.page.reload();
    await bob.page.getByText('The server cannot be reached.').waitFor();
    await look(bob, 'resuming');
    await bob.page.getByText(/Trying again in ([5-9]|1\d) s/).waitFor({ timeout: 30_000 });
    away = false;
    await bob.page.getByRole('button', { name: 'Try now' }).click();
    await bob.page.getByText('Server: Connected').waitFor({ timeout: 4_000 });
  });
});

test('a machine without a network says so, and goes on at once when it has one', async ({ open }) => {
  const bob = await open();
  bob.expectComplaint(serverAway);
  let cut: (() => Promise<void>) | undefined;
  await bob.page.routeWebSocket(/\/csta/, (page) => {
    page.connectToServer();
    cut = () => page.close({ code: 4000 });
  });
  await bob.logIn('bob@demo');
  // Chromium leaves a socket alone that is open when the network goes; a real network does not.
  await bob.page.context().setOffline(true);
  await cut?.();
  await shown(() => status(bob)).toContain('Offline');
  await bob.page.getByText('This computer is offline. Calls go on without this page.').waitFor();
  await look(bob, 'offline');
  await bob.page.context().setOffline(false);
  await shown(() => status(bob)).toContain('Connected');
});

test('a hub that refuses the page is not asked again unless the user wants it', async ({ open }) => {
  const tab = await open();
  tab.expectComplaint(/403/);
  let asked = 0;
  let refuse = true;
  await tab.page.route('**/csta/negotiate*', async (route) => {
    asked++;
    if (!refuse) return route.continue();
    return route.fulfill({ status: 403, contentType: 'text/plain', body: 'The origin is not allowed.' });
  });
  await tab.visit();
  await tab.enter('alice@demo');
  await tab.page.getByText('The server refuses the connection: The origin is not allowed.').waitFor();
  await shown(() => status(tab)).toContain('Refused');
  await look(tab, 'refused');
  expect(asked).toBe(1);
  refuse = false;
  await tab.page.getByRole('button', { name: 'Try now' }).click();
  await tab.ready();
});

test('an event that is lost on the way is noticed, and the calls are asked for', async ({ open, as }) => {
  const alice = await as('alice');
  const bob = await open();
  let lose = '';
  const asked: string[] = [];
  await bob.page.routeWebSocket(/\/csta/, (page) => {
    const server = page.connectToServer();
    page.onMessage((message) => {
      asked.push(String(message));
      server.send(message);
    });
    server.onMessage((message) => {
      const records = String(message).split('\x1e').slice(0, -1);
      const kept = records.filter((record) => lose === '' || !record.includes(`"target":"${lose}"`));
      if (kept.length > 0) page.send(kept.map((record) => `${record}\x1e`).join(''));
    });
  });
  await bob.logIn('bob@demo');
  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => bob.calls()).toEqual([talking]);

  lose = 'Held';
  await alice.press('Hold');
  await shown(() => alice.calls()).toEqual(['Bob Berg 201: On hold [Retrieve, Hang up]']);
  // Nobody could know by now; the next event shows that one is missing.
  expect(await bob.calls()).toEqual([talking]);
  expect(asked.some((text) => text.includes('SnapshotDevice'))).toBe(false);
  lose = 'Retrieved';
  await bob.press('Hold');
  await shown(() => bob.calls()).toEqual([talking]);
  lose = '';
  await alice.press('Retrieve');
  await shown(() => bob.calls()).toEqual(['Alice Andersen 200: On hold [Retrieve, Hang up]']);
  expect(asked.some((text) => text.includes('SnapshotDevice'))).toBe(true);
});

test('an action that the server refuses says so where it was taken, and the call is put right', async ({
  open,
  as,
}) => {
  const alice = await as('alice');
  const bob = await open();
  let lose = '';
  await bob.page.routeWebSocket(/\/csta/, (page) => {
    const server = page.connectToServer();
    server.onMessage((message) => {
      if (lose === '' || !String(message).includes(`"target":"${lose}"`)) page.send(message);
    });
  });
  await bob.logIn('bob@demo');
  const bobToo = await as('bob');
  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => bob.calls()).toEqual([talking]);

  lose = 'Held';
  await bobToo.press('Hold');
  await shown(() => bobToo.calls()).toEqual(['Alice Andersen 200: On hold [Retrieve, Hang up]']);
  expect(await bob.calls()).toEqual([talking]);
  await bob.press('Hold');
  const card = bob.page.getByRole('article', { name: 'Alice Andersen' });
  await card.getByRole('alert').filter({ hasText: 'The call has changed in the meantime.' }).waitFor();
  expect(await bob.calls()).toEqual(['Alice Andersen 200: On hold [Retrieve, Hang up]']);
  await look(bob, 'action-refused');
  await bob.press('Retrieve');
  await shown(() => bob.calls()).toEqual([talking]);
  expect(await card.getByRole('alert').count()).toBe(0);

  // A call that is gone is shown as that.
  lose = 'ConnectionCleared';
  await alice.press('Hang up');
  await shown(() => alice.calls()).toEqual([]);
  await bob.press('Hold');
  await shown(() => bob.calls()).toEqual([]);
  await shown(() => bob.ended()).toEqual(['Alice Andersen: Ended meanwhile']);
});
