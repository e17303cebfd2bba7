import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

import type { Agent, AgentReason, Features, Forwarding, ReqAgentState } from '@cstahub/client';
import type { Contacts } from '../model/contacts.ts';
import { type Excuse, excuse } from '../words/refusals.ts';
import { agentWords, forwardingSummary } from '../words/settings.ts';
import { t } from '../words/language.ts';
import './forwarding-form.ts';
import { icon } from './icons.ts';
import { base, buttons, fields } from './styles.ts';
import { toggle, toggles } from './switch.ts';
import { Watch } from './watch.ts';

/** What my telephone is set to: do not disturb, forwarding, my state as an agent, and the queues that I serve. */
@customElement('hub-phone-settings')
export class PhoneSettings extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    toggles,
    css`
      section {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-2) var(--space-4);
        border-block-end: 1px solid var(--line);
        background: var(--sheet-sunk);
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-3);
        min-block-size: 2.25rem;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      button {
        min-block-size: 2rem;
        padding-inline: var(--space-3);
      }

      #reasons {
        flex-basis: 100%;
        padding-block-end: var(--space-1);
      }

      /* What has a frame that is not seen stands where the frame would. */
      .switch {
        margin-inline-start: calc(-1px - var(--space-1));
      }

      #forwarding {
        margin-inline-end: calc(-1px - var(--space-2));
        padding-inline: var(--space-2);
      }

      [aria-expanded] .icon {
        transition: rotate 120ms;
      }

      [aria-expanded='true'] .icon {
        rotate: 90deg;
      }

      .excuse {
        margin-block: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) features!: Features;
  @property({ attribute: false }) contacts!: Contacts;
  /** Gives the reasons that agents may have for a pause. */
  @property({ attribute: false }) reasons!: () => Promise<readonly AgentReason[]>;

  @state() private pending = false;
  @state() private open = false;
  /** The reasons that are offered just now. */
  @state() private offered: readonly AgentReason[] = [];
  @state() private failure: Excuse | undefined;

  @query('#reasons button') private readonly firstReason!: HTMLElement | null;
  @query('#agent') private readonly agentButton!: HTMLElement | null;
  @query('#forwarding') private readonly forwardingButton!: HTMLElement | null;

  constructor() {
    super();
    new Watch(this, () => this.features);
  }

  override willUpdate(): void {
    const { agent } = this.features.settings;
    // A pause that has begun elsewhere needs no reason any more.
    if (agent === undefined || !mayPause(agent)) this.offered = [];
  }

  override render() {
    const { doNotDisturb, forwardings, agent, memberships } = this.features.settings;
    if (doNotDisturb === undefined && forwardings === undefined && agent === undefined) return nothing;
    const words = t().settings;
    return html`<section aria-label=${words.heading} aria-busy=${this.pending ? 'true' : 'false'}>
      <div class="row">
        ${
          doNotDisturb === undefined
            ? nothing
            : this.toggle(words.doNotDisturb, doNotDisturb, () =>
                this.features.setDoNotDisturb(!doNotDisturb),
              )
        }
        ${forwardings === undefined ? nothing : this.forwardingOpener(forwardings)}
      </div>
      ${
        this.open && forwardings !== undefined
          ? html`<hub-forwarding-form
              .features=${this.features}
              .contacts=${this.contacts}
              @cancel=${this.closeForwarding}
            ></hub-forwarding-form>`
          : nothing
      }
      ${agent !== undefined && memberships.length > 0 ? this.agent(agent) : nothing}
      ${memberships.map(
        ({ queue, name = queue, active }) =>
          html`<div class="row">
            ${this.toggle(words.takeCallsOf(name), active, () => this.features.setMember(queue, !active))}
          </div>`,
      )}
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="excuse" role="alert">
              ${this.failure.words}
              ${this.failure.detail === '' ? nothing : html`<small>${this.failure.detail}</small>`}
            </p>`
      }
    </section>`;
  }

  private get blocked(): boolean {
    return this.pending || !this.features.current;
  }

  private toggle(label: string, on: boolean, change: () => Promise<void>) {
    return toggle(label, on, { blocked: this.blocked, press: () => void this.act(change) });
  }

  private forwardingOpener(forwardings: readonly Forwarding[]) {
    return html`<button
      id="forwarding"
      type="button"
      class="plain"
      aria-expanded=${this.open ? 'true' : 'false'}
      @click=${() => {
        this.open = !this.open;
      }}
    >
      ${icon('chevron')} ${forwardingSummary(forwardings)}
    </button>`;
  }

  private closeForwarding(): void {
    this.open = false;
    this.forwardingButton?.focus();
  }

  private agent(agent: Agent) {
    const words = t().settings;
    const { state: now } = agent;
    const pauses = mayPause(agent);
    const [label, wanted]: [string, ReqAgentState] =
      now === 'agentNull'
        ? [words.logOn, 'loggedOn']
        : pauses
          ? [words.pause, 'notReady']
          : [words.ready, 'ready'];
    const offered = pauses ? this.offered : [];
    return html`<div class="row">
      <span class="words" role="status">${agentWords(agent)}</span>
      <span class="buttons">
        <button
          id="agent"
          type="button"
          aria-disabled=${this.blocked ? 'true' : nothing}
          aria-expanded=${pauses ? (offered.length > 0 ? 'true' : 'false') : nothing}
          @click=${() => (pauses ? this.pause() : this.act(() => this.features.setAgentState(wanted)))}
        >
          ${label}
        </button>
        ${
          now === 'agentNull'
            ? nothing
            : html`<button
                type="button"
                aria-disabled=${this.blocked ? 'true' : nothing}
                @click=${this.logOff}
              >
                ${words.logOff}
              </button>`
        }
      </span>
      ${
        offered.length === 0
          ? nothing
          : html`<div
              id="reasons"
              class="buttons"
              role="group"
              aria-label=${words.why}
              @keydown=${this.dismiss}
            >
              ${[...offered, undefined].map(
                (reason) =>
                  html`<button
                    type="button"
                    aria-disabled=${this.blocked ? 'true' : nothing}
                    @click=${() => this.pauseFor(reason?.code)}
                  >
                    ${reason?.label ?? words.noReason}
                  </button>`,
              )}
            </div>`
      }
    </div>`;
  }

  /** Offers the reasons for a pause; where the tenant has none, or they cannot be had, it is one without. */
  private async pause(): Promise<void> {
    if (this.blocked) return;
    if (this.offered.length > 0) {
      this.offered = [];
      return;
    }
    this.pending = true;
    const offered = await this.reasons().catch(() => []);
    this.pending = false;
    if (offered.length === 0) {
      await this.pauseFor(undefined);
      return;
    }
    this.offered = offered;
    await this.updateComplete;
    this.firstReason?.focus();
  }

  private async pauseFor(reason: string | undefined): Promise<void> {
    await this.act(() => this.features.setAgentState('notReady', { reason }));
    this.offered = [];
    // The button goes away with what it did; the keyboard goes on beside it.
    if (this.failure === undefined) this.agentButton?.focus();
  }

  private dismiss(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.offered = [];
    this.agentButton?.focus();
  }

  private async logOff(): Promise<void> {
    await this.act(() => this.features.setAgentState('loggedOff'));
    // The button goes away with what it did; the keyboard goes on beside it.
    if (this.failure === undefined) this.agentButton?.focus();
  }

  private async act(change: () => Promise<void>): Promise<void> {
    if (this.blocked) return;
    this.pending = true;
    this.failure = undefined;
    try {
      await change();
    } catch (error) {
      this.failure = excuse(error);
    } finally {
      this.pending = false;
    }
  }
}

/** Whether an agent takes calls, and has not asked for a pause yet. */
function mayPause({ state, pending }: Agent): boolean {
  return (state === 'agentReady' || state === 'agentBusy') && pending !== 'agentNotReady';
}
