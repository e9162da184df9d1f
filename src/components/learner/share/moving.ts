import {ContextConsumer} from '@lit/context';
import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {linkOf} from '../../../exchange/code-link.js';
import type {DeviceKey} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import {appAddressContext} from '../../app-address.js';
import {LocalizeController} from '../../controllers/localize.js';
import {copyText} from '../../copy-text.js';
import {failureOf} from '../../failure.js';
import {asideIcon} from '../../icons-aside.js';
import {icon} from '../../icons.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import {learnerPanelLanguages} from '../../messages/learner.js';
import {deviceName} from '../../device-name.js';
import type {SharePanel} from './share-panel.js';
import {told} from './told.js';
import {Ways} from './ways.js';

/** Leads from an old phone to a new one in three steps, whichever of the two this is. */
export class Moving implements SharePanel {
  readonly #host: LitElement;
  readonly #store: Store;
  readonly #study: Study;
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  readonly #failing: LocalizeController<typeof learnerPanelLanguages.vi>;
  readonly #address: ContextConsumer<typeof appAddressContext, LitElement>;
  readonly #ways: Ways;
  readonly #bringIn: () => void;
  /** Devices whose records came here and that may still be in use. */
  #others: readonly DeviceKey[] = [];
  #busy = false;
  #said = '';
  #copied: boolean | undefined;

  /** `left`: progress left this device. `bringIn` turns to the panel that receives. */
  constructor(
    host: LitElement,
    store: Store,
    study: Study,
    {left, bringIn}: {left: () => void; bringIn: () => void},
  ) {
    this.#host = host;
    this.#store = store;
    this.#study = study;
    this.#bringIn = bringIn;
    this.#localize = new LocalizeController(host, handOverLanguages);
    this.#failing = new LocalizeController(host, learnerPanelLanguages);
    this.#address = new ContextConsumer(host, {context: appAddressContext, subscribe: true});
    this.#ways = new Ways(host, store, study, left);
    void this.#look();
  }

  studied() {
    this.#ways.renew();
    void this.#look();
  }

  rest() {
    this.#ways.rest();
  }

  render(): TemplateResult {
    const {messages} = this.#localize;
    const ways = this.#ways;
    return html`
      <h3 tabindex="-1">${messages.moveTitle}</h3>
      <ol class="steps">
        <li class="stack tight">
          <h4>${messages.oldPhone}</h4>
          <p>${messages.oldPhoneNote}</p>
          <div class="ways">
            ${ways.showButton(true, messages.showNew, 'main')} ${ways.shown()}
            ${ways.shareButton(false)} ${ways.saveButton()}
          </div>
          ${ways.told()} ${this.#link()}
        </li>
        <li class="stack tight">
          <h4>${messages.newPhone}</h4>
          <p>${messages.newPhoneNote}</p>
          <div class="row">
            <button type="button" @click=${this.#bringIn}>
              ${asideIcon('bring')}${messages.newPhoneOpen}
            </button>
          </div>
        </li>
        <li class="stack tight">
          <h4>${messages.oldDone}</h4>
          <p>${messages.oldDoneNote}</p>
          ${
            this.#others.length === 0 && !this.#said
              ? html`
                  <p class="quietly">${messages.oldDoneYet}</p>
                `
              : nothing
          }
          <ul class="stack tight">
            ${this.#others.map(
              (device) => html`
                <li class="row device">
                  <span>${asideIcon('phone')} ${messages.otherDevice(deviceName(device))}</span>
                  <button
                    type="button"
                    aria-disabled=${this.#busy}
                    @click=${() => this.#retire(device)}
                  >
                    ${messages.retire}
                  </button>
                </li>
              `,
            )}
          </ul>
          ${told(this.#said)}
        </li>
      </ol>
      <p class="quietly">${icon('note')} ${messages.bothGoOn}</p>
    `;
  }

  #link() {
    const {messages} = this.#localize;
    const base = this.#address.value;
    if (!base) return nothing;
    return html`
      <div class="stack tight">
        <p>${messages.linkNote}</p>
        <textarea
          id="link"
          class="code"
          readonly
          rows="2"
          aria-label=${messages.link}
          .value=${linkOf(base, this.#ways.code.code)}
        ></textarea>
        <div class="row">
          <button type="button" @click=${this.#copyLink}>
            ${asideIcon('copy')}${messages.link}
          </button>
        </div>
        ${told(
          this.#copied === undefined
            ? ''
            : this.#copied
              ? messages.linkCopied
              : messages.linkByHand,
        )}
      </div>
    `;
  }

  /** Never rejects: without it the step only waits. */
  async #look() {
    const {learner, course, snapshot} = this.#study;
    const {covered, retired} = snapshot.standing;
    try {
      const exchange = await this.#store.exchange();
      const [device, streams] = await Promise.all([exchange.device(), exchange.recordsOf(learner)]);
      // Former names of this device are no other phone.
      const own = new Set([device, ...streams.map((stream) => stream.device)]);
      this.#others = Object.entries(covered).flatMap(([stream, ranges]) => {
        const [other = '', of, within] = stream.split('/');
        const last = ranges.at(-1)?.[1] ?? 0;
        const isRetired = (retired[other] ?? -1) >= last;
        return of === learner && within === course.id && !own.has(other) && !isRetired
          ? [other]
          : [];
      });
    } catch {
      this.#others = [];
    }
    this.#host.requestUpdate();
  }

  async #retire(device: DeviceKey) {
    if (this.#busy) return;
    this.#busy = true;
    this.#host.requestUpdate();
    const {learner, course} = this.#study;
    try {
      const exchange = await this.#store.exchange();
      await exchange.retire(learner, course.id, device);
      this.#said = this.#localize.messages.retired(deviceName(device));
      this.#others = this.#others.filter((other) => other !== device);
    } catch (error) {
      const {failed} = this.#failing.messages;
      this.#said = failed[failureOf(error).code] ?? failed.unexpected;
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }

  readonly #copyLink = async () => {
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('#link');
    if (!field) return;
    this.#copied = await copyText(field);
    this.#host.requestUpdate();
    if (!this.#copied) return;
    const {learner, course} = this.#study;
    await this.#store
      .exchange()
      .then((exchange) => exchange.departed(learner, course.id, 'link'))
      .catch(() => undefined);
  };
}
