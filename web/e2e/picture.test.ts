// Takes the pictures for the README: CSTAHUB_PICTURES names the folder to write to, such as web/docs. Without it
// there is nothing to do.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { Site } from './src/site.ts';
import { test } from './src/test.ts';

const shown = expect.poll;
const folder = process.env.CSTAHUB_PICTURES ?? '';
const sharp = { deviceScaleFactor: 1.5, reducedMotion: 'reduce' } as const;

/** Takes a picture of a page as it looks while nobody touches it. */
async function take(page: Page, name: string, size: { width: number; height: number }): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize(size);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

test.runIf(folder !== '')(
  'an agent at work, the wallboard beside her, and a customer’s page',
  { timeout: 180_000 },
  async ({ open, browser, server, as }) => {
    const alice = await (await open(await browser.newContext(sharp))).logIn('alice@demo');
    const [bob, carol, dave] = [await as('bob'), await as('carol'), await as('dave')];
    const erin = await open(await browser.newContext({ ...sharp, colorScheme: 'dark' }));
    await erin.logIn('erin@demo');
    await erin.page.goto(`${server.origin}/wallboard`);

    await carol.dial('200');
    await shown(() => alice.calls()).toHaveLength(1);
    await carol.press('Hang up');
    await shown(() => alice.calls()).toEqual([]);
    await alice.dial('299');
    await shown(() => alice.calls()).toEqual(['299: No such number [Hang up]']);
    await alice.press('Hang up');
    await alice.page.getByRole('button', { name: 'Log on as agent' }).click();
    await alice.page.getByRole('button', { name: 'Ready' }).click();
    await alice.page.getByRole('button', { name: 'Have somebody call: Customer Support' }).click();
    await alice.press('Answer');
    await alice.sendTo('201', 'Ask first');
    await bob.press('Answer');
    await shown(() => alice.calls()).toHaveLength(2);
    for (const queued of ['My phone', 'Customer Support']) {
      await dave.page.getByRole('button', { name: `Have somebody call: ${queued}` }).click();
    }
    await alice.page.getByText('0:09', { exact: true }).first().waitFor({ timeout: 60_000 });
    await alice.page.emulateMedia({ colorScheme: 'light' });
    await take(alice.page, 'softphone', { width: 1280, height: 660 });
    await take(erin.page, 'wallboard', { width: 1280, height: 660 });

    const site = await Site.open(join(import.meta.dirname, '../examples/crm'), server.origin);
    const crm = await open(await browser.newContext(sharp));
    await crm.page.goto(`${site.origin}/`);
    await crm.page.getByLabel('User').fill('erin@demo');
    await crm.page.getByLabel('Password').fill('demo');
    await crm.page.keyboard.press('Enter');
    await crm.page.locator('csta-call[number="+45 22 33 44 55"][state=idle]').click();
    await crm.page.locator('csta-call[state=connected]').first().waitFor();
    await take(crm.page, 'click-to-call', { width: 900, height: 520 });
    await site.close();
  },
);
