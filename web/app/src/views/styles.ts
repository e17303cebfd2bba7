// What several components look like alike. The colours and sizes are the page's tokens (styles/page.css).
import { css } from 'lit';

/** For every component. */
export const base = css`
  :host {
    display: block;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
    flex: none;
  }

  .mark {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    flex: none;
  }

  .mark-hub {
    fill: #f0b44c;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .digits {
    font-variant-numeric: tabular-nums;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export const buttons = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: var(--control);
    padding-inline: var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: transparent;
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    transition: background-color 120ms;
  }

  button:hover:not([aria-disabled]) {
    background: var(--sheet-sunk);
  }

  /* Not disabled, since that would take the keyboard's focus away. */
  button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }

  button.main {
    border-color: transparent;
    background: var(--petrol);
    color: var(--on-petrol);
  }

  button.main:hover:not([aria-disabled]) {
    background: var(--petrol-hover);
  }

  button.go {
    border-color: transparent;
    background: var(--go);
    color: var(--on-go);
  }

  button.go:hover:not([aria-disabled]) {
    background: var(--go-hover);
  }

  button.stop {
    border-color: transparent;
    background: var(--stop);
    color: var(--on-stop);
  }

  button.stop:hover:not([aria-disabled]) {
    background: var(--stop-hover);
  }

  button.plain {
    min-block-size: 2rem;
    padding-inline: var(--space-2);
    border-color: transparent;
    font-weight: 500;
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonBorder !important;
    }
  }
`;

export const fields = css`
  label {
    font-weight: 600;
  }

  input:not([type='checkbox']) {
    inline-size: 100%;
    min-block-size: var(--control);
    padding-inline: var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--sheet);
    color: inherit;
    font: inherit;
  }

  input[type='checkbox'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--petrol);
  }

  .excuse {
    padding: var(--space-2) var(--space-3);
    border-inline-start: 3px solid var(--lamp-failed);
    border-radius: var(--radius-small);
    background: var(--lamp-failed-soft);
    color: var(--lamp-failed-ink);
  }

  .excuse small {
    display: block;
    font-size: var(--text-small);
    overflow-wrap: anywhere;
  }
`;

/** A framed part of the page with a heading. */
export const panel = css`
  h2 {
    font-size: var(--text-small);
    font-weight: 700;
    letter-spacing: 0.08em;
    text-transform: uppercase;
    color: var(--ink-soft);
  }

  .sheet {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
    box-shadow: var(--shadow);
  }
`;
