import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {HandOverWay} from '../../../store/exchange-contract.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import {LocalizeController} from '../../controllers/localize.js';
import {asideIcon} from '../../icons-aside.js';
import {runsInsideApp} from '../../inside-app.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import {saveFile} from '../../save-file.js';
import {hasShareSheet, openShareSheet} from '../../share-sheet.js';
import {HandOver} from '../hand-over.js';
import {CodeOnShow} from './code-on-show.js';
import {SentAs} from './sent-as.js';
import {OutgoingFile} from './outgoing-file.js';
import {told} from './told.js';

/** Every way a learner's own progress leaves a phone, each a button; what came of the last one is said. */
export class Ways {
  readonly code: HandOver;
  readonly #host: LitElement;
  readonly #store: Store;
  readonly #study: Study;
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  readonly #file: OutgoingFile;
  readonly #onShow: CodeOnShow;
  readonly #left: () => void;
  #said = '';

  /** `left` is called each time progress left this device, once that is noted. */
  constructor(host: LitElement, store: Store, study: Study, left: () => void) {
    this.#host = host;
    this.#store = store;
    this.#study = study;
    this.#left = left;
    this.#localize = new LocalizeController(host, handOverLanguages);
    const sentAs = new SentAs(host, store, study.learner);
    this.code = new HandOver(
      host,
      study,
      () => {
        this.#said = '';
        void this.#note('copied');
      },
      (code) => sentAs.text(code),
    );
    this.#file = new OutgoingFile(host, store, {
      learners: [study.learner],
      courses: [study.course],
    });
    this.#onShow = new CodeOnShow(host, store, study, sentAs);
  }

  /** Something was learned meanwhile. */
  renew() {
    void this.#file.make();
  }

  /** Ends what moves. */
  rest() {
    this.#onShow.hide();
  }

  showButton(all: boolean, words: string, look = ''): TemplateResult {
    const isOn = this.#onShow.isOpen;
    return html`
      <button
        type="button"
        class=${look}
        aria-expanded=${isOn}
        @click=${() => (isOn ? this.#hide() : this.#show(all))}
      >
        ${asideIcon('scan')}${words}
      </button>
    `;
  }

  /** `always`: where there is no share sheet, the code is copied from its field, which must be on show. */
  shareButton(always: boolean): TemplateResult | typeof nothing {
    if (!always && !hasShareSheet()) return nothing;
    return html`
      <button type="button" @click=${this.#share}>
        ${asideIcon('share')}${this.#localize.messages.shareSheet}
      </button>
    `;
  }

  saveButton(): TemplateResult {
    return html`
      <button type="button" aria-disabled=${!this.#file.file} @click=${this.#save}>
        ${asideIcon('file')}${this.#localize.messages.save}
      </button>
    `;
  }

  /** The code on the screen, while it is asked for. */
  shown(): TemplateResult | typeof nothing {
    const {messages} = this.#localize;
    if (!this.#onShow.isOpen) return nothing;
    return html`
      <div class="shown stack tight">
        ${this.#onShow.render()}
        <div class="row">
          <button type="button" @click=${() => this.#show(!this.#onShow.isAll)}>
            ${asideIcon('scan')}${this.#onShow.isAll ? messages.one : messages.all}
          </button>
        </div>
      </div>
    `;
  }

  /** How the last way ended. */
  told(): TemplateResult {
    const {messages} = this.#localize;
    return told(this.#said || (this.#file.hasFailed ? messages.fileFailed : ''));
  }

  #say(words: string) {
    this.code.hush();
    this.#said = words;
    this.#host.requestUpdate();
  }

  async #note(way: HandOverWay) {
    const {learner, course} = this.#study;
    // It did leave, noted or not.
    await this.#store
      .exchange()
      .then((exchange) => exchange.departed(learner, course.id, way))
      .catch(() => undefined);
    this.#left();
  }

  async #show(all: boolean) {
    this.#say('');
    if (!(await this.#onShow.show(all))) return;
    void this.#note('shown');
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector('.shown')?.scrollIntoView({block: 'nearest'});
  }

  #hide() {
    this.#onShow.hide();
    this.#host.requestUpdate();
  }

  readonly #share = async () => {
    const {messages} = this.#localize;
    const shared = await openShareSheet(this.code.text, this.#file.file);
    if (shared === 'not') return this.#say(messages.notShared);
    if (shared === 'none') {
      const isCopied = await this.code.copy();
      if (isCopied) this.#say(messages.noSheet);
      return;
    }
    this.#say(shared === 'file' ? messages.shared : messages.sharedAsText);
    await this.#note('shared');
  };

  readonly #save = async () => {
    const {messages} = this.#localize;
    const {file} = this.#file;
    if (!file) return this.#say(this.#file.hasFailed ? messages.fileFailed : messages.fileMaking);
    saveFile(file);
    this.#say(runsInsideApp() ? messages.savedInApp : messages.saved(file.name));
    await this.#note('downloaded');
  };
}
