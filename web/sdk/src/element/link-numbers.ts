import { findNumbers } from './find-numbers.ts';

export interface LinkNumbersOptions {
  /** Says which of the numbers that were found are to have a button; all where it is missing. */
  accept?: (number: string) => boolean;
  /** Also looks at what comes to the page later. */
  watch?: boolean;
}

const telLink = 'a[href^="tel:" i]';

/** Where no number is looked for: what is no text for readers, what can be edited, and what says so itself. */
const left =
  'script, style, noscript, textarea, input, select, button, code, pre, svg, csta-call, [contenteditable], [data-no-call]';

/**
 * Turns the phone numbers in a part of a page into <csta-call> buttons: those in its text, and links to "tel:".
 * Text is left alone in what can be edited, in code, and where an attribute data-no-call stands. Gives a
 * function that ends the watching.
 */
export function linkNumbers(
  root: Element,
  { accept = () => true, watch = false }: LinkNumbersOptions = {},
): () => void {
  linkWithin(root, accept);
  if (!watch) return () => undefined;
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes, target } of mutations) {
      const nodes = addedNodes.length > 0 ? [...addedNodes] : [target];
      for (const node of nodes) if (node.isConnected) linkWithin(node, accept);
    }
    // What was just done is no news.
    observer.takeRecords();
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
  };
}

function linkWithin(node: Node, accept: (number: string) => boolean): void {
  const element = node instanceof Element ? node : node.parentElement;
  if (element?.closest(left) !== null) return;
  if (node instanceof Element) {
    if (node.matches(telLink)) linkAnchor(node, accept);
    for (const link of node.querySelectorAll(telLink)) linkAnchor(link, accept);
  }
  for (const text of texts(node)) linkText(text, accept);
}

function texts(node: Node): Text[] {
  const found: Text[] = [];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  if (node instanceof Text) found.push(node);
  while (walker.nextNode() !== null) found.push(walker.currentNode as Text);
  return found.filter((text) => text.parentElement?.closest(`${left}, a`) === null);
}

function linkAnchor(link: Element, accept: (number: string) => boolean): void {
  const number = telNumber(link.getAttribute('href') ?? '');
  if (number === '' || link.closest(left) !== null || !accept(number)) return;
  link.replaceWith(button(number, link.textContent));
}

/** The number of a link (RFC 3966), without what is said of it after a semicolon; '' where it cannot be read. */
function telNumber(href: string): string {
  try {
    return decodeURIComponent(href.replace(/^tel:/i, '').split(';')[0] ?? '').trim();
  } catch {
    return '';
  }
}

function linkText(text: Text, accept: (number: string) => boolean): void {
  const found = findNumbers(text.data).filter(({ number }) => accept(number));
  if (found.length === 0) return;
  const parts: (string | Element)[] = [];
  let at = 0;
  for (const { start, end, number } of found) {
    parts.push(text.data.slice(at, start), button(number, text.data.slice(start, end)));
    at = end;
  }
  text.replaceWith(...parts, text.data.slice(at));
}

function button(number: string, text: string): Element {
  const element = document.createElement('csta-call');
  element.setAttribute('number', number);
  element.textContent = text;
  return element;
}
