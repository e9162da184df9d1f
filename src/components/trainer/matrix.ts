import {consume} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {LoadedCourse} from '../../store/courses.js';
import {dayInVietnam} from '../../store/reckoning/calendar.js';
import {matrixOf, type Matrix} from '../../store/reckoning/matrix.js';
import type {MatrixView} from '../../store/reckoning/matrix-view.js';
import type {ReceivedLearner} from '../../store/reckoning/packet.js';
import {joinPersons, type ReceivedPerson} from '../../store/reckoning/persons.js';
import type {CivilDay, LearnerKey} from '../../store/reckoning/record.js';
import {compareNames} from '../../store/roster.js';
import type {Store} from '../../store/store.js';
import {courseContext, storeContext} from '../contexts.js';
import {EnterController} from '../controllers/enter.js';
import {LocalizeController} from '../controllers/localize.js';
import {KnsFailedEvent} from '../events.js';
import {chunk, failureOf} from '../failure.js';
import {asideIcon} from '../icons-aside.js';
import {icon} from '../icons.js';
import {trainerLanguages} from '../messages/trainer.js';
import {base} from '../styles/base.js';
import {tokens} from '../styles/tokens.js';
import {cellSignStyles} from './cell-sign.js';
import {writtenDay} from '../written-day.js';
import type {RosterLedger} from './ledger/ledger.js';
import {type Asked, cellOf, isAt, type Place} from './matrix/cells.js';
import {countsStyles} from './matrix/counts.js';
import {legend, legendStyles} from './matrix/legend.js';
import {matrixStyles} from './matrix/matrix-styles.js';
import {lessonTotals, people, peopleStyles} from './matrix/people.js';
import {reasons, reasonsStyles} from './matrix/reasons.js';
import type {MatrixStand} from './matrix/stand.js';
import {manyLessons, matrixTableStyles, table} from './matrix/table.js';
import {whoStyles} from './matrix/who.js';
import {DoorController} from './lock/door-controller.js';
import {ReceivedController} from './received-controller.js';
import {UncoverController} from './matrix/uncover-controller.js';
import {NewDayController} from './new-day-controller.js';
import {whyOf} from './why.js';
import {WidthController} from './width-controller.js';

/** How a register fills: copied by the learner, sent to the group, brought in here. */
const emptySteps = ['copy', 'share', 'bring'] as const;

/**
 * Who has learned what: learners × lessons, told apart by done, not done and unknown, and dated.
 *
 * Stands inside a `<kns-trainer>`, which says of which course.
 *
 * @element kns-matrix
 *
 * @shows opening - Until it is known what was received.
 * @shows empty - Nobody yet, and how to get the first name.
 * @shows few - A course of few lessons, each cell in words.
 * @shows some - A course of a middling number of lessons.
 * @shows many - A course of many lessons: signs in a table, folded people on a phone.
 * @shows explained - The signs in words.
 * @shows totals - The whole team, lesson by lesson.
 * @shows asked - Why a cell shows what it shows.
 * @shows roster - Members by unit, where there is a roster.
 * @shows narrowed - Some of them, and what they were chosen by, in words.
 * @shows reasons - All of a member on a phone, and why.
 * @shows unread - What was read before, where the register cannot be read again.
 *
 * @csspart table - The table, where there is room for one.
 * @csspart person - One learner, where there is not.
 */
export class KnsMatrix extends LitElement {
  static override styles = [
    tokens,
    base,
    cellSignStyles,
    matrixStyles,
    legendStyles,
    matrixTableStyles,
    whoStyles,
    countsStyles,
    reasonsStyles,
    peopleStyles,
  ];

  /** ms UTC; what "fresh" is measured against. */
  @property({attribute: false}) now: () => number = Date.now;

  @consume({context: storeContext, subscribe: true})
  @state()
  private store?: Store;

  @consume({context: courseContext, subscribe: true})
  @state()
  private loaded?: LoadedCourse | undefined;

  /** The cell whose reasons are shown. */
  @state() private asked: Place | undefined;

  /** The one cell that Tab reaches; arrows lead on from there. */
  @state() private at: Place | undefined;

  @state() private unfolded: ReadonlySet<LearnerKey> = new Set();

  readonly #door: DoorController = new DoorController(this);
  #localize = new LocalizeController(this, trainerLanguages);
  readonly #received: ReceivedController = new ReceivedController(this, {
    persons: true,
    roster: true,
  });
  #width = new WidthController(this, 34);
  #matrix: Matrix | undefined;
  #rows: readonly ReceivedPerson[] = [];
  #drawnOf: readonly unknown[] = [];
  #today: CivilDay = 0;
  /** Fetched once there is a roster. */
  #ledger: RosterLedger | undefined;
  #fetching = false;

  constructor() {
    super();
    new EnterController(this);
    new NewDayController(this);
    new UncoverController(this, '.why.asked');
  }

  protected override willUpdate() {
    const course = this.loaded?.course;
    this.#today = dayInVietnam(this.now());
    this.#received.follow(this.store, course, this.#today);
    const {learners, persons, roster} = this.#received;
    if (roster && learners && course) {
      void this.#fetchLedger();
      const {store} = this;
      this.#ledger?.take({
        course,
        roster,
        learners,
        persons,
        today: this.#today,
        assigned: async () => (await store?.reports())?.assigned(course.key) ?? [],
      });
      return;
    }

    const drawnOf = [course, learners, this.#today];
    if (drawnOf.every((value, index) => value === this.#drawnOf[index])) return;
    this.#drawnOf = drawnOf;
    this.#rows = [...joinPersons(learners ?? [], persons)].sort(compareLearners);
    this.#matrix = course && learners ? matrixOf(course, this.#rows, this.#today) : undefined;
  }

  override render() {
    return this.#door.render(() =>
      this.#received.render(this.#localize.messages, () => this.#drawn()),
    );
  }

  #drawn() {
    const {messages} = this.#localize;
    const matrix = this.#matrix;
    const {wide} = this.#width;
    const {roster, learners} = this.#received;
    const ledger = roster && learners && this.#ledger;
    if (ledger?.view)
      return html`
        <section class="stack" aria-labelledby="heading">
          <header class="head">
            <h3 id="heading" tabindex="-1">${messages.matrix}</h3>
            ${ledger.complete ? this.#dated(datesOf(ledger.view)) : nothing}
          </header>
          ${this.#legend(ledger.view.columns.length)} ${ledger.render(messages, wide)}
        </section>
      `;
    if (!matrix || roster)
      return html`
        <div class="waiting quietly" aria-busy="true">${messages.opening}</div>
      `;

    const stand = this.#stand(matrix);
    return html`
      <section class="stack" aria-labelledby="heading">
        <header class="head">
          <h3 id="heading" tabindex="-1">${messages.matrix}</h3>
          ${matrix.learners.length > 0 ? this.#dated({fresh: matrix.learners.filter(({fresh}) => fresh).length, all: matrix.learners.length, oldest: matrix.oldest}) : nothing}
        </header>
        ${
          matrix.learners.length === 0
            ? this.#blank()
            : // In one place each, so that what the reader has opened stays open when the width changes.
              [
                wide ? nothing : lessonTotals(stand),
                this.#legend(matrix.lessons.length),
                wide ? table(stand) : people(stand),
                wide ? reasons(stand) : nothing,
              ]
        }
      </section>
    `;
  }

  override updated() {
    if (this.#received.roster) this.#ledger?.drawn(this.#localize.messages);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#ledger?.disconnected();
  }

  async #fetchLedger() {
    if (this.#ledger || this.#fetching) return;
    this.#fetching = true;
    try {
      const {RosterLedger} = await chunk(import('./ledger/ledger.js'));
      this.#ledger = new RosterLedger(this);
      this.requestUpdate();
    } catch (error) {
      const {code, facts} = failureOf(error);
      this.dispatchEvent(new KnsFailedEvent(code, facts));
    }
    this.#fetching = false;
  }

  #blank() {
    const {messages} = this.#localize;
    return html`
      <div class="blank">
        <strong>${messages.matrixEmpty}</strong>
        <ol>
          ${messages.matrixEmptySteps.map(
            (step, index) => html`
              <li>
                ${asideIcon(emptySteps[index] ?? 'copy')}
                <span>${step}</span>
              </li>
            `,
          )}
        </ol>
      </div>
    `;
  }

  /** How far every figure below can be trusted, before the first of them. */
  #dated({fresh, all, oldest}: {fresh: number; all: number; oldest: CivilDay | undefined}) {
    const {messages} = this.#localize;
    return html`
      <p class="dated">
        <span>${messages.freshness(fresh, all)}</span>
        ${
          oldest === undefined
            ? nothing
            : html`
                <span class="oldest">${icon('clock')}${messages.oldest(writtenDay(oldest))}</span>
              `
        }
      </p>
    `;
  }

  #legend(columns: number) {
    return legend(this.#localize.messages, this.#width.wide && columns >= manyLessons);
  }

  #stand(matrix: Matrix): MatrixStand {
    return {
      messages: this.#localize.messages,
      matrix,
      people: this.#rows,
      asked: this.asked,
      at: this.at,
      unfolded: this.unfolded,
      find: (place) => this.#find(matrix, place),
      reasonsOf: (asked) => this.#reasons(asked),
      ask: this.#ask,
      walk: this.#walk,
      close: this.#close,
      fold: (learner) => this.#fold(learner),
    };
  }

  #find(matrix: Matrix, {learner, lesson}: Place): Asked | undefined {
    const row = matrix.learners.findIndex((known) => known.learner === learner);
    const column = matrix.lessons.findIndex(({id}) => id === lesson);
    const received = this.#rows[row];
    const known = matrix.lessons[column];
    return received && known
      ? {
          learner: received,
          title: known.title,
          fresh: matrix.learners[row]?.fresh ?? false,
          gap: matrix.learners[row]?.gap ?? false,
          ...cellOf(matrix, row, column),
        }
      : undefined;
  }

  #reasons({learner, word, day, fresh, gap}: Asked) {
    const course = this.loaded?.course;
    return course
      ? whyOf(this.#localize.messages, {
          learner,
          course,
          state: word,
          day,
          fresh,
          gap,
          today: this.#today,
        })
      : [];
  }

  readonly #ask = ({target}: Event): void => {
    const {learner, lesson} =
      (target as Element).closest<HTMLElement>('button[data-lesson]')?.dataset ?? {};
    if (!learner || !lesson) return;
    this.at = {learner, lesson};
    this.asked = isAt(this.asked, learner, lesson) ? undefined : this.at;
  };

  readonly #close = (): void => {
    const place = this.asked;
    this.asked = undefined;
    // The button is about to go; the reader goes back to the cell the reasons were about.
    if (place) this.#focus(place);
  };

  #fold(learner: LearnerKey) {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(learner)) unfolded.add(learner);
    this.unfolded = unfolded;
  }

  readonly #walk = (event: KeyboardEvent): void => {
    const matrix = this.#matrix;
    const {learner, lesson} = (event.target as HTMLElement).dataset;
    if (!matrix || !learner || !lesson || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = matrix.learners.findIndex((known) => known.learner === learner);
    const column = matrix.lessons.findIndex(({id}) => id === lesson);
    const to = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, matrix.lessons.length - 1],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    const next = matrix.learners[to[0] as number];
    const under = matrix.lessons[to[1] as number];
    if (!next || !under) return;
    this.at = {learner: next.learner, lesson: under.id};
    this.#focus(this.at);
  };

  #focus({learner, lesson}: Place) {
    this.renderRoot
      .querySelector<HTMLElement>(`[data-learner="${learner}"][data-lesson="${lesson}"]`)
      ?.focus();
  }
}

/** How many of those shown were heard of lately, and the oldest day among them. */
const datesOf = ({people, fresh, oldest}: MatrixView) => ({
  fresh: fresh.at(-1)!,
  all: people.at(-1)!,
  oldest,
});

/** Named people by given name; whoever has no name yet comes last, in the order they came. */
function compareLearners(a: ReceivedLearner, b: ReceivedLearner): number {
  if (a.name !== undefined && b.name !== undefined) return compareNames(a.name, b.name);
  if (a.name !== undefined || b.name !== undefined) return a.name === undefined ? 1 : -1;
  return a.learner < b.learner ? -1 : 1;
}
