import {html, nothing} from 'lit';
import {lessonsOf} from '../../../curriculum/course.js';
import {dayOf, dayText} from '../../../store/reckoning/calendar.js';
import {type Need, needsOf} from '../../../store/reckoning/help.js';
import {heardAs} from '../../../store/reckoning/roster-matrix.js';
import {copyText} from '../../copy-text.js';
import {asideIcon} from '../../icons-aside.js';
import {writtenDay} from '../../written-day.js';
import type {DeskStand} from './desk.js';
import type {Sheet, SheetPerson} from './sheet.js';

/** Somebody on the list. */
interface Needy {
  readonly person: SheetPerson['person'];
  readonly needs: readonly Need[];
  readonly since?: number;
}

const mostShown = 30;
const weekAhead = 7;

/** "Ai cần giúp": people with fresh data and a reason, and the task that can be sent to them. */
export class NeedsList {
  readonly #stand: () => DeskStand;
  #isOpen = false;
  #of: Sheet | undefined;
  #list: readonly Needy[] = [];
  #unknown = 0;
  #chosen = new Set<string>();
  #lesson = '';
  #until: string | undefined;
  #copied: 'yes' | 'by-hand' | undefined;

  constructor(stand: () => DeskStand) {
    this.#stand = stand;
  }

  /** Judged when the list is opened, once for what is known now. */
  #judge() {
    const {course, today, sheet} = this.#stand();
    if (this.#of === sheet) return;
    this.#of = sheet;
    this.#unknown = 0;
    const list: Needy[] = [];
    for (const {person} of sheet.people) {
      const heard = heardAs(person.heard);
      const {needs, since, fresh} = needsOf(course, heard, today);
      if (!fresh) this.#unknown++;
      if (needs.length > 0) list.push({person, needs, ...(since !== undefined && {since})});
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
                  ${this.#list.slice(0, mostShown).map((one) => this.#needy(one))}
                </ul>
              `
        }
        ${
          this.#unknown > 0
            ? html`
                <p class="quietly">${messages.needsUnknown(this.#unknown)}</p>
              `
            : nothing
        }
        ${this.#list.length > 0 ? this.#assign() : nothing}
      </div>
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
              this.#copied = undefined;
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

  #assign() {
    const {messages, course, today, sheet} = this.#stand();
    const until = (this.#until ??= dayText(today + weekAhead));
    const lessons = lessonsOf(course);
    this.#lesson ||= lessons[0]?.id ?? '';
    const day = /^\d{4}-\d\d-\d\d$/.test(until) ? writtenDay(dayOf(until)) : messages.unknown;
    const title = lessons.find(({id}) => id === this.#lesson)?.title ?? '';
    const rows = this.#list
      .filter(({person}) => this.#chosen.has(this.#idOf(person)))
      .map(({person}) => ({
        who: this.#nameOf(person),
        what: title,
        until: day,
        outcome: messages.outcomeWords,
      }));
    const unit = sheet.unit === undefined ? messages.everybody : sheet.roll.units[sheet.unit]!.name;
    return html`
      <section class="stack" aria-labelledby="assign">
        <h5 id="assign">${messages.assign}</h5>
        <p class="quietly">${messages.assignHint}</p>
        <div class="fields">
          <div class="field">
            <label for="lesson">${messages.what}</label>
            <select
              id="lesson"
              @change=${({target}: Event) => {
                this.#lesson = (target as HTMLSelectElement).value;
                this.#copied = undefined;
                this.#stand().redraw();
              }}
            >
              ${lessons.map(
                ({id, title: name}) => html`
                  <option value=${id} ?selected=${id === this.#lesson}>${name}</option>
                `,
              )}
            </select>
          </div>
          <div class="field">
            <label for="until">${messages.until}</label>
            <input
              id="until"
              type="date"
              .value=${until}
              @change=${({target}: Event) => {
                this.#until = (target as HTMLInputElement).value;
                this.#copied = undefined;
                this.#stand().redraw();
              }}
            />
          </div>
        </div>
        ${
          rows.length === 0
            ? html`
                <p class="quietly">${messages.nobodyChosen}</p>
              `
            : html`
                <label for="task">${messages.assignMessage}</label>
                <textarea
                  id="task"
                  rows="5"
                  readonly
                  .value=${messages.assignText({unit, rows})}
                ></textarea>
                <div class="row">
                  <button type="button" @click=${() => void this.#copy()}>
                    ${asideIcon('copy')}${messages.copyTask}
                  </button>
                </div>
              `
        }
        <p class="said" role="status">
          ${
            this.#copied === 'yes'
              ? messages.copied
              : this.#copied === 'by-hand'
                ? messages.copyByHand
                : nothing
          }
        </p>
      </section>
    `;
  }

  async #copy() {
    const {host, redraw} = this.#stand();
    const field = host.renderRoot.querySelector<HTMLTextAreaElement>('#task')!;
    this.#copied = (await copyText(field)) ? 'yes' : 'by-hand';
    redraw();
  }
}

/** From what can wait to what keeps people safe. */
const order = ['stopped', 'stuck', 'safety'];
