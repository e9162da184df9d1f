import {html} from 'lit';
import {dayOf, dayText} from '../../../store/reckoning/calendar.js';
import type {Session} from '../../../store/sessions.js';
import type {SessionMessages} from '../../messages/session.js';
import {clock} from './clock.js';

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
      <label class="field">
        ${messages.minutes}
        <input
          type="number"
          min="20"
          max=${mostMinutes}
          step="5"
          inputmode="numeric"
          .value=${String(session.minutes)}
          @change=${(event: Event) => {
            const minutes = Number(value(event));
            if (Number.isInteger(minutes) && minutes >= 20 && minutes <= mostMinutes)
              change({minutes});
            else (event.target as HTMLInputElement).value = String(session.minutes);
          }}
        />
      </label>
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
