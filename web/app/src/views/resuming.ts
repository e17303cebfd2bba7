import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { HubState } from '@cstahub/client';
import './connection-notice.ts';
import { t } from '../words/language.ts';
import { mark } from './icons.ts';
import { Online } from './online.ts';
import { base, buttons } from './styles.ts';

/** The page of a tab that was reloaded, until the server has said whose it is. Fires "retry" and "logout". */
@customElement('hub-resuming')
export class Resuming extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      main {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-4);
        min-block-size: 80dvh;
        padding: var(--space-4);
      }

      .mark {
        inline-size: 3.5rem;
        block-size: 3.5rem;
        color: var(--ink-soft);
      }
    `,
  ];

  /** When the server is asked again, in milliseconds; undefined while it is being asked. */
  @property({ attribute: false }) retryAt: number | undefined;

  private readonly online = new Online(this, () => this.dispatchEvent(new CustomEvent('retry')));

  override render() {
    const state: HubState = { kind: 'connecting', retryAt: this.retryAt };
    return html`
      ${
        this.retryAt === undefined
          ? ''
          : html`<hub-connection-notice
              .state=${state}
              ?offline=${!this.online.now}
              @retry=${() => this.dispatchEvent(new CustomEvent('retry'))}
            ></hub-connection-notice>`
      }
      <main>
        ${mark()}
        <h1 class="unseen">cstahub</h1>
        <p role="status">${t().login.resuming}</p>
        <button type="button" class="plain" @click=${() => this.dispatchEvent(new CustomEvent('logout'))}>
          ${t().page.logOut}
        </button>
      </main>
    `;
  }
}
