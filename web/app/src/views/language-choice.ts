import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';

import { language, languages, t } from '../words/language.ts';
import { icon } from './icons.ts';
import { base } from './styles.ts';
import { Watch } from './watch.ts';

/** The language of the page. */
@customElement('hub-language-choice')
export class LanguageChoice extends LitElement {
  static override styles = [
    base,
    css`
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
      }

      select {
        min-block-size: 2rem;
        border: 0;
        border-radius: var(--radius-small);
        background: var(--bar);
        color: inherit;
        font: inherit;
      }

      :focus-visible {
        outline-color: currentColor;
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, () => language);
  }

  override render() {
    return html`<label>
      <span class="unseen">${t().page.languages}</span>${icon('globe')}
      <select
        @change=${(event: Event) => {
          language.choose((event.target as HTMLSelectElement).value);
        }}
      >
        ${Object.entries(languages).map(
          ([code, words]) =>
            html`<option value=${code} lang=${code} ?selected=${code === language.code}>
              ${words.language}
            </option>`,
        )}
      </select>
    </label>`;
  }
}
