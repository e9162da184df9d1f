import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {progressCodeOf} from '../../../exchange/progress-code.js';
import {civilDay} from '../../../store/reckoning/calendar.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import type {LessonOf} from '../../../exchange/packed-section.js';
import {LessonsAtHand} from '../../controllers/lessons-at-hand.js';
import {LocalizeController} from '../../controllers/localize.js';
import {chunk} from '../../failure.js';
import {icon} from '../../icons.js';
import {handOverLanguages} from '../../messages/hand-over.js';
import type {SentAs} from './sent-as.js';

/** What draws itself on the screen until it is put away. */
interface Picture {
  render(): unknown;
}

/** Everything there is of a learner, as bytes in the one form that is shortest. */
async function everythingOf(
  store: Store,
  {learner, course}: Study,
  lessonOf: LessonOf,
  claim: string,
): Promise<Uint8Array> {
  const [{ownSections, progressFileOf}, {packSection}, exchange] = await Promise.all([
    chunk(import('../../../exchange/progress-file.js')),
    chunk(import('../../../exchange/packed-section.js')),
    store.exchange(),
  ]);
  const freight = {learners: [learner], courses: [course]};
  const {text, packets} = await progressFileOf(exchange, freight);
  const madeOn = civilDay(Date.now(), -new Date().getTimezoneOffset());
  const [section, ...others] = await ownSections(exchange, {...freight, madeOn});
  // A file is text; alone a section goes as it is, in fewer pictures.
  return section && others.length === 0 && packets === 1 && !claim
    ? packSection(section.bytes, course, lessonOf)
    : new TextEncoder().encode(claim ? `${text}\n${claim}` : text);
}

/** The code on the screen, for another phone's camera: one that stands still, or all answers in turn. */
export class CodeOnShow {
  isOpen = false;
  isAll = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #store: Store;
  readonly #study: Study;
  readonly #sentAs: SentAs;
  readonly #lessons: LessonsAtHand;
  readonly #localize: LocalizeController<typeof handOverLanguages.vi>;
  #picture: Picture | undefined;
  #hasFailed = false;
  /** The newest wish. */
  #showing = {};

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    store: Store,
    study: Study,
    sentAs: SentAs,
  ) {
    this.#host = host;
    this.#sentAs = sentAs;
    this.#store = store;
    this.#study = study;
    this.#lessons = new LessonsAtHand(host, store);
    this.#localize = new LocalizeController(host, handOverLanguages);
  }

  /** Resolves to whether it stands on the screen. Never rejects. */
  async show(all: boolean): Promise<boolean> {
    const showing = (this.#showing = {});
    this.isOpen = true;
    this.isAll = all;
    this.#picture = undefined;
    this.#hasFailed = false;
    this.#host.requestUpdate();
    let picture: Picture | undefined;
    try {
      const {RunningCode, ShownCode} = await chunk(import('../../scan/shown-code.js'));
      picture = all
        ? new RunningCode(
            this.#host,
            await everythingOf(
              this.#store,
              this.#study,
              this.#lessons.lessonOf,
              await this.#sentAs.claim(),
            ),
          )
        : new ShownCode(
            this.#host,
            [progressCodeOf(this.#study), await this.#sentAs.claim()].join(' ').trim(),
            this.#localize.messages.codeLabel,
          );
    } catch {
      // The code as text stands below.
    }
    if (this.#showing !== showing) return false;
    this.#picture = picture;
    this.#hasFailed = picture === undefined;
    this.#host.requestUpdate();
    return picture !== undefined;
  }

  hide() {
    this.#showing = {};
    this.isOpen = false;
    this.#picture = undefined;
  }

  render(): TemplateResult | typeof nothing {
    const {messages} = this.#localize;
    if (!this.isOpen) return nothing;
    if (this.#hasFailed)
      return html`
        <p role="alert">${icon('alert')} ${messages.showFailed}</p>
      `;
    if (!this.#picture) return nothing;
    return html`
      ${this.#picture.render()}
      <p class="quietly">${this.isAll ? messages.allNote : messages.showNote}</p>
    `;
  }
}
