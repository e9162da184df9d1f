import {ContextConsumer} from '@lit/context';
import {LitElement, adoptStyles, css, html, nothing, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {lessonsOf} from '../../curriculum/course.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {LearningRecord} from '../../store/reckoning/record.js';
import {hasRated} from '../../store/reckoning/self-ratings.js';
import type {Store} from '../../store/store.js';
import type {Kept, Study, StudySnapshot} from '../../store/study.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {StudyController} from '../controllers/study.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {icon} from '../icons.js';
import {learnerLanguages} from '../messages/messages.js';
import {selfAssessmentLanguages} from '../messages/self-assessment.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {failureNotice, notice} from '../notice.js';
import type {Compared} from './self-assessment/compared.js';
import type {Sheet} from './self-assessment/sheet.js';

/** Before the first lesson is done, and once every core lesson is. */
type Occasion = 'pre' | 'post';

/** Put off until the page is opened again: nothing is kept of what somebody did not want to say. */
const putOff = new WeakMap<Study, Set<Occasion>>();

function occasionOf(loaded: LoadedCourse, {progress}: StudySnapshot): Occasion | undefined {
  if (progress.done === 0) return 'pre';
  const lessons = lessonsOf(loaded.course);
  const core = lessons.filter(({core: isCore}) => isCore);
  const done = new Set(
    progress.lessons.filter(({state: reached}) => reached.startsWith('done')).map(({id}) => id),
  );
  return (core.length > 0 ? core : lessons).every(({id}) => done.has(id)) ? 'post' : undefined;
}

/**
 * A short self-assessment: offered before the course and after its core lessons, never graded, always
 * skippable. At the end it shows then and now side by side.
 *
 * Stands inside a `<kns-course>`. Draws nothing in between, and nothing where the course has none.
 *
 * @element kns-self-assessment
 *
 * @shows nothing - In the middle of the course: nothing is asked.
 * @shows offered-before - Nothing learned yet: an offer, which can be put off.
 * @shows asking - The statements, each with four steps in words.
 * @shows nothing-picked - “Save” was pressed with nothing picked.
 * @shows saved-before - It is noted, and what will come of it.
 * @shows offered-after - The core lessons are done: the same is asked again.
 * @shows asking-after - The same statements at the end.
 * @shows compared - Before and now, side by side.
 * @shows compared-late - The same for who did not answer at the beginning.
 * @shows compared-closed - Back another day: one line that opens it.
 * @shows unreachable - The statements cannot be fetched.
 * @shows part-missing - The code that asks could not be fetched.
 * @shows unsaved - What was picked could be kept nowhere; it still stands as it was picked.
 * @shows held - The device is full: what was picked is held beside the database.
 *
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what did not work.
 *
 * @csspart card - The sheet it is written on.
 */
export class KnsSelfAssessment extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.8em;
        margin-bottom: 1.4em;
      }

      .noted {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.6em;
      }

      .noted > .icon {
        margin-top: 0.12em;
        color: var(--_good);
      }

      .noted > .icon-alert {
        color: var(--_warm);
      }
    `,
  ];

  @state() private store: Store | undefined;
  @state() private loaded: LoadedCourse | undefined;
  /** What this learner ever said here; absent until it was read. */
  @state() private records: readonly LearningRecord[] | undefined;
  @state() private sheet: Sheet | undefined;
  @state() private comparing: Compared | undefined;
  @state() private kept: Kept | undefined;
  @state() private failure: Failure | undefined;

  #localize = new LocalizeController(this, selfAssessmentLanguages);
  #learner = new LocalizeController(this, learnerLanguages);
  #reading = new StudyController(this);
  /** Whose records were read, and of which moment. */
  #read: StudySnapshot | undefined;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.store = store),
    });
    new ContextConsumer(this, {
      context: courseContext,
      subscribe: true,
      callback: (loaded) => (this.loaded = loaded),
    });
  }

  override willUpdate() {
    const {snapshot} = this.#reading;
    if (snapshot === this.#read) return;
    // What is open belongs to one learner; whoever comes next must not answer for them.
    if (snapshot?.learner !== this.#read?.learner) {
      this.records = this.sheet = this.comparing = this.kept = this.failure = undefined;
    }
    this.#read = snapshot;
    void this.#readRecords();
  }

  override render() {
    const content = this.#content();
    // Until it is known what was said, the room that is kept for the offer stays.
    this.hidden = content === nothing && this.records !== undefined;
    if (content === nothing) return nothing;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        ${content}
        ${
          this.failure
            ? html`
                <div role="alert">
                  ${
                    this.failure.code === 'lesson-unreachable'
                      ? notice(this.#localize.messages.unreachable)
                      : failureNotice(this.#learner.messages, this.failure)
                  }
                </div>
              `
            : nothing
        }
      </section>
    `;
  }

  #content(): TemplateResult | typeof nothing {
    const {loaded, records} = this;
    const {snapshot, study} = this.#reading;
    if (!loaded?.course.selfAssessment || !snapshot || !study || !records) return nothing;
    const {messages} = this.#localize;
    if (this.sheet) return this.sheet.render();
    const occasion = occasionOf(loaded, snapshot);
    if (!occasion) return nothing;
    if (hasRated(records, occasion, snapshot.standing.epoch)) {
      return html`
        ${this.#said(occasion)}
        ${
          occasion === 'pre'
            ? html`
                <div class="row">${this.#opener(occasion, messages.change, 'quiet')}</div>
              `
            : this.#comparison()
        }
      `;
    }
    if (putOff.get(study)?.has(occasion)) return nothing;
    const [title, note] = messages.offer[occasion];
    return html`
      <h3 id="title">${title}</h3>
      <p>${note}</p>
      <div class="row">
        ${this.#opener(occasion, messages.begin)}
        <button type="button" class="quiet" @click=${() => this.#putOff(occasion)}>
          ${messages.later}
        </button>
      </div>
    `;
  }

  #opener(occasion: Occasion, words: string, kind = '') {
    return html`
      <button type="button" class=${kind} @click=${() => void this.#ask(occasion)}>${words}</button>
    `;
  }

  #said(occasion: Occasion) {
    const {messages} = this.#localize;
    // What was not written yet is not called so.
    const how = this.kept && this.kept !== 'disk' && this.#learner.messages.keptHow[this.kept];
    return html`
      <p class="noted" role="status" tabindex="-1" id="title">
        ${icon(how ? 'alert' : 'done')}
        <span>
          <strong>${how || (occasion === 'pre' ? messages.saved : messages.compared)}</strong>
          ${occasion === 'pre' ? messages.comeBack : nothing}
        </span>
      </p>
    `;
  }

  #comparison() {
    const {messages} = this.#localize;
    const open = this.comparing;
    return html`
      ${open && this.records ? open.render(this.records, this.#reading.snapshot!.standing.epoch) : nothing}
      <div class="row">
        <button
          type="button"
          class=${open ? 'quiet' : ''}
          aria-expanded=${open !== undefined}
          @click=${() => (open ? (this.comparing = undefined) : void this.#compare())}
        >
          ${open ? messages.close : messages.show}
        </button>
        ${open ? this.#opener('post', messages.change, 'quiet') : nothing}
      </div>
    `;
  }

  async #readRecords() {
    const {study, snapshot} = this.#reading;
    const id = this.loaded?.course.selfAssessment?.id;
    if (!study || !id) return;
    try {
      const records = await study.history(id);
      if (this.#reading.snapshot === snapshot) this.records = records;
    } catch (error) {
      this.#fail(error);
    }
  }

  async #ask(occasion: Occasion) {
    const {store, loaded} = this;
    const {study, snapshot} = this.#reading;
    if (!store || !loaded || !study || !snapshot) return;
    this.failure = undefined;
    try {
      const {Sheet, sheetStyles} = await chunk(import('./self-assessment/sheet.js'));
      const sheet = await Sheet.fetched(this, {
        store,
        loaded,
        study,
        occasion,
        records: this.records ?? [],
        epoch: snapshot.standing.epoch,
        done: (kept) => void this.#done(occasion, kept),
      });
      if (this.#reading.study !== study) return;
      this.#adopt(sheetStyles);
      this.comparing = undefined;
      this.sheet = sheet;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The sheet was filled in and kept, or laid aside. */
  async #done(occasion: Occasion, kept: Kept | undefined) {
    this.sheet = undefined;
    this.kept = kept;
    if (!kept) {
      this.#putOff(occasion);
      return;
    }
    await this.#readRecords();
    if (occasion === 'post') await this.#compare();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.noted')?.focus();
  }

  async #compare() {
    const {store, loaded} = this;
    const {study} = this.#reading;
    if (!store || !loaded || !study) return;
    this.failure = undefined;
    try {
      const {Compared, comparedStyles} = await chunk(import('./self-assessment/compared.js'));
      const comparing = await Compared.fetched(this, store, loaded);
      if (this.#reading.study !== study) return;
      this.#adopt(comparedStyles);
      this.comparing = comparing;
    } catch (error) {
      this.#fail(error);
    }
  }

  #adopt(styles: readonly (typeof base)[]) {
    adoptStyles(this.renderRoot as ShadowRoot, [...KnsSelfAssessment.elementStyles, ...styles]);
  }

  #putOff(occasion: Occasion) {
    const {study} = this.#reading;
    if (!study) return;
    putOff.set(study, new Set([...(putOff.get(study) ?? []), occasion]));
    this.requestUpdate();
  }

  #fail(error: unknown) {
    this.failure = failureOf(error);
    /** @internal */
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }
}
