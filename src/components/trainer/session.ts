import {consume} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {lessonsOf, type LessonEntry} from '../../curriculum/course.js';
import type {Lesson} from '../../curriculum/lesson.js';
import type {LoadedCourse} from '../../store/courses.js';
import {toBase32} from '../../store/reckoning/base32.js';
import {dayInVietnam, dayOf, dayText} from '../../store/reckoning/calendar.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
import type {Session, Sessions} from '../../store/sessions.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext, type FactsInForce} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf, type Failure} from '../failure.js';
import {icon} from '../icons.js';
import {blockStyles} from '../learner/blocks.js';
import {pictureStyles} from '../learner/picture.js';
import {memoLanguages} from '../messages/memo.js';
import {learnerLanguages} from '../messages/messages.js';
import {sessionLanguages} from '../messages/session.js';
import {trainerLanguages} from '../messages/trainer.js';
import {paperFrame, paperFrameStyles} from '../paper-frame.js';
import {saveFile} from '../save-file.js';
import {base} from '../styles/base.js';
import {field} from '../styles/field.js';
import {tokens} from '../styles/tokens.js';
import {writtenDay} from '../written-day.js';
import {Attendance} from './session/attendance.js';
import {clock} from './session/clock.js';
import {lessonChoice} from './session/lesson-choice.js';
import {planTable} from './session/plan-table.js';
import type {Projector} from './session/projector.js';
import {sessionStyles} from './session/session-styles.js';

/** Half past seven in the evening, when fields and markets are done. */
const usualBeginning = 19 * 60 + 30;
const usualMinutes = 60;
const mostMinutes = 480;

/** What is shown on a wall and printed. */
interface Contents {
  readonly loaded: LoadedCourse;
  readonly lessons: readonly Lesson[];
  readonly facts: FactsInForce;
}

/** What was said last of the evening that is open. */
type Told = 'saved' | 'unsaved' | 'needLesson' | 'needAttendance' | 'cannotPrint' | 'printUnseen';

/**
 * An evening with a group: prepared from lessons, shown on a wall, and noted afterwards.
 *
 * Stands inside a `<kns-trainer>`, which says of which course.
 *
 * @element kns-session
 *
 * @shows opening - Until the evenings were read.
 * @shows empty - No evening yet.
 * @shows list - Evenings that are prepared, and those that were held.
 * @shows sheet - One evening: when, where, which lessons, how the time goes.
 * @shows tight - More lessons than there is time for.
 * @shows counted - Held, with so many people.
 * @shows ticked - Who came, by the roster.
 * @shows wall - A lesson's part on the wall.
 * @shows asked - A question on the wall, with raised hands.
 * @shows revealed - The same with what is right, and why.
 * @shows unsaved - The device could not keep what was written.
 * @shows unreachable - A lesson cannot be fetched.
 *
 * @fires {KnsFailedEvent} kns-failed - After the trainer was told what could not be kept or fetched.
 */
export class KnsSession extends LitElement {
  static override styles = [
    tokens,
    base,
    field,
    blockStyles,
    pictureStyles,
    paperFrameStyles,
    sessionStyles,
  ];

  /** Stable id of the province whose facts the lessons show. */
  @property() province = '';

  /** ms UTC; what "today" is. */
  @property({attribute: false}) now: () => number = Date.now;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  @state() private all: readonly Session[] | undefined;
  @state() private roster: RosterView | undefined;
  /** The evening that is open. */
  @state() private open: Session | undefined;
  @state() private told: Told | undefined;
  @state() private failure: Failure | undefined;
  @state() private fetching = false;
  @state() private asksRemoval = false;
  @state() private projector: Projector | undefined;

  #localize = new LocalizeController(this, sessionLanguages);
  #trainer = new LocalizeController(this, trainerLanguages);
  #learner = new LocalizeController(this, learnerLanguages);
  #memo = new LocalizeController(this, memoLanguages);
  #attendance = new Attendance((change) => void this.#change(change));
  #followed: Store | undefined;
  #unwatch: (() => void)[] = [];

  constructor() {
    super();
    new EnterController(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#followed = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const unwatch of this.#unwatch) unwatch();
    this.#unwatch = [];
  }

  protected override willUpdate() {
    if (this.store && this.store !== this.#followed) void this.#follow(this.store);
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('projector') && this.projector) this.projector.open();
  }

  override render() {
    const {messages} = this.#localize;
    if (!this.loaded || !this.all)
      return html`
        ${
          this.failure
            ? this.#notice(this.failure)
            : html`
                <p class="quietly" role="status">${messages.opening}</p>
              `
        }
      `;
    return html`
      ${this.open ? this.#sheet(this.open, this.loaded) : this.#list(this.all)}
      ${this.projector?.render(() => (this.projector = undefined)) ?? nothing}
    `;
  }

  #list(all: readonly Session[]) {
    const {messages} = this.#localize;
    return html`
      <section class="stack" aria-labelledby="heading">
        <h3 id="heading" tabindex="-1">${messages.heading}</h3>
        <p class="quietly">${messages.lead}</p>
        <div class="row">
          <button type="button" class="main" @click=${this.#prepare}>
            ${icon('demo')}${messages.start}
          </button>
          ${
            all.some(({held}) => held)
              ? html`
                  <button type="button" @click=${() => void this.#download(all)}>
                    ${icon('save')}${messages.sheet}
                  </button>
                `
              : nothing
          }
        </div>
        ${this.failure ? this.#notice(this.failure) : nothing}
        ${
          all.length === 0
            ? html`
                <p>${messages.none}</p>
              `
            : html`
                <ul class="evenings">
                  ${all.map(
                    (session) => html`
                      <li>
                        <button type="button" class="evening" @click=${() => this.#show(session)}>
                          <span>${this.#line(session)}</span>
                          <span class="mark ${session.held ? 'held' : ''}">
                            ${icon(session.held ? 'done' : 'clock')}
                            ${session.held ? messages.held : messages.planned}
                          </span>
                          <span class="quietly">
                            ${[
                              messages.lessonCount(session.lessons.length),
                              ...(session.present ? [messages.people(peopleAt(session))] : []),
                            ].join(' · ')}
                          </span>
                        </button>
                      </li>
                    `,
                  )}
                </ul>
              `
        }
      </section>
    `;
  }

  #line({day, begins, place}: Session) {
    const {messages} = this.#localize;
    return messages.line(when({day, begins}), place || messages.placeless);
  }

  #sheet(session: Session, {course}: LoadedCourse) {
    const {messages} = this.#localize;
    const chosen = lessonsOf(course).filter(({id}) => session.lessons.includes(id));
    // The title leaves the place out: it may take a line more, and move what a finger is about to touch.
    return html`
      <div class="sheet">
        <nav aria-label=${messages.back}>
          <button type="button" class="quiet" @click=${this.#close}>
            ${icon('back')}${messages.back}
          </button>
        </nav>
        <section class="part" aria-labelledby="title">
          <h3 id="title" tabindex="-1">${messages.evening(when(session))}</h3>
          ${this.#when(session)}
        </section>
        <section class="part" aria-labelledby="lessons">
          <h4 id="lessons">${messages.lessons}</h4>
          <p class="quietly">${messages.lessonsHint}</p>
          ${lessonChoice(course.modules, session.lessons, messages, (id, on) =>
            this.#choose(session, id, on),
          )}
        </section>
        <section class="part" aria-labelledby="plan">
          <h4 id="plan">${messages.plan}</h4>
          ${planTable(chosen, session, messages)}
          <div class="row">
            <button
              type="button"
              class="main"
              ?disabled=${this.fetching}
              @click=${() => void this.#project(chosen, session)}
            >
              ${icon('demo')}${this.fetching ? messages.fetching : messages.project}
            </button>
            ${
              chosen.length > 0
                ? html`
                    <button
                      type="button"
                      ?disabled=${this.fetching}
                      @click=${() => void this.#print(chosen)}
                    >
                      ${icon('memo')}${messages.handOuts(chosen.length)}
                    </button>
                  `
                : nothing
            }
          </div>
        </section>
        <section class="part" aria-labelledby="attendance">
          <h4 id="attendance">${messages.attendance}</h4>
          <p class="quietly">${messages.attendanceNote}</p>
          ${this.#attendance.render(session, this.roster, messages)}
        </section>
        <section class="part" aria-labelledby="record">
          <h4 id="record">${messages.record}</h4>
          <label class="field">
            ${messages.note}
            <textarea
              aria-describedby="note-hint"
              .value=${session.note}
              @change=${({target}: Event) =>
                void this.#change({note: (target as HTMLTextAreaElement).value})}
            ></textarea>
          </label>
          <p id="note-hint" class="quietly">${messages.noteHint}</p>
          ${this.#held(session)}
        </section>
        <div class="said" role="status">${this.#said()}</div>
        ${this.failure ? this.#notice(this.failure) : nothing} ${this.#removal(session)}
      </div>
    `;
  }

  #when(session: Session) {
    const {messages} = this.#localize;
    const value = ({target}: Event) => (target as HTMLInputElement).value;
    return html`
      <div class="fields">
        <label class="field">
          ${messages.when}
          <input
            type="date"
            .value=${dayText(session.day)}
            @change=${(event: Event) => {
              const day = dayOf(value(event));
              if (Number.isInteger(day)) void this.#change({day});
            }}
          />
        </label>
        <label class="field">
          ${messages.begins}
          <input
            type="time"
            .value=${clock(session.begins)}
            @change=${(event: Event) => {
              const [hours = NaN, minutes = NaN] = value(event).split(':').map(Number);
              const begins = hours * 60 + minutes;
              if (Number.isInteger(begins)) void this.#change({begins});
            }}
          />
        </label>
        <label class="field">
          ${messages.minutes}
          <input
            type="number"
            min="20"
            max=${mostMinutes}
            step="5"
            inputmode="numeric"
            .value=${String(session.minutes)}
            @change=${(event: Event) => {
              const minutes = Number(value(event));
              if (Number.isInteger(minutes) && minutes >= 20 && minutes <= mostMinutes)
                void this.#change({minutes});
              else (event.target as HTMLInputElement).value = String(session.minutes);
            }}
          />
        </label>
        <label class="field long">
          ${messages.place}
          <input
            type="text"
            maxlength="200"
            placeholder=${messages.placeHint}
            .value=${session.place}
            @change=${(event: Event) => void this.#change({place: value(event).trim()})}
          />
        </label>
      </div>
    `;
  }

  #held(session: Session) {
    const {messages} = this.#localize;
    return session.held
      ? html`
          <p class="mark held">${icon('done')}${messages.isHeld}</p>
          <div class="row">
            <button type="button" class="quiet" @click=${() => void this.#change({held: false})}>
              ${icon('back')}${messages.reopen}
            </button>
          </div>
        `
      : html`
          <div class="row">
            <button type="button" class="main" @click=${() => void this.#hold(session)}>
              ${icon('check')}${messages.markHeld}
            </button>
          </div>
        `;
  }

  #removal(session: Session) {
    const {messages} = this.#localize;
    return this.asksRemoval
      ? html`
          <div class="notice" role="alert">
            ${icon('alert')}
            <strong>${messages.removeAsk}</strong>
            <div class="row">
              <button type="button" @click=${() => void this.#remove(session)}>
                ${messages.removeYes}
              </button>
              <button type="button" @click=${() => (this.asksRemoval = false)}>
                ${messages.removeNo}
              </button>
            </div>
          </div>
        `
      : html`
          <div class="row">
            <button type="button" class="quiet" @click=${() => (this.asksRemoval = true)}>
              ${icon('cross')}${messages.remove}
            </button>
          </div>
        `;
  }

  #said() {
    const {told} = this;
    if (!told) return nothing;
    if (told === 'cannotPrint' || told === 'printUnseen') return this.#memo.messages[told];
    return html`
      <p class="mark ${told === 'saved' ? 'held' : ''}">
        ${icon(told === 'saved' ? 'check' : 'alert')}${this.#localize.messages[told]}
      </p>
    `;
  }

  #notice({code}: Failure) {
    const {messages} = this.#trainer;
    const {what, todo} = messages.refusals[code] ?? messages.unexpected;
    return html`
      <div class="notice bad" role="alert">
        ${icon('alert')}
        <strong>${what}</strong>
        <span>${todo}</span>
        <span class="quietly">${messages.code(code)}</span>
      </div>
    `;
  }

  async #follow(store: Store) {
    this.#followed = store;
    try {
      const [sessions, roster] = await Promise.all([store.sessions(), store.roster()]);
      if (store !== this.#followed || !this.isConnected) return;
      for (const unwatch of this.#unwatch) unwatch();
      this.#unwatch = [
        sessions.watch(() => void this.#read(sessions)),
        roster.watch(() => void roster.read().then((view) => (this.roster = view))),
      ];
      this.roster = await roster.read();
      await this.#read(sessions);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #read(sessions: Sessions) {
    try {
      this.all = await sessions.all();
    } catch (error) {
      this.#fail(error);
    }
  }

  #show(session: Session | undefined) {
    this.open = session;
    this.told = undefined;
    this.failure = undefined;
    this.asksRemoval = false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus({preventScroll: false}),
    );
  }

  readonly #close = () => this.#show(undefined);

  readonly #prepare = () => {
    if (!this.loaded) return;
    this.#show({
      id: toBase32(crypto.getRandomValues(new Uint8Array(10))),
      course: this.loaded.course.id,
      day: dayInVietnam(this.now()),
      begins: usualBeginning,
      minutes: usualMinutes,
      place: '',
      lessons: [],
      note: '',
      held: false,
    });
  };

  #choose(session: Session, id: string, on: boolean) {
    const wanted = new Set(session.lessons);
    if (on) wanted.add(id);
    else wanted.delete(id);
    // In the order they are taught, whichever was ticked first.
    const order = this.loaded ? lessonsOf(this.loaded.course).map((lesson) => lesson.id) : [];
    void this.#change({lessons: order.filter((lesson) => wanted.has(lesson))});
  }

  /** On screen at once, called saved when it is. */
  async #change(change: Partial<Session>): Promise<void> {
    const {store} = this;
    if (!this.open || !store) return;
    const session = (this.open = {...this.open, ...change});
    this.told = undefined;
    this.failure = undefined;
    try {
      await (await store.sessions()).keep(session);
      if (this.open === session) this.told = 'saved';
    } catch (error) {
      this.told = 'unsaved';
      this.#fail(error);
    }
  }

  async #hold(session: Session) {
    if (session.lessons.length === 0) this.told = 'needLesson';
    else if (!session.present) this.told = 'needAttendance';
    else await this.#change({held: true});
  }

  async #remove({id}: Session) {
    try {
      await (await this.store?.sessions())?.drop(id);
      this.#show(undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Everything that is shown is at hand before the first of it is on the wall. */
  async #contents(chosen: readonly LessonEntry[]): Promise<Contents | undefined> {
    const {store, loaded, province} = this;
    if (!store || !loaded) return undefined;
    const lessons: Lesson[] = [];
    for (const {id} of chosen) lessons.push(await store.courses.lesson(loaded, id));
    let facts: FactsInForce['facts'] = loaded.facts;
    for await (const found of store.courses.facts(loaded, province)) facts = found;
    const on = dayText(dayInVietnam(this.now()));
    return {lessons, loaded, facts: {facts, on, province}};
  }

  async #withContents(chosen: readonly LessonEntry[], show: (contents: Contents) => Promise<void>) {
    if (chosen.length === 0) {
      this.told = 'needLesson';
      return;
    }
    this.told = undefined;
    this.failure = undefined;
    this.fetching = true;
    try {
      const contents = await this.#contents(chosen);
      if (contents) await show(contents);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.fetching = false;
    }
  }

  #project(chosen: readonly LessonEntry[], {minutes}: Session) {
    return this.#withContents(chosen, async ({lessons, facts}) => {
      const {Projector} = await chunk(import('./session/projector.js'));
      const {messages} = this.#localize;
      const learner = this.#learner.messages;
      this.projector = new Projector(this, {
        ...{messages, learner, lessons, minutes, facts},
        now: this.now,
      });
    });
  }

  #print(chosen: readonly LessonEntry[]) {
    return this.#withContents(chosen, async ({lessons, loaded, facts}) => {
      const {canPrint, printMemos} = await chunk(import('../learner/memo-paper.js'));
      if (!canPrint()) {
        this.told = 'cannotPrint';
        return;
      }
      const {messages} = this.#memo;
      const papers = lessons.flatMap((lesson) => {
        const memo = lesson.sections.find(({id}) => id === 'memo');
        if (!memo) return [];
        const dated = messages.contentOf(writtenDay(dayOf(lesson.asOf)));
        return [{kind: messages.memo, lesson, memo, course: loaded.course.title, dated, facts}];
      });
      const frame = await paperFrame(this.renderRoot);
      if (!printMemos(frame, papers)) this.told = 'printUnseen';
    });
  }

  async #download(all: readonly Session[]) {
    const {loaded, roster} = this;
    if (!loaded) return;
    try {
      const {eveningsSheet} = await chunk(import('./session/evenings-sheet.js'));
      const {messages} = this.#localize;
      saveFile(await eveningsSheet(all, {course: loaded.course, roster}, messages));
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown) {
    this.failure = failureOf(error);
    /** @internal */
    this.dispatchEvent(new KnsFailedEvent(this.failure.code, this.failure.facts));
  }
}

const when = ({day, begins}: Pick<Session, 'day' | 'begins'>): string =>
  `${clock(begins)} ${writtenDay(day)}`;

const peopleAt = ({present}: Session): number =>
  !present ? 0 : 'counted' in present ? present.counted : present.members.length;
