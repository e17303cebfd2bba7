// Takes the picture for the README: CSTAHUB_PICTURE names the file to write. Without it there is nothing to do.
import { writeFile } from 'node:fs/promises';

import { expect } from 'vitest';

import { test } from './src/test.ts';

const file = process.env.CSTAHUB_PICTURE ?? '';
const size = { width: 640, height: 700 };

test.runIf(file !== '')('two phones in a call', async ({ open, browser }) => {
  const sharp = { deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
  const alice = await (await open(await browser.newContext(sharp))).logIn('alice@demo');
  const bob = await (
    await open(await browser.newContext({ ...sharp, colorScheme: 'dark' }))
  ).logIn('bob@demo');
  await alice.dial('299');
  await expect.poll(() => alice.calls()).toEqual(['299: No such number [Hang up]']);
  await alice.press('Hang up');
  await alice.dial('201');
  await bob.press('Answer');
  await expect.poll(() => bob.page.getByRole('timer').textContent(), { timeout: 60_000 }).toBe('0:12');
  const pictures = [];
  for (const { page } of [alice, bob]) {
    await page.setViewportSize(size);
    await page.mouse.move(0, 0);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    const picture = await page.screenshot();
    pictures.push(`<img src="data:image/png;base64,${picture.toString('base64')}" alt="" />`);
  }
  const page = await browser.newPage({
    viewport: { width: 2 * size.width, height: size.height },
    deviceScaleFactor: 2,
  });
  await page.setContent(
    `<style>body { margin: 0; display: flex } img { width: 50% }</style>${pictures.join('')}`,
  );
  await writeFile(file, await page.screenshot());
  await page.close();
});
