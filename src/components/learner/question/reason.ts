import {html, type TemplateResult} from 'lit';
import {icon} from '../../icons.js';
import type {AskingMessages} from '../../messages/asking.js';

/** Why the answer is what it is, for the types that explain themselves once. */
export const renderReason = ({reason}: AskingMessages, why: unknown): TemplateResult => html`
  <div class="notice">
    ${icon('why')}
    <strong>${reason}</strong>
    <p>${why}</p>
  </div>
`;
