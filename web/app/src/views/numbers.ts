import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { InboundNumber } from '../model/numbers.ts';
import { Numbers } from '../model/numbers.ts';
import { Rest, RestFailure } from '../model/rest.ts';
import type { Desk } from '../session.ts';
import { t } from '../words/language.ts';
import { restExcuse } from '../words/numbers.ts';
import { type Excuse, excuse } from '../words/refusals.ts';
import './connection-notice.ts';
import './number-card.ts';
import './number-form.ts';
import { Online } from './online.ts';
import { base, buttons, fields, panel } from './styles.ts';
import './top-bar.ts';
import { Watch } from './watch.ts';

/** How often the list is asked for again, in milliseconds: whether a number is open changes with the time. */
const again = 30_000;

/** The numbers of the house, for those who say where calls go. Fires "logout". */
@customElement('hub-numbers')
export class NumbersView extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    panel,
    css`
      main {
        display: grid;
        gap: var(--space-4);
        max-inline-size: 60rem;
        margin-inline: auto;
        padding: var(--space-5) var(--space-4);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        align-items: center;
        justify-content: space-between;
      }

      h1 {
        font-size: 1.5rem;
      }

      .head p {
        flex-basis: 100%;
        color: var(--ink-soft);
      }

      .sheet {
        padding: var(--space-4);
      }

      .instead {
        padding: var(--space-5);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
        text-align: center;
      }

      .instead button {
        margin-block-start: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;

  /** The form for a new number is shown. */
  @state() private adding = false;
  @state() private busy = false;
  @state() private excuse: Excuse | undefined;

  private numbers: Numbers | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly online = new Online(this, () => {
    this.desk.client.retryNow();
    void this.numbers?.load();
  });

  constructor() {
    super();
    new Watch(this, () => this.desk.client);
    new Watch(this, () => this.desk.client.directory);
    new Watch(this, () => (this.numbers ??= this.begin()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render() {
    const offline = !this.online.now;
    const words = t().numbers;
    const { state: link } = this.desk.client;
    const quiet = link.kind === 'connected' || (link.kind === 'connecting' && link.retryAt === undefined);
    return html`
      <hub-top-bar here="numbers" .desk=${this.desk} ?offline=${offline} @logout=${this.logOut}></hub-top-bar>
      ${
        quiet && !offline
          ? nothing
          : html`<hub-connection-notice
              .state=${link}
              ?offline=${offline}
              @retry=${() => {
                this.desk.client.retryNow();
              }}
            ></hub-connection-notice>`
      }
      <main>
        <div class="head">
          <h1>${words.heading}</h1>
          ${
            this.numbers?.state.kind === 'told' && !this.adding
              ? html`<button id="add" type="button" class="main" @click=${this.open}>${words.add}</button>`
              : nothing
          }
          <p>${words.about}</p>
        </div>
        ${this.form()} ${this.list()}
      </main>
    `;
  }

  private form() {
    if (!this.adding) return nothing;
    return html`<div class="sheet">
      <hub-number-form
        .devices=${this.devices}
        .excuse=${this.excuse}
        ?busy=${this.busy}
        @save=${(event: CustomEvent<InboundNumber>) => this.add(event.detail)}
        @cancel=${this.close}
      ></hub-number-form>
    </div>`;
  }

  private list() {
    const { numbers } = this;
    const words = t().numbers;
    switch (numbers?.state.kind) {
      case 'told':
        if (numbers.state.numbers.length === 0) return html`<p class="instead">${words.none}</p>`;
        return repeat(
          numbers.state.numbers,
          ({ number }) => number,
          (number) =>
            html`<hub-number-card
              .number=${number}
              .numbers=${numbers}
              .devices=${this.devices}
              @removed=${this.goToAdd}
            ></hub-number-card>`,
        );
      case 'failed': {
        const why = numbers.state.failure;
        return html`<div class="instead" role="alert">
          <p>${(why instanceof RestFailure ? restExcuse(why) : excuse(why)).words}</p>
          ${
            // Who may not see them may not a moment later either.
            numbers.forbidden
              ? nothing
              : html`<button type="button" @click=${() => numbers.load()}>${t().connection.tryNow}</button>`
          }
        </div>`;
      }
      default:
        return html`<p class="instead" role="status">${words.asking}</p>`;
    }
  }

  private get devices() {
    return this.desk.client.directory.entries;
  }

  private begin(): Numbers {
    const numbers = new Numbers(new Rest(this.desk.keeper.token));
    void numbers.load();
    this.timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !numbers.forbidden) void numbers.load();
    }, again);
    return numbers;
  }

  private open(): void {
    this.adding = true;
    this.excuse = undefined;
  }

  private close(): void {
    this.adding = false;
    this.goToAdd();
  }

  /** Puts the focus on the button for a new number, where the one that had it is gone. */
  private goToAdd(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLButtonElement>('#add')?.focus();
    });
  }

  private async add(number: InboundNumber): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.excuse = undefined;
    try {
      await this.numbers?.add(number);
      this.close();
    } catch (error) {
      this.excuse = error instanceof RestFailure ? restExcuse(error) : excuse(error);
    } finally {
      this.busy = false;
    }
  }

  private logOut(): void {
    this.dispatchEvent(new CustomEvent('logout'));
  }
}
