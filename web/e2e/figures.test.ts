// Measures the page: CSTAHUB_FIGURES=1. It tells figures, and judges none.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { Server } from 'cstahub-harness';
import type { Page } from 'playwright-core';

import type { Tab } from './src/tab.ts';
import { test } from './src/test.ts';

const rounds = 30;
const perSecond = 20;
/** How many calls come in while the pages are looked at. */
const many = 600;

/** The value that a share of all does not exceed, rounded. */
function percentile(all: number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
}

const inWords = (all: number[]) =>
  `p50 ${percentile(all, 0.5)} ms, p99 ${percentile(all, 0.99)} ms, worst ${percentile(all, 1)} ms (${all.length})`;

const tell = (line: string) => process.stdout.write(`${line}\n`);

/** The number of the caller who calls next: nobody is in two calls. */
let caller = 20_000_000;

/** Has somebody outside call, steadily, and gives how many calls a second it came to. */
async function callIn(server: Server, count: number, to: (i: number) => string): Promise<number> {
  const token = await server.login('alice@demo');
  const began = performance.now();
  for (let i = 0; i < count; i++) {
    await pause(Math.max(0, began + (i * 1000) / perSecond - performance.now()));
    const response = await fetch(`${server.origin}/api/v1/trunk/calls`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ from: String(caller++), to: to(i) }),
    });
    if (!response.ok) throw new Error(`call ${i}: ${response.status} ${await response.text()}`);
  }
  return (count * 1000) / (performance.now() - began);
}

/** Writes down how long after its time each event of a name has been painted; view is the page's element. */
async function watchPaint(page: Page, view: string, name: string): Promise<() => Promise<number[]>> {
  await page.evaluate(
    ([element, wanted]) => {
      interface Told {
        desk: { client: { onAny: (handler: (name: string, message: { time?: string }) => void) => void } };
      }
      const shown = document.querySelector('hub-app')?.shadowRoot?.querySelector(element);
      const painted: number[] = [];
      Object.assign(globalThis, { painted });
      (shown as unknown as Told).desk.client.onAny((event, { time }) => {
        if (event !== wanted || time === undefined) return;
        // The frame after the one that shows it has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            painted.push(Date.now() - Date.parse(time));
          }),
        );
      });
    },
    [view, name] as const,
  );
  return () => page.evaluate(() => (globalThis as unknown as { painted: number[] }).painted);
}

/** The bytes of the page's heap that are in use once all rubbish has been collected. */
async function heap({ page }: Tab): Promise<number> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await browser.send('HeapProfiler.collectGarbage');
  await browser.send('Performance.enable');
  const { metrics } = await browser.send('Performance.getMetrics');
  await browser.detach();
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

const kilo = (bytes: number) => `${Math.round(bytes / 1024)} KiB`;

const wanted = process.env.CSTAHUB_FIGURES === '1';

test.runIf(wanted)('figures of the telephone', async ({ as }) => {
  const folder = join(import.meta.dirname, '../dist/assets');
  for (const file of readdirSync(folder)) {
    tell(`${file}: ${gzipSync(readFileSync(join(folder, file)), { level: 9 }).length} bytes gzip`);
  }
  const alice = await as('alice');
  const bob = await as('bob');
  const usable: number[] = [];
  for (let i = 0; i < rounds; i++) {
    await alice.page.reload({ waitUntil: 'commit' });
    await alice.page.locator('hub-phone-display[ready]').waitFor();
    usable.push(await alice.page.evaluate(() => performance.now()));
  }
  tell(`navigation to usable telephone: ${inWords(usable)}`);
  const painted = await watchPaint(bob.page, 'hub-desk', 'Delivered');
  for (let i = 0; i < rounds; i++) {
    await alice.dial('201');
    await bob.press('Reject');
    await alice.page.getByText('No calls', { exact: true }).waitFor();
  }
  tell(`Delivered to painted telephone, call by call: ${inWords(await painted())}`);
});

test.runIf(wanted)(
  'figures of busy pages, and what an hour leaves in a tab',
  { timeout: 300_000 },
  async ({ as, server }) => {
    const [alice, erin] = [await as('alice'), await as('erin')];
    await erin.page.goto(`${server.origin}/wallboard`);
    await erin.page.locator('article[data-sync=current]').waitFor();
    // Each call that comes to her is gone at once, and one event or more of each is on her page.
    await alice.page.getByRole('switch', { name: 'Do not disturb' }).click();
    const figures = await watchPaint(erin.page, 'hub-wallboard', 'QueueStatistics');
    const cleared = await watchPaint(alice.page, 'hub-desk', 'ConnectionCleared');
    // What is kept, up to its bounds, is there before one looks how the heap grows.
    const load = () => callIn(server, many, (i) => (i % 2 === 0 ? '12345678' : '12345200'));
    const rate = await load();
    tell(`QueueStatistics to painted wallboard at ${rate.toFixed(1)} calls/s: ${inWords(await figures())}`);
    tell(`ConnectionCleared to painted telephone at ${rate.toFixed(1)} calls/s: ${inWords(await cleared())}`);
    const sizes: [number[], number[]] = [[await heap(alice)], [await heap(erin)]];
    const heardBefore = (await cleared()).length;
    const began = performance.now();
    for (let i = 0; i < 3; i++) {
      await load();
      sizes[0].push(await heap(alice));
      sizes[1].push(await heap(erin));
    }
    const heard = (await cleared()).length - heardBefore;
    tell(
      `heap after each ${many} calls, ${heard} of ${3 * many} at the telephone, ` +
        `in ${Math.round((performance.now() - began) / 1000)} s: ` +
        `telephone ${sizes[0].map(kilo).join(', ')}; wallboard ${sizes[1].map(kilo).join(', ')}`,
    );
  },
);
