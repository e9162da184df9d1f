import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LoadedCourse} from '../../../store/courses.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import {LocalizeController} from '../../controllers/localize.js';
import {chunk} from '../../failure.js';
import {asideIcon} from '../../icons-aside.js';
import {icon} from '../../icons.js';
import {aboutMeLanguages} from '../../messages/about-me.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import {saveFile} from '../../save-file.js';
import type {AboutMe} from './about-me.js';
import type * as sheetModule from './about-me-sheet.js';
import {told} from './told.js';

/** Shows a learner everything this device knows of them, and saves it as a page to keep. */
export class AboutMeView {
  readonly #host: ReactiveControllerHost;
  readonly #store: Store;
  readonly #study: Study;
  readonly #loaded: () => LoadedCourse | undefined;
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  readonly #words: LocalizeController<typeof aboutMeLanguages.vi>;
  #sheet: typeof sheetModule | undefined;
  #about: AboutMe | undefined;
  #said = '';

  constructor(
    host: ReactiveControllerHost & Element,
    store: Store,
    study: Study,
    loaded: () => LoadedCourse | undefined,
  ) {
    this.#host = host;
    this.#store = store;
    this.#study = study;
    this.#loaded = loaded;
    this.#localize = new LocalizeController(host, handOverLanguages);
    this.#words = new LocalizeController(host, aboutMeLanguages);
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    const about = this.#about;
    return html`
      <section class="part">
        <div class="row">
          <button
            type="button"
            class="quiet"
            aria-expanded=${about !== undefined}
            @click=${this.#open}
          >
            ${icon('note')}${about ? messages.aboutHide : messages.about}
          </button>
        </div>
        ${told(this.#said)}
        ${
          about && this.#sheet
            ? html`
                <div class="row">
                  <button type="button" @click=${this.#save}>
                    ${asideIcon('file')}${messages.aboutSave}
                  </button>
                  <span class="quietly">${messages.aboutNote}</span>
                </div>
                <div class="about stack tight">
                  ${this.#sheet.aboutMeSheet(about, this.#words.messages)}
                </div>
              `
            : nothing
        }
      </section>
    `;
  }

  readonly #open = async () => {
    const {messages, lang} = this.#localize;
    if (this.#about) {
      this.#about = undefined;
      return this.#say('');
    }
    this.#say(messages.aboutMaking);
    try {
      const [{gatherAboutMe}, sheet] = await Promise.all([
        chunk(import('./about-me.js')),
        chunk(import('./about-me-sheet.js')),
      ]);
      this.#about = await gatherAboutMe(this.#store, this.#study, this.#loaded(), {lang});
      this.#sheet = sheet;
      this.#say('');
    } catch {
      this.#say(messages.aboutFailed);
    }
  };

  readonly #save = () => {
    if (!this.#about || !this.#sheet) return;
    const {messages, lang} = this.#words;
    const file = this.#sheet.aboutMeFile(this.#about, messages, lang);
    saveFile(file);
    this.#say(this.#localize.messages.saved(file.name));
  };

  #say(words: string) {
    this.#said = words;
    this.#host.requestUpdate();
  }
}
