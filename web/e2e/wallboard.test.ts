// The wallboard, in step with the engine.
import type { Server } from 'cstahub-harness';
import { expect } from 'vitest';

import { look } from './src/look.ts';
import { type Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

/** The figures that the wallboard shows, by name. */
async function figures(tab: Tab): Promise<Record<string, string>> {
  const told = await tab.page
    .locator('[data-figure]')
    .evaluateAll((all) =>
      all.map((dd): [string, string] => [
        (dd as HTMLElement).dataset.figure ?? '',
        dd.textContent.replace(/\s+/g, ' ').trim(),
      ]),
    );
  return Object.fromEntries(told);
}

function agents(tab: Tab): Promise<string[]> {
  return tab.page
    .locator('.agents > li')
    .evaluateAll((all) => all.map((li) => li.textContent.replace(/\s+/g, ' ').trim()));
}

/** Has somebody outside call the queue. */
async function callQueue(server: Server, from: string): Promise<void> {
  const response = await fetch(`${server.origin}/api/v1/trunk/calls`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await server.login('alice@demo')}` },
    body: JSON.stringify({ from, to: '12345678' }),
  });
  expect(response.status).toBe(201);
}

test('tells of a queue what the engine does with its calls', async ({ as, open, server }) => {
  const erin = await as('erin');
  await erin.page.getByRole('link', { name: 'Wallboard' }).click();
  await erin.page.getByRole('heading', { name: 'Customer Support' }).waitFor();
  expect(await erin.page.title()).toBe('Wallboard – cstahub');
  const none = { answered: '0', abandoned: '0', overflowed: '0', level: '–', expected: '0:00' };
  await shown(() => figures(erin)).toEqual({ ...none, waiting: '0', longest: '–' });
  await shown(() => agents(erin)).toEqual([
    '4 Ready for calls Alice Andersen, Bob Berg, Carol Christensen, Dave Dahl',
  ]);
  await look(erin, 'wallboard-calm');

  const alice = await (await open()).logIn('alice@demo');
  await callQueue(server, '22446688');
  await shown(() => alice.calls()).toEqual(['22446688: Incoming call [Answer, Reject]']);
  await shown(() => figures(erin)).toMatchObject({ ...none, waiting: '1', longest: '0:02' });
  await look(erin, 'wallboard-waiting');
  await alice.press('Answer');
  await shown(() => figures(erin)).toEqual({
    ...none,
    waiting: '0',
    longest: '–',
    answered: '1',
    level: '100 %',
  });
  await shown(() => agents(erin)).toEqual([
    '3 Ready for calls Bob Berg, Carol Christensen, Dave Dahl',
    '1 Busy Alice Andersen',
  ]);
  await look(erin, 'wallboard-talking');
});

test('tells why agents are not ready, and a phone what others change of its queue', async ({
  as,
  open,
  server,
}) => {
  const erin = await as('erin');
  await erin.page.goto(`${server.origin}/wallboard`);
  const bob = await (await open()).logIn('bob@demo');
  await bob.page.getByRole('button', { name: 'Log on as agent', exact: true }).click();
  await bob.page.getByRole('button', { name: 'Ready', exact: true }).click();
  await bob.page.getByRole('button', { name: 'Pause', exact: true }).click();
  await bob.page.getByRole('button', { name: 'Meeting', exact: true }).click();
  await shown(() => agents(erin)).toEqual([
    '3 Ready for calls Alice Andersen, Carol Christensen, Dave Dahl',
    '1 In a pause Bob Berg (Meeting)',
  ]);
  await look(erin, 'wallboard-reason');

  // An administrator takes Bob from the queue, and puts him back.
  const takes = bob.page.getByRole('switch', { name: 'Take calls of Customer Support' });
  await takes.waitFor();
  for (const members of [['200'], ['200', '201']]) {
    const changed = await fetch(`${server.origin}/api/v1/queues/400`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${await server.login('admin@demo')}`, 'If-Match': '*' },
      body: JSON.stringify({ device: '400', name: 'Customer Support', members }),
    });
    expect(changed.status).toBe(200);
    await shown(() => takes.count()).toBe(members.length - 1);
  }
});

test('says that its figures are old while the server is away', async ({ as, server }) => {
  const erin = await as('erin');
  await erin.page.goto(`${server.origin}/wallboard`);
  await erin.page.getByRole('heading', { name: 'Customer Support' }).waitFor();
  erin.expectComplaint(serverAway);
  await server.kill();
  await erin.page.getByText('There is no connection: these figures are old.').waitFor();
  await look(erin, 'wallboard-away');
  await server.restart();
  await erin.page.getByRole('button', { name: 'Try now' }).click();
  await erin.page.locator('article[data-sync=current]').waitFor();
});

test('says so where one may watch no queue', async ({ as, server }) => {
  const alice = await as('alice');
  expect(await alice.page.getByRole('link', { name: 'Wallboard' }).count()).toBe(0);
  await alice.page.goto(`${server.origin}/wallboard`);
  await alice.page.getByText('You may not watch any queue.').waitFor();
  await look(alice, 'wallboard-not-permitted');
});

test('says so where there is no queue, or none yet', async ({ as, server }) => {
  const erin = await as('erin');
  const token = await server.login('admin@demo');
  await erin.page.goto(`${server.origin}/wallboard`);
  await erin.page.getByRole('heading', { name: 'Customer Support' }).waitFor();
  for (const what of ['numbers/12345678', 'queues/400', 'devices/400']) {
    const gone = await fetch(`${server.origin}/api/v1/${what}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}`, 'If-Match': '*' },
    });
    expect(`${what}: ${gone.status} ${await gone.text()}`).toBe(`${what}: 204 `);
  }
  await erin.page.getByText('There are no queues yet.').waitFor();
  await look(erin, 'wallboard-no-queues');
});
