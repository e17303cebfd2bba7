/** The look of <csta-call>: the page's font and colours, which the page may change by parts and properties. */
const css = `
:host {
  display: inline-flex;
  align-items: baseline;
  flex-wrap: wrap;
  gap: 0 0.5em;
  font: inherit;
}
:host([hidden]) { display: none; }
button {
  display: inline-flex;
  align-items: baseline;
  gap: 0.4em;
  min-block-size: var(--csta-call-size, 0);
  padding: 0.1em 0.6em;
  border: 1px solid var(--csta-call-border, currentColor);
  border-radius: var(--csta-call-radius, 0.4em);
  background: var(--csta-call-background, transparent);
  color: var(--csta-call-color, inherit);
  font: inherit;
  text-align: start;
  cursor: pointer;
}
button:hover { background: var(--csta-call-hover, color-mix(in srgb, currentColor 10%, transparent)); }
button:focus-visible { outline: 2px solid var(--csta-call-focus, currentColor); outline-offset: 2px; }
button[aria-disabled="true"] { border-style: dashed; cursor: not-allowed; }
svg { inline-size: 1em; block-size: 1em; flex: none; align-self: center; }
:host([state="connected"]) svg, :host([state="ringing"]) svg, :host([state="calling"]) svg { rotate: 135deg; }
:host([state="connected"]) button { color: var(--csta-call-connected, inherit); }
:host([state="failed"]) [part="status"] { color: var(--csta-call-failed, inherit); }
[part="status"]:empty, [part="timer"]:empty { display: none; }
[part="timer"] { font-variant-numeric: tabular-nums; }
@media (prefers-reduced-motion: no-preference) {
  svg { transition: rotate 150ms; }
  :host([state="ringing"]) svg { animation: ring 1s ease-in-out infinite; }
  @keyframes ring { 50% { rotate: 115deg; } }
}
@media (forced-colors: active) { button { border-color: ButtonBorder; } }
`;

let sheet: CSSStyleSheet | undefined;

/** One sheet for all buttons of a page. It needs no style-src in the page's policy. */
export function styles(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
