import {ContextConsumer, ContextProvider} from '@lit/context';
import {
  LitElement,
  adoptStyles,
  html,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Fact} from '../../curriculum/facts.js';
import {KnsError} from '../../errors.js';
import type {LoadedCourse} from '../../store/courses.js';
import type {LearnerKey} from '../../store/reckoning/record.js';
import type {KeepingState, Store} from '../../store/store.js';
import type {Study} from '../../store/study.js';
import {
  courseContext,
  factsContext,
  placeContext,
  storeContext,
  studyContext,
  type Place,
  type Studying,
} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {defineLaterTags, isOurs} from '../definition.js';
import {KnsFailedEvent, KnsLearnerChangedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {learnerLanguages} from '../messages/messages.js';
import {pageStore} from '../page-store.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {courseBesideScript} from './course-beside-script.js';
import {courseStyles} from './course-styles.js';
import type {Guard} from './guard.js';
import type {KeepingNotice} from './keeping-notice.js';
import {failureNotice} from '../notice.js';

/** Today in Vietnam as `2026-11-22`. A clock that lags cannot make a fact young again: never before the course's day. */
function todayFor(builtOn: string): string {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return today < builtOn ? builtOn : today;
}

/**
 * Loads a course and provides it, with the study of whoever learns, to everything inside.
 * Without children it is the complete handbook: outline, lessons, questions.
 *
 * @element kns-course
 *
 * @shows loading - Until the course has arrived.
 * @shows ready - The outline of the handbook.
 * @shows arranged - What a page put inside, instead of the handbook.
 * @shows kept - The handbook without network, from the copy on this device.
 * @shows unreachable - Neither network nor copy.
 * @shows refused - A damaged course, with the reasons for an administrator.
 * @shows newer - A course of a later format.
 * @shows part-missing - The code that keeps answers could not be fetched; there is a way to try again.
 * @shows kept-in-memory - Nothing can be kept on this device.
 * @shows kept-beside - The database cannot be opened; answers are held beside it.
 * @shows kept-newer - A later version wrote the database.
 * @shows wiped - Nothing is here, where something was surely kept before; it begins with the field for a code.
 * @shows empty-app - The same in an app from the home screen, which may never have had anything.
 * @shows rolled-back - The database fell back to an earlier day; what the second copy had was brought in.
 * @shows lost - The store was emptied; every way back is offered.
 * @shows lost-offline - The same without the course: a code cannot be read yet.
 * @shows lost-refused - The code pasted there has a flaw.
 * @shows lost-failed - The second copy could not be brought back.
 * @shows lost-for-good - The second copy is gone as well.
 * @shows lost-sure - Starting anew was asked for once.
 *
 * @fires {KnsLearnerChangedEvent} kns-learner-changed - After another learner's study was provided.
 * @fires {KnsFailedEvent} kns-failed - After the learner was told what could not be loaded.
 *
 * @slot - A page's own arrangement of elements, instead of the complete handbook.
 * @slot fallback - What stands until the script has loaded.
 *
 * @csspart page - The sheet that everything is written on.
 *
 * @cssprop --kns-accent - The one colour; its lightness is bent where text would lose contrast.
 * @cssprop --kns-on-accent - Text on it.
 * @cssprop --kns-font - The typeface of running text.
 * @cssprop --kns-text-scale - A factor on the size of all text.
 */
export class KnsCourse extends LitElement {
  static override styles = [tokens, base, courseStyles];

  /** Address of course.json; by default the course published beside the script. */
  @property() src = '';

  /** Stable id of the province whose facts are shown. */
  @property() province = '';

  /** The lesson on show; empty for the outline. Follows the reader. */
  @property({reflect: true, useDefault: true}) lesson = '';

  /** A portal's own opaque id of who is logged in; by default the learner in use on this device. */
  @property() learner = '';

  /** Whose ids `learner` are; by default the page's origin. */
  @property() issuer = '';

  @state() private store: Store | undefined;
  @state() private loaded: LoadedCourse | undefined;
  @state() private failure: Failure | undefined;
  @state() private keeping: KeepingState = 'ready';
  @state() private guard: Guard | undefined;
  @state() private telling: KeepingNotice | undefined;
  /** The page arranges the elements itself. */
  @state() private arranged = false;

  #localize = new LocalizeController(this, learnerLanguages);
  #providers = {
    course: new ContextProvider(this, {context: courseContext}),
    study: new ContextProvider(this, {context: studyContext}),
    facts: new ContextProvider(this, {context: factsContext}),
    place: new ContextProvider(this, {context: placeContext}),
  };
  #children: MutationObserver | undefined;
  #unwatch: (() => void) | undefined;
  /** What was last asked for; what comes late for something older is dropped. */
  #loading: object | undefined;
  /** The newest attempt to begin a study; older ones end as it does. */
  #beginning: Promise<Study> | undefined;
  /** The newest attempt failed. */
  #stuck = false;
  /** An attempt that found no course yet, or the store emptied, goes on with the next one. */
  #onward: ((study: Promise<Study>) => void) | undefined;
  #study: Study | undefined;
  /** Whose study was last provided. */
  #former: LearnerKey | undefined;
  #led = false;

  constructor() {
    super();
    new EnterController(this);
    new ContextConsumer(this, {
      context: storeContext,
      subscribe: true,
      callback: (store) => (this.store = store),
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    // Where nobody provides a store, the page's own is used.
    this.store ??= pageStore();
    this.#follow();
    this.#children ??= new MutationObserver(this.#look);
    this.#children.observe(this, {childList: true});
    this.#look();
    document.addEventListener('visibilitychange', this.#seeAgain);
    addEventListener('online', this.#seeAgain);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#children?.disconnect();
    document.removeEventListener('visibilitychange', this.#seeAgain);
    removeEventListener('online', this.#seeAgain);
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('store')) this.#follow();
    if (changed.has('store') || changed.has('src')) void this.#load();
    else if (changed.has('learner') || changed.has('issuer')) {
      this.#leave();
      void this.#begin();
    }
    if (changed.has('province')) void this.#factsFor(this.loaded);
    if (!this.hasUpdated || changed.has('lesson')) {
      const place: Place = {lesson: this.lesson, go: this.#go};
      this.#providers.place.setValue(place);
      // Whoever was reading inside is led on; who came from outside keeps the focus.
      if (this.hasUpdated && this.matches(':focus-within')) this.#led = true;
    }
  }

  override render() {
    const {messages} = this.#localize;
    const {failure, loaded} = this;
    if (this.keeping === 'lost' && this.guard) return this.#book(this.guard.render());
    const again = () => void (this.keeping === 'lost' ? this.#stand() : this.#load());
    const refused =
      failure && (!loaded || this.keeping === 'lost') && failureNotice(messages, failure, again);
    if (this.arranged)
      return html`
        ${refused || this.#notices()}
        <slot @slotchange=${this.#look}></slot>
      `;
    if (refused) return this.#book(refused);
    const opening = html`
      <div class="opening">
        <p class="quietly" role="status">${messages.loading}</p>
        <i></i>
        <i></i>
        <i></i>
        <i></i>
        <i></i>
      </div>
    `;
    if (!loaded || this.keeping === 'lost') return this.#book(opening);
    const view =
      this.lesson && isOurs('kns-lesson')
        ? // A page may define what draws lessons once that has come.
          customElements.get('kns-lesson')
          ? html`
              <kns-lesson></kns-lesson>
            `
          : opening
        : isOurs('kns-outline')
          ? html`
              <kns-outline></kns-outline>
            `
          : nothing;
    const share =
      !this.lesson && isOurs('kns-share')
        ? html`
            <div class="foot"><kns-share></kns-share></div>
          `
        : nothing;
    const learner = isOurs('kns-learner')
      ? html`
          <kns-learner></kns-learner>
        `
      : nothing;
    return this.#book(html`
      ${learner} ${this.#notices()} ${view} ${share}
    `);
  }

  override updated() {
    if (!this.#led) return;
    this.#led = false;
    void this.#lead();
  }

  /** Fetches and keeps every lesson, so that the course works without network. Rejects where that failed. */
  async keepAll(options?: {
    signal?: AbortSignal;
    onProgress?: (done: number, total: number) => void;
  }): Promise<void> {
    if (this.loaded) await this.store?.courses.keepAll(this.loaded, options);
  }

  #book(content: TemplateResult) {
    return html`
      <div class="book"><div class="page" part="page">${content}</div></div>
    `;
  }

  #notices() {
    const {messages} = this.#localize;
    const {failure, loaded} = this;
    return html`
      ${this.telling?.render(this.keeping, loaded, this.store) ?? nothing}
      ${failure && loaded ? failureNotice(messages, failure, () => void this.#begin()) : nothing}
    `;
  }

  readonly #look = () => {
    // An old parser may still be reading our children; the observer brings the rest.
    this.arranged = [...this.children].some(({slot}) => slot !== 'fallback');
  };

  readonly #go = (lesson: string) => {
    this.lesson = lesson;
    this.#led = true;
    this.requestUpdate();
  };

  /** To the beginning of what the reader asked for. */
  async #lead() {
    const view = this.renderRoot.querySelector<LitElement>('kns-lesson, kns-outline');
    this.#led = !view && !this.arranged;
    if (this.#led) return;
    await view?.updateComplete;
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({block: 'start'});
    view?.focus({preventScroll: true});
  }

  #follow() {
    this.#unwatch?.();
    this.#unwatch = this.store?.watchState((keeping) => this.#keep(keeping));
    if (this.store) this.#keep(this.store.state);
  }

  #keep(keeping: KeepingState) {
    const before = this.keeping;
    this.keeping = keeping;
    if (keeping === 'lost') void this.#stand();
    else if (before === 'lost') {
      this.guard = undefined;
      this.#led = true;
      void this.#begin();
    } else {
      if (keeping !== 'ready') this.#tell();
      void this.#seeLearner();
    }
  }

  /** What is said of how things are kept: all is well until the code that keeps says otherwise. */
  #tell() {
    chunk(import('./keeping-notice.js')).then(
      ({KeepingNotice}) => (this.telling ??= new KeepingNotice(this)),
      (error: unknown) => this.#fail(error),
    );
  }

  /** Fetches the screen that stands before an emptied store and offers every way back. */
  async #stand() {
    const {store} = this;
    if (!store || this.guard) return;
    this.failure = undefined;
    try {
      const {Guard, guardStyles} = await chunk(import('./guard.js'));
      adoptStyles(this.renderRoot as ShadowRoot, [...KnsCourse.elementStyles, ...guardStyles]);
      this.guard = new Guard(this, store, () => this.loaded);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #load() {
    const {store} = this;
    if (!store) return;
    const loading = (this.#loading = {});
    this.failure = undefined;
    try {
      const loaded = await store.courses.load(
        new URL(this.src || courseBesideScript(), this.ownerDocument.baseURI).href,
      );
      if (this.#loading !== loading) return;
      // No question of this course may meet the study of another.
      if (this.#study?.course !== loaded.course) this.#leave();
      this.loaded = loaded;
      if (loaded.from === 'kept') this.#tell();
      this.#providers.course.setValue(loaded);
      this.#useFacts(loaded, loaded.facts);
      await this.#begin().catch(() => undefined);
      // What the first lesson can do without comes after what it cannot.
      void this.#factsFor(loaded);
    } catch (error) {
      if (this.#loading === loading) this.#fail(error);
    }
  }

  /** Takes the study away from everything inside: what is answered now must not be anybody else's. */
  #leave() {
    this.#study = undefined;
    this.#providers.study.setValue(undefined);
  }

  /** Provides the study of whoever learns now, and resolves with it. */
  #begin(): Promise<Study> {
    const beginning: Promise<Study> = this.#open(() => this.#beginning === beginning);
    this.#beginning = beginning;
    this.#stuck = false;
    this.#onward?.(beginning);
    this.#onward = undefined;
    // Everybody reads of it on the page; who waits for it is told as well.
    beginning.catch(() => undefined);
    return beginning;
  }

  async #open(isNewest: () => boolean): Promise<Study> {
    const {store, loaded} = this;
    if (!store || !loaded) return this.#nextBeginning();
    // A first visit reads and ticks before the code that keeps has come; answers wait for it.
    if (!this.#study && !store.awake) this.#providers.study.setValue(this.#without());
    try {
      await store.opened;
      // An emptied store must not get a new learner before the old one was asked for.
      if (store.state === 'lost') return await this.#nextBeginning();
      const study = await store.study(loaded.course, await this.#learnerKey(store));
      if (!isNewest()) return await this.#beginning!;
      this.failure = undefined;
      // Whoever is in the middle of an answer to the same study keeps what they chose.
      if (study !== this.#study) {
        this.#study = study;
        this.#providers.study.setValue({study, arrival: () => Promise.resolve(study)});
      }
      const changed = this.#former !== undefined && this.#former !== study.learner;
      this.#former = study.learner;
      /** @internal */
      if (changed) this.dispatchEvent(new KnsLearnerChangedEvent());
      return study;
    } catch (error) {
      if (!isNewest()) return await this.#beginning!;
      this.#stuck = true;
      this.#fail(error);
      if (!this.#study) this.#providers.study.setValue(this.#without());
      throw error;
    } finally {
      // After the study, which the first screen waits for.
      defineLaterTags();
    }
  }

  readonly #nextBeginning = () => new Promise<Study>((go) => (this.#onward = go));

  /** For whoever answers before there is a study; the answer is nobody's when another learner comes meanwhile. */
  #without(): Studying {
    const {learner, issuer} = this;
    return {
      arrival: async () => {
        const study = await (this.#stuck || !this.#beginning ? this.#begin() : this.#beginning);
        if (learner === this.learner && issuer === this.issuer) return study;
        throw new KnsError('answer-unsaved', 'Another learner came first.');
      },
    };
  }

  async #learnerKey(store: Store): Promise<LearnerKey> {
    if (this.learner) return store.learnerOf(this.issuer || globalThis.origin, this.learner);
    return (await store.currentLearner()).key;
  }

  /** The page, or its network, comes back to whoever holds the phone: days may have passed. */
  readonly #seeAgain = () => {
    if (document.visibilityState === 'hidden') return;
    void this.#seeLearner();
    void this.#factsFor(this.loaded);
  };

  async #seeLearner() {
    const {store} = this;
    // An emptied store must not get a new learner before the old one was asked for.
    if (!store || this.keeping === 'lost' || !(this.#study || this.#stuck)) return;
    try {
      if ((await this.#learnerKey(store)) !== this.#study?.learner) await this.#begin();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #factsFor(loaded: LoadedCourse | undefined) {
    const {province, store} = this;
    if (!loaded || !store) return;
    // At once, with what is in hand: a former province's facts are gone, and so are yesterday's.
    this.#useFacts(loaded, this.#providers.facts.value!.facts);
    for await (const facts of store.courses.facts(loaded, province)) {
      if (this.loaded !== loaded || this.province !== province) return;
      this.#useFacts(loaded, facts);
    }
  }

  #useFacts({course}: LoadedCourse, facts: readonly Fact[]) {
    this.#providers.facts.setValue({facts, on: todayFor(course.builtOn), province: this.province});
  }

  #fail(error: unknown) {
    const failure = failureOf(error);
    if (failure.code === 'pin-needed') {
      // Whose study it was is away; <kns-learner> asks.
      this.#stuck = true;
      this.#leave();
      return;
    }
    this.failure = failure;
    /** @internal */
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }
}
