import {html, type LitElement, nothing} from 'lit';
import type {Assignment} from '../../../store/reckoning/assignment.js';
import {LocalizeController} from '../../controllers/localize.js';
import {type AssignmentMessages, assignmentLanguages} from '../../messages/assignments.js';
import {AssignedList} from './assigned-list.js';
import {AssignmentForm} from './assignment-form.js';
import type {ReportStand} from './stand.js';
import type {SheetPerson} from './sheet.js';

type Person = SheetPerson['person'];

/** Lessons given to members: what is kept of them, and what was said last beside the form or beside the list. */
export class Assignments {
  readonly #stand: () => ReportStand;
  readonly #localize: LocalizeController<AssignmentMessages>;
  readonly #form: AssignmentForm;
  readonly #list: AssignedList;
  #kept: readonly Assignment[] = [];
  #said = '';
  #saidOfList = '';
  #undo: (() => Promise<unknown>) | undefined;

  constructor(host: LitElement, stand: () => ReportStand, nameOf: (person: Person) => string) {
    this.#stand = stand;
    this.#localize = new LocalizeController(host, assignmentLanguages);
    this.#form = new AssignmentForm(host, stand, nameOf, {
      forgetSaid: () => this.forgetSaid(),
      begin: () => {
        this.forgetSaid();
        this.#saidOfList = '';
      },
      say: (words) => (this.#said = words),
      give: (assignments, said) => this.#give(assignments, said),
    });
    this.#list = new AssignedList(host, stand, nameOf, {
      drop: (assignment) => this.#drop(assignment),
      forgetSaid: () => this.forgetSaid(),
      say: (words) => (this.#saidOfList = words),
    });
  }

  /** Reads what was assigned in this course. */
  async read(): Promise<void> {
    const {reports, course} = this.#stand();
    this.#kept = await reports.assigned(course.key);
  }

  /** Somebody else is chosen: what was said is not of them. */
  forgetSaid(): void {
    this.#said = '';
    this.#form.forgetWrong();
    this.#undo = undefined;
  }

  /** The form for people who were picked; `suggested` is the lesson one of them would be glad of. */
  form(people: readonly Person[], suggested: string | undefined) {
    return this.#form.render(people, suggested, this.#saidAt('form'));
  }

  list() {
    return this.#list.render(this.#kept, this.#saidAt('list'));
  }

  /** What was said last there, and the way back from it. */
  #saidAt(place: 'form' | 'list') {
    const {messages} = this.#localize;
    const undo = this.#undo;
    const here = undo && (place === 'form') === (this.#said !== '');
    return html`
      <p class="said" role="status">${place === 'form' ? this.#said : this.#saidOfList}</p>
      ${
        here
          ? html`
              <div class="row">
                <button type="button" @click=${() => void this.#takeUndo(undo)}>
                  ${messages.undo}
                </button>
              </div>
            `
          : nothing
      }
    `;
  }

  async #give(
    assignments: readonly Assignment[],
    {copied, apart}: {readonly copied: string; readonly apart: number},
  ) {
    const {messages} = this.#localize;
    const {attempt, reports, course} = this.#stand();
    await attempt(async () => {
      const fresh = await reports.assign(course.key, assignments);
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
}
