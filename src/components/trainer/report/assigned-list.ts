import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import {lessonOf} from '../../../curriculum/course.js';
import type {Table} from '../../../exchange/table.js';
import {
  type Assignment,
  type AssignmentStanding,
  assignmentStanding,
  type AssignmentState,
} from '../../../store/reckoning/assignment.js';
import {heardAs} from '../../../store/reckoning/roster-matrix.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {type AssignmentMessages, assignmentLanguages} from '../../messages/assignments.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {writtenDay} from '../../written-day.js';
import {cellSign, cellSignStyles} from '../cell-sign.js';
import type {ReportStand} from './stand.js';
import {saveTables} from './files.js';
import type {SheetPerson} from './sheet.js';

type Person = SheetPerson['person'];

/** An assignment with what is known of it today. */
interface Given {
  readonly assignment: Assignment;
  readonly who: string;
  readonly lessons: string;
  readonly standing: AssignmentStanding;
}

/** What is asked for in the list, and what it says. */
export interface ListActs {
  readonly drop: (assignment: Assignment) => Promise<void>;
  /** Something else was done: what was said beside the form is not of it. */
  readonly forgetSaid: () => void;
  readonly say: (words: string) => void;
}

const atOnce = 30;
/** What is late first, what is done last. */
const order: readonly AssignmentState[] = ['not-done', 'unknown', 'done'];

/** What was given to people of one unit and what became of it, on the screen and in a file. */
export class AssignedList {
  readonly #host: LitElement;
  readonly #stand: () => ReportStand;
  readonly #nameOf: (person: Person) => string;
  readonly #acts: ListActs;
  readonly #localize: LocalizeController<AssignmentMessages>;
  #upTo = atOnce;

  constructor(
    host: LitElement,
    stand: () => ReportStand,
    nameOf: (person: Person) => string,
    acts: ListActs,
  ) {
    this.#host = host;
    this.#stand = stand;
    this.#nameOf = nameOf;
    this.#acts = acts;
    this.#localize = new LocalizeController(host, assignmentLanguages);
  }

  /** `kept` is all that was assigned in this course, `said` what was said last of the list. */
  render(kept: readonly Assignment[], said: TemplateResult) {
    adoptMore(this.#host, cellSignStyles);
    const {messages} = this.#localize;
    const given = this.#given(kept);
    const counts = {done: 0, 'not-done': 0, unknown: 0};
    for (const {standing} of given) counts[standing.state]++;
    return html`
      <section class="stack" aria-labelledby="given">
        <h5 id="given">${messages.list}</h5>
        ${
          given.length === 0
            ? html`
                <p class="quietly">${messages.none}</p>
              `
            : html`
                <p>${messages.counts(counts)}</p>
                <ul class="needy">
                  ${given.slice(0, this.#upTo).map((one) => this.#card(one))}
                </ul>
                <div class="row">
                  ${
                    given.length > this.#upTo
                      ? html`
                          <button
                            type="button"
                            @click=${() => {
                              this.#upTo += atOnce;
                              this.#stand().redraw();
                            }}
                          >
                            ${icon('down')}${messages.more(given.length - this.#upTo)}
                          </button>
                        `
                      : nothing
                  }
                  <button type="button" @click=${() => void this.#save('xlsx', given)}>
                    ${icon('save')}${messages.xlsx}
                  </button>
                  <button type="button" class="quiet" @click=${() => void this.#save('csv', given)}>
                    ${messages.csv}
                  </button>
                </div>
              `
        }
        ${said}
      </section>
    `;
  }

  #nowOf({assignment, standing: {state, done, day, over}}: Given): string {
    return this.#localize.messages.now({
      state,
      done,
      lessons: assignment.lessons.length,
      ...(day !== undefined && {day: writtenDay(day)}),
      over,
    });
  }

  #card(given: Given) {
    const {messages} = this.#localize;
    const {assignment, who, lessons, standing} = given;
    return html`
      <li class="card assigned">
        <strong>${who}</strong>
        <span>${lessons}</span>
        <span class="quietly">
          ${messages.untilDay(writtenDay(assignment.until), assignment.outcome)}
        </span>
        <span class="now">${cellSign(standing.state)} ${this.#nowOf(given)}</span>
        <button
          type="button"
          class="quiet"
          aria-label=${messages.dropOf(who, lessons)}
          @click=${() => void this.#acts.drop(assignment)}
        >
          ${messages.drop}
        </button>
      </li>
    `;
  }

  /** What was given to people of this unit, what is open and late first. */
  #given(kept: readonly Assignment[]): readonly Given[] {
    const {sheet, course, today} = this.#stand();
    const people = new Map(
      sheet.people.flatMap(({person}) => (person.member ? [[person.member.code, person]] : [])),
    );
    const rank = ({standing: {state, over}}: Given) => order.indexOf(state) - (over ? 1 : 0);
    return kept
      .flatMap((assignment): Given[] => {
        const person = people.get(assignment.member);
        if (!person) return [];
        return [
          {
            assignment,
            who: this.#nameOf(person),
            lessons: assignment.lessons.map((id) => lessonOf(course, id)?.title ?? id).join('; '),
            standing: assignmentStanding(course, heardAs(person.heard), assignment, today),
          },
        ];
      })
      .sort((a, b) => rank(a) - rank(b) || a.assignment.until - b.assignment.until);
  }

  /** The four columns in which tasks are given, and what became of them. */
  #table(given: readonly Given[]): Table {
    const {messages} = this.#localize;
    return {
      title: messages.title,
      head: [
        messages.who,
        messages.code,
        messages.what,
        messages.until,
        messages.outcome,
        messages.madeOn,
        messages.soFar,
        messages.doneOn,
      ],
      rows: given.map(({assignment, who, lessons, standing}) => [
        who,
        assignment.member,
        lessons,
        {on: assignment.until},
        assignment.outcome,
        {on: assignment.madeOn},
        messages.states[standing.state],
        standing.day === undefined ? messages.unknown : {on: standing.day},
      ]),
    };
  }

  async #save(kind: 'xlsx' | 'csv', given: readonly Given[]) {
    const {messages} = this.#localize;
    const {attempt, today, unit, nameOf} = this.#stand();
    await attempt(async () => {
      const of = unit === undefined ? messages.file : `${messages.file} ${nameOf(unit)}`;
      this.#acts.forgetSaid();
      this.#acts.say(messages.saved(await saveTables(kind, [this.#table(given)], of, today)));
    });
  }
}
