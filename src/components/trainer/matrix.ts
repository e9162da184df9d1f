import {consume} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import type {LoadedCourse} from '../../store/courses.js';
import {dayInVietnam} from '../../store/reckoning/calendar.js';
import {cellStates, matrixOf, type Matrix} from '../../store/reckoning/matrix.js';
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
import {cellSign, cellSignStyles, type CellWord} from './cell-sign.js';
import {writtenDay} from '../written-day.js';
import {learnerName} from './learner-name.js';
import type {RosterLedger} from './ledger/ledger.js';
import {matrixStyles} from './matrix-styles.js';
import {ReceivedController} from './received-controller.js';
import {whyOf} from './why.js';
import {WidthController} from './width-controller.js';

const unknownDay = 0xffff;
/** Up to so many lessons, a phone shows each learner's lessons without asking. */
const fewLessons = 4;
/** From so many lessons on, the table's heads are numbers and the titles are told on request. */
const manyLessons = 7;

/** How a register fills: copied by the learner, sent to the group, brought in here. */
const emptySteps = ['copy', 'share', 'bring'] as const;

type Row = Matrix['learners'][number];
type Totals = Matrix['totals'][number];

/** A cell by what it is about, so that it stays chosen when rows are sorted anew. */
interface Place {
  readonly learner: LearnerKey;
  readonly lesson: string;
}

/** The cell whose reasons are wanted. */
interface Asked {
  readonly learner: ReceivedPerson;
  readonly title: string;
  readonly word: CellWord;
  readonly day?: CivilDay;
  readonly fresh: boolean;
}

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
 *
 * @csspart table - The table, where there is room for one.
 * @csspart person - One learner, where there is not.
 */
export class KnsMatrix extends LitElement {
  static override styles = [tokens, base, cellSignStyles, matrixStyles];

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

  #localize = new LocalizeController(this, trainerLanguages);
  #received = new ReceivedController(this, {persons: true, roster: true});
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
  }

  protected override willUpdate() {
    const course = this.loaded?.course;
    this.#received.follow(this.store, course?.id);
    const {learners, persons, roster} = this.#received;
    this.#today = dayInVietnam(this.now());
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
    const {messages} = this.#localize;
    const matrix = this.#matrix;
    const {wide} = this.#width;
    const {roster} = this.#received;
    const ledger = roster && this.#ledger;
    if (ledger?.view)
      return html`
        <section class="stack" aria-labelledby="heading">
          <header class="head">
            <h3 id="heading">${messages.matrix}</h3>
            ${ledger.complete ? this.#dated(datesOf(ledger.view)) : nothing}
          </header>
          ${this.#legend(ledger.view.columns.length)} ${ledger.render(messages, wide)}
        </section>
      `;
    if (!matrix || roster)
      return html`
        <div class="waiting quietly" aria-busy="true">${messages.opening}</div>
      `;

    return html`
      <section class="stack" aria-labelledby="heading">
        <header class="head">
          <h3 id="heading">${messages.matrix}</h3>
          ${matrix.learners.length > 0 ? this.#dated({fresh: matrix.learners.filter(({fresh}) => fresh).length, all: matrix.learners.length, oldest: matrix.oldest}) : nothing}
        </header>
        ${
          matrix.learners.length === 0
            ? this.#blank()
            : // In one place each, so that what the reader has opened stays open when the width changes.
              [
                wide ? nothing : this.#lessonTotals(matrix),
                this.#legend(matrix.lessons.length),
                wide ? this.#table(matrix) : this.#people(matrix),
                wide ? this.#why(matrix) : nothing,
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

  /** Explained on request; beside a table of bare signs their words stand there at once. */
  #legend(columns: number) {
    const {messages} = this.#localize;
    const bare = this.#width.wide && columns >= manyLessons;
    const order: readonly CellWord[] = [
      'done',
      'all-right',
      'done-before',
      'started',
      'not-done',
      'unknown',
    ];
    return html`
      <details class="legend">
        <summary>
          ${
            bare
              ? order.map(
                  (word) => html`
                    <span class="one">${cellSign(word)}${messages.cells[word]}</span>
                  `,
                )
              : nothing
          }
          <span class="more">${messages.legend}${icon('down')}</span>
        </summary>
        <dl>
          ${order.map(
            (word) => html`
              <div>
                <dt>${cellSign(word)} ${messages.cells[word]}</dt>
                <dd>${messages.cellsLong[word]}</dd>
              </div>
            `,
          )}
        </dl>
      </details>
    `;
  }

  // The table, where there is room for one.

  #table(matrix: Matrix) {
    const {messages} = this.#localize;
    const {lessons, learners, totals} = matrix;
    const many = lessons.length >= manyLessons;
    return html`
      <div class="ledger">
        <div
          class="scroll ${many ? 'many' : ''}"
          role="region"
          tabindex="0"
          aria-label=${messages.scroll}
        >
          <table part="table">
            <caption class="unseen">
              ${messages.matrix}: ${messages.caption(learners.length, lessons.length)}
            </caption>
            <thead>
              <tr>
                <th scope="col" class="who">${messages.learner}</th>
                ${lessons.map(
                  ({id, title}) => html`
                    <th scope="col">
                      <span class="number" aria-hidden=${many ? 'true' : nothing}>
                        ${many ? numberOf(id) : messages.lessonShort(numberOf(id))}
                      </span>
                      <span class=${many ? 'unseen' : 'title'}>${title}</span>
                    </th>
                  `,
                )}
              </tr>
              <tr class="totals">
                <th scope="row" class="who">
                  ${messages.totals}
                  <span class="quietly">${messages.caption(learners.length, lessons.length)}</span>
                </th>
                ${totals.map(
                  (counts) => html`
                    <td>${many ? this.#barOnly(counts) : this.#counts(counts)}</td>
                  `,
                )}
              </tr>
            </thead>
            <tbody @click=${this.#ask} @keydown=${this.#walk}>
              ${repeat(
                learners,
                ({learner}) => learner,
                (row, index) =>
                  guard(
                    // A chosen cell draws its own row again, not three hundred others.
                    [
                      matrix,
                      messages,
                      many,
                      inRow(this.asked, row),
                      inRow(this.at, row),
                      !this.at && index === 0,
                    ],
                    () => html`
                      <tr>
                        <th scope="row" class="who">${this.#who(matrix, row, index)}</th>
                        ${lessons.map(({id}, column) => this.#cell(matrix, index, column, id, many))}
                      </tr>
                    `,
                  ),
              )}
            </tbody>
          </table>
        </div>
      </div>
    `;
  }

  #who(matrix: Matrix, row: Row, index: number) {
    const {messages} = this.#localize;
    const doubt = row.gap ? 'gap' : row.wrongClock ? 'clock' : undefined;
    return html`
      <span class="name">${learnerName(messages, this.#rows[index])}</span>
      <span class="asof ${row.fresh ? '' : 'stale'}">
        ${
          doubt
            ? html`
                ${icon('alert')}
                <span class="unseen">${messages.doubts[doubt]}.</span>
              `
            : row.fresh
              ? nothing
              : icon('clock')
        }
        <span class="unseen">${messages.lastData}</span>
        ${row.dataDay === undefined ? messages.noDay : writtenDay(row.dataDay)}
        <span class="count">
          ${messages.lessonsDone(doneIn(matrix, index), matrix.lessons.length)}
        </span>
      </span>
    `;
  }

  #cell(matrix: Matrix, row: number, column: number, lesson: string, many: boolean) {
    const {messages} = this.#localize;
    const {word, day} = cellOf(matrix, row, column);
    const learner = (matrix.learners[row] as Row).learner;
    const here = isAt(this.at, learner, lesson) || (!this.at && row === 0 && column === 0);
    return html`
      <td class=${word}>
        <button
          type="button"
          data-learner=${learner}
          data-lesson=${lesson}
          tabindex=${here ? 0 : -1}
          aria-pressed=${isAt(this.asked, learner, lesson) ? 'true' : 'false'}
        >
          ${cellSign(word)}
          <span class=${many ? 'unseen' : 'words'}>
            ${messages.cells[word]}
            <span class="day">${day === undefined ? nothing : writtenDay(day)}</span>
          </span>
        </button>
      </td>
    `;
  }

  #why(matrix: Matrix) {
    const {messages} = this.#localize;
    const asked = this.asked && this.#find(matrix, this.asked);
    return html`
      <div class="why ${asked ? 'asked' : ''}" role="status">
        ${
          asked
            ? html`
                <div class="reasons">
                  <p>
                    ${cellSign(asked.word)}
                    <strong>${learnerName(messages, asked.learner)}</strong>
                    <span>${asked.title}: ${messages.cells[asked.word]}</span>
                  </p>
                  <p>${this.#reasons(asked).join(' ')}</p>
                </div>
                <button type="button" class="quiet" @click=${this.#close}>
                  ${icon('cross')}${messages.close}
                </button>
              `
            : html`
                <p class="quietly">${messages.whyHint}</p>
              `
        }
      </div>
    `;
  }

  // The list, on a phone.

  #lessonTotals({lessons, totals}: Matrix) {
    const {messages} = this.#localize;
    const list = html`
      <ul class="lesson-totals">
        ${lessons.map(
          ({id, title}, column) => html`
            <li>
              <span class="number">${messages.lessonShort(numberOf(id))}</span>
              <span class="title">${title}</span>
              ${this.#counts(totals[column] as Totals)}
            </li>
          `,
        )}
      </ul>
    `;
    return lessons.length <= fewLessons
      ? html`
          <section aria-labelledby="totals">
            <h4 id="totals" class="unseen">${messages.totals}</h4>
            ${list}
          </section>
        `
      : html`
          <details class="lessons">
            <summary>${messages.totalsByLesson}${icon('down')}</summary>
            ${list}
          </details>
        `;
  }

  #people(matrix: Matrix) {
    const {messages} = this.#localize;
    const always = matrix.lessons.length <= fewLessons;
    return html`
      <p class="quietly">
        ${messages.caption(matrix.learners.length, matrix.lessons.length)}. ${messages.whyHint}
      </p>
      <ul class="people">
        ${repeat(
          matrix.learners,
          ({learner}) => learner,
          (row, index) => {
            const open = always || this.unfolded.has(row.learner);
            const who = this.#who(matrix, row, index);
            return html`
              <li part="person" class="person ${always ? '' : 'titled'}">
                <h4>
                  ${
                    always
                      ? html`
                          <span class="who">${who}</span>
                        `
                      : html`
                          <button
                            type="button"
                            class="who"
                            aria-expanded=${open ? 'true' : 'false'}
                            @click=${() => this.#fold(row.learner)}
                          >
                            <span>${who}</span>
                            ${icon('down')}
                          </button>
                        `
                  }
                </h4>
                ${open ? this.#lessonsOf(matrix, index, !always) : nothing}
              </li>
            `;
          },
        )}
      </ul>
    `;
  }

  #lessonsOf(matrix: Matrix, row: number, titled: boolean) {
    const {messages} = this.#localize;
    const {learner} = matrix.learners[row] as Row;
    return html`
      <ul>
        ${matrix.lessons.map(({id, title}, column) => {
          const {word, day} = cellOf(matrix, row, column);
          const open = isAt(this.asked, learner, id);
          const asked = open ? this.#find(matrix, {learner, lesson: id}) : undefined;
          return html`
            <li class=${word}>
              <button
                type="button"
                class="cell"
                @click=${this.#ask}
                data-learner=${learner}
                data-lesson=${id}
                aria-expanded=${open ? 'true' : 'false'}
              >
                ${cellSign(word)}
                <span class="lesson">
                  ${messages.lessonShort(numberOf(id))}
                  <span class=${titled ? 'title' : 'unseen'}>${title}</span>
                </span>
                <span class="word">
                  ${messages.cells[word]}${
                    day === undefined
                      ? nothing
                      : html`
                          <span class="day">${writtenDay(day)}</span>
                        `
                  }
                </span>
              </button>
              <div role="status">
                ${
                  asked
                    ? html`
                        <p class="reasons">${this.#reasons(asked).join(' ')}</p>
                      `
                    : nothing
                }
              </div>
            </li>
          `;
        })}
      </ul>
    `;
  }

  // Three parts that add up.

  #counts(counts: Totals) {
    const {messages} = this.#localize;
    const part = (word: CellWord, count: number, name: string) => html`
      <span class=${word}>
        ${cellSign(word)}
        <b>${count}</b>
        ${name}
      </span>
    `;
    return html`
      <span class="counts">
        ${bar(counts)} ${part('done', counts.done, messages.totalDone)}
        ${part('not-done', counts.notDone, messages.totalNotDone)}
        ${part('unknown', counts.unknown, messages.totalUnknown)}
      </span>
    `;
  }

  #barOnly(counts: Totals) {
    return html`
      <span class="counts">
        <b aria-hidden="true">${counts.done}</b>
        ${bar(counts)}
        <span class="unseen">${this.#localize.messages.total(counts)}</span>
      </span>
    `;
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
          ...cellOf(matrix, row, column),
        }
      : undefined;
  }

  #reasons({learner, word, day, fresh}: Asked) {
    const course = this.loaded?.course;
    return course
      ? whyOf(this.#localize.messages, {
          learner,
          course,
          state: word,
          day,
          fresh,
          today: this.#today,
        })
      : [];
  }

  #ask({target}: Event) {
    const {learner, lesson} =
      (target as Element).closest<HTMLElement>('button[data-lesson]')?.dataset ?? {};
    if (!learner || !lesson) return;
    this.at = {learner, lesson};
    this.asked = isAt(this.asked, learner, lesson) ? undefined : this.at;
  }

  #close() {
    const place = this.asked;
    this.asked = undefined;
    // The button is about to go; the reader goes back to the cell the reasons were about.
    if (place) this.#focus(place);
  }

  #fold(learner: LearnerKey) {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(learner)) unfolded.add(learner);
    this.unfolded = unfolded;
  }

  #walk(event: KeyboardEvent) {
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
  }

  #focus({learner, lesson}: Place) {
    this.renderRoot
      .querySelector<HTMLElement>(`[data-learner="${learner}"][data-lesson="${lesson}"]`)
      ?.focus();
  }
}

const inRow = (place: Place | undefined, {learner}: Row): string | false =>
  place?.learner === learner && place.lesson;

const isAt = (place: Place | undefined, learner: LearnerKey, lesson: string): boolean =>
  place?.learner === learner && place.lesson === lesson;

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

function cellOf(matrix: Matrix, row: number, column: number) {
  const index = row * matrix.lessons.length + column;
  const word = cellStates[matrix.states[index] ?? 0] ?? 'unknown';
  const day = matrix.days[index] ?? unknownDay;
  return day === unknownDay ? {word} : {word, day};
}

function doneIn(matrix: Matrix, row: number): number {
  let done = 0;
  for (let column = 0; column < matrix.lessons.length; column++) {
    const {word} = cellOf(matrix, row, column);
    if (word === 'done' || word === 'done-before') done++;
  }
  return done;
}

/** `m05-b02` → `5.2`; ids of another make stay as they are. */
const numberOf = (lesson: string): string =>
  lesson.replace(/^m0*(\d+)-b0*(\d+)$/, (_, module: string, place: string) => `${module}.${place}`);

/** Three lengths that add up. Widths are attributes, since a strict policy drops inline styles. */
const bar = ({done, notDone, unknown}: Totals) => {
  const all = Math.max(1, done + notDone + unknown);
  const edge = (count: number) => (100 * count) / all;
  return html`
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="unknown" x="0" y="0" width="100" height="6" />
      <rect class="not-done" x="0" y="0" width=${edge(done + notDone)} height="6" />
      <rect class="done" x="0" y="0" width=${edge(done)} height="6" />
    </svg>
  `;
};
