import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import type {LearnerKey} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import {LocalizeController} from '../../controllers/localize.js';
import {asideIcon} from '../../icons-aside.js';
import {runsInsideApp} from '../../inside-app.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import {saveFile} from '../../save-file.js';
import {makeFile} from './make-file.js';

/** One tap that saves everything of a learner as a file, before it goes from this device. */
export class SaveFirst {
  readonly #host: ReactiveControllerHost;
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  #said = '';
  #busy = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#localize = new LocalizeController(host, handOverLanguages);
  }

  button(store: Store, course: Course, learner: LearnerKey): TemplateResult {
    return html`
      <button
        type="button"
        aria-disabled=${this.#busy}
        @click=${() => this.#save(store, course, learner)}
      >
        ${asideIcon('file')}${this.#localize.messages.fileFirst}
      </button>
    `;
  }

  /** How it ended. */
  get said(): string {
    return this.#said;
  }

  async #save(store: Store, course: Course, learner: LearnerKey) {
    if (this.#busy) return;
    this.#busy = true;
    this.#say(this.#localize.messages.fileMaking);
    try {
      const file = await makeFile(store, {learners: [learner], courses: [course]});
      saveFile(file);
      const {messages} = this.#localize;
      this.#said = runsInsideApp() ? messages.savedInApp : messages.saved(file.name);
    } catch {
      this.#said = this.#localize.messages.fileFailed;
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }

  #say(words: string) {
    this.#said = words;
    this.#host.requestUpdate();
  }
}
