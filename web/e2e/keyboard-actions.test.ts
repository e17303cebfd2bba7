// Each action of the page, once, by keyboard alone: from wherever the focus is, key by key.
import { describe, expect } from 'vitest';

import { focus, goTo, press, type } from './src/keys.ts';
import { look } from './src/look.ts';
import { type Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;
const talkingTo = (whom: string) => `${whom}: Talking [Hold, Hang up]`;
const bothCalls = 'Talking [Transfer, Swap, Conference, Back, Hold, Hang up]';

/** Calls a number, which is answered by somebody. */
async function talk(caller: Tab, number: string, called: Tab): Promise<void> {
  await type(caller, 'Number', number);
  await caller.page.keyboard.press('Enter');
  await called.press('Answer');
  await shown(async () => (await caller.calls()).join()).toContain('Talking');
}

/** Sends the call to a number. */
async function passOn(tab: Tab, to: string, way: string): Promise<void> {
  await press(tab, /^Pass on: /);
  // The cursor is in the number.
  await shown(async () => (await focus(tab)).name).toBe('To number');
  await tab.page.keyboard.type(to);
  await press(tab, way);
}

describe('a call', () => {
  test('is pasted, made with one’s own phone first, rejected, made again, and forgotten', async ({ as }) => {
    const [alice, bob] = [await as('alice'), await as('bob')];
    await alice.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await alice.page.evaluate(() => navigator.clipboard.writeText('(201)'));
    await goTo(alice, 'Number');
    await alice.page.keyboard.press('Control+V');
    await press(alice, 'Ring my phone first', 'Space');
    await press(alice, 'Call');
    await press(alice, /^Pick up: /);
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
    await press(bob, /^Reject: /);
    await shown(() => alice.ended()).toEqual(['Bob Berg: Rejected']);
    await press(alice, 'Call Bob Berg again');
    await shown(async () => (await focus(alice)).name).toBe('Number');
    await alice.page.keyboard.press('Enter');
    await press(alice, /^Hang up: /);
    await shown(() => alice.ended()).toHaveLength(2);
    await press(alice, 'Remove Bob Berg from this list');
    await shown(() => alice.ended()).toHaveLength(1);
  });

  test('is made from the list of colleagues, and takes digits', async ({ as }) => {
    const [alice, bob] = [await as('alice'), await as('bob')];
    await type(alice, 'Find by name or number', 'berg');
    await press(alice, 'Call Bob Berg');
    await press(bob, /^Answer: /);
    await shown(() => alice.calls()).toEqual([talkingTo('Bob Berg 201')]);
    await press(alice, /^Keypad: /);
    await press(alice, 'Send 7', 'Space');
    await alice.page.keyboard.press('*');
    await shown(() => alice.page.getByLabel('Digits sent').textContent()).toBe('7*');
    await press(bob, /^Hold: /);
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: You are on hold [Hold, Hang up]']);
    await press(bob, /^Retrieve: /);
    await shown(() => alice.calls()).toEqual([talkingTo('Bob Berg 201')]);
  });
});

describe('a call that concerns somebody else', () => {
  test('is asked about, swapped, left, asked about again, and transferred', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await talk(alice, '201', bob);
    await passOn(alice, '202', 'Ask first');
    await press(carol, /^Answer: /);
    await shown(() => alice.calls()).toEqual([
      'Bob Berg 201: On hold [Hang up]',
      `Carol Christensen 202: ${bothCalls}`,
    ]);
    await press(alice, /^Swap: .*Carol/);
    await shown(() => alice.calls()).toEqual([
      `Bob Berg 201: ${bothCalls}`,
      'Carol Christensen 202: On hold [Hang up]',
    ]);
    await press(alice, /^Swap: .*Bob/);
    await press(alice, /^Back: .*Carol/);
    await shown(() => carol.calls()).toEqual([]);
    await shown(() => alice.calls()).toEqual([talkingTo('Bob Berg 201')]);
    await passOn(alice, '202', 'Ask first');
    await press(carol, /^Answer: /);
    await shown(() => alice.calls()).toContain(`Carol Christensen 202: ${bothCalls}`);
    await press(alice, /^Transfer: .*Carol/);
    await shown(() => bob.calls()).toEqual([talkingTo('Carol Christensen 202')]);
    await shown(() => alice.calls()).toEqual([]);
  });

  test('is transferred while the other phone still rings', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await talk(alice, '201', bob);
    await passOn(alice, '202', 'Ask first');
    await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
    await press(alice, /^Transfer: .*Carol/);
    await shown(() => alice.calls()).toEqual([]);
    await shown(() => carol.calls()).toEqual(['Bob Berg 201: Incoming call [Answer, Reject]']);
    await press(carol, /^Answer: /);
    await shown(() => bob.calls()).toEqual([talkingTo('Carol Christensen 202')]);
  });

  test('is transferred without asking, and made a conference in both ways', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    const conference = async () => {
      for (const tab of [alice, bob, carol]) {
        await shown(async () => (await tab.calls()).join()).toContain('Conference of 3');
      }
    };
    await talk(alice, '201', bob);
    await passOn(alice, '202', 'Add to the call');
    await press(carol, /^Answer: /);
    await conference();
    await press(carol, /^Leave: /);
    await shown(() => alice.calls()).toEqual([talkingTo('Bob Berg 201')]);
    await passOn(alice, '202', 'Ask first');
    await press(carol, /^Answer: /);
    await shown(() => alice.calls()).toContain(`Carol Christensen 202: ${bothCalls}`);
    await press(alice, /^Conference: .*Carol/);
    await conference();
    await press(alice, /^Leave: /);
    await shown(() => bob.calls()).toEqual([talkingTo('Carol Christensen 202')]);
    await passOn(bob, '200', 'Transfer now');
    await press(alice, /^Answer: /);
    await shown(() => alice.calls()).toEqual([talkingTo('Carol Christensen 202')]);
  });

  test('is parked, picked up, sent on, and picked up in the group', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await talk(alice, '201', bob);
    await passOn(alice, '490', 'Park there');
    await shown(() => alice.ended()).toEqual(['Bob Berg: Parked at 490']);
    await carol.page.getByText('A call is parked here').waitFor();
    await look(carol, 'parked');
    await press(carol, 'Pick up at Park');
    await shown(() => carol.calls()).toEqual([talkingTo('Bob Berg 201')]);
    await press(carol, /^Hang up: /);
    await shown(() => bob.calls()).toEqual([]);
    await type(bob, 'Number', '202');
    await bob.page.keyboard.press('Enter');
    await shown(() => carol.calls()).toHaveLength(1);
    await passOn(carol, '200', 'Send there');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Incoming call [Answer, Reject]']);
    await press(carol, 'Pick up');
    await shown(() => carol.calls()).toEqual([talkingTo('Bob Berg 201')]);
    await press(bob, /^Hang up: /);
    await type(bob, 'Number', '200');
    await bob.page.keyboard.press('Enter');
    await shown(() => alice.calls()).toHaveLength(1);
    await type(carol, 'Number', '200');
    await press(carol, 'Pick up');
    await shown(() => carol.calls()).toEqual([talkingTo('Bob Berg 201')]);
  });
});

describe('whoever is busy', () => {
  const busy = (whom: string) => `${whom}: Busy [Wait until free, Break in, Hang up]`;

  test('is waited for, and rung when he is free', async ({ as }) => {
    const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
    await type(alice, 'Number', '22334455');
    await alice.page.keyboard.press('Enter');
    await shown(() => alice.calls()).toEqual([talkingTo('22334455')]);
    await type(bob, 'Number', '200');
    await bob.page.keyboard.press('Enter');
    await shown(() => bob.calls()).toHaveLength(1);
    await type(carol, 'Number', '200');
    await carol.page.keyboard.press('Enter');
    await shown(() => carol.calls()).toEqual([busy('Alice Andersen 200')]);
    await press(carol, /^Wait until free: /);
    await look(carol, 'camped-on');
    await press(bob, /^Hang up: /);
    await shown(() => alice.calls()).toContainEqual(
      expect.stringContaining('Carol Christensen 202: Incoming call'),
    );
    await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Ringing [Hold, Hang up]']);
  });

  test('is broken in upon', async ({ as }) => {
    const [alice, bob, carol, dave] = [
      await as('alice'),
      await as('bob'),
      await as('carol'),
      await as('dave'),
    ];
    await talk(alice, '201', bob);
    await type(dave, 'Number', '200');
    await dave.page.keyboard.press('Enter');
    await shown(() => dave.calls()).toHaveLength(1);
    await type(carol, 'Number', '200');
    await carol.page.keyboard.press('Enter');
    await shown(() => carol.calls()).toEqual([busy('Alice Andersen 200')]);
    await press(carol, /^Break in: /);
    for (const tab of [alice, bob, carol]) {
      await shown(async () => (await tab.calls()).join()).toContain('Conference of 3');
    }
    // The call has become another one, and whoever works by keyboard is still on it.
    expect((await focus(carol)).name).toMatch(/^Hold: .*Alice Andersen/);
    await look(carol, 'broken-in');
  });
});

test('what the phone is set to is changed', async ({ as }) => {
  const alice = await as('alice');
  await press(alice, 'Do not disturb', 'Space');
  await shown(() => alice.notes()).toBe('Do not disturb');
  await press(alice, 'Do not disturb', 'Space');
  await shown(() => alice.notes()).toBe('');
  await press(alice, 'Forwarding');
  await type(alice, /^All calls: to number/, '202');
  await alice.page.keyboard.press('Enter');
  await shown(() => alice.notes()).toBe('Forwarded to 202');
  await press(alice, 'All calls', 'Space');
  await shown(() => alice.notes()).toBe('');
  await press(alice, 'Log on as agent');
  await press(alice, 'Ready');
  const state = alice.page.locator('hub-phone-settings [role=status]');
  await shown(() => state.textContent()).toBe('Ready for calls');
  await press(alice, 'Pause');
  await press(alice, 'No reason');
  await shown(() => state.textContent()).toBe('In a pause');
  await press(alice, 'Log off');
  await shown(() => state.textContent()).toBe('Not logged on');
  const takes = alice.page.getByRole('switch', { name: 'Take calls of Customer Support' });
  for (const now of ['false', 'true']) {
    await press(alice, 'Take calls of Customer Support', 'Space');
    await shown(() => takes.getAttribute('aria-checked')).toBe(now);
  }
});

test('what the browser and a bad day ask for: notifications, earlier calls, and a connection', async ({
  as,
  server,
}) => {
  const alice = await as('alice');
  const { page } = alice;
  await page.context().grantPermissions(['notifications'], { origin: server.origin });
  await press(alice, 'Allow notifications');
  await shown(() => page.getByRole('button', { name: 'Allow notifications' }).count()).toBe(0);
  for (let i = 0; i < 9; i++) {
    await type(alice, 'Number', '299');
    await page.keyboard.press('Enter');
    await press(alice, /^Hang up: /);
    await shown(() => alice.calls()).toEqual([]);
  }
  await shown(() => alice.ended()).toHaveLength(8);
  await press(alice, 'Show earlier calls');
  await shown(() => alice.ended()).toHaveLength(9);

  const trial = page.getByRole('button', { name: 'Have somebody call: My phone' });
  expect(await trial.getAttribute('aria-disabled')).toBeNull();
  alice.expectComplaint(serverAway);
  await server.kill();
  await shown(() => trial.getAttribute('aria-disabled')).toBe('true');
  // By and by the page tries less often; whoever does not want to wait need not.
  await page.getByText(/Trying again in ([5-9]|1\d) s/).waitFor({ timeout: 30_000 });
  await server.restart();
  await press(alice, 'Try now');
  await page.getByText('Server: Connected').waitFor({ timeout: 4_000 });
  await shown(() => trial.getAttribute('aria-disabled')).toBeNull();
});

test('the page itself: events, language, sound, the wallboard and back, and out', async ({ as }) => {
  const erin = await as('erin');
  await press(erin, 'Have somebody call: My phone');
  await press(erin, /^Reject: /);
  await press(erin, 'Events');
  await press(erin, 'Clear events');
  await shown(() => erin.events()).toEqual([]);
  await press(erin, 'Events');
  await shown(() => erin.page.locator('hub-message-list .sheet').count()).toBe(0);
  await press(erin, 'Wallboard');
  await erin.page.locator('article[data-sync=current]').waitFor();
  await press(erin, 'Phone');
  await erin.ready();
  await type(erin, 'Number', '2');
  await goTo(erin, /^Language|^English/);
  await erin.page.keyboard.press('ArrowDown');
  await erin.page.getByRole('button', { name: 'Ring op' }).waitFor();
  // What was typed is still there, and so is the focus.
  expect(await erin.page.getByRole('combobox', { name: 'Nummer' }).inputValue()).toBe('2');
  expect((await focus(erin)).visible).toBe(true);
  await press(erin, 'Log ud');
  await erin.page.getByRole('heading', { name: 'Log ind på din telefon' }).waitFor();
});
