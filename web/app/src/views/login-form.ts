import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

import { t } from '../words/language.ts';
import type { Notice } from '../session.ts';
import { mark } from './icons.ts';
import './language-choice.ts';
import { base, buttons, fields } from './styles.ts';

export interface LoginDetail {
  readonly user: string;
  readonly password: string;
}

/** The page of a tab that nobody is logged in to. Fires "login" with a LoginDetail. */
@customElement('hub-login-form')
export class LoginForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(18rem, 5fr) 7fr;
        min-block-size: 100dvh;
      }

      .side {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        gap: var(--space-5);
        overflow: hidden;
        padding: var(--space-6);
        background: var(--bar);
        color: var(--bar-ink);
      }

      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--text-large);
        font-weight: 700;
        letter-spacing: 0.01em;
      }

      .lines {
        inline-size: 100%;
        max-inline-size: 26rem;
        margin-inline: auto;
        color: var(--bar-ink-soft);
      }

      .side p {
        color: var(--bar-ink-soft);
      }

      main {
        display: grid;
        place-items: center;
        padding: var(--space-5) var(--space-4);
      }

      form {
        display: grid;
        gap: var(--space-4);
        inline-size: min(100%, 22rem);
      }

      h1 {
        font-size: 1.75rem;
        font-weight: 700;
        letter-spacing: -0.01em;
        line-height: 1.2;
      }

      .field {
        display: grid;
        gap: var(--space-1);
      }

      .note {
        padding: var(--space-2) var(--space-3);
        border-inline-start: 3px solid var(--lamp-calling);
        border-radius: var(--radius-small);
        background: var(--sheet);
      }

      @media (max-width: 48rem) {
        :host {
          grid-template-columns: 1fr;
          grid-template-rows: auto 1fr;
        }

        .side {
          flex-direction: row;
          align-items: center;
          padding: var(--space-3) var(--space-4);
        }

        .lines,
        .side p {
          display: none;
        }

        main {
          place-items: start center;
          padding-block-start: var(--space-6);
        }
      }
    `,
  ];

  @property({ attribute: false }) notice: Notice | undefined;
  /** Who logged in last. */
  @property({ attribute: false }) user = '';
  /** The server is being asked. */
  @property({ type: Boolean }) busy = false;

  @query('#user') private readonly userField!: HTMLInputElement;
  @query('#password') private readonly passwordField!: HTMLInputElement;

  protected override firstUpdated(): void {
    (this.user === '' ? this.userField : this.passwordField).focus();
  }

  override render() {
    const wrong = this.notice?.kind === 'wrongPassword' && !this.busy;
    return html`
      <header class="side">
        <span class="brand">${mark()} cstahub</span>
        ${lines()}
        <p>${t().login.slogan}</p>
        <hub-language-choice></hub-language-choice>
      </header>
      <main>
        <form @submit=${this.submit} novalidate aria-labelledby="heading">
          <h1 id="heading">${t().login.heading}</h1>
          ${this.busy || this.notice === undefined ? nothing : this.noticeWords(this.notice)}
          <div class="field">
            <label for="user">${t().login.user}</label>
            <input
              id="user"
              name="username"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              .value=${this.user}
              aria-invalid=${wrong ? 'true' : nothing}
              aria-describedby=${wrong ? 'notice' : nothing}
              required
            />
          </div>
          <div class="field">
            <label for="password">${t().login.password}</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              aria-invalid=${wrong ? 'true' : nothing}
              aria-describedby=${wrong ? 'notice' : nothing}
              required
            />
          </div>
          <button class="main" aria-disabled=${this.busy ? 'true' : nothing}>
            ${this.busy ? `${t().login.loggingIn}…` : t().login.logIn}
          </button>
          <span class="unseen" role="status">${this.busy ? t().login.loggingIn : ''}</span>
        </form>
      </main>
    `;
  }

  private noticeWords(notice: Notice) {
    switch (notice.kind) {
      case 'wrongPassword':
        return html`<p id="notice" class="excuse" role="alert">${t().login.wrongPassword}</p>`;
      case 'tooMany':
        return html`<p class="excuse" role="alert">${t().login.tooMany}</p>`;
      case 'unreachable':
        return html`<p class="excuse" role="alert">${t().login.unreachable}</p>`;
      case 'server':
        return html`<p class="excuse" role="alert">${t().login.server}<small>${notice.detail}</small></p>`;
      case 'expired':
        return html`<p class="note" role="status">${t().login.expired}</p>`;
      case 'callsGoOn':
        return html`<p class="note" role="status">${t().login.callsGoOn}</p>`;
    }
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const user = this.userField.value.trim();
    const password = this.passwordField.value;
    if (user === '' || password === '') {
      (user === '' ? this.userField : this.passwordField).focus();
      return;
    }
    this.dispatchEvent(new CustomEvent<LoginDetail>('login', { detail: { user, password } }));
  }
}

/** Lines that meet in a hub: what the product does, as a drawing. */
function lines() {
  return html`<svg class="lines" viewBox="0 0 320 240" fill="none" aria-hidden="true">
    <g stroke="currentColor" stroke-width="2" stroke-linecap="round" opacity="0.55">
      <path d="M20 30c80 0 60 90 140 90" />
      <path d="M20 90c60 0 70 30 140 30" />
      <path d="M20 150c60 0 70-30 140-30" />
      <path d="M20 210c80 0 60-90 140-90" />
      <path d="M300 30c-80 0-60 90-140 90" />
      <path d="M300 90c-60 0-70 30-140 30" />
      <path d="M300 150c-60 0-70-30-140-30" />
      <path d="M300 210c-80 0-60-90-140-90" />
    </g>
    <g fill="currentColor">
      <circle cx="20" cy="30" r="6" />
      <circle cx="20" cy="90" r="6" />
      <circle cx="20" cy="150" r="6" />
      <circle cx="20" cy="210" r="6" />
      <circle cx="300" cy="30" r="6" />
      <circle cx="300" cy="90" r="6" />
      <circle cx="300" cy="150" r="6" />
      <circle cx="300" cy="210" r="6" />
    </g>
    <path
      d="M20 90c60 0 70 30 140 30s80-90 140-90"
      stroke="#f0b44c"
      stroke-width="3.5"
      stroke-linecap="round"
    />
    <circle cx="20" cy="90" r="7" fill="#f0b44c" />
    <circle cx="300" cy="30" r="7" fill="#f0b44c" />
    <circle class="mark-hub" cx="160" cy="120" r="13" />
  </svg>`;
}
