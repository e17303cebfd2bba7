import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { Features, Forwarding } from '@cstahub/client';
import type { Contacts } from '../model/contacts.ts';
import { contactWords } from '../words/contacts.ts';
import { t } from '../words/language.ts';
import { type Excuse, excuse, spoken } from '../words/refusals.ts';
import { forwardingKinds, forwardingOf } from '../words/settings.ts';
import { base, buttons, fields } from './styles.ts';
import { toggle, toggles } from './switch.ts';
import { Watch } from './watch.ts';

/** How long a telephone rings before a call is forwarded, where nobody has said, in seconds. */
const usualSeconds = 20;

/** Where my calls go instead, kind by kind. Fires "cancel" when it is to be closed. */
@customElement('hub-forwarding-form')
export class ForwardingForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    toggles,
    css`
      :host {
        padding-block: var(--space-1) var(--space-2);
      }

      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: var(--space-1) var(--space-2);
        align-items: center;
        padding-block: var(--space-2);
        border-block-start: 1px solid var(--line);
      }

      button.switch {
        grid-column: 1 / -1;
        justify-self: start;
      }

      .excuse {
        grid-column: 1 / -1;
      }

      input:not([type='checkbox']) {
        min-block-size: 2.25rem;
      }

      .seconds {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        font-weight: 400;
      }

      input[type='number'] {
        inline-size: 4.25rem;
        padding-inline: var(--space-2);
      }

      form > button:not(.switch) {
        min-block-size: 2.25rem;
        padding-inline: var(--space-3);
      }

      datalist {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) features!: Features;
  @property({ attribute: false }) contacts!: Contacts;

  @state() private pending = false;
  /** What could not be done, and with which kind. */
  @state() private failure: { readonly type: Forwarding['type']; readonly excuse: Excuse } | undefined;

  constructor() {
    super();
    new Watch(this, () => this.features);
    new Watch(this, () => this.contacts);
  }

  override render() {
    return html`<div @keydown=${this.typed}>
      ${forwardingKinds.map((type) => this.row(forwardingOf(this.features.settings, type)))}
      <datalist id="contacts">
        ${this.contacts.list().map((contact) => html`<option value=${contact.number}>${contactWords(contact)}</option>`)}
      </datalist>
    </div>`;
  }

  private row(forwarding: Forwarding) {
    const { type, on, to, seconds } = forwarding;
    const words = t().settings;
    const kind = words.forward[type] ?? type;
    const failure = this.failure?.type === type ? this.failure.excuse : undefined;
    return html`<form
      aria-label=${kind}
      @submit=${(event: SubmitEvent) => {
        this.submit(event, forwarding);
      }}
      novalidate
    >
      ${toggle(kind, on, {
        blocked: this.blocked,
        press: () => {
          this.press(forwarding);
        },
      })}
      <input
        id="to-${type}"
        name="to"
        type="tel"
        autocomplete="off"
        list="contacts"
        aria-label=${words.forwardTo(kind)}
        placeholder=${t().actions.to}
        aria-invalid=${failure === undefined ? nothing : 'true'}
        aria-describedby=${failure === undefined ? nothing : `excuse-${type}`}
        .value=${to ?? ''}
      />
      ${
        type === 'forwardNoAns'
          ? html`<label class="seconds"
              ><span class="unseen">${words.after}</span>
              <input
                name="seconds"
                type="number"
                min="1"
                max="300"
                .value=${String(seconds ?? usualSeconds)}
              />
              ${words.seconds}</label
            >`
          : html`<span></span>`
      }
      <button aria-label=${words.save(kind)} aria-disabled=${this.blocked ? 'true' : nothing}>
        ${words.set}
      </button>
      ${
        failure === undefined
          ? nothing
          : html`<p id="excuse-${type}" class="excuse" role="alert">
              ${failure.words} ${failure.detail === '' ? nothing : html`<small>${failure.detail}</small>`}
            </p>`
      }
    </form>`;
  }

  private get blocked(): boolean {
    return this.pending || !this.features.current;
  }

  private typed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  private press(forwarding: Forwarding): void {
    if (forwarding.on) void this.change({ ...forwarding, on: false });
    else this.turnOn(forwarding);
  }

  private submit(event: SubmitEvent, forwarding: Forwarding): void {
    event.preventDefault();
    this.turnOn(forwarding);
  }

  /** Turns on what the fields say. */
  private turnOn({ type }: Forwarding): void {
    if (this.blocked) return;
    const field = this.renderRoot.querySelector<HTMLInputElement>(`#to-${type}`);
    const to = field?.value.trim() ?? '';
    if (to === '') {
      this.failure = { type, excuse: spoken(() => ({ words: t().dial.empty, detail: '' })) };
      field?.focus();
      return;
    }
    const given = field?.form?.elements.namedItem('seconds');
    const seconds = given instanceof HTMLInputElement ? Number(given.value) : undefined;
    if (seconds !== undefined && !(Number.isInteger(seconds) && seconds >= 1 && seconds <= 300)) {
      this.failure = { type, excuse: spoken(() => ({ words: t().settings.secondsOutOfRange, detail: '' })) };
      (given as HTMLInputElement).focus();
      return;
    }
    void this.change({ type, on: true, to, seconds });
  }

  private async change(forwarding: Forwarding): Promise<void> {
    if (this.blocked) return;
    this.pending = true;
    this.failure = undefined;
    try {
      await this.features.setForwarding(forwarding);
    } catch (error) {
      this.failure = { type: forwarding.type, excuse: excuse(error) };
    } finally {
      this.pending = false;
    }
  }
}
