import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { t } from '../words/language.ts';
import { type LogEntry, type MessageLog, keepEntries } from '../model/log.ts';
import { messageWords } from '../words/messages.ts';
import { timeOfDay } from '../words/time.ts';
import { icon } from './icons.ts';
import { base, buttons, panel } from './styles.ts';
import { Watch } from './watch.ts';

/** The messages from the server as they arrive, for those who want to know; closed until one opens it. */
@customElement('hub-message-list')
export class MessageList extends LitElement {
  static override styles = [
    base,
    buttons,
    panel,
    css`
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-block-size: 2rem;
        margin-block-end: var(--space-2);
      }

      h2 button.plain {
        margin-inline-start: calc(-1 * var(--space-2));
        color: inherit;
        font-size: inherit;
        font-weight: inherit;
        letter-spacing: inherit;
        text-transform: inherit;
      }

      h2 .icon {
        transition: rotate 120ms;
      }

      [aria-expanded='true'] .icon {
        rotate: 90deg;
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }

      summary {
        display: grid;
        grid-template-columns: auto 4.75rem 1fr;
        gap: 0 var(--space-2);
        align-items: baseline;
        padding: var(--space-2) var(--space-3);
        cursor: pointer;
        list-style: none;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary:hover {
        background: var(--sheet-sunk);
      }

      summary:focus-visible {
        outline-offset: -2px;
      }

      summary .icon {
        align-self: center;
        inline-size: 0.8em;
        block-size: 0.8em;
        color: var(--ink-soft);
        transition: rotate 120ms;
      }

      details[open] summary .icon {
        rotate: 90deg;
      }

      time {
        color: var(--ink-soft);
        font-family: var(--font-digits);
        font-size: var(--text-small);
      }

      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .words {
        grid-column: 2 / -1;
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }

      pre {
        max-block-size: 24rem;
        margin: 0;
        padding: var(--space-3) var(--space-4);
        overflow: auto;
        border-block-start: 1px solid var(--line);
        background: var(--sheet-sunk);
        font: var(--text-small) / 1.5 var(--font-digits);
        tab-size: 2;
      }

      pre:focus-visible {
        outline-offset: -2px;
      }

      .none {
        padding: var(--space-4);
        color: var(--ink-soft);
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) log!: MessageLog;

  @state() private open = false;

  constructor() {
    super();
    // Whoever has it closed need not pay for it.
    new Watch(this, () => (this.open ? this.log : undefined));
  }

  override render() {
    const { entries } = this.log;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">
          <button
            type="button"
            class="plain"
            aria-expanded=${this.open ? 'true' : 'false'}
            @click=${() => {
              this.open = !this.open;
            }}
          >
            ${icon('chevron')} ${t().events.heading}
          </button>
        </h2>
        <button
          type="button"
          class="plain"
          ?hidden=${!this.open || entries.length === 0}
          @click=${() => {
            this.log.clear();
          }}
        >
          ${t().events.clear}<span class="unseen"> ${t().events.clearWhat}</span>
        </button>
      </header>
      ${this.open ? html`<div class="sheet">${this.list(entries)}</div>` : nothing}
    </section>`;
  }

  private list(entries: readonly LogEntry[]) {
    if (entries.length === 0) return html`<p class="none">${t().events.none}</p>`;
    return html`<ol aria-label=${t().events.latest(keepEntries)}>
      ${repeat(
        entries,
        (entry) => entry.id,
        (entry) => html`<li>${this.entry(entry)}</li>`,
      )}
    </ol>`;
  }

  private entry(entry: LogEntry) {
    return html`<details>
      <summary>
        ${icon('chevron')}
        <time datetime=${new Date(entry.time).toISOString()}>${timeOfDay(entry.time)}</time>
        <span class="name">${entry.name}</span>
        <span class="words">${messageWords(entry)}</span>
      </summary>
      <pre tabindex="0" role="region" aria-label=${t().events.asJson(entry.name)}>
${JSON.stringify(entry.message, null, 2)}</pre>
    </details>`;
  }
}
