import {nothing, type ReactiveControllerHost} from 'lit';
import type {KeepingState} from '../../store/store.js';
import {LocalizeController} from '../controllers/localize.js';
import {keepingLanguages} from '../messages/keeping.js';
import {notice} from './notice.js';

/** How this device keeps things, where a learner should know. Comes with the code that keeps. */
export class KeepingNotice {
  readonly #localize: LocalizeController<typeof keepingLanguages.vi>;

  constructor(host: ReactiveControllerHost & Element) {
    this.#localize = new LocalizeController(host, keepingLanguages);
  }

  render(state: KeepingState) {
    const advice = this.#localize.messages[state];
    return advice ? notice(advice) : nothing;
  }
}
