import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {progressCodeOf} from '../../exchange/progress-code.js';
import type {Study} from '../../store/study.js';
import {LocalizeController} from '../controllers/localize.js';
import {copyText} from '../copy-text.js';
import {asideIcon} from '../icons-aside.js';
import {asideLanguages} from '../messages/aside.js';
import {told} from './share/told.js';

/** The learner's progress as a text code, to be copied into a message. */
export class HandOver {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #localize: LocalizeController<typeof asideLanguages.vi>;
  readonly #study: Study;
  readonly #left: () => void;
  readonly #around: (code: string) => string;
  #copied: boolean | undefined;

  /** `left` is called each time the code was copied; `around` makes of it what is sent. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    study: Study,
    left: () => void = () => undefined,
    around: (code: string) => string = (code) => code,
  ) {
    this.#host = host;
    this.#around = around;
    this.#localize = new LocalizeController(host, asideLanguages);
    this.#study = study;
    this.#left = left;
  }

  /** What the code says now. */
  get code(): string {
    return progressCodeOf(this.#study);
  }

  /** The code with what stands beside it in a message. */
  get text(): string {
    return this.#around(this.code);
  }

  render(): TemplateResult {
    return html`
      ${this.field()}
      <div class="row">${this.button('main')}</div>
      ${this.told()}
    `;
  }

  /** The code to be read, and to be copied by hand where nothing else helps. */
  field(): TemplateResult {
    const {messages} = this.#localize;
    return html`
      <label for="code"><strong>${messages.yourCode}</strong></label>
      <textarea id="code" class="code" readonly rows="5" .value=${this.text}></textarea>
      <p class="quietly">${messages.codeNote}</p>
    `;
  }

  button(look: string): TemplateResult {
    return html`
      <button type="button" class=${look} @click=${() => this.copy()}>
        ${asideIcon('copy')}${this.#localize.messages.copy}
      </button>
    `;
  }

  /** How the copying ended. */
  told(): TemplateResult {
    const {messages} = this.#localize;
    const words = {true: messages.copied, false: messages.copyByHand, undefined: ''};
    return told(words[`${this.#copied}`]);
  }

  /** Takes back what was said of copying, because something else is said now. */
  hush() {
    this.#copied = undefined;
  }

  /** To be called within a tap; says whether the code is in the clipboard. */
  async copy(): Promise<boolean> {
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('#code');
    if (!field) return false;
    this.#copied = await copyText(field);
    if (this.#copied) this.#left();
    this.#host.requestUpdate();
    return this.#copied;
  }
}
