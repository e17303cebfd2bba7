// A server that answers slowly, with an error, or with rubbish; and what people paste.
import type { WebSocketRoute } from 'playwright-core';
import { describe, expect } from 'vitest';

import { look } from './src/look.ts';
import { type Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;
const talking = 'Alice Andersen 200: Talking [Hold, Hang up]';
const status = (tab: Tab) => tab.page.locator('hub-connection-status p').textContent();

describe('the hub', () => {
  test('answers slowly: the button waits, and asks once however often it is pressed', async ({
    as,
    open,
  }) => {
    const alice = await as('alice');
    const bob = await open();
    let slow = false;
    const late: string[] = [];
    const asked: string[] = [];
    let toPage: WebSocketRoute | undefined;
    await bob.page.routeWebSocket(/\/csta/, (page) => {
      toPage = page;
      const server = page.connectToServer();
      page.onMessage((message) => {
        asked.push(String(message));
        server.send(message);
      });
      server.onMessage((message) => {
        if (slow) late.push(String(message));
        else page.send(message);
      });
    });
    await bob.logIn('bob@demo');
    await alice.dial('201');
    await bob.press('Answer');
    await shown(() => bob.calls()).toEqual([talking]);
    slow = true;
    const hold = bob.page.getByRole('button', { name: /^Hold:/ });
    for (let i = 0; i < 3; i++) await hold.press('Enter');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: You are on hold [Hold, Hang up]']);
    // What has not been told is not shown.
    expect(await bob.calls()).toEqual([talking]);
    expect(await bob.page.getByRole('article').getAttribute('aria-busy')).toBe('true');
    await look(bob, 'slow-answer');
    slow = false;
    for (const message of late) toPage?.send(message);
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: On hold [Retrieve, Hang up]']);
    expect(asked.filter((text) => text.includes('"HoldCall"'))).toHaveLength(1);
  });

  test.for([
    ['no record of the protocol', 'rubbish'],
    ['half a record', '{"type":1,"target":"Held","arguments":[{\u001e'],
  ] as const)(
    'sends %s: the page makes a new connection, and shows what is so',
    async ([, rubbish], { as, open }) => {
      const alice = await as('alice');
      const bob = await open();
      // The SignalR client says so, and so does the browser of the connection that is given up.
      bob.expectComplaint(/Error|WebSocket|Connection disconnected/);
      let toPage: WebSocketRoute | undefined;
      let connections = 0;
      await bob.page.routeWebSocket(/\/csta/, (page) => {
        connections++;
        toPage = page;
        page.connectToServer();
      });
      await bob.logIn('bob@demo');
      await alice.dial('201');
      await bob.press('Answer');
      await shown(() => bob.calls()).toEqual([talking]);
      toPage?.send(`${rubbish}\u001e`);
      await shown(() => connections, { timeout: 20_000 }).toBe(2);
      await shown(() => status(bob), { timeout: 20_000 }).toContain('Connected');
      await bob.press('Hold');
      await shown(() => bob.calls()).toEqual(['Alice Andersen 200: On hold [Retrieve, Hang up]']);
    },
  );

  test('is out of order for a while: the page tries again', async ({ open }) => {
    const tab = await open();
    tab.expectComplaint(/503/);
    let broken = true;
    await tab.page.route('**/csta/negotiate*', (route) =>
      broken ? route.fulfill({ status: 503, body: 'down for maintenance' }) : route.continue(),
    );
    await tab.visit();
    await tab.enter('alice@demo');
    await tab.page.getByText('The server cannot be reached.').waitFor();
    await look(tab, 'hub-out-of-order');
    broken = false;
    await tab.page.getByRole('button', { name: 'Try now' }).click();
    await tab.ready();
  });
});

describe('the login', () => {
  test.for([
    ['a page in place of an answer', { contentType: 'text/html', body: '<h1>Welcome to our Wi-Fi</h1>' }],
    ['an answer without a token', { contentType: 'application/json', body: '{}' }],
    ['an error of its own', { status: 500, contentType: 'text/plain', body: 'oops' }],
  ] as const)('gives %s: that is said, and one can try again', async ([, answer], { open }) => {
    const tab = await open();
    tab.expectComplaint(/500/);
    let rubbish = true;
    await tab.page.route('**/api/v1/login', (route) => (rubbish ? route.fulfill(answer) : route.continue()));
    await tab.visit();
    await tab.enter('alice@demo');
    await tab.page.getByRole('alert').filter({ hasText: 'The server could not log you in.' }).waitFor();
    if ('status' in answer) await look(tab, 'login-server-error');
    rubbish = false;
    await tab.enter('alice@demo');
    await tab.ready();
  });

  test('gives rubbish about the user after a reload: the page waits for the server', async ({ as }) => {
    const alice = await as('alice');
    alice.expectComplaint(serverAway);
    let rubbish = true;
    await alice.page.route('**/api/v1/me', (route) =>
      rubbish ? route.fulfill({ contentType: 'text/html', body: '<h1>Hello</h1>' }) : route.continue(),
    );
    await alice.page.reload();
    await alice.page.getByText('The server cannot be reached.').waitFor();
    rubbish = false;
    await alice.page.getByRole('button', { name: 'Try now' }).click();
    await alice.ready();
  });
});

test('two hundred digits that are pasted are refused, and not cut in silence', async ({ as }) => {
  const alice = await as('alice');
  const digits = '1234567890'.repeat(20);
  await alice.number.focus();
  await alice.page.keyboard.insertText(digits);
  await alice.page.keyboard.press('Enter');
  await alice.page.getByRole('alert').filter({ hasText: 'This number cannot be dialled.' }).waitFor();
  expect(await alice.number.inputValue()).toBe(digits);
  await look(alice, 'many-digits');
  expect(await alice.calls()).toEqual([]);
});
