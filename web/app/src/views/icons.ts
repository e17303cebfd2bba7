// The symbols, drawn for a grid of 24. They are decoration: what they stand for is said in words beside them.
import { type SVGTemplateResult, type TemplateResult, html, svg } from 'lit';

const handset = svg`<path d="M6.2 3.5h2.5a1 1 0 0 1 1 .8l.7 3.1a1 1 0 0 1-.4 1l-1.7 1.3a12.4 12.4 0 0 0 6 6l1.3-1.7a1 1 0 0 1 1-.4l3.1.7a1 1 0 0 1 .8 1v2.5a1.7 1.7 0 0 1-1.9 1.7A16.6 16.6 0 0 1 4.5 5.4a1.7 1.7 0 0 1 1.7-1.9z"/>`;

const shapes = {
  answer: handset,
  hangUp: svg`<path d="M3.5 14.8c-.9-.9-.9-2.3 0-3.2 4.7-4.3 12.3-4.3 17 0 .9.9.9 2.3 0 3.2l-1.1 1.1a1 1 0 0 1-1.2.2l-2.7-1.4a1 1 0 0 1-.5-.9v-1.9a9.5 9.5 0 0 0-6 0v1.9a1 1 0 0 1-.5.9l-2.7 1.4a1 1 0 0 1-1.2-.2z"/>`,
  hold: svg`<path d="M9 5.5v13M15 5.5v13"/>`,
  retrieve: svg`<path d="M8 5.5v13l10.5-6.5z"/>`,
  incoming: svg`<path d="M18.5 5.5 6 18M6 9v9h9"/>`,
  outgoing: svg`<path d="M5.5 18.5 18 6M9 6h9v9"/>`,
  failed: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5v5.5M12 16.2v.3"/>`,
  calling: svg`<path d="M4.5 12h.01M12 12h.01M19.5 12h.01" stroke-width="3.5"/>`,
  talking: svg`<path d="M4.5 10v4M9.5 6v12M14.5 8.5v7M19.5 10.5v3"/>`,
  close: svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`,
  logOut: svg`<path d="M10 4.5H6a1.5 1.5 0 0 0-1.5 1.5v12A1.5 1.5 0 0 0 6 19.5h4M15 8l4 4-4 4M19 12H9.5"/>`,
  transfer: svg`<path d="M4 9h13M13 4.5 17.5 9 13 13.5M20 15v4.5H4"/>`,
  swap: svg`<path d="M4 8.5h15M15.5 5 19 8.5 15.5 12M20 15.5H5M8.5 12 5 15.5 8.5 19"/>`,
  back: svg`<path d="M9 5 4.5 9.5 9 14M4.5 9.5H14a5 5 0 0 1 0 10h-3"/>`,
  conference: svg`<circle cx="12" cy="7.5" r="3"/><circle cx="5.5" cy="16.5" r="2.5"/><circle cx="18.5" cy="16.5" r="2.5"/><path d="M10.5 10.3 7 14.4M13.5 10.3l3.5 4.1M8.2 16.5h7.6"/>`,
  keypad: svg`<path d="M6 6h.01M12 6h.01M18 6h.01M6 12h.01M12 12h.01M18 12h.01M6 18h.01M12 18h.01M18 18h.01" stroke-width="3.2"/>`,
  bell: svg`<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"/>`,
  globe: svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17"/>`,
  board: svg`<path d="M4 5h16v11H4zM9 20h6M12 16v4M8 12.5v-2M12 12.5v-4M16 12.5V11"/>`,
  numbers: svg`<path d="M10 4 8 20M16 4l-2 16M4.5 9h16M3.5 15h16"/>`,
  chevron: svg`<path d="M9 5.5 15.5 12 9 18.5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

export function icon(name: IconName): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shapes[name]}
  </svg>`;
}

/** Our mark: two ends of a line, and the hub between them. */
export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <g fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round">
      <path d="M12.2 6.6a10.4 10.4 0 0 0 0 18.8" />
      <path d="M19.8 6.6a10.4 10.4 0 0 1 0 18.8" />
    </g>
    <circle class="mark-hub" cx="16" cy="16" r="3.8" />
  </svg>`;
}
