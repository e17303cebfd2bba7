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
