import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {LoadedCourse} from '../../../store/courses.js';
import type {ReceiptRow} from '../../../store/exchange-contract.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import {AboutMeView} from './about-me-view.js';
import {Carried} from './carried.js';
import {shortName} from '../../device-name.js';
import type {SharePanel} from './share-panel.js';
import {Ways} from './ways.js';
import {writtenDay} from '../../written-day.js';

/** What sending asks of the element that draws it. */
export interface SendingSurroundings {
  readonly loaded: () => LoadedCourse | undefined;
  readonly receipts: () => readonly ReceiptRow[];
  /** Called each time progress left this device. */
  readonly left: () => void;
}

/** So many receipts say enough. */
const mostReceipts = 3;

/** Gives progress to whoever helps: on the screen, through the share sheet, as a file, as text. */
export class Sending implements SharePanel {
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  readonly #around: SendingSurroundings;
  readonly #ways: Ways;
  readonly #carried: Carried;
  readonly #about: AboutMeView;

  constructor(host: LitElement, store: Store, study: Study, around: SendingSurroundings) {
    this.#localize = new LocalizeController(host, handOverLanguages);
    this.#around = around;
    this.#ways = new Ways(host, store, study, around.left);
    this.#carried = new Carried(host, store);
    this.#about = new AboutMeView(host, store, study, around.loaded);
  }

  studied() {
    this.#ways.renew();
  }

  rest() {
    this.#ways.rest();
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    const ways = this.#ways;
    return html`
      <div class="ways">
        ${ways.showButton(false, messages.show, 'main')} ${ways.shown()} ${ways.shareButton(true)}
        ${ways.saveButton()} ${ways.code.button('')}
      </div>
      ${ways.code.told()} ${ways.told()}
      <div class="stack tight">${ways.code.field()}</div>
      <p class="quietly">${isSecureContext ? messages.fileNote : messages.fileNoteUnsigned}</p>
      ${this.#receipts()} ${this.#carried.render()} ${this.#about.render()}
    `;
  }

  #receipts() {
    const {messages} = this.#localize;
    const receipts = this.#around.receipts().slice(0, mostReceipts);
    if (receipts.length === 0) return nothing;
    return html`
      <section class="part">
        <h4>${messages.receipts}</h4>
        <ul class="stack tight">
          ${receipts.map(
            ({receivedOn, receiver, streams}) => html`
              <li>
                ${icon('check')}
                ${messages.receipt(
                  writtenDay(receivedOn),
                  shortName(receiver),
                  streams.some(({held}) => held),
                )}
              </li>
            `,
          )}
        </ul>
      </section>
    `;
  }
}
