import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { Desk } from '../session.ts';
import { t } from '../words/language.ts';
import './connection-status.ts';
import { icon, mark } from './icons.ts';
import './language-choice.ts';
import { base, buttons } from './styles.ts';

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
  @property({ reflect: true }) here: 'phone' | 'wallboard' = 'phone';
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

  /** The way to the other page, for those who have something to see there. */
  private elsewhere() {
    const { me } = this.desk;
    const [href, words, symbol] =
      this.here === 'phone'
        ? (['/wallboard', t().wallboard.heading, 'board'] as const)
        : (['/', t().page.phone, 'answer'] as const);
    const others = [...(me.control ?? []), ...(me.observe ?? [])];
    const wanted = this.here === 'phone' ? me.role !== 'agent' || others.length > 0 : me.device !== undefined;
    if (!wanted) return nothing;
    return html`<a href=${href} aria-label=${words}
      >${icon(symbol)} <span class="wide-words">${words}</span></a
    >`;
  }

  private logOut(): void {
    this.dispatchEvent(new CustomEvent('logout'));
  }
}
