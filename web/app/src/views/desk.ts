import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

import { type Device, type Features, emptyBoard, isIncoming } from '@cstahub/client';
import type { Desk } from '../session.ts';
import { notificationsAllowed } from '../ringer.ts';
import { t } from '../words/language.ts';
import { excuse } from '../words/refusals.ts';
import type { CallList } from './call-list.ts';
import './call-list.ts';
import './colleagues.ts';
import './connection-notice.ts';
import type { DialForm } from './dial-form.ts';
import './dial-form.ts';
import './ended-list.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { icon } from './icons.ts';
import './incoming-calls.ts';
import './live-announcer.ts';
import './message-list.ts';
import { Online } from './online.ts';
import './phone-display.ts';
import './phone-settings.ts';
import './top-bar.ts';
import { base, buttons, panel } from './styles.ts';
import './trial-calls.ts';
import { Watch } from './watch.ts';

/** The page of a user who is logged in. Fires "logout". */
@customElement('hub-desk')
export class DeskView extends LitElement {
  static override styles = [
    base,
    buttons,
    panel,
    css`
      hub-top-bar button {
        color: var(--bar-ink);
      }

      hub-top-bar button:hover {
        background: rgb(255 255 255 / 12%);
      }

      hub-top-bar button:focus-visible {
        outline-color: var(--bar-ink);
      }

      main {
        display: grid;
        grid-template-columns: minmax(0, 23rem) minmax(0, 1fr) minmax(0, 21rem);
        grid-template-areas: 'phone work people';
        gap: var(--space-5);
        align-items: start;
        max-inline-size: 90rem;
        margin-inline: auto;
        padding: var(--space-5) var(--space-4) var(--space-6);
      }

      .phone {
        grid-area: phone;
      }

      .work {
        grid-area: work;
      }

      .people {
        grid-area: people;
      }

      .work,
      .people {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
      }

      .set {
        overflow: clip;
      }

      .without {
        padding: var(--space-5);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
      }

      @media (max-width: 75rem) {
        main {
          grid-template-columns: minmax(0, 23rem) minmax(0, 1fr);
          grid-template-rows: auto 1fr;
          grid-template-areas: 'phone work' 'people work';
        }
      }

      /* Whoever speaks has his call at the top; the keyboard goes the same way where the browser can. */
      @media (max-width: 48rem) {
        main {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: none;
          grid-template-areas: 'phone' 'calls' 'ended' 'people';
          padding-block-start: var(--space-4);
          reading-flow: grid-rows;
        }

        main.busy {
          grid-template-areas: 'calls' 'phone' 'ended' 'people';
        }

        .work {
          display: contents;
        }

        hub-call-list {
          grid-area: calls;
        }

        hub-ended-list {
          grid-area: ended;
        }
      }

      @media (max-width: 30rem) {
        .wide-words {
          display: none;
        }

        main {
          padding-inline: var(--space-3);
        }
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;

  @query('hub-dial-form') private readonly dialForm!: DialForm | null;
  @query('hub-call-list') private readonly callList!: CallList | null;

  private readonly online = new Online(this, () => {
    this.desk.client.retryNow();
  });
  constructor() {
    super();
    new Watch(this, () => this.desk.client);
    new Watch(this, () => this.desk.phone);
    new Watch(this, () => this.desk.ringer);
    new FocusKeeper(
      this,
      () => this.renderRoot.querySelectorAll<LitElement>('hub-incoming-calls, hub-call-list'),
      () => this.desk.phone?.board ?? emptyBoard,
      (id) => this.callList?.focusCall(id),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A click or a key anywhere is what browsers want before a page may ring.
    addEventListener('pointerdown', this.heard);
    addEventListener('keydown', this.heard);
    addEventListener('storage', this.stored);
    this.heard();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.heard);
    removeEventListener('keydown', this.heard);
    removeEventListener('storage', this.stored);
  }

  private readonly heard = (): void => {
    if (navigator.userActivation.hasBeenActive) void this.desk.ringer.unlock();
  };

  /** Another tab has added to the history. */
  private readonly stored = (): void => {
    this.desk.history.load();
  };

  protected override willUpdate(): void {
    this.dataset.ringing = this.desk.ringer.state;
  }

  protected override firstUpdated(): void {
    // On a touch screen that would cover half of the page with a keyboard.
    if (matchMedia('(pointer: fine)').matches) this.dialForm?.focus();
  }

  override render() {
    const { phone, features } = this.desk;
    const offline = !this.online.now;
    return html`
      <hub-top-bar here="phone" .desk=${this.desk} ?offline=${offline} @logout=${this.logOut}>
        ${this.attention()}
      </hub-top-bar>
      ${this.notice(offline)}
      ${phone === undefined || features === undefined ? this.withoutPhone() : this.withPhone(phone, features)}
    `;
  }

  private notice(offline: boolean) {
    const { client, phone } = this.desk;
    const { state } = client;
    const firstAttempt = state.kind === 'connecting' && state.retryAt === undefined && !offline;
    const trouble = phone?.trouble;
    if (firstAttempt || (state.kind === 'connected' && trouble === undefined)) return nothing;
    return html`<hub-connection-notice
      .state=${state}
      .trouble=${trouble === undefined ? undefined : excuse(trouble).words}
      ?offline=${offline}
      @retry=${this.retry}
    ></hub-connection-notice>`;
  }

  private withPhone(phone: Device, features: Features) {
    const { board } = phone;
    const { contacts } = this.desk;
    const stale = phone.sync !== 'current';
    const incoming = board.calls.filter(isIncoming);
    const others = board.calls.filter((call) => !isIncoming(call));
    return html`
      <hub-live-announcer .board=${board} .nameOf=${contacts.nameOf}></hub-live-announcer>
      <hub-incoming-calls
        .desk=${this.desk}
        .calls=${incoming}
        .others=${others}
        ?stale=${stale}
      ></hub-incoming-calls>
      <main class=${others.length > 0 ? 'busy' : ''}>
        <div class="phone set sheet">
          <hub-phone-display
            .phone=${phone}
            .features=${features}
            name=${userName(this.desk)}
          ></hub-phone-display>
          <hub-phone-settings
            .features=${features}
            .contacts=${contacts}
            .reasons=${this.desk.reasons}
          ></hub-phone-settings>
          <hub-dial-form .phone=${phone} .contacts=${contacts} ?stale=${stale}></hub-dial-form>
          ${this.trial(features, stale)}
        </div>
        <div class="work">
          <hub-call-list
            .desk=${this.desk}
            .calls=${others}
            .elsewhere=${incoming.length}
            .sync=${phone.sync}
          ></hub-call-list>
          <hub-ended-list
            .history=${this.desk.history}
            .clock=${this.desk.clock}
            .contacts=${contacts}
            @redial=${this.redial}
          ></hub-ended-list>
        </div>
        <div class="people">
          <hub-colleagues
            .contacts=${contacts}
            ?stale=${stale}
            @call=${this.call}
            @pick-up=${this.pickUp}
          ></hub-colleagues>
          <hub-message-list .log=${this.desk.log}></hub-message-list>
        </div>
      </main>
    `;
  }

  private trial(features: Features, stale: boolean) {
    const { callIn } = this.desk;
    if (callIn === undefined) return nothing;
    return html`<hub-trial-calls .features=${features} .callIn=${callIn} ?stale=${stale}></hub-trial-calls>`;
  }

  /** What the browser wants a click for: to be heard, and to show notifications. */
  private attention() {
    const { ringer, phone } = this.desk;
    if (phone === undefined) return nothing;
    if (ringer.state === 'blocked') {
      return html`<button
        type="button"
        class="plain"
        aria-label=${t().page.turnSoundOn}
        @click=${this.unlock}
      >
        ${icon('bell')} <span class="wide-words">${t().page.turnSoundOn}</span>
      </button>`;
    }
    if (notificationsAllowed() !== 'default') return nothing;
    return html`<button
      type="button"
      class="plain"
      aria-label=${t().page.allowNotifications}
      @click=${this.askForNotifications}
    >
      ${icon('bell')} <span class="wide-words">${t().page.allowNotifications}</span>
    </button>`;
  }

  private unlock(): void {
    void this.desk.ringer.unlock();
  }

  private async askForNotifications(): Promise<void> {
    await Notification.requestPermission();
    this.requestUpdate();
  }

  private withoutPhone() {
    return html`<main>
      <div class="without">
        <h1>${userName(this.desk)}</h1>
        <p>${t().page.noPhone}</p>
      </div>
    </main>`;
  }

  private retry(): void {
    if (this.desk.client.state.kind === 'connected') this.desk.phone?.retry();
    else this.desk.client.retryNow();
  }

  private redial(event: CustomEvent<string>): void {
    this.dialForm?.fill(event.detail);
  }

  private call(event: CustomEvent<string>): void {
    void this.dialForm?.call(event.detail);
  }

  private pickUp(event: CustomEvent<string>): void {
    void this.dialForm?.pickUpAt(event.detail);
  }

  private logOut(): void {
    this.dispatchEvent(new CustomEvent('logout'));
  }
}

/** The user's name, or what he logs in with. */
function userName({ me }: Desk): string {
  return me.name ?? me.userId;
}
