import {css, html, type LitElement, nothing, svg} from 'lit';
import {lessonsOf} from '../../../curriculum/course.js';
import type {Question} from '../../../curriculum/question.js';
import {recordsIn} from '../../../exchange/section.js';
import type {Table} from '../../../exchange/table.js';
import type {LoadedCourse} from '../../../store/courses.js';
import {dayInVietnam} from '../../../store/reckoning/calendar.js';
import {
  discriminationFloor,
  type Item,
  type ItemPerson,
  itemsOf,
} from '../../../store/reckoning/items.js';
import {joinPersons} from '../../../store/reckoning/persons.js';
import type {ReceivedLearner} from '../../../store/reckoning/packet.js';
import {type LearnerKey, type LearningRecord, readRecord} from '../../../store/reckoning/record.js';
import type {Store} from '../../../store/store.js';
import {LocalizeController} from '../../controllers/localize.js';
import {icon} from '../../icons.js';
import {answerWords, plainText} from '../../learner/share/answer-words.js';
import {type ItemsMessages, itemsLanguages} from '../../messages/items.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {inSlices} from '../ledger/slices.js';
import {saveTables} from '../report/files.js';
import {shownTable, tableStyles} from '../shown-table.js';

/** What the analysis rests on. */
export interface AnalysisHeld {
  readonly store: Store;
  readonly loaded: LoadedCourse;
  readonly received: readonly ReceivedLearner[];
  readonly persons: readonly (readonly LearnerKey[])[];
  /** ms UTC. */
  readonly now: number;
  /** Address of the learners' app, where there is one. */
  readonly app: string;
}

const mostWrong = 5;
/** Cards drawn at a time: a course asks hundreds of questions. */
const atOnce = 30;

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
  /** Questions as they are worded, of lessons that were opened; nothing for one that cannot be had. */
  #questions = new Map<string, ReadonlyMap<string, Question> | undefined>();
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
    if (before?.received === held.received && before.persons === held.persons) return;
    void this.#reckon(held).catch((error: unknown) => this.#fail(error));
  }

  async #reckon({loaded: {course}, received, persons}: AnalysisHeld) {
    this.#reckoning?.abort();
    const {signal} = (this.#reckoning = new AbortController());
    const people: ItemPerson[] = [];
    const recordsOf = (bytes: Uint8Array): readonly LearningRecord[] => {
      const parsed =
        this.#records.get(bytes) ?? recordsIn(bytes).flatMap((text) => readRecord(text) ?? []);
      this.#records.set(bytes, parsed);
      return parsed;
    };
    function* reading() {
      for (const {standing, packets} of joinPersons(received, persons)) {
        const files = packets.filter(({kind, admitted}) => kind === 'records' && admitted);
        people.push({standing, records: files.flatMap(({bytes}) => recordsOf(bytes))});
        yield;
      }
    }
    if (!(await inSlices(reading(), () => !signal.aborted))) return;
    this.#items = itemsOf(course, people);
    this.#host.requestUpdate();
  }

  render() {
    adoptMore(this.#host, itemsStyles);
    adoptMore(this.#host, tableStyles);
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

  #analysed(items: readonly Item[]) {
    const {messages} = this.#localize;
    const flagged = items.filter(({flags}) => flags.length > 0);
    const answered = items.filter(({people}) => people > 0);
    const shows = this.#shows ?? (flagged.length > 0 ? 'flagged' : 'all');
    const shown = shows === 'flagged' ? flagged : answered;
    const way = (name: 'flagged' | 'all', words: string) => html`
      <label class="pick">
        <input
          type="radio"
          name="shows"
          .checked=${shows === name}
          @change=${() => {
            this.#shows = name;
            this.#upTo = atOnce;
            this.#host.requestUpdate();
          }}
        />
        ${words}
      </label>
    `;
    return html`
      <fieldset class="ways">
        <legend>${messages.show}</legend>
        ${way('flagged', messages.flagged(flagged.length))}
        ${way('all', messages.everything(answered.length))}
        <label class="pick">
          <input
            type="checkbox"
            .checked=${this.#asTable}
            @change=${({target}: Event) => {
              this.#asTable = (target as HTMLInputElement).checked;
              this.#host.requestUpdate();
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
                    this.#host.requestUpdate();
                  }}
                >
                  ${icon('down')}${messages.more(shown.length - this.#upTo)}
                </button>
              </div>
            `
          : nothing
      }
      <div class="row">
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
    const {course} = this.#held!.loaded;
    return lessonsOf(course).find(({id}) => id === lesson)?.title ?? lesson;
  }

  #table(items: readonly Item[]): Table {
    const {messages} = this.#localize;
    const hundredths = (value: number | undefined) =>
      value === undefined ? messages.unknown : Math.round(value * 100);
    return {
      title: messages.items,
      head: [
        messages.lesson,
        messages.question,
        messages.known,
        messages.rightAtFirst,
        messages.share,
        messages.low,
        messages.high,
        messages.seen,
        messages.mostWrong,
        messages.wrongPeople,
        messages.discrimination,
        messages.toRead,
      ],
      rows: items.map((item) => {
        const [most] = item.wrong;
        return [
          this.#titleOf(item.lesson),
          item.question,
          item.people,
          item.right,
          hundredths(item.share?.value),
          hundredths(item.share?.low),
          hundredths(item.share?.high),
          item.seen,
          most ? this.#wordsOf(item, most.response, most.text) : messages.unknown,
          most?.people ?? messages.unknown,
          item.discrimination === undefined
            ? messages.unknown
            : Math.round(item.discrimination * 100) / 100,
          item.flags.map((flag) => messages.flags[flag].what).join(' ') || messages.unknown,
        ];
      }),
    };
  }

  /** An answer in the words of its question, once that was fetched. */
  #wordsOf({lesson, question}: Item, response: Item['wrong'][number]['response'], text: string) {
    const {messages} = this.#localize;
    const asked = this.#questions.get(lesson)?.get(question);
    return (asked ? answerWords(asked, response, messages) : text) || messages.empty;
  }

  #card(item: Item) {
    const {messages} = this.#localize;
    const {number, percent} = messages;
    const {share, people, right, flags, ambiguous, seen, wrong, discrimination} = item;
    const title = this.#titleOf(item.lesson);
    return html`
      <li class="card">
        <h4>
          ${title}
          <span class="quietly">· ${item.question}</span>
        </h4>
        ${flags.map(
          (flag) => html`
            <p class="notice flag">
              ${icon('alert')}
              <strong>${messages.flags[flag].what}</strong>
              <span>${messages.flags[flag].rule}</span>
            </p>
          `,
        )}
        ${
          share
            ? html`
                <p>
                  ${messages.firstRight({
                    right: number(right),
                    people: number(people),
                    share: percent(share.value),
                    low: percent(share.low),
                    high: percent(share.high),
                  })}
                </p>
                <svg
                  class="share"
                  viewBox="0 0 100 8"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  ${svg`
                    <rect class="whole" x="0.25" y="0.5" width="99.5" height="7"></rect>
                    <rect class="right" x="0.25" y="0.5" width=${share.value * 99.5} height="7"></rect>
                    <path d="M${share.low * 100} 4H${share.high * 100}M${share.low * 100} 1.5v5M${share.high * 100} 1.5v5"></path>
                  `}
                </svg>
              `
            : html`
                <p>${messages.nobodyKnown}</p>
              `
        }
        ${
          seen === 0
            ? html`
                <p class="quietly">${messages.wrongUnseen}</p>
              `
            : wrong.length > 0
              ? html`
                  <p>${messages.wrongOf(number(seen))}</p>
                  <ul class="wrong-answers">
                    ${wrong.slice(0, mostWrong).map(
                      ({text, response, people: many}) => html`
                        <li>
                          ${this.#wordsOf(item, response, text)} –
                          ${messages.chosenBy(number(many))}
                        </li>
                      `,
                    )}
                  </ul>
                `
              : nothing
        }
        <p class="quietly">
          ${
            discrimination === undefined
              ? people < discriminationFloor
                ? messages.tellsNot(number(people), number(discriminationFloor))
                : nothing
              : messages.tells(messages.decimal(discrimination))
          }
          ${ambiguous > 0 ? messages.leftOut(ambiguous) : nothing}
        </p>
        ${this.#wording(item, title)}
      </li>
    `;
  }

  /** The question itself, and the way to its lesson. */
  #wording(item: Item, title: string) {
    const {messages} = this.#localize;
    const {lesson, question} = item;
    const asked = this.#questions.get(lesson)?.get(question);
    const {app} = this.#held!;
    return html`
      <details
        @toggle=${({target}: Event) => (target as HTMLDetailsElement).open && void this.#fetch(lesson)}
      >
        <summary>${messages.wording}</summary>
        ${
          asked
            ? html`
                <p>${plainText(asked.stem)}</p>
                ${
                  'options' in asked
                    ? html`
                        <ul class="wrong-answers">
                          ${asked.options.map(
                            ({text, correct}) => html`
                              <li>
                                ${plainText(text)} ${correct ? `(${messages.right})` : nothing}
                              </li>
                            `,
                          )}
                        </ul>
                      `
                    : nothing
                }
              `
            : this.#questions.has(lesson)
              ? html`
                  <p>${messages.lessonUnreachable}</p>
                `
              : nothing
        }
        ${
          app === ''
            ? nothing
            : html`
                <p><a href="${app}#/${lesson}">${messages.openLesson(title)}</a></p>
              `
        }
      </details>
    `;
  }

  async #fetch(lesson: string) {
    const {store, loaded} = this.#held!;
    if (this.#questions.get(lesson)) return;
    const fetched = await store.courses.lesson(loaded, lesson).catch(() => undefined);
    this.#questions.set(
      lesson,
      fetched && new Map(fetched.questions.map((question) => [question.id, question])),
    );
    this.#host.requestUpdate();
  }

  async #save(kind: 'xlsx' | 'csv', shown: readonly Item[]) {
    const {messages} = this.#localize;
    try {
      const day = dayInVietnam(this.#held!.now);
      const name = await saveTables(kind, [this.#table(shown)], messages.file, day);
      this.#said = messages.saved(name);
    } catch (error) {
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }
}

const itemsStyles = css`
  .items .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }

  .items .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.4em;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .ways legend {
    padding: 0;
    font-weight: 600;
  }

  .items .pick {
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    min-height: 2.75em;
  }

  .items :is([type='radio'], [type='checkbox']) {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    margin: 0;
    accent-color: var(--_accent);
  }

  .items .share {
    width: 100%;
    height: 1.3em;
  }

  .items .share > * {
    vector-effect: non-scaling-stroke;
  }

  .items .whole {
    fill: none;
    stroke: var(--_edge);
    stroke-width: 1px;
  }

  .items .right {
    fill: var(--_accent);
  }

  .items .share path {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2px;
  }

  .wrong-answers {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 1.1em;
    list-style: disc;
  }

  .items summary {
    min-height: 2.75em;
    padding-block: 0.5em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  @media (forced-colors: active) {
    .items .right {
      fill: CanvasText;
      forced-color-adjust: none;
    }

    .items .share path {
      stroke: Highlight;
    }
  }
`;
