import {html, type TemplateResult} from 'lit';
import {icon} from '../../icons.js';

/** Why the answer is what it is, for the types that explain themselves once. */
export const renderReason = (title: string, why: unknown): TemplateResult => html`
  <div class="notice">
    ${icon('why')}
    <strong>${title}</strong>
    <p>${why}</p>
  </div>
`;
