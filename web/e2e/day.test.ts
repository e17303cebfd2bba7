// An agent's day: what is done with calls besides making and answering them, seen from all pages it concerns.
import { describe, expect } from 'vitest';

import { look } from './src/look.ts';
import type { Tab } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

/** Two who speak with each other. */
async function talk(caller: Tab, called: Tab, number: string): Promise<void> {
  await caller.dial(number);
  await called.press('Answer');
  await shown(async () => (await caller.calls()).join()).toContain('Talking');
}

describe('a call that concerns somebody else', () => {
  test('is asked about, swapped, made a conference, and left', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await talk(alice, bob, '201');
    await alice.press('Pass on');
    // Whoever is to be asked is shown with what his telephone is doing.
    await shown(() => alice.page.locator('hub-send-form option').allTextContents()).toEqual(
      expect.arrayContaining(['Bob Berg – busy', 'Carol Christensen – free']),
    );
    await look(alice, 'pass-on');
    await alice.page.getByRole('combobox', { name: 'To number' }).fill('202');
    await alice.page.getByRole('button', { name: 'Ask first' }).click();
    await carol.press('Answer');
    await shown(() => alice.calls()).toEqual([
      'Bob Berg 201: On hold [Hang up]',
      'Carol Christensen 202: Talking [Transfer, Swap, Conference, Back, Hold, Hang up]',
    ]);
    await look(alice, 'consulting');
    await alice.press('Swap');
    await shown(() => alice.calls()).toEqual([
      'Bob Berg 201: Talking [Transfer, Swap, Conference, Back, Hold, Hang up]',
      'Carol Christensen 202: On hold [Hang up]',
    ]);
    await alice.press('Conference');
    for (const tab of [alice, bob, carol]) {
      await shown(async () => (await tab.calls()).join()).toContain('Conference of 3');
    }
    const parties = alice.page.getByRole('list', { name: 'In the call' });
    await shown(() => parties.textContent()).toMatch(/Bob Berg, 201.*Carol|Carol Christensen, 202.*Bob/s);
    await look(alice, 'conference');
    await alice.press('Leave');
    await shown(() => alice.calls()).toEqual([]);
    await shown(() => bob.calls()).toEqual(['Carol Christensen 202: Talking [Hold, Hang up]']);
    await shown(() => carol.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
  });

  test('is transferred when the other one has said yes, and without asking', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await talk(alice, bob, '201');
    await alice.sendTo('202', 'Ask first');
    await carol.press('Answer');
    await shown(async () => (await alice.calls()).join()).toContain('Carol Christensen 202: Talking');
    await alice.press('Transfer');
    await shown(() => alice.calls()).toEqual([]);
    await shown(() => alice.ended()).toEqual(['Bob Berg: Transferred to 202']);
    await shown(() => bob.calls()).toEqual(['Carol Christensen 202: Talking [Hold, Hang up]']);
    await bob.sendTo('200', 'Transfer now');
    await shown(() => bob.calls()).toEqual([]);
    await alice.press('Answer');
    await shown(() => alice.calls()).toEqual(['Carol Christensen 202: Talking [Hold, Hang up]']);
  });

  test('is parked, and picked up by somebody else', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await talk(alice, bob, '201');
    await alice.sendTo('490', 'Park there');
    await shown(() => alice.ended()).toEqual(['Bob Berg: Parked at 490']);
    await carol.number.fill('490');
    await carol.page.getByRole('button', { name: 'Pick up', exact: true }).click();
    await shown(() => carol.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
    await shown(() => bob.calls()).toEqual(['Carol Christensen 202: Talking [Hold, Hang up]']);
  });

  test('rings elsewhere, and is picked up here or sent on', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await alice.dial('201');
    await shown(() => bob.calls()).toHaveLength(1);
    await carol.page.getByRole('button', { name: 'Pick up', exact: true }).click();
    await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
    await shown(() => bob.ended()).toEqual(['Alice Andersen: Picked up by 202']);
    await carol.press('Hang up');
    await shown(() => alice.calls()).toEqual([]);
    await alice.dial('201');
    await bob.sendTo('202', 'Send there');
    await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
  });
});

test('digits go into a call, by button and by key', async ({ as }) => {
  const [alice, bob] = [await as('alice'), await as('bob')];
  await talk(alice, bob, '201');
  await alice.press('Keypad');
  await alice.page.getByRole('button', { name: 'Send 4' }).click();
  await alice.page.keyboard.press('2');
  await alice.page.keyboard.press('#');
  await shown(() => alice.page.getByLabel('Digits sent').textContent()).toBe('42#');
  await shown(() => bob.events()).toContain('DigitsGenerated');
  await look(alice, 'keypad');
});

test('the history outlives a reload, and offers its numbers', async ({ as }) => {
  const alice = await as('alice');
  await alice.dial('299');
  await alice.press('Hang up');
  await shown(() => alice.ended()).toEqual(['299: No such number']);
  await alice.page.reload();
  await alice.ready();
  await shown(() => alice.ended()).toEqual(['299: No such number']);
  await shown(() =>
    alice.page
      .locator('hub-dial-form option')
      .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value)),
  ).toContain('299');
  await alice.page.getByRole('button', { name: 'Remove 299 from this list' }).click();
  await shown(() => alice.ended()).toEqual([]);
});

test('several tabs are one phone: one rings aloud, and an answer anywhere ends it', async ({ as, open }) => {
  const carol = await as('carol');
  const bob = await as('bob');
  const tabs = [bob, await (await open(bob.page.context())).logIn('bob@demo')];
  const ringing = async () =>
    (await Promise.all(tabs.map(({ page }) => page.locator('hub-desk').getAttribute('data-ringing')))).sort();
  await carol.dial('201');
  await shown(ringing).toEqual(['aloud', 'elsewhere']);
  await tabs[1]?.press('Answer');
  await shown(ringing).toEqual(['none', 'none']);
  await carol.press('Hang up');
  await carol.dial('201');
  await shown(ringing).toEqual(['aloud', 'elsewhere']);
  // The tab that rings is closed; the other one takes over.
  for (const [i, { page }] of tabs.entries()) {
    if ((await page.locator('hub-desk').getAttribute('data-ringing')) !== 'aloud') continue;
    await page.close();
    tabs.splice(i, 1);
    break;
  }
  await shown(ringing).toEqual(['aloud']);
});

test('the page speaks Danish where one wants it to', async ({ as }) => {
  const alice = await as('alice');
  await alice.page.getByRole('combobox', { name: 'Language' }).selectOption('da');
  await alice.page.getByRole('button', { name: 'Ring op' }).waitFor();
  expect(await alice.page.evaluate(() => document.documentElement.lang)).toBe('da');
  await alice.page.getByRole('combobox', { name: 'Nummer' }).fill('299');
  await alice.page.keyboard.press('Enter');
  await shown(() => alice.calls()).toEqual(['299: Nummeret findes ikke [Læg på]']);
  await look(alice, 'danish');
  await alice.page.reload();
  await alice.page.getByRole('button', { name: 'Log ud' }).waitFor();
});

test.for(['<img src=x onerror=alert(1)>', '1'.repeat(80), '☎️📞', 'ring mig'])(
  'a number that is none is refused, and stays text: %s',
  async (number, { as }) => {
    const alice = await as('alice');
    await alice.dial(number);
    await alice.page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    expect(await alice.number.inputValue()).toBe(number);
    expect(await alice.calls()).toEqual([]);
  },
);
