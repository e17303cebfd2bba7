import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

import { type Device, actions } from '@cstahub/client';
import { contactWords } from '../words/contacts.ts';
import { t } from '../words/language.ts';
import type { Contacts } from '../model/contacts.ts';
import { type Excuse, excuse, spoken } from '../words/refusals.ts';
import { icon } from './icons.ts';
import { base, buttons, fields } from './styles.ts';
import { Watch } from './watch.ts';

/** Calls a number. */
@customElement('hub-dial-form')
export class DialForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-4);
      }

      .row {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--space-2);
      }

      input[type='tel'] {
        min-inline-size: 0;
        font-family: var(--font-digits);
        font-size: var(--text-large);
        letter-spacing: 0.04em;
      }

      .row button {
        min-inline-size: 6rem;
      }

      .choice {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 1.5rem;
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) phone!: Device;
  @property({ attribute: false }) contacts!: Contacts;
  /** There is no connection, so that nothing can be dialled. */
  @property({ type: Boolean }) stale = false;

  @state() private pending = false;
  @state() private failure: Excuse | undefined;

  @query('#number') private readonly number!: HTMLInputElement;
  @query('#ring-first') private readonly ringFirst!: HTMLInputElement;

  constructor() {
    super();
    new Watch(this, () => this.contacts);
  }

  /** Puts a number in, for the user to call. */
  fill(number: string): void {
    this.number.value = number;
    this.failure = undefined;
    this.number.focus();
  }

  /** Calls a number that stands elsewhere on the page. What is in the way of that is said here. */
  async call(number: string): Promise<void> {
    this.number.value = number;
    await this.dial();
  }

  /** Takes a call that rings or waits at a number that stands elsewhere on the page. */
  async pickUpAt(number: string): Promise<void> {
    this.number.value = number;
    await this.pickUp();
  }

  /** Puts the cursor into the number, once that is there. */
  override focus(): void {
    void this.updateComplete.then(() => {
      this.number.focus();
    });
  }

  override render() {
    return html`<form aria-label=${t().dial.label} @submit=${this.submit} novalidate>
      <label for="number">${t().dial.number}</label>
      <div class="row">
        <input
          id="number"
          type="tel"
          autocomplete="off"
          list="contacts"
          aria-describedby=${this.failure === undefined ? nothing : 'excuse'}
          aria-invalid=${this.failure === undefined ? nothing : 'true'}
          @input=${() => {
            this.failure = undefined;
          }}
        />
        <button class="go" aria-disabled=${this.stale || this.pending ? 'true' : nothing}>
          ${icon('answer')} ${t().dial.call}
        </button>
      </div>
      <datalist id="contacts">
        ${this.contacts.list().map((contact) => html`<option value=${contact.number}>${contactWords(contact)}</option>`)}
      </datalist>
      <div class="row">
        <label class="choice"><input id="ring-first" type="checkbox" /> ${t().dial.ringFirst}</label>
        <button
          type="button"
          title=${t().dial.pickUpHint}
          aria-disabled=${this.stale || this.pending ? 'true' : nothing}
          @click=${this.pickUp}
        >
          ${icon('retrieve')} ${t().dial.pickUp}
        </button>
      </div>
      ${
        this.failure === undefined
          ? nothing
          : html`<p id="excuse" class="excuse" role="alert">
              ${this.failure.words}
              ${this.failure.detail === '' ? nothing : html`<small>${this.failure.detail}</small>`}
            </p>`
      }
    </form>`;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.dial();
  }

  private async dial(): Promise<void> {
    if (this.pending) return;
    if (this.stale) {
      this.failure = spoken(() => ({ words: t().dial.away, detail: '' }));
      return;
    }
    const number = this.number.value.trim();
    if (number === '') {
      this.failure = spoken(() => ({ words: t().dial.empty, detail: '' }));
      this.number.focus();
      return;
    }
    await this.ask(() => this.phone.dial(number, this.ringFirst.checked));
  }

  /** Takes a call that rings or waits elsewhere: at the number that stands there, or in the group. */
  private async pickUp(): Promise<void> {
    const number = this.number.value.trim();
    if (this.stale) this.failure = spoken(() => ({ words: t().dial.away, detail: '' }));
    else if (!this.pending) {
      await this.ask(() =>
        number === '' ? actions.pickUpInGroup(this.phone) : actions.pickUp(this.phone, number),
      );
    }
  }

  private async ask(request: () => Promise<unknown>): Promise<void> {
    this.pending = true;
    this.failure = undefined;
    try {
      await request();
      this.number.value = '';
    } catch (error) {
      this.failure = excuse(error);
    } finally {
      this.pending = false;
    }
  }
}
