import {html, type LitElement, nothing} from 'lit';
import {lessonOf} from '../../../curriculum/course.js';
import {recordsIn} from '../../../exchange/section.js';
import type {Table} from '../../../exchange/table.js';
import type {LoadedCourse} from '../../../store/courses.js';
import {dayInVietnam} from '../../../store/reckoning/calendar.js';
import {type Item, type ItemPerson, itemsOf} from '../../../store/reckoning/items.js';
import {personsWithMembers} from '../../../store/reckoning/members-heard.js';
import {joinPersons} from '../../../store/reckoning/persons.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import {type LearnerKey, type LearningRecord, readRecord} from '../../../store/reckoning/record.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import type {Store} from '../../../store/store.js';
import {topName} from '../../../store/reckoning/unit-tree.js';
import {LocalizeController} from '../../controllers/localize.js';
import {chunk} from '../../failure.js';
import {icon} from '../../icons.js';
import {type ItemsMessages, itemsLanguages} from '../../messages/items.js';
import {paperFrameStyles} from '../../paper-frame.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {writtenDay} from '../../written-day.js';
import {inSlices} from '../ledger/slices.js';
import {saveTables} from '../report/files.js';
import {pickStyles} from '../pick-styles.js';
import {shownTable, tableStyles} from '../shown-table.js';
import {itemCard} from './item-card.js';
import {itemsStyles} from './items-styles.js';
import {itemsTable, type TableStand} from './items-table.js';
import {Wordings} from './wordings.js';

/** What the analysis rests on. */
export interface AnalysisHeld {
  readonly store: Store;
  readonly loaded: LoadedCourse;
  readonly received: readonly ReceivedLearner[];
  readonly persons: readonly (readonly LearnerKey[])[];
  /** Which of them are members, where there is a roster. */
  readonly roster: RosterView | undefined;
  /** ms UTC. */
  readonly now: number;
  /** Address of the learners' app, where there is one. */
  readonly app: string;
}

/** Cards drawn at a time: a course asks hundreds of questions. */
const atOnce = 30;
/** A network that hangs holds up no file and no paper longer than this, in milliseconds. */
const longestWait = 3000;

/** What first answers say of each question, drawn by the element that holds it. */
export class Analysis {
  readonly #host: LitElement;
  readonly #fail: (error: unknown) => void;
  readonly #localize: LocalizeController<ItemsMessages>;
  #held: AnalysisHeld | undefined;
  #items: readonly Item[] | undefined;
  #reckoning: AbortController | undefined;
  #shows: 'flagged' | 'all' | undefined;
  #asTable = false;
  #upTo = atOnce;
  #said = '';
  readonly #wordings = new Wordings();
  /** Parsed once: the bytes of a packet never change. */
  #records = new WeakMap<Uint8Array, readonly LearningRecord[]>();

  constructor(host: LitElement, fail: (error: unknown) => void) {
    this.#host = host;
    this.#fail = fail;
    this.#localize = new LocalizeController(host, itemsLanguages);
  }

  get isReady(): boolean {
    return this.#items !== undefined;
  }

  leave(): void {
    this.#reckoning?.abort();
    this.#held = undefined;
  }

  hold(held: AnalysisHeld): void {
    const before = this.#held;
    this.#held = held;
    const isSame =
      before &&
      before.loaded.course === held.loaded.course &&
      before.received === held.received &&
      before.persons === held.persons &&
      before.roster === held.roster;
    if (isSame) return;
    void this.#reckon(held).catch((error: unknown) => this.#fail(error));
  }

  async #reckon({loaded: {course}, received, persons, roster}: AnalysisHeld) {
    this.#reckoning?.abort();
    const {signal} = (this.#reckoning = new AbortController());
    const people: ItemPerson[] = [];
    const one = roster ? personsWithMembers(roster, persons) : persons;
    const recordsOf = (bytes: Uint8Array): readonly LearningRecord[] => {
      const parsed =
        this.#records.get(bytes) ?? recordsIn(bytes).flatMap((text) => readRecord(text) ?? []);
      this.#records.set(bytes, parsed);
      return parsed;
    };
    function* reading() {
      for (const {standing, packets} of joinPersons(received, one)) {
        const files = packets.filter(({kind, admitted}) => kind === 'records' && admitted);
        people.push({standing, records: files.flatMap(({bytes}) => recordsOf(bytes))});
        yield;
      }
    }
    if (!(await inSlices(reading(), () => !signal.aborted))) return;
    this.#items = itemsOf(course, people);
    this.#draw();
  }

  render() {
    adoptMore(this.#host, itemsStyles);
    adoptMore(this.#host, pickStyles);
    adoptMore(this.#host, tableStyles);
    adoptMore(this.#host, paperFrameStyles);
    const {messages} = this.#localize;
    const items = this.#items ?? [];
    const isEmpty = items.every(({people, stuck}) => people === 0 && stuck === 0);
    return html`
      <section class="stack items" aria-labelledby="heading">
        <h3 id="heading" tabindex="-1">${messages.items}</h3>
        <p>${messages.lead}</p>
        ${
          isEmpty
            ? html`
                <p class="notice">
                  ${icon('note')}
                  <span>${messages.none}</span>
                </p>
              `
            : this.#analysed(items)
        }
      </section>
    `;
  }

  /** Which questions are shown; all of them, before anything is cut. */
  #choice(items: readonly Item[]) {
    const flagged = items.filter(({flags}) => flags.length > 0);
    const answered = items.filter(({people}) => people > 0);
    const shows = this.#shows ?? (flagged.length > 0 ? 'flagged' : 'all');
    return {flagged, answered, shows, shown: shows === 'flagged' ? flagged : answered} as const;
  }

  /** Draws, and once more when wrong answers can be said in the words of their questions. */
  #draw() {
    this.#host.requestUpdate();
    const {shown} = this.#choice(this.#items ?? []);
    void this.#word(this.#asTable ? shown : shown.slice(0, this.#upTo));
  }

  /** Fetches the lessons without which a wrong answer would be an id. */
  async #word(items: readonly Item[]) {
    const lessons = items.flatMap(({lesson, wrong}) => (wrong.length > 0 ? [lesson] : []));
    await Promise.all(
      [...new Set(lessons)]
        .filter((lesson) => !this.#wordings.isFetched(lesson))
        .map((lesson) => this.#fetch(lesson)),
    );
  }

  /** The same before a file or paper is made. */
  #worded(items: readonly Item[]): Promise<unknown> {
    return Promise.race([
      this.#word(items),
      new Promise((resolve) => setTimeout(resolve, longestWait)),
    ]);
  }

  #analysed(items: readonly Item[]) {
    const {messages} = this.#localize;
    const {flagged, answered, shows, shown} = this.#choice(items);
    const way = (name: 'flagged' | 'all', words: string) => html`
      <label class="pick">
        <input
          type="radio"
          name="shows"
          .checked=${shows === name}
          @change=${() => {
            this.#shows = name;
            this.#upTo = atOnce;
            this.#draw();
          }}
        />
        ${words}
      </label>
    `;
    return html`
      <fieldset class="picks">
        <legend>${messages.show}</legend>
        ${way('flagged', messages.flagged(flagged.length))}
        ${way('all', messages.everything(answered.length))}
        <label class="pick">
          <input
            type="checkbox"
            .checked=${this.#asTable}
            @change=${({target}: Event) => {
              this.#asTable = (target as HTMLInputElement).checked;
              this.#draw();
            }}
          />
          ${messages.asTable}
        </label>
      </fieldset>
      ${
        this.#asTable
          ? shownTable(this.#table(shown), messages.number)
          : shown.length === 0
            ? html`
                <p>${messages.noFlags}</p>
              `
            : html`
                <ul class="cards">
                  ${shown.slice(0, this.#upTo).map((item) => this.#card(item))}
                </ul>
              `
      }
      ${
        !this.#asTable && shown.length > this.#upTo
          ? html`
              <div class="row">
                <button
                  type="button"
                  @click=${() => {
                    this.#upTo += atOnce;
                    this.#draw();
                  }}
                >
                  ${icon('down')}${messages.more(shown.length - this.#upTo)}
                </button>
              </div>
            `
          : nothing
      }
      <div class="row">
        <button type="button" @click=${() => void this.#print(shown, shows)}>
          ${icon('memo')}${messages.print}
        </button>
        <button type="button" @click=${() => void this.#save('xlsx', shown)}>
          ${icon('save')}${messages.xlsx}
        </button>
        <button type="button" class="quiet" @click=${() => void this.#save('csv', shown)}>
          ${messages.csv}
        </button>
      </div>
      <p class="said" role="status">${this.#said}</p>
    `;
  }

  #titleOf(lesson: string): string {
    return lessonOf(this.#held!.loaded.course, lesson)?.title ?? lesson;
  }

  #numberOf({lesson, question}: Item): number {
    const questions = lessonOf(this.#held!.loaded.course, lesson)?.questions ?? [];
    return 1 + questions.findIndex(({id}) => id === question);
  }

  #tableStand(): TableStand {
    return {
      messages: this.#localize.messages,
      wordings: this.#wordings,
      titleOf: (lesson) => this.#titleOf(lesson),
      numberOf: (one) => this.#numberOf(one),
    };
  }

  #table(items: readonly Item[]): Table {
    return itemsTable(items, this.#tableStand());
  }

  #card(item: Item) {
    return itemCard(item, {
      ...this.#tableStand(),
      app: this.#held!.app,
      fetch: (lesson) => void this.#fetch(lesson),
    });
  }

  async #fetch(lesson: string) {
    if (!this.#held) return;
    const {store, loaded} = this.#held;
    await this.#wordings.fetch(lesson, store, loaded);
    this.#host.requestUpdate();
  }

  /** Where everything that was received belongs to one unit, its name. */
  async #unit(): Promise<string> {
    const {store, now} = this.#held!;
    const today = dayInVietnam(now);
    const {units} = await (await store.roster()).read();
    return topName(units, today) ?? '';
  }

  async #print(shown: readonly Item[], shows: 'flagged' | 'all') {
    const {messages} = this.#localize;
    this.#said = '';
    try {
      await this.#worded(shown);
      const {printReport} = await chunk(import('../report/report-paper.js'));
      const {loaded, now} = this.#held!;
      const unit = await this.#unit();
      const count = shows === 'flagged' ? messages.flagged : messages.everything;
      const outcome = await printReport(this.#host.renderRoot, {
        heading: `${messages.items}: ${count(shown.length)}`,
        unit: unit === '' ? loaded.course.title : unit,
        tables: [this.#table(shown)],
        charts: [],
        words: [],
        footer: messages.paperFooter(loaded.course.version, writtenDay(dayInVietnam(now))),
        number: messages.decimal,
      });
      if (outcome === 'cannot') this.#said = messages.cannotPrint;
      if (outcome === 'unseen') this.#said = messages.printUnseen;
    } catch (error) {
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  async #save(kind: 'xlsx' | 'csv', shown: readonly Item[]) {
    const {messages} = this.#localize;
    try {
      await this.#worded(shown);
      const day = dayInVietnam(this.#held!.now);
      const of = `${messages.file} ${await this.#unit()}`;
      const name = await saveTables(kind, [this.#table(shown)], of, day);
      this.#said = messages.saved(name);
    } catch (error) {
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }
}
