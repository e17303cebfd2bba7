// Measures the page: CSTAHUB_FIGURES=1. It tells figures, and judges none.
import { test } from './src/test.ts';

const rounds = 15;
const median = (all: number[]) => Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0);
const worst = (all: number[]) => Math.round(Math.max(...all));

test.runIf(process.env.CSTAHUB_FIGURES === '1')('figures', async ({ as }) => {
  const alice = await as('alice');
  const bob = await as('bob');
  const usable: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await alice.page.reload({ waitUntil: 'commit' });
    await alice.page.locator('hub-phone-display[ready]').waitFor();
    usable.push(await alice.page.evaluate(() => performance.now()));
  }
  const painted: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const seen = bob.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () => {
            const desk = document.querySelector('hub-app')?.shadowRoot?.querySelector('hub-desk');
            const calls = desk?.shadowRoot?.querySelector('hub-incoming-calls')?.shadowRoot;
            // The frame after the one in which the call is on the page has been painted.
            if (calls?.querySelector('hub-call-card'))
              requestAnimationFrame(() => {
                resolve(Date.now());
              });
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await alice.dial('201');
    const at = await seen;
    const time = await bob.page.locator('hub-message-list time').first().getAttribute('datetime');
    painted.push(at - Date.parse(time ?? ''));
    await bob.press('Reject');
    await alice.page.getByText('No calls').waitFor();
  }
  process.stdout.write(
    `navigation to usable phone: p50 ${median(usable)} ms, worst ${worst(usable)} ms\n` +
      `engine event to painted frame: p50 ${median(painted)} ms, worst ${worst(painted)} ms (${rounds} rounds)\n`,
  );
});

test.runIf(process.env.CSTAHUB_FIGURES === '1')('figures of the wallboard', async ({ as, server }) => {
  const erin = await as('erin');
  await erin.page.goto(`${server.origin}/wallboard`);
  await erin.page.locator('article[data-sync=current]').waitFor();
  await erin.page.evaluate(() => {
    interface Told {
      desk: { client: { onAny: (handler: (name: string, message: { time?: string }) => void) => void } };
    }
    const board = document.querySelector('hub-app')?.shadowRoot?.querySelector('hub-wallboard');
    const painted: number[] = [];
    Object.assign(globalThis, { painted });
    (board as unknown as Told).desk.client.onAny((name, { time }) => {
      if (name !== 'QueueStatistics' || time === undefined) return;
      // The frame after the one that shows the figures has been painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          painted.push(Date.now() - Date.parse(time));
        }),
      );
    });
  });
  const token = await server.login('alice@demo');
  const began = performance.now();
  const calls = 600;
  for (let i = 0; i < calls; i++) {
    await new Promise((next) => setTimeout(next, Math.max(0, began + i * 50 - performance.now())));
    const response = await fetch(`${server.origin}/api/v1/trunk/calls`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ from: String(20_000_000 + i), to: '12345678' }),
    });
    if (!response.ok) throw new Error(`call ${i}: ${response.status} ${await response.text()}`);
  }
  const perSecond = (calls * 1000) / (performance.now() - began);
  const painted = await erin.page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted);
  const p99 = [...painted].sort((a, b) => a - b)[Math.ceil(painted.length * 0.99) - 1] ?? 0;
  process.stdout.write(
    `queue statistics to painted wallboard at ${perSecond.toFixed(1)} calls a second: ` +
      `p50 ${median(painted)} ms, p99 ${Math.round(p99)} ms (${painted.length} events)\n`,
  );
});
