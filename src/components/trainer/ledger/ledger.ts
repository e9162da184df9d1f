import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import type {TableWords} from '../../../store/reckoning/matrix-table.js';
import {
  firstWish,
  isNarrowed,
  type MatrixView,
  viewing,
  viewOf,
  type Wish,
} from '../../../store/reckoning/matrix-view.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import type {Assignment} from '../../../store/reckoning/assignment.js';
import type {CivilDay, LearnerKey} from '../../../store/reckoning/record.js';
import {rolling} from '../../../store/reckoning/roll.js';
import {emptyMatrix, judging, type RosterMatrix} from '../../../store/reckoning/roster-matrix.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import {LocalizeController} from '../../controllers/localize.js';
import {chunk} from '../../failure.js';
import {icon} from '../../icons.js';
import {ledgerLanguages} from '../../messages/ledger.js';
import type {TrainerMessages} from '../../messages/trainer.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {writtenDay} from '../../written-day.js';
import {bar, type BarStand, conditions, saving} from './bar.js';
import type {LedgerDrawing, Spot} from './drawing.js';
import {barStyles} from './bar-styles.js';
import {LedgerGrid} from './grid.js';
import {ledgerStyles} from './ledger-styles.js';
import {LedgerList} from './list.js';
import {inSlices} from './slices.js';
import {personWhy, unitWhy} from './why-asked.js';
import {whyStyles} from './why-styles.js';

/** What the ledger is made of; whatever changes makes it anew. */
export interface LedgerFacts {
  readonly course: Course;
  readonly roster: RosterView;
  readonly learners: readonly ReceivedLearner[];
  readonly persons: readonly (readonly LearnerKey[])[];
  readonly today: CivilDay;
  /** What was assigned in the course, read when somebody is asked about. */
  readonly assigned: () => Promise<readonly Assignment[]>;
}

/** What was asked about, by what it is: it stays asked when lines are sorted anew. Without `column`, the person or unit itself. */
interface Asked {
  /** A member's code, a learner's key, or the id of a unit. */
  readonly of: string;
  readonly column?: string;
}

const mostLeft = 12;
/** About a screen. */
const firstLines = 40;
/** `m05-b02` → `5.2`, `m05` → `5`; ids of another make stay as they are. */
const numberOf = (id: string): string =>
  id.replace(/^m0*(\d+)(?:-b0*(\d+))?$/, (_, module: string, place?: string) =>
    place === undefined ? module : `${module}.${place}`,
  );

/** The matrix of a roster inside `<kns-matrix>`: members by unit, of any number, judged and drawn bit by bit. */
export class RosterLedger {
  readonly #host: LitElement;
  readonly #localize;
  #facts: LedgerFacts | undefined;
  /** The one on the screen. */
  #matrix: RosterMatrix | undefined;
  #view: MatrixView | undefined;
  #wish: Wish = firstWish;
  #folded: ReadonlySet<UnitKey> = new Set();
  #asked: Asked | undefined;
  #assigned: readonly Assignment[] = [];
  #complete = false;
  #drawing: LedgerDrawing | undefined;
  #drawn: MatrixView | undefined;
  #wide = false;
  #scrolledTo = 0;
  #said = '';
  #saving = false;

  constructor(host: LitElement) {
    this.#host = host;
    this.#localize = new LocalizeController(host, ledgerLanguages);
  }

  /** Takes in what is known now. */
  take(facts: LedgerFacts): void {
    const before = this.#facts;
    if (
      before?.course === facts.course &&
      before.roster === facts.roster &&
      before.learners === facts.learners &&
      before.persons === facts.persons &&
      before.today === facts.today
    )
      return;
    if (before && before.course.id !== facts.course.id) {
      // Another course is not shown with what was learned in the one before.
      this.#view = this.#matrix = this.#asked = undefined;
      this.#complete = false;
    }
    this.#facts = facts;
    void inSlices(this.#making(facts), () => this.#facts === facts);
  }

  get view(): MatrixView | undefined {
    return this.#view;
  }

  /** Everybody was judged; until then totals are not told. */
  get complete(): boolean {
    return this.#complete;
  }

  #show(matrix: RosterMatrix): void {
    this.#matrix = matrix;
    this.#view = viewOf(matrix, this.#wish, this.#folded);
    this.#host.requestUpdate();
  }

  *#making({course, roster, learners, persons, today}: LedgerFacts): Generator<void> {
    const matrix = emptyMatrix(course, yield* rolling(roster, learners, persons, today), today);
    // What stands there whole stays until the next is whole: figures never go down and up again.
    const seen = this.#complete ? [] : (yield* viewing(matrix, this.#wish, this.#folded)).lines;
    const first = Array.from(seen.slice(0, firstLines)).filter((line) => line >= 0);
    const steps = judging(matrix, first);
    // The first screen is drawn when it is finished, and the others are judged behind it.
    for (let step = 0; step < first.length; step++) {
      steps.next();
      yield;
    }
    if (!this.#complete) this.#show(matrix);
    yield* steps;
    this.#complete = true;
    this.#show(matrix);
  }

  #look(): void {
    if (this.#matrix) this.#show(this.#matrix);
  }

  render(trainer: TrainerMessages, wide: boolean): TemplateResult {
    for (const styles of [barStyles, ledgerStyles, whyStyles]) adoptMore(this.#host, styles);
    this.#wide = wide;
    const view = this.#view!;
    const stand = this.#stand(trainer, view);
    const asked = this.#askedIn(view);
    const isOpen = !wide && asked !== undefined;
    return html`
      ${bar(stand)}
      <div class="ledger ${wide ? 'in-grid' : 'in-list'}" ?hidden=${isOpen}>
        <div class="place"></div>
      </div>
      ${
        wide
          ? html`
              <div class="why ${asked ? 'asked' : ''}" role="status">
                ${
                  asked
                    ? html`
                        <div class="reasons">${this.#why(trainer, view, asked)}</div>
                        <button type="button" class="quiet" @click=${() => this.#close()}>
                          ${icon('cross')}${trainer.close}
                        </button>
                      `
                    : html`
                        <p class="quietly">${this.#localize.messages.whyHint}</p>
                      `
                }
              </div>
            `
          : asked
            ? html`
                <section class="opened card stack">
                  <button type="button" class="quiet back" @click=${() => this.#close()}>
                    ${icon('back')}${this.#localize.messages.back}
                  </button>
                  <div class="reasons">${this.#why(trainer, view, asked)}</div>
                </section>
              `
            : nothing
      }
      ${saving(stand)} ${this.#left(view)}
    `;
  }

  /** After the host has drawn: puts grid or list in place, and what changed into it. */
  drawn(trainer: TrainerMessages): void {
    const place = this.#host.renderRoot.querySelector<HTMLElement>('.ledger > .place');
    const view = this.#view;
    if (!place || !view) return;
    const isGrid = this.#drawing instanceof LedgerGrid;
    if (!this.#drawing || isGrid !== this.#wide || !place.hasChildNodes()) {
      this.#drawing?.dispose();
      const ask = (spot: Spot) => this.#ask(spot);
      this.#drawing = this.#wide ? new LedgerGrid(place, ask) : new LedgerList(place, ask);
      this.#drawn = undefined;
    }
    if (place.parentElement!.hidden) return;
    const {messages} = this.#localize;
    const asked = this.#askedIn(view);
    this.#drawing.show(
      {
        view,
        words: this.#words(trainer),
        messages,
        complete: this.#complete,
        numberOf,
        isFolded: (unit) => this.#folded.has(view.matrix.roll.units[unit]?.unit.id ?? ''),
        asked: asked && {line: asked.line, column: asked.column},
      },
      this.#drawn !== view,
    );
    if (this.#scrolledTo > 0) {
      place.scrollTop = this.#scrolledTo;
      this.#scrolledTo = 0;
    }
    this.#drawn = view;
  }

  disconnected(): void {
    this.#drawing?.dispose();
    this.#drawing = undefined;
  }

  #words(trainer: TrainerMessages): TableWords {
    const {messages} = this.#localize;
    const {unit, code, received, done, unknownUnit, unlinked, people, roles, counts} = messages;
    return {
      ...{unit, code, received, done, unknownUnit, unlinked, people, roles, counts},
      name: messages.person,
      role: messages.role,
      everybody: isNarrowed(this.#wish) ? messages.shownOnly : messages.everybody,
      cells: trainer.cells,
      nameless: trainer.nameless,
      column: (id, title) => `${this.#columnName(trainer, id)} ${title}`,
      goneOn: (name, day) => messages.goneOn(name, writtenDay(day)),
    };
  }

  #columnName(trainer: TrainerMessages, id: string): string {
    return this.#wish.columns === 'modules'
      ? this.#localize.messages.module(numberOf(id))
      : trainer.lessonShort(numberOf(id));
  }

  #stand(trainer: TrainerMessages, view: MatrixView): BarStand {
    return {
      view,
      messages: this.#localize.messages,
      complete: this.#complete,
      columnName: (id) => this.#columnName(trainer, id),
      anyFolded: this.#folded.size > 0,
      hasUnits: view.matrix.roll.units.length > 0,
      said: this.#said,
      saving: this.#saving || !this.#complete,
      wish: (change) => this.#change({...this.#wish, ...change} as Wish),
      clear: () => {
        const {columns, order} = this.#wish;
        this.#change({columns, order, coreOnly: false});
      },
      foldAll: (folded) => {
        this.#folded = new Set(
          // Whatever has people of its own below it and no unit in between.
          folded
            ? view.matrix.roll.units.flatMap(({unit}, index, units) =>
                units[index]!.end === index + 1 ? [unit.id] : [],
              )
            : [],
        );
        this.#look();
      },
      save: (kind) => void this.#save(trainer, kind),
    };
  }

  #change(wish: Wish): void {
    this.#wish = wish;
    this.#said = '';
    this.#look();
  }

  #left({matrix: {roll}}: MatrixView) {
    const {left} = roll;
    if (left.length === 0) return nothing;
    const names = left.slice(0, mostLeft).map(({name}) => name);
    return html`
      <p class="quietly">${this.#localize.messages.left(names, left.length - names.length)}</p>
    `;
  }

  // What was asked about.

  #ask({line, column}: Spot): void {
    const view = this.#view;
    if (!view) return;
    const id = view.columns[column]?.id;
    if (line === -2) {
      const {order} = view.wish;
      const is =
        id === undefined ? order.by === 'name' : order.by === 'column' && order.column === id;
      const down = is && 'down' in order && !order.down;
      // The third press of a head goes back to the units.
      if (is && 'down' in order && order.down) this.#change({...view.wish, order: {by: 'unit'}});
      else
        this.#change({
          ...view.wish,
          order: id === undefined ? {by: 'name', down} : {by: 'column', column: id, down},
        });
      return;
    }
    if (line === -1) return;
    const at = view.lines[line]!;
    const {units} = view.matrix.roll;
    const unit = at < 0 ? units[-1 - at]?.unit.id : undefined;
    if (at < 0 && unit !== undefined && column < 0 && this.#wide) {
      this.#fold(unit);
      return;
    }
    const of = at < 0 ? (unit ?? String(at)) : this.#nameOf(view, at);
    const asked = {of, ...(id !== undefined && {column: id})};
    const again = this.#asked?.of === asked.of && this.#asked.column === id;
    if (!this.#wide) this.#scrolledTo = this.#scroller()?.scrollTop ?? 0;
    this.#asked = again ? undefined : asked;
    this.#host.requestUpdate();
    if (at >= 0 && !again) void this.#readAssigned();
  }

  /** What was assigned stands among the reasons; where it cannot be had, the others stand alone. */
  async #readAssigned(): Promise<void> {
    this.#assigned = (await this.#facts?.assigned().catch(() => undefined)) ?? [];
    this.#host.requestUpdate();
  }

  #scroller() {
    return this.#host.renderRoot.querySelector('.ledger > .place');
  }

  #nameOf({matrix: {roll}}: MatrixView, row: number): string {
    const {member, heard} = roll.people[row]!;
    return member?.code ?? heard[0]!.learner;
  }

  #askedIn(view: MatrixView): Spot | undefined {
    const asked = this.#asked;
    if (!asked) return undefined;
    const {units} = view.matrix.roll;
    const line = view.lines.findIndex((at) =>
      at < 0
        ? (units[-1 - at]?.unit.id ?? String(at)) === asked.of
        : this.#nameOf(view, at) === asked.of,
    );
    const column =
      asked.column === undefined ? -1 : view.columns.findIndex(({id}) => id === asked.column);
    return line < 0 || (asked.column !== undefined && column < 0) ? undefined : {line, column};
  }

  #fold(unit: UnitKey): void {
    const folded = new Set(this.#folded);
    if (!folded.delete(unit)) folded.add(unit);
    this.#folded = folded;
    this.#look();
  }

  #close(): void {
    const spot = this.#view && this.#askedIn(this.#view);
    this.#asked = undefined;
    this.#host.requestUpdate();
    // The button is about to go; the reader goes back to what the reasons were about.
    if (spot) void this.#host.updateComplete.then(() => this.#drawing?.focus(spot));
  }

  #why(trainer: TrainerMessages, view: MatrixView, {line, column}: Spot): TemplateResult {
    const at = view.lines[line]!;
    const why = {
      view,
      column,
      wide: this.#wide,
      complete: this.#complete,
      words: this.#words(trainer),
      messages: this.#localize.messages,
      columnName: (id: string) => this.#columnName(trainer, id),
    };
    return at < 0
      ? unitWhy(-1 - at, {
          ...why,
          isFolded: (unit) => this.#folded.has(unit),
          only: (unit) => this.#change({...this.#wish, unit}),
          fold: (unit) => this.#fold(unit),
        })
      : personWhy(at, {
          ...why,
          trainer,
          roster: this.#facts!.roster,
          assigned: this.#assigned,
        });
  }

  async #save(trainer: TrainerMessages, kind: 'xlsx' | 'csv'): Promise<void> {
    const view = this.#view;
    if (!view || this.#saving) return;
    this.#saving = true;
    this.#said = '';
    this.#host.requestUpdate();
    const {messages} = this.#localize;
    try {
      const {saveTable} = await chunk(import('./save-table.js'));
      const file = await saveTable(view, {
        kind,
        words: this.#words(trainer),
        messages,
        shown: messages.shown(
          view.people.at(-1)!,
          view.matrix.roll.people.length,
          conditions(this.#stand(trainer, view)),
        ),
      });
      this.#said = messages.saved(file);
    } catch {
      this.#said = messages.notSaved;
    }
    this.#saving = false;
    this.#host.requestUpdate();
  }
}
