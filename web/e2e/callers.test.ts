// Callers and called ones that are out of the ordinary.
import { expect } from 'vitest';

import { test } from './src/test.ts';

const shown = expect.poll;

test('a name with HTML in it stays text', async ({ as, open, server }) => {
  const name = '<img src=x onerror=alert(1)><b>Mallory</b>';
  const headers = { Authorization: `Bearer ${await server.login('admin@demo')}`, 'If-Match': '*' };
  const device = { deviceId: '203', kind: 'station', name, pickupGroups: ['everybody'] };
  const changed = await fetch(`${server.origin}/api/v1/devices/203`, {
    method: 'PUT',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(device),
  });
  expect(changed.status).toBe(200);
  const alice = await as('alice');
  const dave = await (await open()).logIn('dave@demo');
  await dave.dial('200');
  await shown(() => alice.calls()).toEqual([`${name} 203: Incoming call [Answer, Reject]`]);
  await shown(async () => (await alice.said()).urgent).toBe(`Incoming call from ${name}, 203`);
  expect(await alice.page.locator('img, b').count()).toBe(0);
  await alice.press('Reject');
  await shown(() => alice.ended()).toEqual([`${name}: You rejected the call`]);
});

test('who is busy is waited for', async ({ as }) => {
  const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
  await alice.dial('22334455');
  await shown(() => alice.calls()).toEqual(['22334455: Talking [Hold, Hang up]']);
  await alice.page.getByRole('button', { name: /^Hold:/ }).waitFor();
  await bob.dial('200');
  await shown(() => bob.calls()).toHaveLength(1);
  await carol.dial('200');
  await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Busy [Wait until free, Break in, Hang up]']);
  const wait = carol.page.getByRole('button', { name: /^Wait until free:/ });
  await wait.focus();
  await carol.page.keyboard.press('Enter');
  await shown(() => carol.calls()).not.toEqual([
    'Alice Andersen 200: Busy [Wait until free, Break in, Hang up]',
  ]);
});

test('transfer, conference and park are done by keyboard', async ({ as }) => {
  const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
  const { page } = alice;
  const press = async (name: RegExp | string) => {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  const passOn = async (number: string, way: string) => {
    await press(/^Pass on: .*Bob/);
    // The cursor is in the number.
    await page.keyboard.type(number);
    await press(way);
  };
  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  await passOn('202', 'Ask first');
  await carol.press('Answer');
  await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
  await press(/^Conference: .*Carol/);
  await shown(async () => (await alice.calls()).join()).toContain('Conference of 3');
  await press(/^Leave:/);
  await carol.press('Hang up');
  await shown(() => bob.calls()).toEqual([]);

  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  await passOn('202', 'Ask first');
  await carol.press('Answer');
  await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
  await press(/^Transfer: .*Carol/);
  await shown(() => bob.calls()).toEqual(['Carol Christensen 202: Talking [Hold, Hang up]']);
  await bob.press('Hang up');
  await shown(() => carol.calls()).toEqual([]);

  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  await passOn('490', 'Park there');
  await shown(async () => (await alice.ended())[0]).toBe('Bob Berg: Parked at 490');
});
