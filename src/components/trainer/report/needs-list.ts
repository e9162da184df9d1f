import {html, type LitElement, nothing} from 'lit';
import {lessonsOf} from '../../../curriculum/course.js';
import {type Need, needsOf} from '../../../store/reckoning/help.js';
import {heardAs} from '../../../store/reckoning/roster-matrix.js';
import {icon} from '../../icons.js';
import {LocalizeController} from '../../controllers/localize.js';
import {type AssignmentMessages, assignmentLanguages} from '../../messages/assignments.js';
import {writtenDay} from '../../written-day.js';
import {Assignments} from './assignments.js';
import type {ReportStand} from './stand.js';
import type {Sheet, SheetPerson} from './sheet.js';

/** Somebody on the list. */
interface Needy {
  readonly person: SheetPerson['person'];
  /** Lessons they completed. */
  readonly learned: ReadonlySet<string>;
  readonly needs: readonly Need[];
  readonly since?: number;
}

const atOnce = 30;
/** As many as one finds somebody among without searching. */
const mostOthers = 400;

/** "Ai cần giúp": people with fresh data and a reason, and the task that can be sent to them. */
export class NeedsList {
  readonly #stand: () => ReportStand;
  #isOpen = false;
  #of: Sheet | undefined;
  #list: readonly Needy[] = [];
  #unknown = 0;
  #upTo = atOnce;
  #chosen = new Set<string>();
  readonly #assignments: Assignments;
  readonly #localize: LocalizeController<AssignmentMessages>;

  constructor(host: LitElement, stand: () => ReportStand) {
    this.#stand = stand;
    this.#localize = new LocalizeController(host, assignmentLanguages);
    this.#assignments = new Assignments(host, stand, (person) => this.#nameOf(person));
  }

  /** Reads what was assigned before. */
  read(): Promise<void> {
    return this.#assignments.read();
  }

  /** Judged when the list is opened, once for what is known now. */
  #judge() {
    const {course, today, sheet} = this.#stand();
    if (this.#of === sheet) return;
    this.#of = sheet;
    this.#unknown = 0;
    this.#upTo = atOnce;
    const list: Needy[] = [];
    for (const {person, figures} of sheet.people) {
      const heard = heardAs(person.heard);
      const {needs, since, fresh} = needsOf(course, heard, today);
      if (!fresh) this.#unknown++;
      const learned = new Set(figures.completions.map(({lesson}) => lesson));
      if (needs.length > 0)
        list.push({person, learned, needs, ...(since !== undefined && {since})});
    }
    const weight = ({needs}: Needy) =>
      needs.reduce((sum, {kind}) => sum + order.indexOf(kind) + 1, 0);
    this.#list = list.sort((a, b) => weight(b) - weight(a));
  }

  render() {
    const {messages} = this.#stand();
    return html`
      <details
        class="part"
        id="needs"
        ?open=${this.#isOpen}
        @toggle=${({target}: Event) => {
          this.#isOpen = (target as HTMLDetailsElement).open;
          this.#stand().redraw();
        }}
      >
        <summary><h4>${messages.needs}</h4></summary>
        ${this.#isOpen ? this.#inside() : nothing}
      </details>
    `;
  }

  #inside() {
    this.#judge();
    const {messages} = this.#stand();
    return html`
      <div class="stack inside">
        <p class="quietly">${messages.needsHint}</p>
        ${
          this.#list.length === 0
            ? html`
                <p>${messages.needsNone}</p>
              `
            : html`
                <ul class="needy">
                  ${this.#list.slice(0, this.#upTo).map((one) => this.#needy(one))}
                </ul>
                ${this.#more()}
              `
        }
        ${
          this.#unknown > 0
            ? html`
                <p class="quietly">${messages.needsUnknown(this.#unknown)}</p>
              `
            : nothing
        }
        ${this.#others()} ${this.#assignments.form(this.#picked(), this.#suggested())}
        ${this.#assignments.list()}
      </div>
    `;
  }

  #more() {
    const {messages, redraw} = this.#stand();
    const left = this.#list.length - this.#upTo;
    return left <= 0
      ? nothing
      : html`
          <div class="row">
            <button
              type="button"
              @click=${() => {
                this.#upTo += atOnce;
                redraw();
              }}
            >
              ${icon('down')}${messages.needsMore(left)}
            </button>
          </div>
        `;
  }

  #picked(): readonly SheetPerson['person'][] {
    const {sheet} = this.#stand();
    return sheet.people.flatMap(({person}) =>
      this.#chosen.has(this.#idOf(person)) ? [person] : [],
    );
  }

  /** A lesson that one of those who were picked would be glad of. */
  #suggested(): string | undefined {
    const {milestones} = this.#stand().course;
    for (const {person, learned, needs} of this.#list) {
      if (!this.#chosen.has(this.#idOf(person))) continue;
      for (const need of needs) {
        if (need.kind === 'stuck') return need.lesson;
        if (need.kind === 'stopped') return need.next;
        const [key] = need.wrong;
        if (key !== undefined) return key.slice(0, key.indexOf('#'));
        const {lessons = []} = milestones.find(({id}) => id === need.milestone) ?? {};
        const open = lessons.find((id) => !learned.has(id));
        if (open !== undefined) return open;
      }
    }
    return undefined;
  }

  /** People of whom no need is known may be given something as well. */
  #others() {
    const {sheet, redraw} = this.#stand();
    const {messages} = this.#localize;
    const listed = new Set(this.#list.slice(0, this.#upTo).map(({person}) => this.#idOf(person)));
    const others = sheet.people
      .map(({person}) => person)
      .filter((person) => !listed.has(this.#idOf(person)));
    if (others.length === 0) return nothing;
    const picked = others.filter((person) => this.#chosen.has(this.#idOf(person)));
    const toggle = (id: string, on: boolean) => {
      if (on) this.#chosen.add(id);
      else this.#chosen.delete(id);
      this.#assignments.forgetSaid();
      redraw();
    };
    return html`
      ${picked.map(
        (person) => html`
          <label class="pick">
            <input
              type="checkbox"
              .checked=${true}
              @change=${() => toggle(this.#idOf(person), false)}
            />
            <strong>${this.#nameOf(person)}</strong>
          </label>
        `,
      )}
      ${
        others.length > mostOthers
          ? html`
              <p class="quietly">${messages.alsoTooMany(others.length)}</p>
            `
          : html`
              <div class="field">
                <label for="others">${messages.alsoFor}</label>
                <select
                  id="others"
                  .value=${''}
                  @change=${({target}: Event) => {
                    const select = target as HTMLSelectElement;
                    const id = select.value;
                    select.value = '';
                    if (id !== '') toggle(id, true);
                  }}
                >
                  <option value="">${messages.alsoChoose}</option>
                  ${others
                    .filter((person) => !this.#chosen.has(this.#idOf(person)))
                    .map(
                      (person) => html`
                        <option value=${this.#idOf(person)}>${this.#nameOf(person)}</option>
                      `,
                    )}
                </select>
              </div>
            `
      }
    `;
  }

  #nameOf({name, member, heard}: SheetPerson['person']): string {
    const {messages} = this.#stand();
    return name ?? `${messages.nameless} ${member?.code ?? heard[0]?.learner.slice(0, 4) ?? ''}`;
  }

  #idOf = ({member, heard}: SheetPerson['person']): string =>
    member?.code ?? heard[0]?.learner ?? '';

  #needy({person, needs, since}: Needy) {
    const {messages} = this.#stand();
    const id = this.#idOf(person);
    return html`
      <li class="card">
        <label class="pick">
          <input
            type="checkbox"
            .checked=${this.#chosen.has(id)}
            @change=${({target}: Event) => {
              if ((target as HTMLInputElement).checked) this.#chosen.add(id);
              else this.#chosen.delete(id);
              this.#assignments.forgetSaid();
              this.#stand().redraw();
            }}
          />
          <strong>${this.#nameOf(person)}</strong>
        </label>
        <ul class="facts">
          ${needs.map((need) => {
            const {what, todo} = this.#words(need);
            return html`
              <li>
                ${what}
                <span class="todo">${todo}</span>
              </li>
            `;
          })}
        </ul>
        ${
          since === undefined
            ? nothing
            : html`
                <p class="quietly">${messages.basedOn(writtenDay(since))}</p>
              `
        }
      </li>
    `;
  }

  #words(need: Need): {readonly what: string; readonly todo: string} {
    const {messages, course} = this.#stand();
    const title = (id: string) => lessonsOf(course).find((one) => one.id === id)?.title ?? id;
    switch (need.kind) {
      case 'stuck':
        return {
          what: messages.stuck({
            lesson: title(need.lesson),
            tries: need.tries >= 7 ? '7+' : String(need.tries),
          }),
          todo: messages.stuckTodo,
        };
      case 'stopped':
        return {
          what: messages.stopped({...need, last: writtenDay(need.last)}),
          todo: messages.stoppedTodo(title(need.next)),
        };
      case 'safety': {
        const milestone = course.milestones.find(({id}) => id === need.milestone)?.title;
        return {
          what: messages.safety({
            milestone: milestone ?? need.milestone,
            wrong: need.wrong.length,
            open: need.open,
          }),
          todo: messages.safetyTodo,
        };
      }
    }
  }
}

/** From what can wait to what keeps people safe. */
const order = ['stopped', 'stuck', 'safety'];
