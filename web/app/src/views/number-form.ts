import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { DirectoryEntry } from '@cstahub/client';
import { type Flaw, type NumberDraft, draftOf, flawOf, numberOf } from '../model/number-draft.ts';
import type { InboundNumber } from '../model/numbers.ts';
import { t } from '../words/language.ts';
import { deviceWords } from '../words/numbers.ts';
import type { Excuse } from '../words/refusals.ts';
import type { HoursFields } from './hours-fields.ts';
import './hours-fields.ts';
import { base, buttons, fields } from './styles.ts';
import { toggle, toggles } from './switch.ts';

/**
 * What a number is for, and where its calls go. Fires "save" with the number that the fields describe, "remove",
 * and "cancel".
 */
@customElement('hub-number-form')
export class NumberForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    toggles,
    css`
      form {
        display: grid;
        gap: var(--space-4);
      }

      .row {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: var(--space-3) var(--space-4);
      }

      .row label {
        display: block;
        margin-block-end: var(--space-1);
      }

      .row small {
        display: block;
        margin-block-start: var(--space-1);
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .ends {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .ends .last {
        margin-inline-start: auto;
      }

      [aria-invalid] {
        border-color: var(--lamp-failed);
      }

      .flaw {
        color: var(--lamp-failed-ink);
        font-size: var(--text-small);
      }

      datalist {
        display: none;
      }
    `,
  ];

  /** What is changed; undefined for a new one. */
  @property({ attribute: false }) known: InboundNumber | undefined;
  /** Where calls could go. */
  @property({ attribute: false }) devices: readonly DirectoryEntry[] = [];
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) excuse: Excuse | undefined;

  @state() private draft: NumberDraft = draftOf(undefined, 'UTC');
  @state() private flaw: Flaw | undefined;
  /** The button to remove it was pressed once. */
  @state() private sure = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.draft = draftOf(this.known, Intl.DateTimeFormat().resolvedOptions().timeZone);
  }

  protected override firstUpdated(): void {
    this.field(this.known === undefined ? 'number' : 'name')?.focus();
  }

  override render() {
    const words = t().numbers;
    const { draft } = this;
    return html`<form
      novalidate
      aria-label=${this.known === undefined ? words.add : words.change(this.known.number)}
      @submit=${this.submit}
      @keydown=${this.typed}
    >
      <div class="row">
        ${
          this.known === undefined
            ? this.text('number', words.number, words.numberHint, { type: 'tel' })
            : nothing
        }
        ${this.text('name', words.name, words.nameHint)}
        ${this.text('device', words.device, words.deviceHint, { type: 'tel', list: 'devices' })}
        ${this.text('priority', words.priority, words.priorityHint, { type: 'number' })}
      </div>
      ${toggle(words.timed, draft.timed, {
        press: () => {
          this.edit({ timed: !draft.timed });
        },
      })}
      ${
        draft.timed
          ? html`<hub-hours-fields
                .draft=${draft}
                .flaw=${this.flaw}
                @edit=${(event: CustomEvent<Partial<NumberDraft>>) => {
                  this.edit(event.detail);
                }}
              ></hub-hours-fields>
              ${this.flaw === 'days' || this.flaw === 'times' ? html`<p class="flaw" role="alert">${words.flaws[this.flaw]}</p>` : nothing}
              <div class="row">
                ${this.text('closed', words.closedTo, words.closedHint, { type: 'tel', list: 'devices' })}
                ${this.text('holiday', words.holidayTo, words.holidayHint, { type: 'tel', list: 'devices' })}
                ${this.text('zone', words.zone, '', { list: 'zones' })}
              </div>`
          : nothing
      }
      <datalist id="devices">
        ${this.devices.map((device) => html`<option value=${device.deviceId}>${deviceWords(device)}</option>`)}
      </datalist>
      <datalist id="zones">
        ${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}
      </datalist>
      ${
        this.excuse === undefined
          ? nothing
          : html`<p class="excuse" role="alert">
              ${this.excuse.words}
              ${this.excuse.detail === '' ? nothing : html`<small>${this.excuse.detail}</small>`}
            </p>`
      }
      <div class="ends">
        <button class="main" aria-disabled=${this.busy ? 'true' : nothing}>${words.save}</button>
        <button type="button" @click=${this.cancel}>${words.cancel}</button>
        ${
          this.known === undefined
            ? nothing
            : html`<button
                type="button"
                class="last ${this.sure ? 'stop' : ''}"
                aria-disabled=${this.busy ? 'true' : nothing}
                @click=${this.removeIt}
                @blur=${() => (this.sure = false)}
              >
                ${this.sure ? words.removeSurely : words.remove}
              </button>`
        }
      </div>
    </form>`;
  }

  /** A field for one of the draft's texts, with a line below that says what it is for. */
  private text(
    name: 'number' | 'name' | 'device' | 'priority' | 'closed' | 'holiday' | 'zone',
    label: string,
    hint: string,
    { type = 'text', list = '' } = {},
  ) {
    const { flaw } = this;
    const wrong = flaw === name;
    const below = flaw === name ? t().numbers.flaws[flaw] : hint;
    return html`<div>
      <label for=${name}>${label}</label>
      <input
        id=${name}
        type=${type}
        autocomplete="off"
        list=${list === '' ? nothing : list}
        min=${type === 'number' ? '0' : nothing}
        max=${type === 'number' ? '100' : nothing}
        aria-describedby=${below === '' ? nothing : `${name}-note`}
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${this.draft[name]}
        @input=${(event: Event) => {
          this.edit({ [name]: (event.target as HTMLInputElement).value });
        }}
      />
      ${below === '' ? nothing : html`<small id="${name}-note" class=${wrong ? 'flaw' : ''}>${below}</small>`}
    </div>`;
  }

  private edit(part: Partial<NumberDraft>): void {
    this.draft = { ...this.draft, ...part };
    // What was wrong is looked at again when it is sent, or as soon as it is right.
    if (this.flaw !== undefined && flawOf(this.draft) !== this.flaw) this.flaw = undefined;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    // A day that was chosen and not added yet is meant all the same.
    this.renderRoot.querySelector<HoursFields>('hub-hours-fields')?.takeHoliday();
    this.flaw = flawOf(this.draft);
    if (this.flaw === undefined) {
      this.dispatchEvent(new CustomEvent('save', { detail: numberOf(this.draft) }));
    } else {
      this.field(this.flaw)?.focus();
    }
  }

  private typed(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.cancel();
  }

  private cancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  /** Twice, since it cannot be taken back. */
  private removeIt(): void {
    if (this.busy) return;
    if (this.sure) this.dispatchEvent(new CustomEvent('remove'));
    this.sure = !this.sure;
  }

  private field(name: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
  }
}
