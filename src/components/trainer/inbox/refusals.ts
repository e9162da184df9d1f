import {html, nothing, type TemplateResult} from 'lit';
import type {ErrorCode} from '../../../errors.js';
import type {Refused} from '../../../exchange/receive.js';
import {icon} from '../../icons.js';
import type {Trouble} from '../../messages/trainer.js';
import type {Stand} from './stand.js';

/** Something that could not be taken in, and the file it came in. */
export type Refusal = Refused & {readonly file?: string};

/** So many of one reason are named at once. */
const namedAtOnce = 3;

/** Why something could not be taken in, and what to do. */
export const refusalOf = ({messages, room}: Stand, reason: ErrorCode): Trouble =>
  messages.refusals[reason] ?? room.refusals[reason] ?? room.unexpected;

/** What could not be taken in this time: each reason once, what to do, and what it was. */
export function refusals(stand: Stand, refused: readonly Refusal[]) {
  const {messages} = stand;
  if (refused.length === 0) return nothing;
  const reasons = new Map<ErrorCode, Refusal[]>();
  for (const one of refused) {
    const same = reasons.get(one.reason);
    if (same) same.push(one);
    else reasons.set(one.reason, [one]);
  }
  return html`
    <section class="stack tight" aria-labelledby="refused">
      <h4 id="refused">${messages.refused(refused.length)}</h4>
      <ul class="stack tight">
        ${[...reasons].map(([reason, ones]) => refusal(stand, reason, ones))}
      </ul>
    </section>
  `;
}

function refusal(stand: Stand, reason: ErrorCode, ones: readonly Refusal[]) {
  const {messages, room} = stand;
  const {what, todo} = refusalOf(stand, reason);
  const rest = ones.length - namedAtOnce;
  return html`
    <li class="notice bad">
      ${icon('alert')}
      <strong>${what}</strong>
      <span>${todo}</span>
      <div class="quietly">
        ${ones.length > 1 ? messages.refusedOf(ones.length) : nothing}
        ${list(ones.slice(0, rest > 1 ? namedAtOnce : ones.length), messages.beginsWith)}
        ${
          rest > 1
            ? html`
                <details>
                  <summary>${messages.moreRefused(rest)}</summary>
                  ${list(ones.slice(namedAtOnce), messages.beginsWith)}
                </details>
              `
            : nothing
        }
        ${room.code(reason)}
      </div>
    </li>
  `;
}

const list = (ones: readonly Refusal[], beginsWith: string): TemplateResult => html`
  <ul>
    ${ones.map(
      ({found, file}) => html`
        <li>
          ${
            file === undefined
              ? html`
                  ${beginsWith}
                  <span class="code">${found}…</span>
                `
              : html`
                  <span class="file">${file}</span>
                `
          }
        </li>
      `,
    )}
  </ul>
`;
