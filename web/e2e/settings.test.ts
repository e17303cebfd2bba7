// What a telephone is set to, and an agent's work with a queue.
import { describe, expect } from 'vitest';

import { look } from './src/look.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

describe('do not disturb', () => {
  test('is switched by keyboard, is seen, keeps calls away, and is the same in every tab', async ({
    as,
    open,
  }) => {
    const bob = await as('bob');
    const again = await (await open(bob.page.context())).logIn('bob@demo');
    const alice = await as('alice');
    const notDisturbed = bob.page.getByRole('switch', { name: 'Do not disturb' });
    await notDisturbed.focus();
    await bob.page.keyboard.press('Space');
    await shown(() => notDisturbed.getAttribute('aria-checked')).toBe('true');
    await shown(() => bob.notes()).toBe('Do not disturb');
    await shown(() => again.notes()).toBe('Do not disturb');
    await look(bob, 'do-not-disturb');
    await alice.dial('201');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Does not want to be disturbed [Hang up]']);
    await alice.press('Hang up');
    await bob.page.reload();
    await bob.ready();
    await shown(() => bob.notes()).toBe('Do not disturb');
    await notDisturbed.click();
    await shown(() => again.notes()).toBe('');
    await alice.dial('201');
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
  });
});

describe('forwarding', () => {
  test('is set by keyboard, sends calls on, and is turned off again', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    const { page } = bob;
    await page.getByRole('button', { name: 'Forwarding', exact: true }).focus();
    await page.keyboard.press('Enter');
    const all = page.getByRole('switch', { name: 'All calls' });
    await all.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('alert').filter({ hasText: 'Enter a number to call.' }).waitFor();
    await look(bob, 'forwarding-without-number');
    await page.keyboard.type('202');
    await page.keyboard.press('Enter');
    await shown(() => all.getAttribute('aria-checked')).toBe('true');
    await shown(() => bob.notes()).toBe('Forwarded to 202');
    await look(bob, 'forwarding');
    await alice.dial('201');
    await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
    await alice.press('Hang up');
    await all.focus();
    await page.keyboard.press('Space');
    await shown(() => bob.notes()).toBe('');
    await page.keyboard.press('Escape');
    await shown(() => all.count()).toBe(0);
  });

  test('goes by seconds where nobody answers, and says what is no number', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    const { page } = bob;
    await page.getByRole('button', { name: 'Forwarding', exact: true }).click();
    const where = page.getByRole('combobox', { name: 'When I do not answer: to number' });
    const row = page.getByRole('form', { name: 'When I do not answer' });
    await where.fill('nobody');
    await where.press('Enter');
    await row.getByRole('alert').filter({ hasText: 'Calls cannot be forwarded there.' }).waitFor();
    await where.fill('202');
    await row.getByRole('spinbutton').fill('0');
    await where.press('Enter');
    await row.getByRole('alert').filter({ hasText: 'Between 1 and 300 seconds' }).waitFor();
    await row.getByRole('spinbutton').fill('1');
    await row.getByRole('button', { name: 'Set: When I do not answer' }).click();
    await page.getByRole('button', { name: 'Forwarding: some calls' }).waitFor();
    await alice.dial('201');
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
    await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
    await shown(() => bob.calls()).toEqual([]);
  });
});

describe('an agent', () => {
  test('logs on, takes a call of the queue, pauses and logs off, by keyboard', async ({ as }) => {
    const alice = await as('alice');
    const { page } = alice;
    const state = page.locator('hub-phone-settings [role=status]');
    await shown(() => state.textContent()).toBe('Not logged on');
    await page.getByRole('button', { name: 'Log on as agent' }).focus();
    await page.keyboard.press('Enter');
    await shown(() => state.textContent()).toBe('In a pause');
    // The button is another one now, and has the keyboard still.
    await page.keyboard.press('Enter');
    await shown(() => state.textContent()).toBe('Ready for calls');

    await page.getByRole('button', { name: 'Have somebody call: Customer Support' }).focus();
    await page.keyboard.press('Enter');
    await shown(() => alice.calls()).toEqual([
      expect.stringMatching(/^\d{8}: Incoming call \[Answer, Reject\]$/),
    ]);
    await page.getByText('For Customer Support', { exact: true }).waitFor();
    await shown(async () => (await alice.said()).urgent).toMatch(
      /^Incoming call from \d{8}, for Customer Support$/,
    );
    await look(alice, 'queue-call-incoming');
    await page.reload();
    await alice.ready();
    await page.getByText('For Customer Support', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Answer:/ }).focus();
    await page.keyboard.press('Enter');
    await shown(() => alice.calls()).toEqual([expect.stringMatching(/^\d{8}: Talking \[Hold, Hang up\]$/)]);
    await shown(() => state.textContent()).toBe('Busy');
    await page.getByRole('button', { name: 'Pause' }).focus();
    await page.keyboard.press('Enter');
    const why = page.getByRole('group', { name: 'Why?' }).getByRole('button');
    await shown(async () => (await why.allTextContents()).map((text) => text.trim())).toEqual([
      'Short break',
      'Lunch',
      'Meeting',
      'No reason',
    ]);
    await look(alice, 'agent-reasons');
    // Escape thinks better of it.
    await page.keyboard.press('Escape');
    await shown(() => why.count()).toBe(0);
    await page.keyboard.press('Enter');
    await why.first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shown(() => state.textContent()).toBe('Busy, then: In a pause: Lunch');
    await look(alice, 'queue-call-talking');
    await page.getByRole('button', { name: /^Hang up:/ }).focus();
    await page.keyboard.press('Enter');
    await shown(() => state.textContent()).toBe('In a pause: Lunch');
    await page.getByRole('button', { name: 'Log off' }).focus();
    await page.keyboard.press('Enter');
    await shown(() => state.textContent()).toBe('Not logged on');
    await shown(() =>
      page.getByRole('button', { name: 'Log on as agent' }).evaluate((b) => b.matches(':focus')),
    ).toBe(true);
  });

  test('leaves the queue and comes back', async ({ as }) => {
    const alice = await as('alice');
    const { page } = alice;
    const takes = page.getByRole('switch', { name: 'Take calls of Customer Support' });
    await takes.focus();
    await page.keyboard.press('Space');
    await shown(() => takes.getAttribute('aria-checked')).toBe('false');
    await page.reload();
    await alice.ready();
    await shown(() => takes.getAttribute('aria-checked')).toBe('false');
    await takes.click();
    await shown(() => takes.getAttribute('aria-checked')).toBe('true');
  });
});

test('somebody outside calls my number', async ({ as }) => {
  const alice = await as('alice');
  await alice.page.getByRole('button', { name: 'Have somebody call: My phone' }).click();
  await shown(() => alice.calls()).toEqual([
    expect.stringMatching(/^\d{8}: Incoming call \[Answer, Reject\]$/),
  ]);
});
