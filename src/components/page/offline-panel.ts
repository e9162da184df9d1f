import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LoadedCourse} from '../../store/courses.js';
import type {Store} from '../../store/store.js';
import type {Study} from '../../store/study.js';
import {LocalizeController} from '../controllers/localize.js';
import {copyText} from '../copy-text.js';
import {asideIcon} from '../icons-aside.js';
import {deviceLanguages} from '../messages/device.js';
import {probe} from '../probe.js';
import {version} from '../version.js';
import type {CourseKeeping} from './course-keeping.js';
import {homeScreen} from './home-screen.js';
import type {OfflineSource} from './offline-source.js';
import {ownStudy, progressCodeIn} from './own-progress-code.js';
import {storageWord, type StorageWord} from './storage-word.js';

/** What the panel asks of the element that draws it. */
export interface PanelSurroundings {
  readonly offline: () => OfflineSource | undefined;
  readonly store: () => Store | undefined;
  readonly course: () => LoadedCourse | undefined;
  readonly keeping: CourseKeeping;
  /** Codes of what went wrong on this page, with their hour. */
  readonly failures: readonly string[];
  /** False where that would lose what was learned. */
  readonly mayReload: () => boolean;
  /** Lets the new version in. */
  readonly change: () => Promise<void>;
}

/** What was tried and how it ended; absent when it was not tried. */
interface Tried {
  readonly lasting?: boolean;
  readonly home?: boolean;
  readonly code?: boolean | undefined;
  readonly support?: boolean;
}

/** Megabytes as they are written in Vietnam and in English. */
const megabytes = (bytes: number, lang: string) =>
  new Intl.NumberFormat(lang, {maximumFractionDigits: 1}).format(Math.max(0.1, bytes / 1e6));

/** The details of what is on this device, fetched when somebody wants to know. */
export class OfflinePanel {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #around: PanelSurroundings;
  readonly #localize: LocalizeController<typeof deviceLanguages.vi>;
  #storage: StorageWord | undefined;
  #study: Study | undefined;
  #code = '';
  /** The newest look. */
  #looking = {};
  #asked: Tried = {};

  constructor(host: ReactiveControllerHost & HTMLElement, around: PanelSurroundings) {
    this.#host = host;
    this.#around = around;
    this.#localize = new LocalizeController(host, deviceLanguages);
    void this.look();
  }

  render(): TemplateResult {
    return html`
      ${this.#parts()} ${this.#home()} ${this.#lasting()} ${this.#room()} ${this.#support()}
    `;
  }

  #parts() {
    const {messages} = this.#localize;
    const {keeping, offline, change, mayReload} = this.#around;
    const isWaiting = offline()?.state === 'update-ready' && mayReload();
    if (keeping.total === 0 && !isWaiting) return nothing;
    return html`
      <section>
        <h4>${messages.parts}</h4>
        ${
          keeping.total > 0
            ? html`
                <p>${messages.partsDone(keeping.done, keeping.total)}</p>
              `
            : nothing
        }
        ${
          isWaiting
            ? html`
                <p>${messages.update}.</p>
                <button type="button" @click=${change}>${messages.updateNow}</button>
              `
            : nothing
        }
      </section>
    `;
  }

  #home() {
    const {messages} = this.#localize;
    const {offline} = this.#around;
    // Without a worker there would be nothing behind the icon when the network is away.
    if (!offline()) return nothing;
    const way = homeScreen(offline()?.install?.ready === true);
    if (way === 'there')
      return this.#section(
        messages.home,
        html`
          <p>${messages.homeDone}</p>
        `,
      );
    if (way === 'offered')
      return this.#section(
        messages.home,
        html`
          <p>${messages.homeOffer}</p>
          <button type="button" @click=${this.#putOnHomeScreen}>
            ${asideIcon('bring')}${messages.homeNow}
          </button>
        `,
      );
    if (way === 'menu')
      return this.#section(
        messages.home,
        html`
          <p>
            ${
              this.#asked.home === undefined
                ? messages.homeMenu
                : this.#asked.home
                  ? messages.homeDone
                  : messages.homeRefused
            }
          </p>
        `,
      );
    return this.#section(
      messages.home,
      html`
        ${
          this.#code
            ? html`
                <p>${messages.homeCode}</p>
                <textarea
                  id="code"
                  class="code"
                  readonly
                  rows="3"
                  aria-label=${messages.copyCode}
                  .value=${this.#code}
                ></textarea>
                <button type="button" class="main" @click=${this.#copyCode}>
                  ${asideIcon('copy')}${messages.copyCode}
                </button>
                ${this.#told(this.#asked.code, messages.codeCopied, messages.codeByHand)}
              `
            : html`
                <p>${messages.homeOffer}</p>
              `
        }
        <ol>
          ${(way === 'ios' ? messages.homeIos : messages.homeInApp)
            .concat(this.#code ? messages.homeNext : [])
            .map(
              (step) => html`
                <li>${step}</li>
              `,
            )}
        </ol>
      `,
    );
  }

  #lasting() {
    const {messages} = this.#localize;
    const storage = this.#storage;
    if (!storage) return nothing;
    const {persisted} = storage;
    return this.#section(
      messages.lasting,
      html`
        <p role="status">
          ${
            persisted === undefined
              ? messages.lastingUnknown
              : persisted
                ? messages.lastingYes
                : this.#asked.lasting === false
                  ? messages.lastingRefused
                  : messages.lastingNo
          }
        </p>
        ${
          persisted === false
            ? html`
                <button type="button" @click=${this.#askLasting}>${messages.askLasting}</button>
              `
            : nothing
        }
      `,
    );
  }

  #room() {
    const {messages, lang} = this.#localize;
    const usage = this.#storage?.usage;
    if (usage === undefined) return nothing;
    return this.#section(
      messages.room,
      html`
        <p>${messages.roomUsed(megabytes(usage, lang))}</p>
      `,
    );
  }

  #support() {
    const {messages} = this.#localize;
    return this.#section(
      messages.support,
      html`
        <p>${messages.supportNote}</p>
        <textarea
          id="support"
          class="code"
          readonly
          rows="4"
          aria-label=${messages.support}
          .value=${this.#device()}
        ></textarea>
        <button type="button" @click=${this.#copySupport}>
          ${asideIcon('copy')}${messages.copySupport}
        </button>
        ${this.#told(this.#asked.support, messages.supportCopied, messages.supportByHand)}
      `,
    );
  }

  #section(title: string, content: TemplateResult) {
    return html`
      <section>
        <h4>${title}</h4>
        ${content}
      </section>
    `;
  }

  /** How a copying ended. */
  #told(copied: boolean | undefined, well: string, byHand: string) {
    return html`
      <p role="status">${copied === undefined ? nothing : copied ? well : byHand}</p>
    `;
  }

  /** For whoever helps from afar: what they would ask first, and nothing of who learns what. */
  #device(): string {
    const {offline, store, course, keeping, failures} = this.#around;
    const {persisted, usage} = this.#storage ?? {};
    const loaded = course();
    const storage = [
      store()?.state ?? 'none',
      persisted === undefined ? '' : persisted ? 'persisted' : 'not persisted',
      usage === undefined ? '' : `${megabytes(usage, 'en')} MB`,
    ];
    return [
      `kynangso ${version}`,
      loaded && `${loaded.course.id} ${loaded.course.version} (${loaded.from})`,
      `storage: ${storage.filter(Boolean).join(', ')}`,
      `worker: ${offline()?.state ?? 'none'}, files: ${keeping.state} ${keeping.done}/${keeping.total}`,
      `network: ${navigator.onLine ? 'online' : 'offline'}, language: ${document.documentElement.lang || '-'}`,
      `errors: ${failures.join(', ') || 'none'}`,
      navigator.userAgent,
    ]
      .filter(Boolean)
      .join('\n');
  }

  /** Reads again who learns here, and how the browser keeps it. Never rejects. */
  async look(): Promise<void> {
    const looking = (this.#looking = {});
    const [storage, study] = await Promise.all([
      storageWord(),
      ownStudy(this.#around.store(), this.#around.course()),
    ]);
    if (this.#looking !== looking) return;
    this.#storage = storage;
    this.#study = study;
    const code = progressCodeIn(study);
    // What was copied before is not what stands here now.
    if (code !== this.#code) this.#note({code: undefined});
    this.#code = code;
    this.#host.requestUpdate();
  }

  #note(asked: Tried) {
    this.#asked = {...this.#asked, ...asked};
    this.#host.requestUpdate();
  }

  readonly #askLasting = async () => {
    const granted = await probe(() => navigator.storage.persist())?.catch(() => false);
    this.#note({lasting: granted === true});
    this.#storage = await storageWord();
    this.#host.requestUpdate();
  };

  readonly #putOnHomeScreen = async () => {
    const agreed = await this.#around.offline()?.install?.ask();
    this.#note({home: agreed === true});
  };

  readonly #copyCode = async () => {
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>('#code');
    // From a study in hand: Safari copies only what is there when the button is tapped.
    this.#code = progressCodeIn(this.#study) || this.#code;
    if (field) field.value = this.#code;
    this.#note({code: await this.#copy('#code')});
  };

  readonly #copySupport = async () => this.#note({support: await this.#copy('#support')});

  async #copy(selector: string): Promise<boolean> {
    const field = this.#host.shadowRoot?.querySelector<HTMLTextAreaElement>(selector);
    return field ? copyText(field) : false;
  }
}
