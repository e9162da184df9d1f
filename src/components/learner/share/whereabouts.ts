import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ReceiptRow, Unsent} from '../../../store/exchange-contract.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import {LocalizeController} from '../../controllers/localize.js';
import {asideIcon} from '../../icons-aside.js';
import {icon} from '../../icons.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import {truthOf} from './truth.js';

/** Where what was learned is, besides on this device: one sentence, read again whenever something changed. */
export class Whereabouts {
  /** "Xã đã nhận đến ngày …", newest first. */
  receipts: readonly ReceiptRow[] = [];
  readonly #host: ReactiveControllerHost & Element;
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  #unsent: Unsent | undefined;
  #study: Study | undefined;
  /** The newest look. */
  #looking = {};

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#localize = new LocalizeController(host, handOverLanguages);
  }

  /** Reads again. Never rejects: what cannot be known is not said. */
  async look(store: Store, study: Study): Promise<void> {
    const looking = (this.#looking = {});
    const {learner, course} = study;
    try {
      const exchange = await store.exchange();
      const [unsent, receipts] = await Promise.all([
        exchange.unsent(learner, course.id),
        exchange.receiptsOf(learner, course.id),
      ]);
      if (this.#looking !== looking) return;
      this.#unsent = unsent;
      this.receipts = [...receipts].sort((a, b) => b.receivedOn - a.receivedOn || b.at - a.at);
    } catch {
      if (this.#looking !== looking) return;
      this.#unsent = undefined;
      this.receipts = [];
    }
    this.#study = study;
    this.#host.requestUpdate();
  }

  /** Nothing while it is not known, or when it is somebody else's who studies now. */
  render(study: Study): TemplateResult | typeof nothing {
    const {messages} = this.#localize;
    if (!this.#unsent || this.#study !== study) return nothing;
    const {headline, note, isGood} = truthOf(
      this.#unsent,
      this.receipts,
      study.heads().streams,
      messages,
    );
    return html`
      <div class="truth ${isGood ? 'good' : ''}" role="status">
        ${icon(isGood ? 'done' : 'save')}
        <p class="headline">${headline}</p>
        ${
          note
            ? html`
                <p class="quietly">${note}</p>
              `
            : nothing
        }
      </div>
    `;
  }

  /** The way to another phone, once there is something to take along. */
  moveButton(study: Study, move: () => void, isOpen: boolean): TemplateResult | typeof nothing {
    if (!this.#unsent || this.#study !== study) return nothing;
    return html`
      <button type="button" class="quiet" aria-expanded=${isOpen} @click=${move}>
        ${asideIcon('phone')}${this.#localize.messages.move}
      </button>
    `;
  }
}
