// Who else there is, and who is free right now.
import { expect } from 'vitest';

import { look } from './src/look.ts';
import { type Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

/** The colleagues as the page shows them, such as "Bob Berg: 201 free". */
function colleagues(tab: Tab): Promise<string[]> {
  return tab.page
    .locator('hub-colleagues li')
    .evaluateAll((items) =>
      items.map((item) =>
        ['.name', '.doing']
          .map((c) => item.querySelector(c)?.textContent.replace(/\s+/g, ' ').trim())
          .join(': '),
      ),
    );
}

test('presence follows the calls of the others, live', async ({ as }) => {
  const [alice, bob, carol] = [await as('alice'), await as('bob'), await as('carol')];
  await shown(() => colleagues(alice)).toEqual([
    'Bob Berg: 201 free',
    'Carol Christensen: 202 free',
    'Dave Dahl: 203 free',
    'Erin Eriksen: 204 free',
    'Customer Support: 400 Queue',
    'Park: 490 Place to park calls',
  ]);
  await bob.dial('202');
  await shown(() => colleagues(alice)).toEqual(
    expect.arrayContaining(['Bob Berg: 201 busy', 'Carol Christensen: 202 ringing']),
  );
  await look(alice, 'colleagues');
  await carol.press('Answer');
  await shown(() => colleagues(alice)).toContain('Carol Christensen: 202 busy');
  await bob.sendTo('490', 'Park there');
  await shown(() => colleagues(alice)).toEqual(
    expect.arrayContaining(['Bob Berg: 201 free', 'Park: 490 A call is parked here']),
  );
  await alice.page.getByRole('button', { name: 'Pick up at Park' }).click();
  await shown(() => alice.calls()).toEqual(['Carol Christensen 202: Talking [Hold, Hang up]']);
  await shown(() => colleagues(bob)).toEqual(
    expect.arrayContaining(['Alice Andersen: 200 busy', 'Park: 490 Place to park calls']),
  );
});

test('somebody is found by a part of his name or number, and called', async ({ as }) => {
  const [alice, bob] = [await as('alice'), await as('bob')];
  const search = alice.page.getByRole('searchbox', { name: 'Find by name or number' });
  await search.fill('BERG b');
  await shown(() => colleagues(alice)).toEqual(['Bob Berg: 201 free']);
  await search.fill('20');
  await shown(() => colleagues(alice)).toHaveLength(4);
  await search.fill('<b>');
  await alice.page.getByText('Nobody is called that.').waitFor();
  await look(alice, 'colleagues-nobody');
  await search.fill('201');
  await alice.page.getByRole('button', { name: 'Call Bob Berg', exact: true }).click();
  await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
  // What is in the way of a call is said where numbers are called.
  await alice.press('Hang up');
  await alice.dial('22334455');
  await shown(() => alice.calls()).toEqual(['22334455: Talking [Hold, Hang up]']);
  await alice.page.getByRole('button', { name: 'Call Bob Berg', exact: true }).click();
  await alice.page.getByText('Your phone is in use. Put the call on hold or hang up first.').waitFor();
  expect(await alice.number.inputValue()).toBe('201');
});

test('nobody is shown as free while nobody knows', async ({ as, server }) => {
  const alice = await as('alice');
  await shown(() => colleagues(alice)).toContain('Bob Berg: 201 free');
  alice.expectComplaint(serverAway);
  await server.kill();
  await alice.page.getByText('Who is free is not known: there is no connection.').waitFor();
  expect(await colleagues(alice)).toContain('Bob Berg: 201');
  const call = alice.page.getByRole('button', { name: 'Call Bob Berg', exact: true });
  expect(await call.getAttribute('aria-disabled')).toBe('true');
  await server.restart();
  await alice.page.getByRole('button', { name: 'Try now' }).click();
  await shown(() => colleagues(alice)).toContain('Bob Berg: 201 free');
});
