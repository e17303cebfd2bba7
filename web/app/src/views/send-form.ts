import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

import type { Sending } from '../model/call-actions.ts';
import type { Contacts } from '../model/contacts.ts';
import { sendingWords } from '../words/actions.ts';
import { contactWords } from '../words/contacts.ts';
import { t } from '../words/language.ts';
import { base, buttons, fields } from './styles.ts';
import { Watch } from './watch.ts';

export interface SendDetail {
  readonly way: Sending;
  readonly number: string;
}

/** Sends a call to a number, in one of the ways that the server permits now. Fires "send" and "cancel". */
@customElement('hub-send-form')
export class SendForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3);
        border-radius: var(--radius-small);
        background: var(--sheet-sunk);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) ways: readonly Sending[] = [];
  @property({ attribute: false }) contacts: Contacts | undefined;
  @property({ type: Boolean }) stale = false;
  @state() private empty = false;

  @query('input') private readonly number!: HTMLInputElement;

  constructor() {
    super();
    new Watch(this, () => this.contacts);
  }

  protected override firstUpdated(): void {
    this.number.focus();
  }

  override render() {
    return html`<form @submit=${this.submit} @keydown=${this.typed} novalidate>
      <label for="to">${t().actions.to}</label>
      <input
        id="to"
        type="tel"
        autocomplete="off"
        list="contacts"
        aria-invalid=${this.empty ? 'true' : nothing}
        aria-describedby=${this.empty ? 'excuse' : nothing}
      />
      <datalist id="contacts">
        ${this.contacts?.list().map((contact) => html`<option value=${contact.number}>${contactWords(contact)}</option>`)}
      </datalist>
      ${this.empty ? html`<p id="excuse" class="excuse" role="alert">${t().dial.empty}</p>` : nothing}
      <div class="ways">
        ${this.ways.map(
          (way, i) =>
            html`<button
              class=${i === 0 ? 'main' : ''}
              value=${way}
              aria-disabled=${this.stale ? 'true' : nothing}
            >
              ${sendingWords(way)}
            </button>`,
        )}
      </div>
    </form>`;
  }

  private typed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const number = this.number.value.trim();
    const way = this.ways.find((known) => known === (event.submitter as HTMLButtonElement | null)?.value);
    this.empty = number === '';
    if (this.empty) this.number.focus();
    if (this.stale || this.empty || way === undefined) return;
    this.dispatchEvent(new CustomEvent<SendDetail>('send', { detail: { way, number } }));
  }
}
