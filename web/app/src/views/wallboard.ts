import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { Wallboard } from '../model/wallboard.ts';
import type { Desk } from '../session.ts';
import { t } from '../words/language.ts';
import './connection-notice.ts';
import { Online } from './online.ts';
import './queue-board.ts';
import { base } from './styles.ts';
import './top-bar.ts';
import { Watch } from './watch.ts';

/** How the queues do, to be read from across the room. Fires "logout". */
@customElement('hub-wallboard')
export class WallboardView extends LitElement {
  static override styles = [
    base,
    css`
      main {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 32rem), 1fr));
        gap: var(--space-4);
        padding: var(--space-4);
      }

      /* A wall is used as a whole. */
      @media (min-width: 60rem) and (min-height: 40rem) {
        main {
          grid-auto-rows: minmax(min-content, 1fr);
          min-block-size: calc(100dvh - 3.25rem);
        }
      }

      .instead {
        grid-column: 1 / -1;
        align-self: start;
        margin: var(--space-6) auto;
        max-inline-size: 40rem;
        padding: var(--space-5);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
        font-size: var(--text-large);
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;

  private board: Wallboard | undefined;
  private readonly online = new Online(this, () => {
    this.desk.client.retryNow();
  });

  constructor() {
    super();
    new Watch(this, () => this.desk.client);
    new Watch(this, () => (this.board ??= new Wallboard(this.desk.client)));
  }

  override render() {
    const offline = !this.online.now;
    const { state } = this.desk.client;
    const quiet = state.kind === 'connected' || (state.kind === 'connecting' && state.retryAt === undefined);
    return html`
      <hub-top-bar
        here="wallboard"
        .desk=${this.desk}
        ?offline=${offline}
        @logout=${this.logOut}
      ></hub-top-bar>
      ${
        quiet && !offline
          ? nothing
          : html`<hub-connection-notice
              .state=${state}
              ?offline=${offline}
              @retry=${() => {
                this.desk.client.retryNow();
              }}
            ></hub-connection-notice>`
      }
      <main>
        <h1 class="unseen">${t().wallboard.heading}</h1>
        ${this.queues()}
      </main>
    `;
  }

  private queues() {
    const { board } = this;
    if (board === undefined) return nothing;
    const { state } = board;
    if (state.kind !== 'queues') {
      return html`<p class="instead" role="status">${t().wallboard[state.kind]}</p>`;
    }
    return repeat(
      state.queues,
      ({ number }) => number,
      (queue) =>
        html`<hub-queue-board
          .queue=${queue}
          .clock=${this.desk.clock}
          .nameOf=${board.nameOf}
        ></hub-queue-board>`,
    );
  }

  private logOut(): void {
    this.dispatchEvent(new CustomEvent('logout'));
  }
}
