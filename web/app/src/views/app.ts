import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';

import { type Desk, Session } from '../session.ts';
import { language, t } from '../words/language.ts';
import { pageTitle } from '../words/title.ts';
import './desk.ts';
import type { LoginDetail } from './login-form.ts';
import './login-form.ts';
import { renderAnew } from './render-anew.ts';
import './resuming.ts';
import { pageAt } from './pages.ts';
import { base } from './styles.ts';
import './wallboard.ts';
import { Watch } from './watch.ts';

/** The whole page. */
@customElement('hub-app')
export class App extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        min-block-size: 100dvh;
      }
    `,
  ];

  private readonly here = pageAt(location.pathname);
  /** Only the telephone's page is a telephone. */
  private readonly session = new Session(this.here === 'phone');

  constructor() {
    super();
    language.restore();
    // Few ever see it: the others need not wait for it.
    if (this.here === 'numbers') void import('./numbers.ts');
    language.subscribe(() => {
      renderAnew(this);
    });
    new Watch(this, () => this.session);
    new Watch(this, () => this.desk?.phone);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.session.resume();
  }

  override render() {
    const { state } = this.session;
    switch (state.kind) {
      case 'loggedOut':
      case 'loggingIn':
        return html`<hub-login-form
          .user=${this.session.lastUser}
          .notice=${state.kind === 'loggedOut' ? state.notice : undefined}
          ?busy=${state.kind === 'loggingIn'}
          @login=${this.logIn}
        ></hub-login-form>`;
      case 'resuming':
        return html`<hub-resuming
          .retryAt=${state.retryAt}
          @retry=${this.retry}
          @logout=${this.logOut}
        ></hub-resuming>`;
      case 'loggedIn':
        return this.view(state.desk);
    }
  }

  private view(desk: Desk) {
    switch (this.here) {
      case 'wallboard':
        return html`<hub-wallboard .desk=${desk} @logout=${this.logOut}></hub-wallboard>`;
      case 'numbers':
        return html`<hub-numbers .desk=${desk} @logout=${this.logOut}></hub-numbers>`;
      case 'phone':
        return html`<hub-desk .desk=${desk} @logout=${this.logOut}></hub-desk>`;
    }
  }

  protected override updated(): void {
    document.title = this.here === 'phone' ? pageTitle(this.desk) : `${t()[this.here].heading} – cstahub`;
  }

  private get desk(): Desk | undefined {
    return this.session.state.kind === 'loggedIn' ? this.session.state.desk : undefined;
  }

  private logIn(event: CustomEvent<LoginDetail>): void {
    void this.session.logIn(event.detail.user, event.detail.password);
  }

  private retry(): void {
    this.session.retryNow();
  }

  private logOut(): void {
    this.session.logOut();
  }
}
