import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { t } from '../words/language.ts';
import { base, buttons } from './styles.ts';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Digits for a call, by button or by keyboard. Fires "digit" with each. */
@customElement('hub-keypad')
export class Keypad extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      [role='group'] {
        display: grid;
        grid-template-columns: repeat(3, minmax(3rem, 4.5rem));
        gap: var(--space-1);
      }

      button {
        font-family: var(--font-digits);
        font-size: var(--text-large);
      }

      output {
        display: block;
        min-block-size: 1.5em;
        font-family: var(--font-digits);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ type: Boolean }) stale = false;
  @state() private sent = '';

  override render() {
    const words = t().actions;
    return html`<output aria-label=${words.digits}>${this.sent}</output>
      <div role="group" aria-label=${words.keypad} @keydown=${this.typed}>
        ${keys.map(
          (key) =>
            html`<button
              type="button"
              aria-label=${words.digit(key)}
              aria-disabled=${this.stale ? 'true' : 'false'}
              @click=${() => {
                this.press(key);
              }}
            >
              ${key}
            </button>`,
        )}
      </div>`;
  }

  private typed(event: KeyboardEvent): void {
    if (!keys.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.press(event.key);
  }

  private press(key: string): void {
    if (this.stale) return;
    this.sent += key;
    this.dispatchEvent(new CustomEvent<string>('digit', { detail: key }));
  }
}
