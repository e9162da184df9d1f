import {consume} from '@lit/context';
import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {type Course, lessonsOf, type LessonEntry} from '../../curriculum/course.js';
import type {LoadedCourse} from '../../store/courses.js';
import {toBase32} from '../../store/reckoning/base32.js';
import {dayInVietnam, dayOf} from '../../store/reckoning/calendar.js';
import type {RosterView} from '../../store/reckoning/roster-view.js';
import type {Session, Sessions} from '../../store/sessions.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
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
import {Attendance, type AttendanceChange} from './session/attendance.js';
import {type Contents, contentsOf} from './session/contents.js';
import {eveningList} from './session/evening-list.js';
import {eveningPage} from './session/evening-page.js';
import type {Projector} from './session/projector.js';
import {sessionStyles} from './session/session-styles.js';
import {DoorController} from './lock/door-controller.js';
import {NewDayController} from './new-day-controller.js';
import {troubleNotice} from './trouble-notice.js';

/** Half past seven in the evening, when fields and markets are done. */
const usualBeginning = 19 * 60 + 30;
const usualMinutes = 60;

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
  /** Name of the file that was handed out last. */
  @state() private savedAs = '';
  @state() private asksRemoval = false;
  @state() private projector: Projector | undefined;

  readonly #door: DoorController = new DoorController(this, () => (this.projector = undefined));
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
    new NewDayController(this);
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
    return this.#door.render(() => this.#drawn());
  }

  #drawn() {
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
    const {course} = this.loaded;
    return html`
      ${this.open ? this.#page(this.open, course) : this.#list(this.all.filter((one) => one.course === course.id))}
      ${this.projector?.render(() => (this.projector = undefined)) ?? nothing}
    `;
  }

  #list(all: readonly Session[]) {
    return eveningList(all, this.#localize.messages, {
      prepare: this.#prepare,
      download: () => void this.#download(all),
      show: (session) => this.#show(session),
      said: this.savedAs === '' ? '' : this.#localize.messages.savedAs(this.savedAs),
      notice: this.failure ? this.#notice(this.failure) : nothing,
    });
  }

  #page(session: Session, course: Course) {
    const {messages} = this.#localize;
    return eveningPage(session, course, {
      messages,
      fetching: this.fetching,
      asksRemoval: this.asksRemoval,
      attendance: this.#attendance.render(session, this.roster, messages),
      said: this.#said(),
      notice: this.failure ? this.#notice(this.failure) : nothing,
      close: this.#close,
      change: (change) => void this.#change(change),
      choose: (id, on) => this.#choose(session, id, on),
      project: (chosen) => void this.#project(chosen, session),
      print: (chosen) => void this.#print(chosen),
      hold: () => void this.#hold(session),
      askRemoval: (asks) => (this.asksRemoval = asks),
      remove: () => void this.#remove(session),
    });
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
    return troubleNotice(messages.refusals[code] ?? messages.unexpected, messages.code(code));
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
    this.savedAs = '';
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
  async #change(change: Partial<Session> | AttendanceChange): Promise<void> {
    const {store} = this;
    if (!this.open || !store) return;
    const {present, ...others} = {...this.open, ...change};
    const session = (this.open = present ? {...others, present} : others);
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
    else if (!isTold(session.present)) this.told = 'needAttendance';
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

  async #withContents(chosen: readonly LessonEntry[], show: (contents: Contents) => Promise<void>) {
    if (chosen.length === 0) {
      this.told = 'needLesson';
      return;
    }
    this.told = undefined;
    this.failure = undefined;
    this.fetching = true;
    try {
      const {store, loaded, province} = this;
      if (!store || !loaded) return;
      await show(await contentsOf(chosen, store, loaded, {province, now: this.now()}));
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
      const file = await eveningsSheet(all, {course: loaded.course, roster}, messages);
      saveFile(file);
      this.savedAs = file.name;
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

/** A roster without a tick does not say that nobody came. */
const isTold = (present: Session['present']): boolean =>
  present !== undefined && ('counted' in present || present.members.length > 0);
