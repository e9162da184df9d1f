import {html, type LitElement, nothing} from 'lit';
import {lessonsOf} from '../../../curriculum/course.js';
import type {Table} from '../../../exchange/table.js';
import {
  type Assignment,
  type AssignmentStanding,
  assignmentStanding,
  type AssignmentState,
} from '../../../store/reckoning/assignment.js';
import {dayOf, dayText} from '../../../store/reckoning/calendar.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import {heardAs} from '../../../store/reckoning/roster-matrix.js';
import {LocalizeController} from '../../controllers/localize.js';
import {copyText} from '../../copy-text.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import {type AssignmentMessages, assignmentLanguages} from '../../messages/assignments.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {writtenDay} from '../../written-day.js';
import {cellSign, cellSignStyles} from '../cell-sign.js';
import type {DeskStand} from './desk.js';
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

const weekAhead = 7;
const mostLessons = 5;
const atOnce = 30;
/** What is late first, what is done last. */
const order: readonly AssignmentState[] = ['not-done', 'unknown', 'done'];

/** Lessons given to members: the form, the text that is sent, and what became of those given before. */
export class Assignments {
  readonly #host: LitElement;
  readonly #stand: () => DeskStand;
  readonly #nameOf: (person: Person) => string;
  readonly #localize: LocalizeController<AssignmentMessages>;
  #kept: readonly Assignment[] = [];
  /** The lessons as they were chosen; nothing before anybody chose. */
  #lessons: readonly string[] = [];
  #until: string | undefined;
  #outcome: string | undefined;
  #wrong: string | undefined;
  #said = '';
  #saidOfList = '';
  #undo: (() => Promise<unknown>) | undefined;
  #upTo = atOnce;

  constructor(host: LitElement, stand: () => DeskStand, nameOf: (person: Person) => string) {
    this.#host = host;
    this.#stand = stand;
    this.#nameOf = nameOf;
    this.#localize = new LocalizeController(host, assignmentLanguages);
  }

  /** Reads what was assigned in this course. */
  async read(): Promise<void> {
    const {reports, course} = this.#stand();
    this.#kept = await reports.assigned(course.key);
  }

  /** Somebody else is chosen: what was said is not of them. */
  forgetSaid(): void {
    this.#said = '';
    this.#wrong = undefined;
    this.#undo = undefined;
  }

  #titleOf(lesson: string): string {
    const {course} = this.#stand();
    return lessonsOf(course).find(({id}) => id === lesson)?.title ?? lesson;
  }

  #titles = (lessons: readonly string[]): string =>
    lessons.map((id) => this.#titleOf(id)).join('; ');

  /** The lessons of the task: as chosen, else as suggested, else the first of the course. */
  #chosen(suggested: string | undefined): readonly string[] {
    if (this.#lessons.length > 0) return this.#lessons;
    const [first] = lessonsOf(this.#stand().course);
    return [suggested ?? first?.id ?? ''];
  }

  #dueText(): string {
    return (this.#until ??= dayText(this.#stand().today + weekAhead));
  }

  #due(): CivilDay | undefined {
    const until = this.#dueText();
    return /^\d{4}-\d\d-\d\d$/.test(until) ? dayOf(until) : undefined;
  }

  #change(change: () => void): void {
    change();
    this.forgetSaid();
    this.#stand().redraw();
  }

  /** The form for people who were picked; `suggested` is the lesson one of them would be glad of. */
  form(people: readonly Person[], suggested: string | undefined) {
    const {messages} = this.#localize;
    const {today} = this.#stand();
    const chosen = this.#chosen(suggested);
    const wrong = this.#wrong;
    return html`
      <section class="stack" aria-labelledby="assign">
        <h5 id="assign">${messages.assign}</h5>
        <p class="quietly">${messages.hint}</p>
        <div class="fields">
          ${chosen.map((lesson, place) => this.#lesson(chosen, lesson, place))}
          <div class="field">
            <label for="until">${messages.until}</label>
            <input
              id="until"
              type="date"
              min=${dayText(today)}
              .value=${this.#dueText()}
              aria-invalid=${wrong ? 'true' : 'false'}
              aria-describedby=${wrong ? 'until-wrong' : nothing}
              @change=${({target}: Event) =>
                this.#change(() => (this.#until = (target as HTMLInputElement).value))}
            />
            ${
              wrong
                ? html`
                    <p class="wrong" id="until-wrong">${icon('alert')}${wrong}</p>
                  `
                : nothing
            }
          </div>
          <div class="field whole">
            <label for="outcome">${messages.outcome}</label>
            <input
              id="outcome"
              maxlength="120"
              autocomplete="off"
              .value=${this.#outcome ?? messages.outcomeWords}
              @change=${({target}: Event) =>
                this.#change(() => (this.#outcome = (target as HTMLInputElement).value.trim()))}
            />
          </div>
        </div>
        ${
          chosen.length < mostLessons
            ? html`
                <div class="row">
                  <button type="button" @click=${() => this.#addLesson(chosen)}>
                    ${messages.addLesson}
                  </button>
                </div>
              `
            : nothing
        }
        ${people.length === 0 ? nothing : this.#task(people, chosen)}
        ${
          people.length === 0
            ? html`
                <p class="quietly">${messages.nobody}</p>
              `
            : nothing
        }
        <p class="said" role="status">${this.#said}</p>
        ${this.#undoing('form')}
      </section>
    `;
  }

  #lesson(chosen: readonly string[], lesson: string, place: number) {
    const {messages} = this.#localize;
    const id = place === 0 ? 'lesson' : `lesson-${place + 1}`;
    const others = chosen.filter((_, index) => index !== place);
    return html`
      <div class="field whole">
        <label for=${id}>${place === 0 ? messages.what : messages.further(place + 1)}</label>
        <select
          id=${id}
          @change=${({target}: Event) =>
            this.#change(() => {
              const now = (target as HTMLSelectElement).value;
              this.#lessons = chosen.map((one, index) => (index === place ? now : one));
            })}
        >
          ${lessonsOf(this.#stand().course)
            .filter(({id: one}) => !others.includes(one))
            .map(
              ({id: one, title}) => html`
                <option value=${one} ?selected=${one === lesson} .selected=${one === lesson}>
                  ${title}
                </option>
              `,
            )}
        </select>
        ${
          place === 0
            ? nothing
            : html`
                <button
                  type="button"
                  class="quiet"
                  aria-label=${messages.dropLesson(this.#titleOf(lesson))}
                  @click=${() => this.#change(() => (this.#lessons = others))}
                >
                  ${messages.drop}
                </button>
              `
        }
      </div>
    `;
  }

  #addLesson(chosen: readonly string[]): void {
    const all = lessonsOf(this.#stand().course).map(({id}) => id);
    const after = all.indexOf(chosen.at(-1) ?? '') + 1;
    const next = [...all.slice(after), ...all.slice(0, after)].find((id) => !chosen.includes(id));
    if (next === undefined) return;
    this.#change(() => (this.#lessons = [...chosen, next]));
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(`#lesson-${chosen.length + 1}`)?.focus(),
    );
  }

  #task(people: readonly Person[], chosen: readonly string[]) {
    const {messages} = this.#localize;
    const {sheet, app} = this.#stand();
    const due = this.#due();
    const unit =
      sheet.unit === undefined
        ? this.#stand().messages.everybody
        : sheet.roll.units[sheet.unit]!.name;
    const text = messages.text({
      unit,
      rows: people.map((person) => ({
        who: this.#nameOf(person),
        what: this.#titles(chosen),
        until: due === undefined ? messages.unknown : writtenDay(due),
        outcome: this.#outcome || messages.outcomeWords,
      })),
      links:
        app === undefined
          ? []
          : chosen.map((id) => ({lesson: this.#titleOf(id), link: `${app}#/${id}`})),
    });
    return html`
      <div class="field">
        <label for="task">${messages.message}</label>
        <textarea id="task" rows="6" readonly .value=${text}></textarea>
      </div>
      <div class="row">
        <button type="button" class="main" @click=${() => void this.#give(people, chosen)}>
          ${asideIcon('copy')}${messages.give}
        </button>
        <button type="button" class="quiet" @click=${() => void this.#copyAlone()}>
          ${messages.copyAlone}
        </button>
      </div>
    `;
  }

  #undoing(at: 'form' | 'list') {
    const {messages} = this.#localize;
    const undo = this.#undo;
    if (!undo || (at === 'form') === (this.#said === '')) return nothing;
    return html`
      <div class="row">
        <button type="button" @click=${() => void this.#takeUndo(undo)}>${messages.undo}</button>
      </div>
    `;
  }

  async #takeUndo(undo: () => Promise<unknown>) {
    const {messages} = this.#localize;
    await this.#stand().attempt(async () => {
      await undo();
      this.#undo = undefined;
      if (this.#said === '') this.#saidOfList = messages.undone;
      else this.#said = messages.undone;
      await this.read();
    });
  }

  /** Copies first: a browser allows it only right after the press. */
  async #copied(): Promise<string> {
    const {messages} = this.#localize;
    const field = this.#host.renderRoot.querySelector<HTMLTextAreaElement>('#task')!;
    return (await copyText(field)) ? messages.copied : messages.copyByHand;
  }

  async #copyAlone() {
    const {redraw} = this.#stand();
    this.forgetSaid();
    this.#said = await this.#copied();
    redraw();
  }

  async #give(people: readonly Person[], chosen: readonly string[]) {
    const {messages} = this.#localize;
    const {today, attempt, reports, course, redraw} = this.#stand();
    const due = this.#due();
    this.forgetSaid();
    this.#saidOfList = '';
    if (due === undefined || due < today) {
      this.#wrong = due === undefined ? messages.noDay : messages.pastDay;
      redraw();
      this.#host.renderRoot.querySelector<HTMLElement>('#until')?.focus();
      return;
    }
    const copied = await this.#copied();
    const inOrder = lessonsOf(course).flatMap(({id}) => (chosen.includes(id) ? [id] : []));
    const assignments = people.flatMap(({member}): Assignment[] =>
      member
        ? [
            {
              member: member.code,
              lessons: inOrder,
              until: due,
              madeOn: today,
              outcome: this.#outcome || messages.outcomeWords,
            },
          ]
        : [],
    );
    await attempt(async () => {
      const fresh = await reports.assign(course.key, assignments);
      const apart = people.length - assignments.length;
      this.#said = [
        fresh.length > 0
          ? messages.given(fresh.length)
          : assignments.length > 0
            ? messages.givenBefore
            : '',
        copied,
        apart > 0 ? messages.notKept(apart) : '',
      ]
        .filter((part) => part !== '')
        .join(' ');
      if (fresh.length > 0) this.#undo = () => reports.takeBack(course.key, fresh);
      await this.read();
    });
  }

  /** What was given to people of this unit, what is open and late first. */
  #given(): readonly Given[] {
    const {sheet, course, today} = this.#stand();
    const people = new Map(
      sheet.people.flatMap(({person}) => (person.member ? [[person.member.code, person]] : [])),
    );
    const rank = ({standing: {state, over}}: Given) => order.indexOf(state) - (over ? 1 : 0);
    return this.#kept
      .flatMap((assignment): Given[] => {
        const person = people.get(assignment.member);
        if (!person) return [];
        return [
          {
            assignment,
            who: this.#nameOf(person),
            lessons: this.#titles(assignment.lessons),
            standing: assignmentStanding(course, heardAs(person.heard), assignment, today),
          },
        ];
      })
      .sort((a, b) => rank(a) - rank(b) || a.assignment.until - b.assignment.until);
  }

  list() {
    adoptMore(this.#host, cellSignStyles);
    const {messages} = this.#localize;
    const given = this.#given();
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
                  <button type="button" @click=${() => void this.#save('xlsx')}>
                    ${icon('save')}${messages.xlsx}
                  </button>
                  <button type="button" class="quiet" @click=${() => void this.#save('csv')}>
                    ${messages.csv}
                  </button>
                </div>
              `
        }
        <p class="said" role="status">${this.#saidOfList}</p>
        ${this.#undoing('list')}
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
          @click=${() => void this.#drop(assignment)}
        >
          ${messages.drop}
        </button>
      </li>
    `;
  }

  async #drop(assignment: Assignment) {
    const {messages} = this.#localize;
    const {attempt, reports, course} = this.#stand();
    await attempt(async () => {
      await reports.takeBack(course.key, [assignment]);
      this.forgetSaid();
      this.#saidOfList = messages.dropped;
      this.#undo = () => reports.assign(course.key, [assignment]);
      await this.read();
    });
  }

  /** The four columns in which tasks are given, and what became of them. */
  #table(): Table {
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
      rows: this.#given().map(({assignment, who, lessons, standing}) => [
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

  async #save(kind: 'xlsx' | 'csv') {
    const {messages} = this.#localize;
    const {attempt, today, unit, nameOf} = this.#stand();
    await attempt(async () => {
      const of = unit === undefined ? messages.file : `${messages.file} ${nameOf(unit)}`;
      this.forgetSaid();
      this.#saidOfList = messages.saved(await saveTables(kind, [this.#table()], of, today));
    });
  }
}
