// <csta-call> in pages of other origins, against the real server: the examples, as they are shipped.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

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
      const site = await Site.open(resolve(examples, folder), server.origin);
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
  expect(await button.getAttribute('title')).toBe('There is no telephone to call from');
});

/** The page of the SDK's README, as it stands there but for what is changed. */
async function readmePage(change: (html: string) => string = (html) => html): Promise<string> {
  const readme = await readFile(join(import.meta.dirname, '../sdk/README.md'), 'utf8');
  const snippet = /```html\n(.*?)```/s.exec(readme)?.[1];
  if (snippet === undefined) throw new Error('the README has no page');
  const folder = await mkdtemp(join(tmpdir(), 'cstahub-page-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'index.html'), `<!doctype html>\n${change(snippet)}`);
  return folder;
}

test('the page of the README calls, also when a program presses the button', async ({ site }) => {
  const { page } = await site(await readmePage());
  const number = '+45 22 33 44 55';
  await shown(() => state(page, number)).toEqual({ state: 'idle', words: '' });
  const click = () =>
    page.locator('csta-call').evaluate((element: HTMLElement) => {
      element.click();
    });
  await click();
  await shown(() => state(page, number)).toEqual({ state: 'connected', words: 'Connected' });
  await click();
  await shown(() => state(page, number)).toEqual({ state: 'ended', words: 'Ended' });
});

test.for<[what: string, change: (html: string) => string, words: string, complaint?: RegExp]>([
  [
    'a telephone that there is not',
    (html) => html.replace("'200'", "'999'"),
    'Telephone 999 cannot be used: no device "999" in this tenant',
  ],
  [
    'the telephone of somebody else',
    (html) => html.replace("'200'", "'201'"),
    'Telephone 201 cannot be used: ',
  ],
  [
    'a wrong password',
    (html) => html.replace("'demo'", "'wrong'"),
    'Not logged in: the login is wrong, or has ended',
    /status of 401/,
  ],
  ['a button without a number', (html) => html.replace(/ number=".*?"/, ''), 'There is no number to call'],
  [
    'a server that is away',
    (html) => html.replace(/(const server = 'http:..127.0.0.1:).*?'/, "$19'"),
    'No connection: cannot reach http://127.0.0.1:9: is it running, and does it allow the origin http://localhost:',
    /net::ERR/,
  ],
])(
  '%s is named beside the button, in its title and in the console',
  async ([, change, words, complaint], { site }) => {
    const tab = await site(await readmePage(change));
    tab.expectComplaint(/^warning: csta-call: /);
    if (complaint !== undefined) tab.expectComplaint(complaint);
    await hindered(tab, words);
  },
);

test('a page from a file is told what lets an origin in', async ({ open, server }) => {
  const tab = await open();
  tab.expectComplaint(/^warning: csta-call: |CORS policy|net::ERR_FAILED/);
  const folder = await readmePage((html) => html.replaceAll('http://127.0.0.1:8080', server.origin));
  await tab.page.goto(`file://${folder}/index.html`);
  await hindered(
    tab,
    `No connection: cannot reach ${server.origin}: is it running, and does it allow the origin null`,
  );
});

/** Waits until a button says why it cannot call. */
async function hindered({ page }: Tab, words: string): Promise<void> {
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  const url = page.url();
  await page.goto('about:blank');
  warnings.length = 0;
  await page.goto(url);
  const said = () =>
    page
      .locator('csta-call')
      .evaluate(({ shadowRoot: root }) => [
        root?.querySelector('[part=status]')?.textContent,
        root?.querySelector('button')?.title,
      ]);
  await shown(said).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
  expect(warnings.filter((text) => text.includes(`csta-call: ${words}`))).toHaveLength(1);
}

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
