// The calls that are over: those that this browser has seen, and those that the server has on record.
import { expect } from 'vitest';

import { look } from './src/look.ts';
import { type Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;
const records = '**/api/v1/calls?*';

test('the history is the same in a browser that has seen none of the calls', async ({ as }) => {
  const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
  await alice.dial('299');
  await alice.press('Hang up');
  await shown(() => alice.ended()).toHaveLength(1);
  await bob.dial('200');
  await alice.press('Reject');
  await shown(() => alice.ended()).toHaveLength(2);
  await carol.dial('200');
  await shown(() => alice.calls()).toHaveLength(1);
  await carol.press('Hang up');
  await shown(() => alice.ended()).toHaveLength(3);
  await alice.dial('201');
  await bob.press('Answer');
  await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
  await alice.sendTo('202', 'Ask first');
  await carol.press('Answer');
  await shown(async () => (await alice.calls()).join()).toContain('Carol Christensen 202: Talking');
  await alice.press('Transfer');
  await shown(() => bob.calls()).toEqual(['Carol Christensen 202: Talking [Hold, Hang up]']);
  await bob.press('Hang up');
  await shown(() => carol.calls()).toEqual([]);

  const expected = [
    'Bob Berg: Transferred to 202',
    'Carol Christensen: Missed call',
    'Bob Berg: You rejected the call',
    '299: No such number',
  ];
  await shown(() => alice.ended()).toEqual(expected);
  const elsewhere = await as('alice');
  await shown(() => elsewhere.ended()).toEqual(expected);
  await look(elsewhere, 'history');
  const seenByCarol = await as('carol');
  // Alice had called her and left; whom she spoke to in the end was Bob.
  await shown(() => seenByCarol.ended()).toEqual([
    expect.stringMatching(/^Bob Berg: Talked 0:\d\d$/),
    'Alice Andersen: You hung up before an answer',
  ]);

  // What one wants to see no more is not brought back by the server.
  await elsewhere.page.getByRole('button', { name: 'Remove 299 from this list' }).click();
  await elsewhere.page.reload();
  await elsewhere.ready();
  await shown(() => elsewhere.ended()).toEqual(expected.slice(0, 3));
  await elsewhere.page.getByRole('button', { name: 'Call Carol Christensen again' }).click();
  await elsewhere.number.press('Enter');
  await shown(() => carol.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
});

/** Has the records come two at a time. */
async function fewAtATime(tab: Tab): Promise<void> {
  await tab.page.route(records, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', '2');
    return route.continue({ url: url.href });
  });
}

test('earlier calls are asked for page by page', async ({ as, open }) => {
  const alice = await as('alice');
  for (let i = 0; i < 11; i++) {
    await alice.dial('299');
    await alice.press('Hang up');
    await shown(() => alice.calls()).toEqual([]);
  }
  const elsewhere = await open();
  await fewAtATime(elsewhere);
  await elsewhere.logIn('alice@demo');
  const more = elsewhere.page.getByRole('button', { name: 'Show earlier calls' });
  for (const count of [2, 4, 6, 8, 10, 11]) {
    await shown(() => elsewhere.ended()).toHaveLength(count);
    if (count < 11) await more.press('Enter');
  }
  await shown(() => more.count()).toBe(0);
});

test('while it is asked for, and when that comes to nothing, the page says so', async ({ as, open }) => {
  const bob = await as('bob');
  await bob.dial('299');
  await bob.press('Hang up');
  await shown(() => bob.ended()).toHaveLength(1);

  const elsewhere = await open();
  let answer: 'late' | 'rubbish' | 'none' | 'true' = 'late';
  let go: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  await elsewhere.page.route(records, async (route) => {
    if (answer === 'late') await held;
    if (answer === 'rubbish') return route.fulfill({ contentType: 'text/html', body: '<h1>Welcome</h1>' });
    if (answer === 'none') return route.abort('connectionrefused');
    return route.continue();
  });
  await elsewhere.logIn('bob@demo');
  await elsewhere.page.getByText('Looking for earlier calls…').waitFor();
  await look(elsewhere, 'history-asking');
  answer = 'rubbish';
  go?.();
  const failed = elsewhere.page.getByText('Earlier calls could not be asked for.');
  await failed.waitFor();
  await look(elsewhere, 'history-failed');
  const again = elsewhere.page.getByRole('button', { name: 'Try again' });
  elsewhere.expectComplaint(serverAway);
  answer = 'none';
  await again.click();
  await failed.waitFor();
  answer = 'true';
  await again.click();
  await shown(() => elsewhere.ended()).toEqual(['299: No such number']);
});
