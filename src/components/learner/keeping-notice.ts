import {html, type LitElement, nothing} from 'lit';
import type {LoadedCourse} from '../../store/courses.js';
import type {KeepingState, Store} from '../../store/store.js';
import {LocalizeController} from '../controllers/localize.js';
import {day} from '../date-time.js';
import {chunk} from '../failure.js';
import {icon} from '../icons.js';
import {keepingLanguages} from '../messages/keeping.js';
import type {BeginWithCode} from './begin-with-code.js';
import {notice} from '../notice.js';

/** How this device keeps things, where a learner should know. Comes with the code that keeps. */
export class KeepingNotice {
  readonly #host: LitElement & {readonly lesson: string};
  readonly #localize: LocalizeController<typeof keepingLanguages.vi>;
  #beginning: BeginWithCode | undefined;
  #fetching = false;

  constructor(host: LitElement & {readonly lesson: string}) {
    this.#host = host;
    this.#localize = new LocalizeController(host, keepingLanguages);
  }

  render(state: KeepingState, loaded: LoadedCourse | undefined, store: Store | undefined) {
    const {messages} = this.#localize;
    const advice = messages[state];
    // Whoever reads a lesson is not to be asked first.
    if (this.#host.lesson !== '') this.#beginning = undefined;
    else if (state === 'wiped' && loaded && store) void this.#fetchBeginning(store, loaded);
    const beginning =
      state === 'wiped' || this.#beginning?.hasAdopted ? this.#beginning : undefined;
    return html`
      ${beginning?.render() ?? (advice ? notice(advice) : nothing)}
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

  /** Until it is here, and where it cannot be had, the words say where else the field is. */
  async #fetchBeginning(store: Store, loaded: LoadedCourse) {
    if (this.#fetching || this.#beginning) return;
    this.#fetching = true;
    try {
      const {BeginWithCode} = await chunk(import('./begin-with-code.js'));
      this.#beginning = new BeginWithCode(this.#host, store, loaded);
      this.#host.requestUpdate();
    } catch {
      // The field below the lessons stays; the next drawing asks again.
    }
    this.#fetching = false;
  }
}
