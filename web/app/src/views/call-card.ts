import {
  type Call,
  type Device,
  type ServerClock,
  isConference,
  may,
  actions as services,
} from '@cstahub/client';
import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { type Act, actsOn, send, sendingsOf } from '../model/call-actions.ts';
import type { Contacts } from '../model/contacts.ts';
import { face } from '../words/actions.ts';
import { type Tone, callState, hint, timerStart, who, whoExactly, withNames } from '../words/calls.ts';
import { t } from '../words/language.ts';
import { type Excuse, excuse } from '../words/refusals.ts';
import './call-timer.ts';
import { callCardStyles } from './call-card-styles.ts';
import { type IconName, icon } from './icons.ts';
import './keypad.ts';
import type { SendDetail } from './send-form.ts';
import './send-form.ts';
import { base, buttons, fields } from './styles.ts';

const symbols: Record<Tone, IconName> = {
  incoming: 'answer',
  calling: 'calling',
  talking: 'talking',
  held: 'hold',
  failed: 'failed',
};

/** A call, and what can be done with it. */
@customElement('hub-call-card')
export class CallCard extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [base, buttons, fields, callCardStyles];

  @property({ attribute: false }) call!: Call;
  @property({ attribute: false }) phone!: Device;
  @property({ attribute: false }) clock!: ServerClock;
  /** The other calls at the device. */
  @property({ attribute: false }) others: readonly Call[] = [];
  /** Whom the call may be sent to, as far as is known. */
  @property({ attribute: false }) contacts: Contacts | undefined;
  /** Lays it out for the whole width of the page. */
  @property({ type: Boolean, reflect: true }) wide = false;
  /** What is shown may be out of date, so that nothing can be done. */
  @property({ type: Boolean, reflect: true }) stale = false;

  /** What the server has been asked to do and has not answered yet. */
  @state() private pending: string | undefined;
  /** What is open below the buttons. */
  @state() private open: 'send' | 'keypad' | undefined;
  /** What could not be done, and in which state of the call. */
  @state() private failure: { readonly excuse: Excuse; readonly state: string } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('call');
    if (before === undefined || this.failure?.state !== callState(before).words) return;
    // An excuse is of no interest any more when the call has got on.
    if (callState(this.call).words !== this.failure.state) this.failure = undefined;
  }

  override render() {
    const call = this.named;
    const { tone, words } = callState(call);
    const name = who(call);
    return html`
      <article class=${tone} aria-labelledby="who" aria-busy=${this.pending !== undefined}>
        <span class="symbol">${icon(symbols[tone])}</span>
        <div>
          <h3 id="who">
            ${name}${name === call.number || isConference(call) ? nothing : html` <span class="number">${call.number}</span>`}
          </h3>
          <p class="state">
            <span data-role="state">${words}</span>
            ${
              tone === 'incoming' || isConference(call)
                ? nothing
                : html`<span class="direction"
                    >${icon(call.direction)} ${t().calls.directions[call.direction]}</span
                  >`
            }
          </p>
          ${this.queue()} ${this.stale ? nothing : this.hint()}
        </div>
        <hub-call-timer
          class="timer"
          .clock=${this.clock}
          .since=${this.stale ? undefined : timerStart(call)}
        ></hub-call-timer>
        ${this.parties()}
        <div class="actions">
          ${actsOn(call, this.others).map((act) => this.button(act))} ${this.openers()}
        </div>
        ${this.panel()} ${this.failure?.state === words ? this.excuse(this.failure.excuse) : nothing}
      </article>
    `;
  }

  private get named(): Call {
    return this.contacts === undefined ? this.call : withNames(this.call, this.contacts.nameOf);
  }

  private excuse({ words, detail }: Excuse) {
    return html`<p class="excuse" role="alert">
      ${words} ${detail === '' ? nothing : html`<small>${detail}</small>`}
    </p>`;
  }

  private hint() {
    const words = hint(this.call);
    return words === '' ? nothing : html`<p class="hint">${words}</p>`;
  }

  /** Which queue the call comes from. */
  private queue() {
    const { queue = '' } = this.call;
    if (queue === '') return nothing;
    return html`<p class="queue">${t().calls.fromQueue(this.contacts?.nameOf(queue) ?? queue)}</p>`;
  }

  private parties() {
    const { named } = this;
    if (!isConference(named) || named.conference.length === 0) return nothing;
    return html`<ul class="parties" aria-label=${t().calls.parties}>
      ${named.conference.map((party) => html`<li>${whoExactly(party)}</li>`)}
    </ul>`;
  }

  private button({ service, run }: Act) {
    const { label, symbol, look } = face(service, this.call);
    return html`<button
      type="button"
      class=${look}
      aria-label="${label}: ${whoExactly(this.named)}"
      aria-disabled=${this.stale || this.pending !== undefined ? 'true' : nothing}
      @click=${() => this.act(service, run)}
    >
      ${icon(symbol)} ${label}
    </button>`;
  }

  /** The buttons that open something for more. */
  private openers() {
    const words = t().actions;
    return html`${sendingsOf(this.call).length > 0 ? this.opener('send', words.sendOn, 'transfer') : nothing}
    ${may(this.call, 'generateDigits') ? this.opener('keypad', words.keypad, 'keypad') : nothing}`;
  }

  private opener(what: 'send' | 'keypad', label: string, symbol: IconName) {
    return html`<button
      type="button"
      data-opens=${what}
      aria-label="${label}: ${whoExactly(this.named)}"
      aria-expanded=${this.open === what ? 'true' : 'false'}
      @click=${() => {
        this.open = this.open === what ? undefined : what;
      }}
    >
      ${icon(symbol)} ${label}
    </button>`;
  }

  private panel() {
    const ways = sendingsOf(this.call);
    if (this.open === 'send' && ways.length > 0) {
      return html`<hub-send-form
        class="panel"
        .ways=${ways}
        .contacts=${this.contacts}
        ?stale=${this.stale || this.pending !== undefined}
        @send=${this.send}
        @cancel=${this.closePanel}
      ></hub-send-form>`;
    }
    if (this.open === 'keypad' && may(this.call, 'generateDigits')) {
      return html`<hub-keypad class="panel" ?stale=${this.stale} @digit=${this.digit}></hub-keypad>`;
    }
    return nothing;
  }

  private closePanel(): void {
    const opener = this.renderRoot.querySelector<HTMLElement>(`[data-opens=${this.open ?? 'none'}]`);
    this.open = undefined;
    opener?.focus();
  }

  private async send(event: CustomEvent<SendDetail>): Promise<void> {
    const { way, number } = event.detail;
    await this.act(way, (device) => send(device, this.call, way, number));
    if (this.failure === undefined) this.closePanel();
  }

  private async digit(event: CustomEvent<string>): Promise<void> {
    try {
      await services.digits(this.phone, this.call, event.detail);
    } catch (error) {
      this.failure = { excuse: excuse(error), state: this.stateNow() };
    }
  }

  private async act(what: string, run: (device: Device) => Promise<void>): Promise<void> {
    if (this.stale || this.pending !== undefined) return;
    this.pending = what;
    this.failure = undefined;
    try {
      await run(this.phone);
    } catch (error) {
      this.failure = { excuse: excuse(error), state: this.stateNow() };
    } finally {
      this.pending = undefined;
    }
  }

  /** The state of the call as the telephone knows it; what is shown follows in a moment. */
  private stateNow(): string {
    return callState(this.phone.board.calls.find(({ id }) => id === this.call.id) ?? this.call).words;
  }
}
