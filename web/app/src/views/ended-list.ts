import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { EndedCall } from '@cstahub/client';
import { t } from '../words/language.ts';
import type { History } from '../model/history.ts';
import { endedWords, wasMissed, who } from '../words/calls.ts';
import { timeOfDay } from '../words/time.ts';
import { icon } from './icons.ts';
import { base, buttons, panel } from './styles.ts';
import { Watch } from './watch.ts';

/** The latest calls that are over, and what became of them. Fires "redial" with a number. */
@customElement('hub-ended-list')
export class EndedList extends LitElement {
  static override styles = [
    base,
    buttons,
    panel,
    css`
      h2 {
        margin-block-end: var(--space-2);
      }

      li {
        display: grid;
        grid-template-columns: auto 1fr auto auto auto;
        gap: 0 var(--space-2);
        align-items: center;
        padding: var(--space-1) var(--space-2) var(--space-1) var(--space-4);
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }

      li > .icon {
        color: var(--ink-soft);
      }

      .missed > .icon,
      .missed .outcome {
        color: var(--lamp-failed-ink);
      }

      .missed .outcome {
        font-weight: 600;
      }

      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .outcome,
      time {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      button {
        min-inline-size: 2rem;
        color: var(--ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) history!: History;
  /** How many are shown. */
  @property({ type: Number }) most = 8;

  constructor() {
    super();
    new Watch(this, () => this.history);
  }

  override render() {
    const calls = this.history.calls.slice(0, this.most);
    if (calls.length === 0) return nothing;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t().history.heading}</h2>
      <ul class="sheet">
        ${repeat(
          calls,
          (end) => end.call.id,
          (end) => this.item(end),
        )}
      </ul>
    </section>`;
  }

  private item(end: EndedCall) {
    const name = who(end.call);
    return html`<li class=${wasMissed(end) ? 'missed' : ''}>
      ${icon(end.call.direction)}
      <div>
        <p class="name">${name}</p>
        <p class="outcome">${endedWords(end)}</p>
      </div>
      ${
        end.at === undefined
          ? html`<span></span>`
          : html`<time class="digits" datetime=${new Date(end.at).toISOString()}>${timeOfDay(end.at)}</time>`
      }
      ${
        end.call.number === ''
          ? html`<span></span>`
          : html`<button
              type="button"
              class="plain"
              aria-label=${t().history.again(name)}
              @click=${() => this.dispatchEvent(new CustomEvent<string>('redial', { detail: end.call.number }))}
            >
              ${icon('answer')}
            </button>`
      }
      <button
        type="button"
        class="plain"
        aria-label=${t().history.remove(name)}
        @click=${() => {
          this.history.remove(end.call.id);
        }}
      >
        ${icon('close')}
      </button>
    </li>`;
  }
}
