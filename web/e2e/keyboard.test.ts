// The whole way by keyboard alone.
import { expect } from 'vitest';

import { focus, keys } from './src/keys.ts';
import { look } from './src/look.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

test('a day at the phone, by keyboard', async ({ open, as }) => {
  const bob = await as('bob');
  const tab = await (await open()).visit();
  await tab.page.keyboard.type('alice@demo');
  expect(await keys(tab, 'Tab')).toBe('Password');
  await tab.page.keyboard.type('demo');
  await tab.page.keyboard.press('Enter');
  await tab.ready();
  await shown(async () => (await focus(tab)).name).toBe('Number');

  // Dial, from where the cursor is.
  await tab.page.keyboard.type('201');
  await tab.page.keyboard.press('Enter');
  await shown(() => tab.calls()).toEqual(['Bob Berg 201: Ringing [Hold, Hang up]']);
  expect(await keys(tab, 'Tab')).toBe('Call');
  expect(await keys(tab, 'Tab')).toBe('Ring my phone first');
  expect(await keys(tab, 'Tab')).toBe('Pick up');
  expect(await keys(tab, 'Tab')).toBe('Have somebody call: My phone');
  expect(await keys(tab, 'Tab')).toBe('Have somebody call: Customer Support');
  expect(await keys(tab, 'Tab')).toBe('Hold: Bob Berg, 201');

  // Bob finds the banner before the rest of the page, and keeps his place when the call leaves it.
  await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
  await bob.page.getByRole('switch', { name: 'Do not disturb' }).focus();
  expect(await keys(bob, 'Shift+Tab')).toBe('Pass on: Alice Andersen, 200');
  expect(await keys(bob, 'Shift+Tab')).toBe('Reject: Alice Andersen, 200');
  expect(await keys(bob, 'Shift+Tab')).toBe('Answer: Alice Andersen, 200');
  await look(bob, 'focus-in-banner');
  await bob.page.keyboard.press('Enter');
  await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
  await shown(async () => (await focus(bob)).name).toBe('Hold: Alice Andersen, 200');

  // The button that holds becomes the one that retrieves, with the focus on it.
  await shown(() => tab.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  await tab.page.keyboard.press('Space');
  await shown(() => tab.calls()).toEqual(['Bob Berg 201: On hold [Retrieve, Hang up]']);
  expect((await focus(tab)).name).toBe('Retrieve: Bob Berg, 201');
  await tab.page.keyboard.press('Enter');
  await shown(() => tab.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  expect(await keys(tab, 'Tab')).toBe('Hang up: Bob Berg, 201');
  await look(tab, 'focus-on-call');
  await tab.page.keyboard.press('Enter');
  await shown(() => tab.calls()).toEqual([]);

  // The call is gone, for both; the keyboard goes on where it was, and not at the top of the page.
  await shown(async () => (await focus(tab)).name).toBe('Calls');
  await shown(async () => (await focus(bob)).name).toBe('Calls');
  expect(await keys(tab, 'Tab')).toBe('Call Bob Berg again');
  expect(await keys(tab, 'Tab')).toBe('Remove Bob Berg from this list');
  expect(await keys(tab, 'Tab')).toBe('Find by name or number');
  for (const name of ['Bob Berg', 'Carol Christensen', 'Dave Dahl', 'Erin Eriksen', 'Customer Support']) {
    expect(await keys(tab, 'Tab')).toBe(`Call ${name}`);
  }
  expect(await keys(tab, 'Tab')).toBe('Pick up at Park');
  expect(await keys(tab, 'Tab')).toBe('Events');
  expect(await keys(tab, 'Enter', 'Tab')).toBe('Clear events');
  expect(await keys(tab, 'Tab')).toContain('ConnectionCleared');
  expect(await keys(tab, 'Enter', 'Tab')).toBe('ConnectionCleared as JSON');
  await tab.page.keyboard.press('Shift+Tab');
  await tab.page.keyboard.press('Enter');
  expect(await keys(tab, 'Tab')).toContain('Retrieved');

  // And out.
  await tab.page.getByRole('button', { name: 'Log out' }).focus();
  await tab.page.keyboard.press('Enter');
  await shown(async () => (await focus(tab)).name).toBe('Password');
});

test('a call that ends elsewhere takes nobody out of what he is typing', async ({ as }) => {
  const alice = await as('alice');
  const bob = await as('bob');
  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
  await bob.number.focus();
  await bob.page.keyboard.type('20');
  await alice.press('Hang up');
  await shown(() => bob.calls()).toEqual([]);
  await bob.page.keyboard.type('2');
  expect(await bob.number.inputValue()).toBe('202');
});
