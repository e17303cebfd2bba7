// The page by keyboard alone: nothing is clicked, and nothing is given the focus from outside.
import { expect } from 'vitest';

import type { Tab } from './tab.ts';

/** What has the focus, by its role and name, and whether that can be seen. */
export async function focus(tab: Tab): Promise<{ name: string; visible: boolean }> {
  return tab.page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!(element instanceof HTMLElement)) return { name: 'nothing', visible: false };
    const root = element.getRootNode() as ShadowRoot;
    const label = element.id === '' ? null : root.querySelector(`label[for="${element.id}"]`);
    const name =
      element.getAttribute('aria-label') ??
      label?.textContent ??
      element.closest('label')?.textContent ??
      element.textContent;
    const style = getComputedStyle(element);
    return {
      name: name.replace(/\s+/g, ' ').trim(),
      visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
  });
}

/** Presses keys, and says what has the focus then; it must be seen. */
export async function keys(tab: Tab, ...pressed: string[]): Promise<string> {
  for (const key of pressed) await tab.page.keyboard.press(key);
  const { name, visible } = await focus(tab);
  expect({ name, visible }).toEqual({ name, visible: true });
  return name;
}

/** How many steps the way to anything on the page may take. */
const farthest = 80;

/** Goes on from where the focus is, key by key, until it is on something of a name; it must be seen there. */
export async function goTo(tab: Tab, name: RegExp | string, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < farthest; i++) {
    const at = await focus(tab);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) {
      expect(at).toEqual({ name: at.name, visible: true });
      return;
    }
    passed.push(at.name);
    await tab.page.keyboard.press(key);
  }
  throw new Error(`no ${String(name)} within ${farthest} steps: ${passed.join(' | ')}`);
}

/** Goes to a button, and presses it. */
export async function press(tab: Tab, name: RegExp | string, key = 'Enter'): Promise<void> {
  await goTo(tab, name);
  await tab.page.keyboard.press(key);
}

/** Goes to a field, and types in place of what stands there. */
export async function type(tab: Tab, field: RegExp | string, text: string): Promise<void> {
  await goTo(tab, field);
  await tab.page.keyboard.press('Control+A');
  await tab.page.keyboard.type(text);
}
