import { LitElement } from 'lit';

/**
 * Has a component and all that are in it say anew what they say, such as in another language. What was typed into
 * them stays, and so does the focus.
 */
export function renderAnew(component: LitElement): void {
  component.requestUpdate();
  for (const inside of component.renderRoot.querySelectorAll('*')) {
    if (inside instanceof LitElement) renderAnew(inside);
  }
}
