import {html, nothing} from 'lit';
import type {LessonEntry} from '../../../curriculum/course.js';
import {planSession} from '../../../curriculum/session-plan.js';
import type {Session} from '../../../store/sessions.js';
import {icon} from '../../icons.js';
import type {SessionMessages} from '../../messages/session.js';
import {clock} from './clock.js';

/** How the time goes, with what to do where there is too little. */
export function planTable(
  chosen: readonly LessonEntry[],
  {begins, minutes}: Session,
  messages: SessionMessages,
) {
  const {parts, lacking} = planSession(chosen, minutes);
  if (parts.length === 0)
    return html`
      <p>${messages.planNone}</p>
    `;
  return html`
    <table class="plan">
      <thead class="unseen">
        <tr>
          <th scope="col">${messages.planTime}</th>
          <th scope="col">${messages.planWhat}</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          (part) => html`
            <tr>
              <td class="time">${clock(begins + part.from)}</td>
              <td>
                ${
                  part.kind === 'lesson'
                    ? chosen.find(({id}) => id === part.lesson)?.title
                    : messages.planParts[part.kind]
                }
                <span class="quietly">${messages.planMinutes(part.minutes)}</span>
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
    ${
      lacking > 0
        ? html`
            <p class="notice">
              ${icon('alert')}
              <span>${messages.lacking(lacking)}</span>
            </p>
          `
        : nothing
    }
  `;
}
