// An agent of two queues, and the one who watches both.
import type { Server } from 'cstahub-harness';
import { expect } from 'vitest';

import { look } from './src/look.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

/** Adds a queue of which Alice is the only agent, which Erin may watch. */
async function addQueue(server: Server, device: string, name: string): Promise<void> {
  const Authorization = `Bearer ${await server.login('admin@demo')}`;
  const put = async (path: string, method: string, body: unknown) => {
    const headers = {
      Authorization,
      'Content-Type': 'application/json',
      ...(method === 'PUT' && { 'If-Match': '*' }),
    };
    const done = await fetch(`${server.origin}/api/v1/${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    expect(`${path}: ${done.status} ${done.ok ? '' : await done.text()}`).toMatch(/: 20\d $/);
  };
  await put('devices', 'POST', { deviceId: device, kind: 'queue', name });
  await put('queues', 'POST', { device, name, members: ['200'], serviceLevel: 30 });
  const observe = ['200', '201', '202', '203', '400', device];
  await put('users/erin@demo', 'PUT', { name: 'Erin Eriksen', role: 'supervisor', device: '204', observe });
}

test('each call says which queue it comes from, and each queue has its board', async ({ as, server }) => {
  await addQueue(server, '401', 'Sales & <Returns>');
  const alice = await as('alice');
  const erin = await as('erin');
  await erin.page.goto(`${server.origin}/wallboard`);
  await shown(() => erin.page.locator('article[data-sync=current] h2').allTextContents()).toEqual([
    'Customer Support',
    'Sales & <Returns>',
  ]);
  const call = async (from: string, to: string) => {
    const called = await fetch(`${server.origin}/api/v1/trunk/calls`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${await server.login('alice@demo')}` },
      body: JSON.stringify({ from, to }),
    });
    expect(called.status).toBe(201);
  };
  await call('22446688', '401');
  await alice.page.getByText('For Sales & <Returns>', { exact: true }).waitFor();
  await shown(async () => (await alice.said()).urgent).toBe(
    'Incoming call from 22446688, for Sales & <Returns>',
  );
  const waiting = () => erin.page.locator('[data-figure=waiting]').allTextContents();
  await shown(waiting).toEqual(['0', '1']);
  await look(erin, 'wallboard-two-queues');
  await alice.press('Answer');
  await shown(waiting).toEqual(['0', '0']);
  await alice.press('Hang up');
  await shown(() => alice.calls()).toEqual([]);

  // She leaves one queue and goes on with the other.
  const takes = (name: string) => alice.page.getByRole('switch', { name: `Take calls of ${name}` });
  await takes('Sales & <Returns>').click();
  await shown(() => takes('Sales & <Returns>').getAttribute('aria-checked')).toBe('false');
  expect(await takes('Customer Support').getAttribute('aria-checked')).toBe('true');
  await look(alice, 'two-queues');
  await call('33557799', '401');
  await shown(waiting).toEqual(['0', '1']);
  await takes('Sales & <Returns>').click();
  await shown(() => alice.calls()).toEqual(['33557799: Incoming call [Answer, Reject]']);
  await alice.press('Answer');
  await shown(waiting).toEqual(['0', '0']);
});
