import {html, nothing} from 'lit';
import type {ErrorCode} from '../../../errors.js';
import type {Refused} from '../../../exchange/receive.js';
import {icon} from '../../icons.js';
import type {Trouble} from '../../messages/trainer.js';
import type {Stand} from './stand.js';

/** Why something could not be taken in, and what to do. */
export const refusalOf = ({messages, room}: Stand, reason: ErrorCode): Trouble =>
  messages.refusals[reason] ?? room.refusals[reason] ?? room.unexpected;

/** What could not be taken in this time, each with its reason and what to do. */
export function refusals(stand: Stand, refused: readonly Refused[]) {
  const {messages} = stand;
  if (refused.length === 0) return nothing;
  return html`
    <section class="stack tight" aria-labelledby="refused">
      <h4 id="refused">${messages.refused(refused.length)}</h4>
      <ul class="stack tight">
        ${refused.map((one) => refusal(stand, one))}
      </ul>
    </section>
  `;
}

function refusal(stand: Stand, {found, reason}: Refused) {
  const {messages, room} = stand;
  const {what, todo} = refusalOf(stand, reason);
  return html`
    <li class="notice bad">
      ${icon('alert')}
      <strong>${what}</strong>
      <span>${todo}</span>
      <span class="quietly">
        ${messages.beginsWith}
        <span class="code">${found}…</span>
        <br />
        ${room.code(reason)}
      </span>
    </li>
  `;
}
