// <csta-call> in pages of other origins, against the real server: the examples, as they are shipped.
import { join } from 'node:path';

import { type Page } from 'playwright-core';
import { expect } from 'vitest';

import { look } from './src/look.ts';
import { Site } from './src/site.ts';
import { test as base } from './src/test.ts';
import type { Tab } from './src/tab.ts';

const shown = expect.poll;
const examples = join(import.meta.dirname, '../examples');

const test = base.extend<{ crm: Tab; site: (folder: string) => Promise<Tab> }>({
  site: async ({ server, open }, use) => {
    const sites: Site[] = [];
    await use(async (folder) => {
      const site = await Site.open(join(examples, folder), server.origin);
      sites.push(site);
      const tab = await open();
      await tab.page.goto(`${site.origin}/`);
      return tab;
    });
    for (const site of sites) await site.close();
  },
  crm: async ({ site }, use) => {
    const tab = await site('crm');
    await tab.page.getByLabel('Password').fill('demo');
    await tab.page.keyboard.press('Enter');
    await tab.page.getByText('Phone 200, calls: 0').waitFor();
    await use(tab);
  },
});

const state = (page: Page, number: string) =>
  page.locator(`csta-call[number="${number}"]`).evaluate((element) => ({
    state: element.getAttribute('state'),
    words: element.shadowRoot?.querySelector('[part=status]')?.textContent,
  }));

test('a customer is called, answers, and is hung up, by keyboard', async ({ crm, as }) => {
  const bob = await as('bob');
  const { page } = crm;
  expect(await state(page, '201')).toEqual({ state: 'idle', words: '' });
  await look(crm, 'crm-idle');
  await page.getByRole('button', { name: 'Call 201' }).focus();
  await page.keyboard.press('Enter');
  await shown(() => state(page, '201')).toEqual({ state: 'ringing', words: 'Ringing' });
  await bob.press('Answer');
  await shown(() => state(page, '201')).toEqual({ state: 'connected', words: 'Connected' });
  await page.getByText('Phone 200, calls: 1').waitFor();
  await look(crm, 'crm-connected');
  await bob.press('Hold');
  await shown(() => state(page, '201')).toEqual({ state: 'connected', words: 'On hold' });
  // The button that had the focus is the one that hangs up now.
  await page.keyboard.press('Enter');
  await shown(() => state(page, '201')).toEqual({ state: 'ended', words: 'Ended' });
  expect(await page.getByRole('button', { name: 'Call 201' }).count()).toBe(1);
});

test('a call that comes to nothing says why, in the language of the page', async ({ crm }) => {
  const { page } = crm;
  await page.evaluate(() => {
    document.documentElement.lang = 'da';
  });
  await page.getByRole('button', { name: /5550001/ }).click();
  await shown(() => state(page, '5550001')).toEqual({ state: 'failed', words: 'Ingen forbindelse: optaget' });
  await page.getByRole('button', { name: 'Læg på 5550001' }).click();
  await shown(() => state(page, '5550001')).toMatchObject({ state: 'failed' });
  await shown(() => state(page, '5550001'), { timeout: 8000 }).toEqual({ state: 'idle', words: '' });
});

test('numbers in a text become buttons, and what is none stays text', async ({ crm }) => {
  const { page } = crm;
  const buttons = page.locator('#notes csta-call');
  expect(
    await buttons.evaluateAll((all) => all.map((b) => [b.getAttribute('number'), b.textContent])),
  ).toEqual([
    ['40506070', '40 50 60 70'],
    ['+4533445566', '+45 3344 5566'],
  ]);
  expect(await page.locator('#notes').innerText()).toContain(
    'Called on 2024-05-12, wants the offer of 1.250.000',
  );
});

test('links to numbers become buttons, those that come later as well, and what cannot be read stays', async ({
  crm,
}) => {
  const { page } = crm;
  const numbers = await page.evaluate(async () => {
    const { linkNumbers } = (globalThis as unknown as { cstahub: { linkNumbers: LinkNumbers } }).cstahub;
    type LinkNumbers = (root: Element, options: { watch: boolean }) => () => void;
    const list = document.createElement('div');
    list.innerHTML = '<a href="tel:%zz">Broken</a> <a href="tel:+45-2233;ext=9">Sales</a>';
    document.body.append(list);
    const end = linkNumbers(list, { watch: true });
    const link = (href: string) => Object.assign(document.createElement('a'), { href, textContent: 'x' });
    list.append(link('tel:555'), link('tel:%'), link('https://example.org/'));
    await new Promise(requestAnimationFrame);
    end();
    list.append(link('tel:556'));
    await new Promise(requestAnimationFrame);
    return [...list.children].map((e) => `${e.localName} ${e.getAttribute('number') ?? e.textContent}`);
  });
  expect(numbers).toEqual(['a Broken', 'csta-call +45-2233', 'csta-call 555', 'a x', 'a x', 'a x']);
});

test('a call is counted by the clock of the server', async ({ crm, as }) => {
  const bob = await as('bob');
  const { page } = crm;
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
  });
  await page.getByRole('button', { name: 'Call 201' }).click();
  await bob.press('Answer');
  await shown(() => state(page, '201')).toMatchObject({ state: 'connected' });
  const timer = page.locator('csta-call[number="201"] [part=timer]');
  expect(await timer.textContent()).toMatch(/^0:0\d$/);
});

test('what a page puts into it is text, and what cannot be dialled is refused', async ({ crm }) => {
  const { page } = crm;
  await page.evaluate(() => {
    for (const number of ['<img src=x onerror=alert(1)>', '1'.repeat(200), '☎️📞', 'call me']) {
      const button = document.createElement('csta-call');
      button.setAttribute('number', number);
      document.querySelector('main')?.append(button);
    }
  });
  for (const number of ['<img src=x onerror=alert(1)>', '1'.repeat(200), '☎️📞', 'call me']) {
    await page.getByRole('button', { name: `Call ${number}`, exact: true }).click();
  }
  await shown(() =>
    page.locator('main > csta-call').evaluateAll((all) => all.map((b) => b.getAttribute('state'))),
  ).toEqual(['failed', 'failed', 'failed', 'failed']);
});

test('without a phone a button says that it cannot call', async ({ site }) => {
  const tab = await site('crm');
  expect(await state(tab.page, '201')).toMatchObject({ state: 'unavailable' });
  const button = tab.page.getByRole('button', { name: 'Call 201' });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  expect(await button.getAttribute('title')).toBe('Calling is not possible now');
});

test('React shows the calls of a device, and the button works in it', async ({ site }) => {
  const { page } = await site('react/dist');
  await page.getByLabel('Password').fill('demo');
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('0 calls').waitFor();
  await page.getByRole('button', { name: 'Call Freja Holm 22334455' }).click();
  await page.getByText('22334455: connected').waitFor();
  await shown(() => state(page, '22334455')).toMatchObject({ state: 'connected' });
  await page.getByRole('button', { name: 'Hold' }).click();
  await page.getByText('22334455: hold').waitFor();
  await page.getByRole('button', { name: 'Hang up', exact: true }).click();
  await page.getByText('0 calls').waitFor();
});
