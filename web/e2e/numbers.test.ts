// The page on which an operator says where calls from outside go.
import { expect } from 'vitest';

import { focus } from './src/keys.ts';
import { look } from './src/look.ts';
import { type Tab, serverAway } from './src/tab.ts';
import { test } from './src/test.ts';

const shown = expect.poll;

/** The numbers as the page shows them, such as "12345678 Support: Open, Calls go to Customer Support (400)". */
function numbers({ page }: Tab): Promise<string[]> {
  return page.locator('hub-number-card').evaluateAll((cards) =>
    cards.map((card) => {
      const text = (selector: string) =>
        (card.shadowRoot?.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
      return `${text('h2')} ${text('header > span')}: ${text('.lamp')}, ${text('.now > :last-child')}`;
    }),
  );
}

const main = '12345678 Customer Support: Open, Calls go to Customer Support (400)';

/** The operator, who has no telephone, at the page. */
async function atNumbers(tab: Tab): Promise<Tab> {
  await (await tab.visit()).enter('admin@demo');
  await tab.page.getByRole('link', { name: 'Numbers' }).click();
  await tab.page.getByRole('heading', { name: 'Numbers', level: 1 }).waitFor();
  return tab;
}

test('an operator adds a number, gives it hours, and removes it', async ({ open }) => {
  const admin = await atNumbers(await open());
  const { page } = admin;
  expect(await page.title()).toBe('Numbers – cstahub');
  await shown(() => numbers(admin)).toEqual([
    '12345200 Direct: Open, Calls go to Alice Andersen (200)',
    '12345201 Direct: Open, Calls go to Bob Berg (201)',
    '12345202 Direct: Open, Calls go to Carol Christensen (202)',
    '12345203 Direct: Open, Calls go to Dave Dahl (203)',
    main,
  ]);
  await look(admin, 'numbers');

  await page.getByRole('button', { name: 'Add a number' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Digits, with a + in front where it is needed.').waitFor();
  await page.getByLabel('Number', { exact: true }).fill('+45 33 44 55 66');
  await page.getByLabel('Name').fill('<b>Sales</b> & more');
  await page.getByLabel('Calls go to').fill('201');
  await page.getByRole('switch', { name: 'Open at certain times only' }).click();
  // A day that is always near keeps the test true on every day of the year.
  for (const day of ['Saturday', 'Sunday']) await page.getByRole('checkbox', { name: day }).check();
  await page.getByLabel('From').fill('00:00');
  await page.getByLabel('To', { exact: true }).fill('00:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Say where calls go when it is closed.').waitFor();
  await page.getByLabel('When closed, calls go to').fill('202');
  await page.getByLabel('New holiday').fill('2199-12-24');
  await page.getByLabel('New holiday').press('Enter');
  await page.getByText('Dec 24, 2199').waitFor();
  await look(admin, 'numbers-form');
  await page.getByRole('button', { name: 'Save' }).click();
  const sales = '+4533445566 <b>Sales</b> & more: Open, Calls go to Bob Berg (201)';
  await shown(() => numbers(admin)).toContain(sales);
  await page.getByText('Mon – Sun 00:00–24:00').waitFor();
  await page.getByText('On Dec 24, 2199.').waitFor();
  await look(admin, 'numbers-hours');

  // Without any time it is closed, and a caller is sent where the page says.
  await page.getByRole('button', { name: 'Change +4533445566' }).click();
  await page.getByRole('button', { name: 'Remove times 1' }).click();
  // A day that stands in the field is meant, although it was not added by its button.
  await page.getByLabel('New holiday').fill('2199-12-25');
  await page.getByRole('button', { name: 'Save' }).click();
  await shown(() => numbers(admin)).toContain(
    '+4533445566 <b>Sales</b> & more: Closed, Calls go to Carol Christensen (202)',
  );

  await page.getByText('Next on Dec 24, 2199, 2 ahead.').waitFor();

  await page.getByRole('button', { name: 'Change +4533445566' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Really remove?' }).click();
  await shown(() => numbers(admin)).toHaveLength(5);
  await shown(async () => (await focus(admin)).name).toBe('Add a number');
});

test('two operators do not undo what the other did', async ({ open }) => {
  const one = await atNumbers(await open());
  const other = await atNumbers(await open());
  for (const { page } of [one, other]) await page.getByRole('button', { name: 'Change 12345678' }).click();
  await one.page.getByLabel('Name').fill('Front desk');
  await one.page.getByRole('button', { name: 'Save' }).click();
  await shown(() => numbers(one)).toContain('12345678 Front desk: Open, Calls go to Customer Support (400)');
  other.expectComplaint(/status of 412/);
  await other.page.getByLabel('Calls go to').fill('200');
  await other.page.getByRole('button', { name: 'Save' }).click();
  await other.page.getByText('Somebody has changed this number meanwhile.').waitFor();
  expect(await numbers(other)).toContain('12345678 Front desk: Open, Calls go to Customer Support (400)');
  await look(other, 'numbers-changed');
});

test('by keyboard alone, and refusals are told', async ({ open, server }) => {
  const admin = await atNumbers(await open());
  const { page } = admin;
  await page.getByRole('button', { name: 'Add a number' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('12345678');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Twice');
  admin.expectComplaint(/status of 409/);
  await page.keyboard.press('Enter');
  await page.getByText('There is such a number already.').waitFor();
  await look(admin, 'numbers-refused');

  admin.expectComplaint(serverAway);
  await server.kill();
  await page.keyboard.press('Enter');
  await page.getByText('The server cannot be reached. Nothing was changed; try again in a moment.').waitFor();
  await look(admin, 'numbers-away');
  await page.keyboard.press('Escape');
  await shown(() =>
    page.evaluate(() => document.querySelector('hub-app')?.shadowRoot?.activeElement?.tagName.toLowerCase()),
  ).toBe('hub-numbers');
  expect(await numbers(admin)).toContain(main);
  await server.restart();
});

test('one who does not administer sees no way there, and is told so', async ({ as, server }) => {
  const erin = await as('erin');
  expect(await erin.page.getByRole('link', { name: 'Numbers' }).count()).toBe(0);
  erin.expectComplaint(/status of 403/);
  await erin.page.goto(`${server.origin}/numbers`);
  await erin.page.getByText('You are not allowed to do this.').waitFor();
  expect(await erin.page.getByRole('button', { name: 'Try now' }).count()).toBe(0);
  await look(erin, 'numbers-forbidden');
});
