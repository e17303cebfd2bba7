import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Tab } from './tab.ts';

const sizes = { laptop: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } };
const wall = { width: 3840, height: 2160 };
const schemes = ['light', 'dark'] as const;

/** Where pictures of the states are written to; none are without it. */
const folder = process.env.CSTAHUB_SCREENSHOTS ?? '';

/**
 * Looks at a state of the page as everybody may see it, light and dark, large and small: axe must find nothing
 * wrong, nothing may be wider than the screen, and a picture is taken where pictures are wanted.
 */
export async function look(tab: Tab, state: string): Promise<void> {
  const { page } = tab;
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      // In the dark nothing but the colours is different; that this is so is looked at in one size.
      const found = await page.evaluate(
        check,
        scheme === 'dark' && size === 'phone' ? ['color-contrast'] : [],
      );
      expect({ state, size, scheme, ...found }).toEqual({ state, size, scheme, violations: [], overflow: 0 });
      if (folder !== '') {
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${state}-${size}-${scheme}.png`) });
      }
    }
    if (folder !== '') await inDanish(page, join(folder, `${state}-${size}-danish.png`));
  }
  if (folder !== '') {
    await page.setViewportSize(wall);
    await page.screenshot({ path: join(folder, `${state}-wall-dark.png`) });
  }
  await page.setViewportSize(sizes.laptop);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** Takes a picture in the other language, which may have longer words; nothing else of the state is changed. */
async function inDanish(page: Page, path: string): Promise<void> {
  const choice = page.locator('hub-language-choice select');
  if ((await choice.count()) === 0) return;
  const before = await choice.inputValue();
  for (const language of ['da', before]) {
    await choice.evaluate((select: HTMLSelectElement, code) => {
      select.value = code;
      select.dispatchEvent(new Event('change'));
    }, language);
    if (language === 'da') await page.screenshot({ path });
  }
}

/** Runs in the page: all rules, or those that are named. */
async function check(rules: string[]): Promise<{ violations: string[]; overflow: number }> {
  const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
  const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const result = await inPage.run(document, {
    runOnly: rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: all },
    resultTypes: ['violations'],
  });
  const root = document.documentElement;
  return {
    violations: result.violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary ?? ''}`),
    ),
    overflow: Math.max(0, root.scrollWidth - root.clientWidth),
  };
}
