// Calls between telephones, seen from both pages.
import { describe, expect } from 'vitest';

import { look } from './src/look.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

describe('a call', () => {
  test('is dialled, answered, held, retrieved and hung up', async ({ as }) => {
    const alice = await as('alice');
    const bob = await as('bob');
    await look(alice, 'idle');
    expect(await alice.display()).toBe('Free');

    await alice.dial('201');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Ringing [Hold, Hang up]']);
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
    expect(await alice.number.inputValue()).toBe('');
    expect(await bob.page.title()).toBe('Incoming call: Alice Andersen');
    expect((await bob.said()).urgent).toBe('Incoming call from Alice Andersen, 200');
    expect(await bob.page.getByRole('region', { name: 'Incoming calls' }).isVisible()).toBe(true);
    expect([await alice.display(), await bob.display()]).toEqual(['Calling', 'Ringing']);
    await look(alice, 'ringing');
    await look(bob, 'incoming');

    await bob.press('Answer');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);
    expect(await bob.page.title()).toBe('201 Bob Berg – cstahub');
    expect(await bob.page.getByRole('region', { name: 'Incoming calls' }).count()).toBe(0);
    expect((await alice.said()).polite).toBe('Bob Berg: Talking');
    await shown(() => bob.page.getByRole('timer').textContent()).toBe('0:01');
    await look(bob, 'talking');

    await alice.press('Hold');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: On hold [Retrieve, Hang up]']);
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: You are on hold [Hold, Hang up]']);
    await look(alice, 'held');
    await look(bob, 'held-by-other');

    await bob.press('Hold');
    await shown(() => alice.calls()).toEqual([
      'Bob Berg 201: On hold, by the other side too [Retrieve, Hang up]',
    ]);
    await bob.press('Retrieve');
    await alice.press('Retrieve');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);

    await alice.press('Hang up');
    await shown(() => alice.calls()).toEqual([]);
    await shown(() => bob.calls()).toEqual([]);
    expect(await alice.page.getByText('No calls', { exact: true }).isVisible()).toBe(true);
    expect(await alice.ended()).toEqual([expect.stringMatching(/^Bob Berg: You hung up after 0:\d\d$/)]);
    expect(await bob.ended()).toEqual([
      expect.stringMatching(/^Alice Andersen: The other side hung up after 0:\d\d$/),
    ]);
    await look(bob, 'ended');
  });

  test('may ring the own telephone first', async ({ as }) => {
    const alice = await as('alice');
    const bob = await as('bob');
    await alice.page.getByLabel('Ring my phone first').check();
    await alice.dial('201');
    await shown(() => alice.calls()).toEqual([
      'Bob Berg 201: Your phone rings: pick up to call [Pick up, Hang up]',
    ]);
    expect(await bob.calls()).toEqual([]);
    await look(alice, 'prompted');
    await alice.press('Pick up');
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Ringing [Hold, Hang up]']);
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Incoming call [Answer, Reject]']);
    await alice.press('Hang up');
    await shown(() => bob.ended()).toEqual(['Alice Andersen: Missed call']);
    expect(await alice.ended()).toEqual(['Bob Berg: You hung up before an answer']);
    await look(bob, 'missed');
  });

  test('out is answered by the other end', async ({ as }) => {
    const alice = await as('alice');
    await alice.dial('22 33 44 55');
    await shown(() => alice.calls()).toEqual(['22334455: Talking [Hold, Hang up]']);
    await alice.press('Hang up');
    await shown(() => alice.ended()).toEqual([expect.stringMatching(/^22334455: You hung up after/)]);
  });

  test('can be pasted and repeated', async ({ as }) => {
    const alice = await as('alice');
    await alice.number.focus();
    await alice.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await alice.page.evaluate(() => navigator.clipboard.writeText('(299)'));
    await alice.page.keyboard.press('Control+V');
    await alice.page.getByRole('button', { name: 'Call', exact: true }).click();
    await shown(() => alice.calls()).toEqual(['299: No such number [Hang up]']);
    await alice.press('Hang up');
    await alice.page.getByRole('button', { name: 'Call 299 again' }).click();
    expect(await alice.number.inputValue()).toBe('299');
    await alice.number.press('Enter');
    await shown(() => alice.calls()).toEqual(['299: No such number [Hang up]']);
    await alice.page.getByRole('button', { name: 'Remove 299 from this list' }).click();
    await shown(() => alice.ended()).toEqual([]);
  });
});

describe('a call that comes to nothing says why', () => {
  test.for([
    ['299', 'No such number'],
    ['5550001', 'Busy'],
    ['5550003', 'Rejected'],
  ] as const)('%s: %s', async ([number, words], { as }) => {
    const alice = await as('alice');
    await alice.dial(number);
    await shown(() => alice.calls()).toEqual([`${number}: ${words} [Hang up]`]);
    expect(await alice.display()).toBe('Call failed');
    if (number === '299') await look(alice, 'failed');
    await alice.press('Hang up');
    await shown(() => alice.ended()).toEqual([`${number}: ${words}`]);
  });

  test('rejected by a colleague', async ({ as }) => {
    const alice = await as('alice');
    const bob = await as('bob');
    await alice.dial('201');
    await bob.press('Reject');
    await shown(() => alice.ended()).toEqual(['Bob Berg: Rejected']);
    await shown(() => bob.ended()).toEqual(['Alice Andersen: You rejected the call']);
  });

  test.for([
    ['call me', 'This number cannot be dialled.', '"call me" cannot be dialled'],
    ['200', 'This is your own number.', 'device "200" cannot call itself'],
    ['', 'Enter a number to call.', ''],
  ] as const)('cannot be dialled: %s', async ([number, words, detail], { as }) => {
    const alice = await as('alice');
    await alice.dial(number);
    const excuse = alice.page.getByRole('alert').filter({ hasText: words });
    await excuse.waitFor();
    expect(await excuse.textContent()).toContain(detail);
    // What was typed stays, to be put right.
    expect(await alice.number.inputValue()).toBe(number);
    expect(await alice.number.getAttribute('aria-invalid')).toBe('true');
    if (number === '200') await look(alice, 'dial-refused');
    await alice.number.fill('2');
    await shown(() => excuse.count()).toBe(0);
  });
});

describe('two calls at a time', () => {
  test('the second one rings while the first is spoken in, and a third is busy', async ({ as }) => {
    const alice = await as('alice');
    const bob = await as('bob');
    const carol = await as('carol');
    const dave = await as('dave');
    await alice.dial('201');
    await bob.press('Answer');
    await shown(() => bob.calls()).toEqual(['Alice Andersen 200: Talking [Hold, Hang up]']);

    await carol.dial('201');
    const talking = 'Alice Andersen 200: Talking [Hold, Hang up]';
    // To be answered, the first call has to be put on hold: the server says so by what it permits.
    await shown(() => bob.calls()).toEqual(['Carol Christensen 202: Incoming call [Reject]', talking]);
    await look(bob, 'call-waiting');
    await dave.dial('201');
    await shown(() => dave.calls()).toEqual(['Bob Berg 201: Busy [Wait until free, Break in, Hang up]']);
    await shown(() => bob.calls()).toContainEqual('Dave Dahl 203: Could not reach you: busy [Hang up]');
    await dave.press('Hang up');
    await shown(() => bob.ended()).toEqual(['Dave Dahl: Missed call']);

    await bob.press('Hold');
    const held = 'Alice Andersen 200: On hold [Retrieve, Hang up]';
    await shown(() => bob.calls()).toEqual(['Carol Christensen 202: Incoming call [Answer, Reject]', held]);
    await bob.press('Answer');
    await shown(() => bob.calls()).toEqual([
      'Alice Andersen 200: On hold [Hang up]',
      'Carol Christensen 202: Talking [Transfer, Swap, Conference, Back, Hold, Hang up]',
    ]);
    await look(bob, 'two-calls');
    await bob.press('Hang up', 'Carol');
    await shown(() => bob.calls()).toEqual([held]);
    await bob.press('Retrieve');
    await shown(() => bob.calls()).toEqual([talking]);
    await shown(() => alice.calls()).toEqual(['Bob Berg 201: Talking [Hold, Hang up]']);
    await bob.press('Hang up');
    await shown(() => alice.calls()).toEqual([]);
  });

  test('a second one cannot be dialled before the first is held', async ({ as }) => {
    const alice = await as('alice');
    await alice.dial('22334455');
    await shown(() => alice.calls()).toEqual(['22334455: Talking [Hold, Hang up]']);
    await alice.dial('33445566');
    await alice.page.getByText('Your phone is in use. Put the call on hold or hang up first.').waitFor();
    await alice.press('Hold');
    await alice.dial('33445566');
    await shown(() => alice.calls()).toEqual([
      '22334455: On hold [Hang up]',
      '33445566: Talking [Transfer, Swap, Conference, Back, Hold, Hang up]',
    ]);
  });
});

test('events are listed, newest first, and open to the JSON they are', async ({ as }) => {
  const alice = await as('alice');
  await alice.dial('299');
  await shown(() => alice.events()).toEqual(['Failed', 'Originated', 'ServiceInitiated']);
  const failed = alice.page.locator('hub-message-list details').first();
  expect((await failed.locator('.words').textContent())?.trim()).toBe(
    '299 cannot be reached: no such number',
  );
  await failed.locator('summary').click();
  const json = JSON.parse((await failed.locator('pre').textContent()) ?? '') as Record<string, unknown>;
  expect(json).toMatchObject({ monitorCrossRefId: '200', offset: 3, cause: 'destNotObtainable' });
  await look(alice, 'event-open');
  await alice.page.getByRole('button', { name: 'Clear events' }).click();
  await shown(() => alice.events()).toEqual([]);
  await look(alice, 'no-events');
});

test('all tabs of a user show the same, and an answer in one ends the ringing in the other', async ({
  as,
}) => {
  const alice = await as('alice');
  const bob = await as('bob');
  const bobToo = await as('bob');
  await alice.dial('201');
  const ringing = ['Alice Andersen 200: Incoming call [Answer, Reject]'];
  await shown(() => bob.calls()).toEqual(ringing);
  await shown(() => bobToo.calls()).toEqual(ringing);
  await bob.press('Answer');
  const talking = ['Alice Andersen 200: Talking [Hold, Hang up]'];
  await shown(() => bob.calls()).toEqual(talking);
  await shown(() => bobToo.calls()).toEqual(talking);
});
