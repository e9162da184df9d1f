import {html, nothing} from 'lit';
import type {Module} from '../../../curriculum/course.js';
import {icon} from '../../icons.js';
import type {SessionMessages} from '../../messages/session.js';

/** Lessons to tick, module by module; modules with a chosen lesson stand open. */
export const lessonChoice = (
  modules: readonly Module[],
  chosen: readonly string[],
  messages: SessionMessages,
  choose: (id: string, on: boolean) => void,
) => html`
  <div>
    ${modules.map(({title, lessons}) => {
      const count = lessons.filter(({id}) => chosen.includes(id)).length;
      return html`
        <details ?open=${count > 0}>
          <summary>
            <span>${title}</span>
            <span class="quietly">${count > 0 ? messages.chosenIn(count) : nothing}</span>
            ${icon('down')}
          </summary>
          ${lessons.map(
            ({id, title: name, minutes}) => html`
              <label class="tick">
                <input
                  type="checkbox"
                  .checked=${chosen.includes(id)}
                  @change=${({target}: Event) => choose(id, (target as HTMLInputElement).checked)}
                />
                <span>${name}</span>
                <span class="quietly">${messages.lessonMinutes(minutes)}</span>
              </label>
            `,
          )}
        </details>
      `;
    })}
  </div>
`;
