import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { Desk } from '../session.ts';
import { t } from '../words/language.ts';
import './connection-status.ts';
import { icon, mark } from './icons.ts';
import './language-choice.ts';
import { type PageName, pagesOf, paths } from './pages.ts';
import { base, buttons } from './styles.ts';

const symbols = { phone: 'answer', wallboard: 'board', numbers: 'numbers' } as const;

/** The bar above every page of a user who is logged in; what stands in it is the page's. Fires "logout". */
@customElement('hub-top-bar')
export class TopBar extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .bar {
        background: var(--bar);
        color: var(--bar-ink);
      }

      .bar > div {
        display: flex;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        max-inline-size: 90rem;
        min-block-size: 3.25rem;
        margin-inline: auto;
        padding-inline: var(--space-4);
      }

      :host([here='wallboard']) .bar > div {
        max-inline-size: none;
      }

      .bar :focus-visible {
        outline-color: var(--bar-ink);
      }

      .brand {
        font-size: var(--text-large);
        font-weight: 700;
        letter-spacing: 0.01em;
      }

      .gap {
        flex: 1;
      }

      .bar button,
      .bar a {
        color: var(--bar-ink);
      }

      .bar a {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2rem;
        padding-inline: var(--space-2);
        border-radius: var(--radius-small);
        font-weight: 500;
        text-decoration: none;
      }

      .bar a:hover,
      .bar button:hover {
        background: rgb(255 255 255 / 12%);
      }

      @media (max-width: 30rem) {
        .bar > div {
          gap: var(--space-1);
          padding-inline: var(--space-3);
        }

        .wide-words,
        .brand {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  /** Which page it is above. */
  @property({ reflect: true }) here: PageName = 'phone';
  @property({ type: Boolean }) offline = false;

  override render() {
    return html`<header class="bar">
      <div>
        ${mark()}
        <span class="brand">cstahub</span>
        ${this.elsewhere()}
        <span class="gap"></span>
        <slot></slot>
        <hub-language-choice></hub-language-choice>
        <hub-connection-status .client=${this.desk.client} ?offline=${this.offline}></hub-connection-status>
        <button type="button" class="plain" aria-label=${t().page.logOut} @click=${this.logOut}>
          ${icon('logOut')} <span class="wide-words">${t().page.logOut}</span>
        </button>
      </div>
    </header>`;
  }

  /** The ways to the other pages that have something to show. */
  private elsewhere() {
    const others = pagesOf(this.desk.me).filter((page) => page !== this.here);
    return others.map((page) => {
      const words = page === 'phone' ? t().page.phone : t()[page].heading;
      return html`<a href=${paths[page]} aria-label=${words}
        >${icon(symbols[page])} <span class="wide-words">${words}</span></a
      >`;
    });
  }

  private logOut(): void {
    this.dispatchEvent(new CustomEvent('logout'));
  }
}
