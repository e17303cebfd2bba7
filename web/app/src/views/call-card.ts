import { LitElement, type PropertyValues, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { type Call, type CallService, type Device, type ServerClock, actions } from '@cstahub/client';
import { type Tone, callState, hint, timerStart, who, whoExactly } from '../words/calls.ts';
import { type Excuse, excuse } from '../words/refusals.ts';
import './call-timer.ts';
import { type IconName, icon } from './icons.ts';
import { base, buttons, fields } from './styles.ts';

const symbols: Record<Tone, IconName> = {
  incoming: 'answer',
  calling: 'calling',
  talking: 'talking',
  held: 'hold',
  failed: 'failed',
};

const act = {
  answerCall: actions.answer,
  retrieveCall: actions.retrieve,
  holdCall: actions.hold,
  clearConnection: actions.hangUp,
} satisfies Partial<Record<CallService, unknown>>;

type Action = keyof typeof act;
const shown = Object.keys(act) as Action[];

/** A call, and what can be done with it. */
@customElement('hub-call-card')
export class CallCard extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    base,
    buttons,
    fields,
    css`
      article {
        --lamp: var(--lamp-calling);
        --lamp-ink: var(--lamp-calling-ink);
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--space-1) var(--space-3);
        align-items: center;
        padding: var(--space-3) var(--space-4);
        border-inline-start: 0.3rem solid var(--lamp);
      }

      .incoming {
        --lamp: var(--lamp-incoming);
        --lamp-ink: var(--lamp-incoming-ink);
      }

      .talking {
        --lamp: var(--lamp-talking);
        --lamp-ink: var(--lamp-talking-ink);
      }

      .held {
        --lamp: var(--lamp-held);
        --lamp-ink: var(--lamp-held-ink);
      }

      .failed {
        --lamp: var(--lamp-failed);
        --lamp-ink: var(--lamp-failed-ink);
      }

      .symbol {
        display: grid;
        place-items: center;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        border: 2px solid var(--lamp);
        border-radius: 50%;
        color: var(--lamp-ink);
      }

      .symbol .icon {
        inline-size: 1.3rem;
        block-size: 1.3rem;
      }

      .incoming .symbol {
        animation: ring 1.2s ease-in-out infinite;
      }

      @keyframes ring {
        50% {
          box-shadow: 0 0 0 0.35rem color-mix(in srgb, var(--lamp) 30%, transparent);
        }
      }

      h3 {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-2);
        font-size: var(--text-large);
        font-weight: 650;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }

      .number {
        color: var(--ink-soft);
        font-family: var(--font-digits);
        font-size: var(--text);
        font-weight: 400;
      }

      .state {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
        color: var(--lamp-ink);
        font-weight: 600;
      }

      .hint {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      .direction {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        color: var(--ink-soft);
        font-weight: 400;
      }

      .timer {
        align-self: start;
        font-size: var(--text-large);
        font-weight: 600;
        line-height: 1.3;
      }

      .actions {
        grid-column: 2 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-block-start: var(--space-2);
      }

      .excuse {
        grid-column: 2 / -1;
        margin-block-start: var(--space-2);
      }

      /* A banner has room for the buttons beside the name. */
      @media (min-width: 48rem) {
        :host([wide]) article {
          grid-template-columns: auto auto 1fr auto;
          padding-block: var(--space-4);
        }

        :host([wide]) .timer {
          order: 1;
          align-self: center;
          margin-inline-start: var(--space-4);
        }

        :host([wide]) .actions {
          grid-column: auto;
          order: 2;
          margin: 0;
        }

        :host([wide]) .actions button {
          min-inline-size: 8.5rem;
          min-block-size: 2.75rem;
        }

        :host([wide]) .excuse {
          order: 3;
        }
      }

      :host([stale]) article {
        --lamp: var(--line-strong);
        --lamp-ink: var(--ink-soft);
        background: var(--sheet-sunk);
        color: var(--ink-soft);
      }

      :host([stale]) .symbol {
        animation: none;
      }

      @media (max-width: 30rem) {
        article {
          padding-inline: var(--space-3);
        }

        .actions,
        .excuse {
          grid-column: 1 / -1;
        }

        .actions button {
          flex: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) call!: Call;
  @property({ attribute: false }) phone!: Device;
  @property({ attribute: false }) clock!: ServerClock;
  /** Lays it out for the whole width of the page. */
  @property({ type: Boolean, reflect: true }) wide = false;
  /** What is shown may be out of date, so that nothing can be done. */
  @property({ type: Boolean, reflect: true }) stale = false;

  /** What the server has been asked to do and has not answered yet. */
  @state() private pending: Action | undefined;
  /** What could not be done, and in which state of the call. */
  @state() private failure: { readonly excuse: Excuse; readonly state: string } | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('call');
    if (before === undefined || this.failure?.state !== callState(before).words) return;
    // An excuse is of no interest any more when the call has got on.
    if (callState(this.call).words !== this.failure.state) this.failure = undefined;
  }

  override render() {
    const { call } = this;
    const { tone, words } = callState(call);
    const name = who(call);
    return html`
      <article class=${tone} aria-labelledby="who" aria-busy=${this.pending !== undefined}>
        <span class="symbol">${icon(symbols[tone])}</span>
        <div>
          <h3 id="who">
            ${name}${name === call.number ? nothing : html` <span class="number">${call.number}</span>`}
          </h3>
          <p class="state">
            <span data-role="state">${words}</span>
            ${
              tone === 'incoming'
                ? nothing
                : html`<span class="direction">${icon(call.direction)} ${call.direction}</span>`
            }
          </p>
          ${this.stale ? nothing : this.hint()}
        </div>
        <hub-call-timer
          class="timer"
          .clock=${this.clock}
          .since=${this.stale ? undefined : timerStart(call)}
        ></hub-call-timer>
        <div class="actions">
          ${shown.filter((action) => call.permitted.includes(action)).map((action) => this.button(action))}
        </div>
        ${this.failure?.state === words ? this.excuse(this.failure.excuse) : nothing}
      </article>
    `;
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

  private button(action: Action) {
    const { label, symbol, look } = face(action, this.call);
    return html`<button
      type="button"
      class=${look}
      aria-label="${label}: ${whoExactly(this.call)}"
      aria-disabled=${this.stale || this.pending !== undefined ? 'true' : nothing}
      @click=${() => this.act(action)}
    >
      ${icon(symbol)} ${label}
    </button>`;
  }

  private async act(action: Action): Promise<void> {
    if (this.stale || this.pending !== undefined) return;
    this.pending = action;
    this.failure = undefined;
    try {
      await act[action](this.phone, this.call);
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

/** What a button says depends on the call; whether it is there the server alone decides. */
function face(action: Action, call: Call): { label: string; symbol: IconName; look: string } {
  switch (action) {
    case 'answerCall':
      return { label: call.local === 'initiated' ? 'Pick up' : 'Answer', symbol: 'answer', look: 'go' };
    case 'holdCall':
      return { label: 'Hold', symbol: 'hold', look: '' };
    case 'retrieveCall':
      return { label: 'Retrieve', symbol: 'retrieve', look: 'main' };
    case 'clearConnection':
      return { label: call.local === 'alerting' ? 'Reject' : 'Hang up', symbol: 'hangUp', look: 'stop' };
  }
}
