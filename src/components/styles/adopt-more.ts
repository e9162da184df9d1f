import type {CSSResult} from 'lit';

/**
 * Adds the styles of a part that was fetched later to those an element has. To be called at each drawing, since
 * an element that adopts others of its own drops what was added.
 */
export function adoptMore(host: Element, styles: CSSResult): void {
  const {shadowRoot} = host;
  const {styleSheet} = styles;
  if (!shadowRoot || !styleSheet || shadowRoot.adoptedStyleSheets.includes(styleSheet)) return;
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, styleSheet];
}
