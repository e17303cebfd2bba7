import { type TemplateResult, css, html, nothing } from 'lit';

/** A switch: on or off, and at once. */
export function toggle(
  label: string,
  on: boolean,
  { blocked = false, press }: { blocked?: boolean; press: () => void },
): TemplateResult {
  return html`<button
    type="button"
    class="switch"
    role="switch"
    aria-checked=${on ? 'true' : 'false'}
    aria-disabled=${blocked ? 'true' : nothing}
    @click=${press}
  >
    <span class="track" aria-hidden="true"></span>${label}
  </button>`;
}

export const toggles = css`
  button.switch {
    justify-content: start;
    gap: var(--space-3);
    min-block-size: 2rem;
    padding-inline: var(--space-1);
    border-color: transparent;
    font-weight: 500;
    text-align: start;
  }

  .track {
    flex: none;
    inline-size: 2.25rem;
    block-size: 1.25rem;
    padding: 2px;
    border: 2px solid var(--line-strong);
    border-radius: 1rem;
    transition: background-color 120ms;
  }

  .track::before {
    display: block;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border-radius: 50%;
    background: var(--line-strong);
    content: '';
    transition: translate 120ms;
  }

  [aria-checked='true'] .track {
    border-color: var(--petrol);
    background: var(--petrol);
  }

  [aria-checked='true'] .track::before {
    background: var(--on-petrol);
    translate: 1rem 0;
  }

  @media (forced-colors: active) {
    .track::before {
      background: ButtonText !important;
    }

    [aria-checked='true'] .track {
      background: Highlight;
    }
  }
`;
