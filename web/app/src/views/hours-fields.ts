import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

import { type Flaw, type NumberDraft, usualOpening } from '../model/number-draft.ts';
import type { Opening } from '../model/numbers.ts';
import { t } from '../words/language.ts';
import { dateWords, dayName, weekdays } from '../words/week.ts';
import { icon } from './icons.ts';
import { base, buttons, fields } from './styles.ts';

/** When a number is open. Fires "edit" with what is different in the draft. */
@customElement('hub-hours-fields')
export class HoursFields extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }

      fieldset {
        display: grid;
        gap: var(--space-2);
        min-inline-size: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-block-end: var(--space-1);
        font-weight: 600;
      }

      .opening {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        align-items: center;
        padding-block-end: var(--space-2);
        border-block-end: 1px solid var(--line);
      }

      .days {
        display: flex;
        gap: 2px;
      }

      .days label {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 2.5rem;
        block-size: var(--control);
        border: 1px solid var(--line-strong);
        font-size: var(--text-small);
        cursor: pointer;
      }

      .days label:first-child {
        border-start-start-radius: var(--radius-small);
        border-end-start-radius: var(--radius-small);
      }

      .days label:last-child {
        border-start-end-radius: var(--radius-small);
        border-end-end-radius: var(--radius-small);
      }

      .days label:has(:checked) {
        border-color: var(--petrol);
        background: var(--petrol);
        color: var(--on-petrol);
      }

      .days label:has(:focus-visible) {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
        z-index: 1;
      }

      .days input {
        position: absolute;
        opacity: 0;
      }

      input[type='time'] {
        inline-size: 8.75rem;
      }

      .holidays {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .holidays li {
        display: flex;
        align-items: center;
        padding-inline-start: var(--space-3);
        border-radius: var(--radius-small);
        background: var(--sheet-sunk);
      }

      .add {
        display: flex;
        gap: var(--space-2);
      }

      .add input {
        inline-size: 11rem;
      }

      .add > button,
      fieldset > button {
        justify-self: start;
      }

      @media (max-width: 30rem) {
        .days label {
          inline-size: 2.2rem;
        }

        input[type='time'] {
          inline-size: 6.75rem;
        }

        input[type='time']::-webkit-calendar-picker-indicator {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) draft!: NumberDraft;
  @property({ attribute: false }) flaw: Flaw | undefined;

  @query('#holiday') private readonly holiday!: HTMLInputElement | null;

  override render() {
    const words = t().numbers;
    const { open, holidays } = this.draft;
    return html`
      <fieldset>
        <legend>${words.openAt}</legend>
        ${open.length === 0 ? html`<p>${words.neverOpen}</p>` : nothing}
        ${open.map((opening, i) => this.opening(opening, i))}
        <button
          type="button"
          @click=${() => {
            this.edit({ open: [...open, usualOpening] });
          }}
        >
          ${words.addTimes}
        </button>
      </fieldset>
      <fieldset>
        <legend>${words.holidays}</legend>
        ${
          holidays.length === 0
            ? nothing
            : html`<ul class="holidays">
                ${holidays.map(
                  (date) =>
                    html`<li class="digits">
                      ${dateWords(date)}
                      <button
                        type="button"
                        class="plain"
                        aria-label=${words.removeHoliday(dateWords(date))}
                        @click=${() => {
                          this.edit({ holidays: holidays.filter((other) => other !== date) });
                        }}
                      >
                        ${icon('close')}
                      </button>
                    </li>`,
                )}
              </ul>`
        }
        <div class="add">
          <input id="holiday" type="date" aria-label=${words.newHoliday} @keydown=${this.typed} />
          <button type="button" @click=${this.addHoliday}>${words.addHoliday}</button>
        </div>
      </fieldset>
    `;
  }

  private opening({ days, from, to }: Opening, i: number) {
    const words = t().numbers;
    const change = (part: Partial<Opening>) => {
      this.edit({ open: this.draft.open.map((other, j) => (i === j ? { ...other, ...part } : other)) });
    };
    return html`<div class="opening" role="group" aria-label=${words.times(i + 1)}>
      <div class="days">
        ${weekdays.map(
          (day) =>
            html`<label
              ><input
                type="checkbox"
                aria-label=${dayName(day, 'long')}
                aria-invalid=${this.flaw === 'days' && days.length === 0 ? 'true' : nothing}
                .checked=${days.includes(day)}
                @change=${() => {
                  change({
                    days: days.includes(day) ? days.filter((d) => d !== day) : [...days, day].sort(),
                  });
                }}
              /><span aria-hidden="true">${dayName(day, 'short')}</span></label
            >`,
        )}
      </div>
      <input
        type="time"
        aria-label=${words.from}
        .value=${from}
        @change=${(event: Event) => {
          change({ from: (event.target as HTMLInputElement).value });
        }}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        aria-label=${words.to}
        .value=${to}
        @change=${(event: Event) => {
          change({ to: (event.target as HTMLInputElement).value });
        }}
      />
      <button
        type="button"
        class="plain"
        aria-label=${words.removeTimes(i + 1)}
        @click=${() => {
          this.edit({ open: this.draft.open.filter((_, j) => i !== j) });
        }}
      >
        ${icon('close')}
      </button>
    </div>`;
  }

  /** Enter in the field adds the day, and does not send the form. */
  private typed(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.addHoliday();
  }

  /** Adds the day that stands in the field, if one does. */
  takeHoliday(): void {
    const date = this.holiday?.value ?? '';
    if (this.holiday === null || date === '') return;
    this.holiday.value = '';
    this.edit({ holidays: [...new Set([...this.draft.holidays, date])].sort() });
  }

  private addHoliday(): void {
    this.takeHoliday();
    this.holiday?.focus();
  }

  private edit(part: Partial<NumberDraft>): void {
    this.dispatchEvent(new CustomEvent('edit', { detail: part }));
  }
}
