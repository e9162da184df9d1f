import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {PacketRow} from '../../../store/reckoning/packet.js';
import type {Store} from '../../../store/store.js';
import {LocalizeController} from '../../controllers/localize.js';
import {asideIcon} from '../../icons-aside.js';
import {runsInsideApp} from '../../inside-app.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import {saveFile} from '../../save-file.js';
import {hasShareSheet, openShareSheet} from '../../share-sheet.js';
import {OutgoingFile} from './outgoing-file.js';
import {told} from './told.js';

/** Packets of people who do not learn on this device. */
export async function packetsOfOthers(store: Store): Promise<readonly PacketRow[]> {
  const [packets, learners] = await Promise.all([
    store.exchange().then((exchange) => exchange.packetsOf()),
    store.learners(),
  ]);
  const own = new Set(learners.map(({key}) => key));
  return packets.filter(({learner}) => !own.has(learner));
}

/** What this phone carries for others: on one button it goes on, as it came. */
export class Carried {
  readonly #host: ReactiveControllerHost;
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  #people = 0;
  #file: OutgoingFile | undefined;
  #said = '';

  constructor(host: ReactiveControllerHost & Element, store: Store) {
    this.#host = host;
    this.#localize = new LocalizeController(host, handOverLanguages);
    void this.#look(store);
  }

  render(): TemplateResult | typeof nothing {
    const {messages} = this.#localize;
    if (this.#people === 0) return nothing;
    const file = this.#file?.file;
    return html`
      <section class="part">
        <h4>${messages.others(this.#people)}</h4>
        <p>${messages.othersNote}</p>
        <div class="row">
          ${
            hasShareSheet()
              ? html`
                  <button type="button" aria-disabled=${!file} @click=${this.#share}>
                    ${asideIcon('share')}${messages.othersShare}
                  </button>
                `
              : nothing
          }
          <button type="button" aria-disabled=${!file} @click=${this.#save}>
            ${asideIcon('file')}${messages.othersSave}
          </button>
        </div>
        ${told(this.#said || (this.#file?.hasFailed ? messages.fileFailed : ''))}
      </section>
    `;
  }

  async #look(store: Store) {
    try {
      const packets = await packetsOfOthers(store);
      this.#people = new Set(packets.map(({learner}) => learner)).size;
      if (this.#people === 0) return;
      this.#file = new OutgoingFile(this.#host, store, {
        learners: [],
        courses: [],
        carried: true,
      });
    } catch {
      // Nobody came here for it; the next opening looks again.
    }
    this.#host.requestUpdate();
  }

  readonly #share = async () => {
    const {messages} = this.#localize;
    const file = this.#file?.file;
    if (!file) return this.#say(messages.fileMaking);
    const shared = await openShareSheet(await file.text(), file);
    if (shared === 'not' || shared === 'none') return this.#say(messages.notShared);
    this.#say(messages.shared);
  };

  readonly #save = () => {
    const {messages} = this.#localize;
    const file = this.#file?.file;
    if (!file) return this.#say(messages.fileMaking);
    saveFile(file);
    this.#say(runsInsideApp() ? messages.savedInApp : messages.saved(file.name));
  };

  #say(words: string) {
    this.#said = words;
    this.#host.requestUpdate();
  }
}
