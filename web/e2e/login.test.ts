// Getting in and out.
import { Server } from 'cstahub-harness';
import { describe, expect, inject } from 'vitest';

import { look } from './src/look.ts';
import { Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;
const key = 'cstahub.login';

describe('logging in', () => {
  test('says that a password is wrong, and not more', async ({ open }) => {
    const tab = await (await open()).visit();
    await look(tab, 'login');
    expect(await tab.page.getByLabel('User').evaluate((field) => field.matches(':focus'))).toBe(true);
    tab.expectComplaint(/401/);
    await tab.enter('alice@demo', 'wrong');
    const excuse = tab.page.getByRole('alert').filter({ hasText: 'The user or the password is wrong.' });
    await excuse.waitFor();
    await look(tab, 'login-wrong');
    await tab.enter('nobody@demo', 'demo');
    await excuse.waitFor();
    expect(await tab.page.getByLabel('User').inputValue()).toBe('nobody@demo');
    await tab.enter('alice@demo');
    await tab.ready();
    expect(await tab.page.title()).toBe('200 Alice Andersen – cstahub');
  });

  test('shows that it is under way, and sends nothing twice', async ({ open }) => {
    const tab = await (await open()).visit();
    let logins = 0;
    let letThrough: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await tab.page.route('**/api/v1/login', async (route) => {
      logins++;
      await held;
      await route.continue();
    });
    await tab.enter('alice@demo');
    const button = tab.page.getByRole('button', { name: 'Logging in' });
    await button.waitFor();
    await look(tab, 'logging-in');
    await button.click({ force: true });
    await tab.page.getByLabel('Password').press('Enter');
    letThrough?.();
    await tab.ready();
    expect(logins).toBe(1);
  });

  test('says that the server cannot be reached', async ({ open, server }) => {
    const tab = await (await open()).visit();
    await server.kill();
    tab.expectComplaint(serverAway);
    await tab.enter('alice@demo');
    await tab.page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor();
    await look(tab, 'login-unreachable');
    await server.restart();
    await tab.enter('alice@demo');
    await tab.ready();
  });

  test('has to wait when too many have failed', async ({ open, server }) => {
    const tab = await (await open()).visit();
    const guess = () =>
      fetch(`${server.origin}/api/v1/login`, {
        method: 'POST',
        // A bad token in the password's place is as wrong as a bad password, and quicker to refuse.
        body: JSON.stringify({ userId: 'alice@demo', password: 'eyJ.x.y' }),
      });
    await expect.poll(async () => (await guess()).status, { interval: 1 }).toBe(429);
    tab.expectComplaint(/429/);
    await tab.enter('alice@demo');
    await tab.page.getByRole('alert').filter({ hasText: 'Too many logins have failed.' }).waitFor();
    await look(tab, 'login-too-many');
  });

  test('needs a user and a password', async ({ open }) => {
    const tab = await (await open()).visit();
    await tab.page.getByRole('button', { name: 'Log in' }).click();
    expect(await tab.page.getByLabel('User').evaluate((field) => field.matches(':focus'))).toBe(true);
    await tab.page.getByLabel('User').fill('alice@demo');
    await tab.page.keyboard.press('Enter');
    expect(await tab.page.getByLabel('Password').evaluate((field) => field.matches(':focus'))).toBe(true);
  });

  test('as a user without a phone', async ({ open }) => {
    const tab = await (await open()).visit();
    await tab.enter('crm@demo');
    await tab.page.getByText('This user has no phone of its own').waitFor();
    await tab.page.getByText('Server: Connected').waitFor();
    await look(tab, 'no-phone');
  });
});

describe('a tab', () => {
  test('stays logged in when it is reloaded, and may be another user than the next', async ({
    open,
    browser,
  }) => {
    const context = await browser.newContext();
    const alice = await (await open(context)).logIn('alice@demo');
    const bob = await (await open(context)).logIn('bob@demo');
    await Promise.all([alice.page.reload(), bob.page.reload()]);
    await alice.ready();
    await bob.ready();
    expect(await alice.page.title()).toBe('200 Alice Andersen – cstahub');
    expect(await bob.page.title()).toBe('201 Bob Berg – cstahub');
  });

  test('forgets who was there when he logs out', async ({ as }) => {
    const alice = await as('alice');
    await alice.page.getByRole('button', { name: 'Log out' }).click();
    await alice.page.getByRole('heading', { name: 'Log in to your phone' }).waitFor();
    expect(await alice.page.title()).toBe('cstahub');
    expect(await alice.page.evaluate(() => JSON.stringify(sessionStorage))).toBe('{}');
    await alice.page.reload();
    await alice.page.getByRole('heading', { name: 'Log in to your phone' }).waitFor();
  });

  test('tells who logs out in a call that it goes on', async ({ as }) => {
    const alice = await as('alice');
    const bob = await as('bob');
    await alice.dial('201');
    await bob.press('Answer');
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
    await alice.page.getByRole('button', { name: 'Log out' }).click();
    await alice.page.getByText('Your calls go on at your phone.').waitFor();
    await look(alice, 'logged-out-in-call');
    expect(await bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
    await alice.page.getByLabel('Password').fill('demo');
    await alice.page.keyboard.press('Enter');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  });
});

describe('a login that has run out', () => {
  test.for([
    ['by its time', Date.now() - 1000],
    ['as the server says', Date.now() + 3_600_000],
  ] as const)('%s is told when the tab is reloaded', async ([, expiresAt], { as, server }) => {
    const alice = await as('alice');
    const accessToken = await expiredToken(server.origin);
    await alice.page.evaluate(
      ([name, login]) => {
        sessionStorage.setItem(name, login);
      },
      [key, JSON.stringify({ userId: 'alice@demo', accessToken, expiresAt })] as const,
    );
    alice.expectComplaint(/401/);
    await alice.page.reload();
    await alice.page.getByText('Your login has expired. Log in again to go on.').waitFor();
    expect(await alice.page.getByLabel('User').inputValue()).toBe('alice@demo');
    await look(alice, 'login-expired');
    expect(await alice.page.evaluate((name) => sessionStorage.getItem(name), key)).toBeNull();
    await alice.enter('alice@demo');
    await alice.ready();
  });
});

test('a login that runs out while the tab is open is told, and no call is lost', async ({ browser }) => {
  const server = await Server.start({
    binary: inject('binary'),
    flags: ['--token-time=6s', '--refresh-time=5s'],
  });
  const tab = await Tab.open(browser, server.origin);
  // After the server has closed, the SignalR client once tries to go on with the connection all the same.
  tab.expectComplaint(/WebSocket connection .* failed|401/);
  try {
    await tab.visit();
    await tab.enter('alice@demo');
    await tab.ready();
    await tab.dial('22334455');
    await tab.page.getByText('Your login has expired. Log in again to go on.').waitFor();
    expect(await tab.page.getByLabel('User').inputValue()).toBe('alice@demo');
    await tab.enter('alice@demo');
    await shown(() => tab.calls()).toEqual(['22334455: Talking [Hold, Hang up]']);
    expect(await tab.close()).toEqual([]);
  } finally {
    await server.stop();
  }
});

test('a day is longer than a token: the login is renewed, and no call is lost', async ({ browser }) => {
  const server = await Server.start({ binary: inject('binary'), flags: ['--token-time=3s'] });
  const tab = await Tab.open(browser, server.origin);
  // After the server has closed, the SignalR client once tries to go on with the connection all the same.
  tab.expectComplaint(/WebSocket connection .* failed|401/);
  try {
    await tab.logIn('alice@demo');
    const token = () => tab.page.evaluate((name) => sessionStorage.getItem(name), key);
    const first = await token();
    await tab.dial('22334455');
    await tab.page.getByText('Server: Reconnecting').waitFor();
    await tab.ready();
    await shown(() => tab.calls()).toEqual(['22334455: Talking [Hold, Hang up]']);
    expect(await token()).not.toBe(first);
    await tab.page.reload();
    await tab.ready();
    expect(await tab.close()).toEqual([]);
  } finally {
    await server.stop();
  }
});

/** A token that this server does not take. */
async function expiredToken(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/v1/login`, {
    method: 'POST',
    body: JSON.stringify({ userId: 'alice@demo', password: 'demo' }),
  });
  const { accessToken } = (await response.json()) as { accessToken: string };
  const [header = '', payload = '', signature = ''] = accessToken.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number };
  claims.exp -= 7200;
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
