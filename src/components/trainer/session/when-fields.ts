import {html} from 'lit';
import {dayOf, dayText} from '../../../store/reckoning/calendar.js';
import type {Session} from '../../../store/sessions.js';
import type {SessionMessages} from '../../messages/session.js';
import {clock} from './clock.js';
import {numberField} from './number-field.js';

const leastMinutes = 20;
const mostMinutes = 480;

/** When an evening begins, how long it takes, and where. */
export function whenFields(
  session: Session,
  messages: SessionMessages,
  change: (change: Partial<Session>) => void,
) {
  const value = ({target}: Event) => (target as HTMLInputElement).value;
  return html`
    <div class="fields">
      <label class="field">
        ${messages.when}
        <input
          type="date"
          .value=${dayText(session.day)}
          @change=${(event: Event) => {
            const day = dayOf(value(event));
            if (Number.isInteger(day)) change({day});
          }}
        />
      </label>
      <label class="field">
        ${messages.begins}
        <input
          type="time"
          .value=${clock(session.begins)}
          @change=${(event: Event) => {
            const [hours = NaN, minutes = NaN] = value(event).split(':').map(Number);
            const begins = hours * 60 + minutes;
            if (Number.isInteger(begins)) change({begins});
          }}
        />
      </label>
      ${numberField(
        {
          label: messages.minutes,
          value: session.minutes,
          least: leastMinutes,
          most: mostMinutes,
          step: 5,
        },
        (minutes) => change({minutes}),
      )}
      <label class="field long">
        ${messages.place}
        <input
          type="text"
          maxlength="200"
          placeholder=${messages.placeHint}
          .value=${session.place}
          @change=${(event: Event) => change({place: value(event).trim()})}
        />
      </label>
    </div>
  `;
}
