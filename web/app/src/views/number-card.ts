import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { DirectoryEntry } from '@cstahub/client';
import { type InboundNumber, type Numbers, isOutdated } from '../model/numbers.ts';
import { RestFailure, type Versioned } from '../model/rest.ts';
import { t } from '../words/language.ts';
import { holidaysAhead, hoursWords, nowWords, placeWords, restExcuse, today } from '../words/numbers.ts';
import { type Excuse, excuse } from '../words/refusals.ts';
import { dateWords } from '../words/week.ts';
import './number-form.ts';
import { base, buttons, fields, panel } from './styles.ts';

/** One number: what becomes of its calls, and the form to change that. Fires "removed". */
@customElement('hub-number-card')
export class NumberCard extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    panel,
    css`
      article {
        padding: var(--space-4);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-3);
        align-items: baseline;
      }

      header button {
        margin-inline-start: auto;
      }

      h2 {
        font: 600 var(--text-large) var(--font-digits);
        letter-spacing: 0;
        text-transform: none;
        color: var(--ink);
        overflow-wrap: anywhere;
      }

      .now {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        margin-block-start: var(--space-2);
      }

      .lamp {
        padding: 0 var(--space-2);
        border-radius: 1rem;
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--on-petrol);
        background: var(--ink-soft);
      }

      .lamp.open {
        background: var(--go);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(6rem, max-content) 1fr;
        gap: var(--space-1) var(--space-4);
        margin-block-start: var(--space-3);
        font-size: var(--text-small);
      }

      dt {
        color: var(--ink-soft);
      }

      .excuse {
        margin-block-start: var(--space-3);
      }

      hub-number-form {
        margin-block-start: var(--space-4);
        padding-block-start: var(--space-4);
        border-block-start: 1px solid var(--line);
      }

      @media (prefers-color-scheme: dark) {
        .lamp:not(.open) {
          color: var(--paper);
        }
      }
    `,
  ];

  @property({ attribute: false }) number!: InboundNumber;
  @property({ attribute: false }) numbers!: Numbers;
  @property({ attribute: false }) devices: readonly DirectoryEntry[] = [];

  /** What the form changes; undefined while it is not shown. */
  @state() private edited: Versioned<InboundNumber> | undefined;
  @state() private busy = false;
  @state() private excuse: Excuse | undefined;

  override render() {
    const { number, devices } = this;
    const words = t().numbers;
    const { state: how = 'open' } = number.now ?? {};
    return html`<article class="sheet" aria-labelledby="number">
      <header>
        <h2 id="number">${number.number}</h2>
        <span>${number.name}</span>
        ${
          this.edited === undefined
            ? html`<button
                id="edit"
                type="button"
                aria-label=${words.change(number.number)}
                aria-disabled=${this.busy ? 'true' : nothing}
                @click=${this.open}
              >
                ${words.edit}
              </button>`
            : nothing
        }
      </header>
      <p class="now">
        <span class="lamp ${how}">${words.states[how]}</span>
        <span>${nowWords(number, devices)}</span>
      </p>
      ${this.edited === undefined ? this.details() : nothing}
      ${
        this.edited === undefined && this.excuse !== undefined
          ? html`<p class="excuse" role="alert">${this.excuse.words}</p>`
          : nothing
      }
      ${
        this.edited === undefined
          ? nothing
          : html`<hub-number-form
              .known=${this.edited.value}
              .devices=${devices}
              .excuse=${this.excuse}
              ?busy=${this.busy}
              @save=${this.save}
              @remove=${this.removeIt}
              @cancel=${this.close}
            ></hub-number-form>`
      }
    </article>`;
  }

  private details() {
    const { hours, priority = 0, device = '' } = this.number;
    const words = t().numbers;
    if (hours === undefined && priority === 0) return nothing;
    const ahead = hours === undefined ? undefined : holidaysAhead(hours, today());
    return html`<dl>
      ${
        hours === undefined
          ? nothing
          : html`<dt>${words.states.open}</dt>
              <dd>
                ${hoursWords(hours).map((line) => html`<div class="digits">${line}</div>`)}
                <div>${device === '' ? words.nowhere : words.goesTo(placeWords(device, this.devices))}</div>
              </dd>
              <dt>${words.states.closed}</dt>
              <dd>${words.goesTo(placeWords(hours.closed, this.devices))}</dd>
              <dt>${words.states.holiday}</dt>
              <dd>
                <div>${words.goesTo(placeWords(hours.holiday ?? hours.closed, this.devices))}</div>
                <div>
                  ${ahead?.next === undefined ? words.noHolidays : words.nextHoliday(dateWords(ahead.next), ahead.count)}
                </div>
              </dd>`
      }
      ${
        priority === 0
          ? nothing
          : html`<dt>${words.priority}</dt>
              <dd>${priority}</dd>`
      }
    </dl>`;
  }

  private open(): void {
    void this.attempt(async () => {
      this.edited = await this.numbers.read(this.number.number);
    });
  }

  private save(event: CustomEvent<InboundNumber>): void {
    void this.attempt(async () => {
      await this.numbers.change(event.detail, this.edited?.version ?? '');
      this.close();
    });
  }

  private removeIt(): void {
    void this.attempt(async () => {
      await this.numbers.remove(this.number.number, this.edited?.version ?? '');
      this.dispatchEvent(new CustomEvent('removed'));
    });
  }

  private close(): void {
    this.edited = undefined;
    this.excuse = undefined;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLButtonElement>('#edit')?.focus();
    });
  }

  /** Does something that the server may refuse. What somebody else has changed is asked for anew. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.excuse = undefined;
    try {
      await work();
    } catch (error) {
      this.excuse = error instanceof RestFailure ? restExcuse(error) : excuse(error);
      if (error instanceof RestFailure && isOutdated(error)) {
        this.edited = undefined;
        await this.numbers.load();
      }
    } finally {
      this.busy = false;
    }
  }
}
