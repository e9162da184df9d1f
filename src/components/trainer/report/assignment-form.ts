import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import {lessonOf, lessonsOf} from '../../../curriculum/course.js';
import type {Assignment} from '../../../store/reckoning/assignment.js';
import {dayOf, dayText} from '../../../store/reckoning/calendar.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import {LocalizeController} from '../../controllers/localize.js';
import {copyText} from '../../copy-text.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import {type AssignmentMessages, assignmentLanguages} from '../../messages/assignments.js';
import {writtenDay} from '../../written-day.js';
import type {ReportStand} from './stand.js';
import type {SheetPerson} from './sheet.js';

type Person = SheetPerson['person'];

/** What is asked for in the form, and what it says. */
export interface FormActs {
  /** Something else is chosen: what was said is not of it. */
  readonly forgetSaid: () => void;
  /** Nothing that was said before, anywhere, is of what comes now. */
  readonly begin: () => void;
  readonly say: (words: string) => void;
  /** Keeps assignments; `copied` says what became of the text, `apart` counts people who are in no roster. */
  readonly give: (
    assignments: readonly Assignment[],
    said: {readonly copied: string; readonly apart: number},
  ) => Promise<void>;
}

const weekAhead = 7;
const mostLessons = 5;

/** The form in which lessons are given to people who were picked, and the text that is sent to them. */
export class AssignmentForm {
  readonly #host: LitElement;
  readonly #stand: () => ReportStand;
  readonly #nameOf: (person: Person) => string;
  readonly #acts: FormActs;
  readonly #localize: LocalizeController<AssignmentMessages>;
  /** The lessons as they were chosen; nothing before anybody chose. */
  #lessons: readonly string[] = [];
  #until: string | undefined;
  #outcome: string | undefined;
  #wrong: string | undefined;

  constructor(
    host: LitElement,
    stand: () => ReportStand,
    nameOf: (person: Person) => string,
    acts: FormActs,
  ) {
    this.#host = host;
    this.#stand = stand;
    this.#nameOf = nameOf;
    this.#acts = acts;
    this.#localize = new LocalizeController(host, assignmentLanguages);
  }

  /** The day is not called wrong any longer. */
  forgetWrong(): void {
    this.#wrong = undefined;
  }

  /** For people who were picked; `suggested` is the lesson one of them would be glad of, `said` what was said last. */
  render(people: readonly Person[], suggested: string | undefined, said: TemplateResult) {
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
        ${said}
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
        what: chosen.map((id) => this.#titleOf(id)).join('; '),
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

  /** Copies first: a browser allows it only right after the press. */
  async #copied(): Promise<string> {
    const {messages} = this.#localize;
    const field = this.#host.renderRoot.querySelector<HTMLTextAreaElement>('#task')!;
    return (await copyText(field)) ? messages.copied : messages.copyByHand;
  }

  async #copyAlone() {
    const {redraw} = this.#stand();
    this.#acts.forgetSaid();
    this.#acts.say(await this.#copied());
    redraw();
  }

  async #give(people: readonly Person[], chosen: readonly string[]) {
    const {messages} = this.#localize;
    const {today, course, redraw} = this.#stand();
    const due = this.#due();
    this.#acts.begin();
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
    await this.#acts.give(assignments, {copied, apart: people.length - assignments.length});
  }

  #titleOf(lesson: string): string {
    return lessonOf(this.#stand().course, lesson)?.title ?? lesson;
  }

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
    this.#acts.forgetSaid();
    this.#stand().redraw();
  }
}
