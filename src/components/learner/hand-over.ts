import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {progressCodeOf} from '../../exchange/progress-code.js';
import type {Study} from '../../store/study.js';
import {LocalizeController} from '../controllers/localize.js';
import {copyText} from '../copy-text.js';
import {asideIcon} from '../icons-aside.js';
import {asideLanguages} from '../messages/aside.js';

/** The learner's progress as a text code, to be copied into a message. */
export class HandOver {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #localize: LocalizeController<typeof asideLanguages.vi>;
  readonly #study: Study;
  #copied: boolean | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, study: Study) {
    this.#host = host;
    this.#localize = new LocalizeController(host, asideLanguages);
    this.#study = study;
  }

  /** What the code says now. */
  get code(): string {
    return progressCodeOf(this.#study);
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    return html`
      <label for="code"><strong>${messages.yourCode}</strong></label>
      <textarea id="code" class="code" readonly rows="5" .value=${this.code}></textarea>
      <p class="quietly">${messages.codeNote}</p>
      <div class="row">
        <button type="button" class="main" @click=${this.#copy}>
          ${asideIcon('copy')}${messages.copy}
        </button>
      </div>
      <p role="status">
        ${
          this.#copied === undefined
            ? nothing
            : this.#copied
              ? messages.copied
              : messages.copyByHand
        }
      </p>
    `;
  }

  readonly #copy = async () => {
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('#code');
    if (!field) return;
    this.#copied = await copyText(field);
    this.#host.requestUpdate();
  };
}
