import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { t } from '../words/language.ts';
import { type LogEntry, type MessageLog, keepEntries } from '../model/log.ts';
import { messageWords } from '../words/messages.ts';
import { timeOfDay } from '../words/time.ts';
import { icon } from './icons.ts';
import { base, buttons, panel } from './styles.ts';
import { Watch } from './watch.ts';

/** The messages from the server as they arrive. */
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

      li + li {
        border-block-start: 1px solid var(--line);
      }

      summary {
        display: grid;
        grid-template-columns: auto 4.75rem 12.5rem 1fr;
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

      @media (max-width: 40rem) {
        summary {
          grid-template-columns: auto 4.75rem 1fr;
        }

        .words {
          grid-column: 2 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) log!: MessageLog;

  constructor() {
    super();
    new Watch(this, () => this.log);
  }

  override render() {
    const { entries } = this.log;
    return html`<section aria-labelledby="heading">
      <header>
        <h2 id="heading">${t().events.heading}</h2>
        <button
          type="button"
          class="plain"
          ?hidden=${entries.length === 0}
          @click=${() => {
            this.log.clear();
          }}
        >
          ${t().events.clear}<span class="unseen"> ${t().events.clearWhat}</span>
        </button>
      </header>
      <div class="sheet">
        ${
          entries.length === 0
            ? html`<p class="none">${t().events.none}</p>`
            : html`<ol aria-label=${t().events.latest(keepEntries)}>
                ${repeat(
                  entries,
                  (entry) => entry.id,
                  (entry) => html`<li>${this.entry(entry)}</li>`,
                )}
              </ol>`
        }
      </div>
    </section>`;
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
