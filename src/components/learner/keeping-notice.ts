import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {LoadedCourse} from '../../store/courses.js';
import type {KeepingState} from '../../store/store.js';
import {LocalizeController} from '../controllers/localize.js';
import {day} from '../date-time.js';
import {icon} from '../icons.js';
import {keepingLanguages} from '../messages/keeping.js';
import {notice} from './notice.js';

/** How this device keeps things, where a learner should know. Comes with the code that keeps. */
export class KeepingNotice {
  readonly #localize: LocalizeController<typeof keepingLanguages.vi>;

  constructor(host: ReactiveControllerHost & Element) {
    this.#localize = new LocalizeController(host, keepingLanguages);
  }

  render(state: KeepingState, loaded: LoadedCourse | undefined) {
    const {messages} = this.#localize;
    const advice = messages[state];
    return html`
      ${advice ? notice(advice) : nothing}
      ${
        loaded?.from === 'kept'
          ? html`
              <p class="kept quietly" role="status">
                ${icon('save')}
                <span>${messages.kept(day(loaded.keptOn))}</span>
              </p>
            `
          : nothing
      }
    `;
  }
}
