import {html, type TemplateResult} from 'lit';

/** A live region: it stands before it has anything to say, and takes no room then. */
export const told = (words: string): TemplateResult => html`
  <p class="told ${words ? '' : 'none'}" role="status">${words}</p>
`;
