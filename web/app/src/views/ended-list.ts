import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { EndedCall, ServerClock } from '@cstahub/client';
import { t } from '../words/language.ts';
import type { Contacts } from '../model/contacts.ts';
import { type History, timeOf } from '../model/history.ts';
import { endedWords, wasMissed, who } from '../words/calls.ts';
import { language } from '../words/language.ts';
import { moment } from '../words/time.ts';
import { icon } from './icons.ts';
import { base, buttons, panel } from './styles.ts';
import { Watch } from './watch.ts';

/** How many calls are shown at first, and how many more each time one asks for more. */
const atOnce = 8;

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

      li button {
        min-inline-size: 2.25rem;
        color: var(--ink-soft);
      }

      .foot {
        padding: var(--space-2) var(--space-4);
        color: var(--ink-soft);
        text-align: center;
      }

      ul + .foot {
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) history!: History;
  @property({ attribute: false }) clock!: ServerClock;
  /** Who has which number. */
  @property({ attribute: false }) contacts!: Contacts;

  @state() private shown = atOnce;

  constructor() {
    super();
    new Watch(this, () => this.history);
    new Watch(this, () => this.contacts);
  }

  override render() {
    const calls = this.history.calls.slice(0, this.shown);
    return html`<section aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${t().history.heading}</h2>
      <div class="sheet">
        ${
          calls.length === 0
            ? nothing
            : html`<ul aria-labelledby="heading">
                ${repeat(
                  calls,
                  (end) => end.call.id,
                  (end) => this.item(end),
                )}
              </ul>`
        }
        ${this.foot(calls.length)}
      </div>
    </section>`;
  }

  /** What there is besides: earlier calls, or the reason why there are none. */
  private foot(shown: number) {
    const words = t().history;
    const { records, calls } = this.history;
    if (shown < calls.length) return this.footButton(words.more, this.showMore);
    switch (records) {
      case 'asking':
        return html`<p class="foot" role="status">${words.asking}</p>`;
      case 'more':
        return this.footButton(words.more, this.showMore);
      case 'failed':
        return html`<p class="foot" role="status">${words.failed}</p>
          ${this.footButton(words.tryAgain, () => void this.history.more())}`;
      case 'all':
        return shown === 0 ? html`<p class="foot">${words.none}</p>` : nothing;
    }
  }

  private footButton(label: string, press: () => void) {
    return html`<p class="foot"><button type="button" class="plain" @click=${press}>${label}</button></p>`;
  }

  private readonly showMore = (): void => {
    this.shown += atOnce;
    if (this.shown > this.history.calls.length) void this.history.more();
  };

  private item(end: EndedCall) {
    const { number, name: told = this.contacts.nameOf(number) } = end.call;
    const name = who({ name: told, number });
    const at = timeOf(end);
    return html`<li class=${wasMissed(end) ? 'missed' : ''}>
      ${icon(end.call.direction)}
      <div>
        <p class="name">${name}</p>
        <p class="outcome">${endedWords(end)}</p>
      </div>
      ${
        at === undefined
          ? html`<span></span>`
          : html`<time class="digits" datetime=${new Date(at).toISOString()}
              >${moment(at, this.clock.now(), language.code)}</time
            >`
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
