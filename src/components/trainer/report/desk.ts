import {html, type LitElement, nothing} from 'lit';
import type {Course} from '../../../curriculum/course.js';
import type {ReportFigure, ReportFigures, ReportLine} from '../../../exchange/report.js';
import {reportLineOf} from '../../../exchange/report.js';
import type {Table} from '../../../exchange/table.js';
import {dayInVietnam} from '../../../store/reckoning/calendar.js';
import {
  partsOf,
  type Period,
  periodBefore,
  type PeriodKind,
  periodOf,
  spanOf,
} from '../../../store/reckoning/periods.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import type {ReportDraft, Reports} from '../../../store/reports-contract.js';
import type {Store} from '../../../store/store.js';
import {LocalizeController} from '../../controllers/localize.js';
import {copyText} from '../../copy-text.js';
import {chunk} from '../../failure.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import {type ReportMessages, reportLanguages} from '../../messages/report.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {writtenDay} from '../../written-day.js';
import {shownTable, tableStyles} from '../shown-table.js';
import {Below} from './below.js';
import {Charts} from './charts.js';
import {Commended} from './commended.js';
import {saveTables} from './files.js';
import {NeedsList} from './needs-list.js';
import {reportStyles} from './report-styles.js';
import {reportText} from './report-text.js';
import {
  coreMilestone,
  figuresWith,
  type Holdings,
  lastDayOf,
  type Sheet,
  sheetOf,
  typedFigures,
} from './sheet.js';

/** What the desk works on. */
export interface Held extends Omit<Holdings, 'today'> {
  readonly store: Store;
  /** ms UTC. */
  readonly now: number;
  /** Address of the learners' app, without `#`; absent where the page knows of none. */
  readonly app: string | undefined;
}

/** What parts of the desk see and may ask for. */
export interface DeskStand {
  readonly host: LitElement;
  readonly messages: ReportMessages;
  readonly course: Course;
  readonly today: CivilDay;
  readonly period: Period;
  readonly sheet: Sheet;
  readonly reports: Reports;
  readonly draft: ReportDraft;
  /** The unit's id, where there is a roster. */
  readonly unit: UnitKey | undefined;
  /** What a unit is called at the end of the period. */
  readonly nameOf: (unit: UnitKey) => string;
  readonly figures: ReportFigures;
  /** Address of the learners' app, where there is one. */
  readonly app: string | undefined;
  readonly redraw: () => void;
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly keep: (change: Partial<ReportDraft>) => Promise<void>;
}

const emptyDraft: ReportDraft = {figures: {}, revision: 1};
const kinds = ['quarter', 'half', 'year'] as const satisfies readonly PeriodKind[];
const largest = 99_999_999;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Everything a trainer does for a report; drawn by the element that holds it. */
export class Desk {
  readonly #host: LitElement;
  readonly #fail: (error: unknown) => void;
  readonly #localize: LocalizeController<ReportMessages>;
  #held: Held | undefined;
  #reports: Reports | undefined;
  #unwatch: (() => void) | undefined;
  #period: Period | undefined;
  #kind: PeriodKind = 'quarter';
  #unit: UnitKey | undefined;
  #sheet: Sheet | undefined;
  #before: Sheet | undefined;
  #draft: ReportDraft = emptyDraft;
  #draftBefore: ReportDraft | undefined;
  /** Fields that hold something else than a whole number. */
  #wrong = new Map<ReportFigure, string>();
  #said = '';
  #saidOfFile = '';
  #copied: 'yes' | 'by-hand' | undefined;
  #printing: 'cannot' | 'unseen' | undefined;
  #reckoning: AbortController | undefined;
  #keeping = Promise.resolve();
  /** Counts what was typed, so that nothing read before it takes its place. */
  #typings = 0;
  readonly #below: Below;
  readonly #needs: NeedsList;
  readonly #charts: Charts;
  readonly #commended: Commended;

  constructor(host: LitElement, fail: (error: unknown) => void) {
    this.#host = host;
    this.#fail = fail;
    this.#localize = new LocalizeController(host, reportLanguages);
    const stand = () => this.#stand();
    this.#below = new Below(stand);
    this.#needs = new NeedsList(host, stand);
    this.#charts = new Charts(stand, (unit) => this.#below.coreOf(unit));
    this.#commended = new Commended(stand);
  }

  get isReady(): boolean {
    return this.#sheet !== undefined && this.#held !== undefined && this.#reports !== undefined;
  }

  /** New holdings: reckons again where something differs. */
  hold(held: Held): void {
    const before = this.#held;
    this.#held = held;
    if (!this.#period) this.#period = periodOf(dayInVietnam(held.now), this.#kind);
    const isSame =
      before &&
      before.store === held.store &&
      before.course === held.course &&
      before.view === held.view &&
      before.received === held.received &&
      before.persons === held.persons &&
      dayInVietnam(before.now) === dayInVietnam(held.now);
    if (!isSame) void this.#reckon();
  }

  /** The element was taken off the page. */
  leave(): void {
    this.#reckoning?.abort();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#reports = undefined;
    this.#held = undefined;
  }

  render() {
    adoptMore(this.#host, reportStyles);
    adoptMore(this.#host, tableStyles);
    const {messages} = this.#localize;
    const {sheet, period, draft} = this.#stand();
    return html`
      <section class="stack report" aria-labelledby="heading">
        <h3 id="heading" tabindex="-1">${messages.report}</h3>
        <p>${messages.lead}</p>
        ${this.#choosers(sheet, period)} ${this.#figures(sheet, period)} ${this.#typed(draft)}
        ${this.#message()}
        <div class="parts">
          ${this.#below.render()} ${this.#needs.render()} ${this.#commended.render()}
          ${this.#charts.render()}
        </div>
      </section>
    `;
  }

  #stand(): DeskStand {
    const held = this.#held!;
    const sheet = this.#sheet!;
    const nameOf = (unit: UnitKey) =>
      sheet.roll.units.find((one) => one.unit.id === unit)?.name ?? unit;
    return {
      host: this.#host,
      messages: this.#localize.messages,
      course: held.course,
      today: dayInVietnam(held.now),
      period: sheet.period,
      sheet,
      reports: this.#reports!,
      draft: this.#draft,
      unit: sheet.unit === undefined ? undefined : sheet.roll.units[sheet.unit]?.unit.id,
      nameOf,
      figures: figuresWith(sheet, this.#draft.figures),
      app: held.app,
      redraw: () => this.#host.requestUpdate(),
      attempt: (work) => this.#attempt(work),
      keep: (change) => this.#keep(change),
    };
  }

  async #attempt(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  /** Reckons this period and the one before. What was begun before is given up. */
  async #reckon() {
    this.#reckoning?.abort();
    const {signal} = (this.#reckoning = new AbortController());
    await this.#attempt(async () => {
      const held = this.#held!;
      const period = this.#period!;
      const reports = (this.#reports ??= await this.#openReports(held.store));
      const roots = [...held.view.units.values()].filter(
        ({parent}) => parent === undefined || !held.view.units.has(parent),
      );
      if (this.#unit === undefined || !held.view.units.has(this.#unit)) this.#unit = roots[0]?.id;
      const unit = this.#unit;
      const holdings = {...held, today: dayInVietnam(held.now)};
      const sheet = await sheetOf(holdings, period, unit, signal);
      const before = await sheetOf(holdings, periodBefore(period), unit, signal);
      const {key} = held.course;
      const name = unit ?? '';
      const [draft, draftBefore] = await Promise.all([
        reports.draft(key, period, name),
        reports.draft(key, periodBefore(period), name),
      ]);
      if (!sheet || !before || signal.aborted) return;
      this.#sheet = sheet;
      this.#before = before;
      this.#draft = draft ?? emptyDraft;
      this.#draftBefore = draftBefore;
      await Promise.all([this.#below.read(), this.#needs.read()]);
    });
  }

  async #openReports(store: Store): Promise<Reports> {
    const reports = await store.reports();
    this.#unwatch?.();
    this.#unwatch = reports.watch(() => void this.#readAgain());
    return reports;
  }

  /** Another tab wrote, or a report came. What was read of a unit that was left meanwhile is of no use. */
  async #readAgain() {
    if (!this.isReady) return;
    const {unit, period, course, reports, sheet} = this.#stand();
    const typings = this.#typings;
    const isHere = () => this.isReady && this.#sheet === sheet;
    await this.#attempt(async () => {
      await this.#keeping;
      const draft = await reports.draft(course.key, period, unit ?? '');
      if (!isHere()) return;
      if (draft && typings === this.#typings) this.#draft = draft;
      await Promise.all([this.#below.read(), this.#needs.read()]);
    });
  }

  /** One writing after the other, so that a quick typist loses nothing. */
  #keep(change: Partial<ReportDraft>): Promise<void> {
    const {reports, course, period, unit} = this.#stand();
    this.#typings++;
    const draft = (this.#draft = {...this.#draft, ...change});
    this.#keeping = this.#keeping.then(() =>
      this.#attempt(() => reports.keepDraft(course.key, period, unit ?? '', draft)),
    );
    return this.#keeping;
  }

  #choose(period: Period) {
    this.#period = period;
    this.#forgetSaid();
    void this.#reckon();
  }

  #forgetSaid() {
    this.#wrong.clear();
    this.#said = '';
    this.#saidOfFile = '';
    this.#copied = undefined;
    this.#printing = undefined;
  }

  #choosers(sheet: Sheet, period: Period) {
    const {messages} = this.#localize;
    const {today} = this.#stand();
    const {units} = sheet.roll;
    const isLast = spanOf(period).until > today;
    const after = periodOf(spanOf(period).until, this.#kind);
    return html`
      <div class="choosers card">
        ${
          units.length > 0
            ? html`
                <div class="field">
                  <label for="unit">${messages.unit}</label>
                  <select id="unit" @change=${this.#unitChosen}>
                    ${units.map(
                      ({unit, name, depth}) => html`
                        <option value=${unit.id} ?selected=${unit.id === this.#unit}>
                          ${'\u2003'.repeat(depth)}${name}
                        </option>
                      `,
                    )}
                  </select>
                </div>
              `
            : html`
                <p class="notice">
                  ${icon('note')}
                  <span>${messages.noRoster}</span>
                </p>
              `
        }
        <fieldset class="kinds">
          <legend>${messages.howOften}</legend>
          ${kinds.map(
            (kind) => html`
              <label>
                <input
                  type="radio"
                  name="kind"
                  .checked=${this.#kind === kind}
                  @change=${() => {
                    this.#kind = kind;
                    this.#choose(periodOf(lastDayOf(period, today), kind));
                  }}
                />
                ${messages.kinds[kind]}
              </label>
            `,
          )}
        </fieldset>
        <div class="row steps">
          <button type="button" @click=${() => this.#choose(periodBefore(period))}>
            ${icon('back')}${messages.earlier}
          </button>
          <strong role="status">${messages.period(partsOf(period)!)}</strong>
          <button type="button" ?disabled=${isLast} @click=${() => this.#choose(after)}>
            ${messages.later}${icon('next')}
          </button>
        </div>
        ${
          isLast
            ? html`
                <p class="quietly">${messages.goesOn(writtenDay(today))}</p>
              `
            : nothing
        }
      </div>
    `;
  }

  readonly #unitChosen = ({target}: Event) => {
    this.#unit = (target as HTMLSelectElement).value;
    this.#forgetSaid();
    void this.#reckon();
  };

  /** The table of figures, as screen, paper and files have it. */
  figuresTable(): Table {
    const {messages} = this.#localize;
    const {period, figures} = this.#stand();
    const before = this.#before && figuresWith(this.#before, this.#draftBefore?.figures ?? {});
    const said = (value: number | undefined) => value ?? messages.unknown;
    const names = Object.keys(messages.figures) as ReportFigure[];
    return {
      title: messages.figuresOf(messages.period(partsOf(period)!)),
      head: [
        messages.figure,
        capital(messages.period(partsOf(period)!)),
        messages.before(messages.period(partsOf(periodBefore(period))!)),
      ],
      rows: names.map((name) => [
        messages.figures[name],
        said(figures[name]),
        said(before?.[name]),
      ]),
    };
  }

  #figures(sheet: Sheet, period: Period) {
    const {messages} = this.#localize;
    const {number} = messages;
    const {figures} = sheet;
    const oldest = this.#oldest();
    const core = figures.milestones.get(coreMilestone);
    const facts = [
      core &&
        sheet.people.length > 0 &&
        `${messages.figures.coreDone}: ${messages.coreSplit(core)}.`,
      // A province that only adds up reports has nobody of whom anything could come.
      (figures.people > 0 || this.#below.isEmpty) && messages.heard(figures.heard, figures.people),
      figures.lessonsInGroup > 0 && capital(`${messages.inGroup(number(figures.lessonsInGroup))}.`),
      figures.byProxy > 0 && messages.byProxy(number(figures.byProxy)),
      oldest !== undefined && messages.oldest(writtenDay(oldest)),
      messages.version(this.#held!.course.version),
    ].filter((fact) => typeof fact === 'string');
    return html`
      <div class="stack" data-period=${period}>
        ${shownTable(this.figuresTable(), number)}
        <ul class="facts quietly">
          ${facts.map(
            (fact) => html`
              <li>${fact}</li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  #typed(draft: ReportDraft) {
    const {messages} = this.#localize;
    const field = (name: (typeof typedFigures)[number]) => {
      const wrong = this.#wrong.get(name);
      return html`
        <div class="field">
          <label for=${name}>${messages.figures[name]}</label>
          <input
            id=${name}
            inputmode="numeric"
            autocomplete="off"
            maxlength="12"
            .value=${this.#typedValue(name, draft)}
            aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby=${wrong ? `${name}-wrong` : nothing}
            @change=${({target}: Event) => this.#figureTyped(name, target as HTMLInputElement)}
          />
          ${
            wrong
              ? html`
                  <p class="wrong" id="${name}-wrong">${icon('alert')}${wrong}</p>
                `
              : nothing
          }
        </div>
      `;
    };
    const words = (name: 'difficulties' | 'proposals') => html`
      <div class="field whole">
        <label for=${name}>${messages[name]}</label>
        <textarea
          id=${name}
          rows="2"
          maxlength="2000"
          .value=${draft[name] ?? ''}
          @change=${({target}: Event) => this.#wordsTyped(name, (target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
    `;
    return html`
      <section class="stack" aria-labelledby="typed">
        <h4 id="typed">${messages.typed}</h4>
        <p class="quietly">${messages.typedHint}</p>
        <div class="fields">
          ${typedFigures.map(field)} ${words('difficulties')} ${words('proposals')}
        </div>
        <p class="said" role="status">${this.#said}</p>
      </section>
    `;
  }

  /** What stands in the field: also something wrong, until it is mended. */
  #typedValue(name: ReportFigure, draft: ReportDraft): string {
    const kept = draft.figures[name];
    return kept === undefined ? '' : String(kept);
  }

  #figureTyped(name: ReportFigure, field: HTMLInputElement) {
    const {messages} = this.#localize;
    this.#said = '';
    // Thousands are parted by points or spaces as people write them.
    const text = field.value.replace(/[\s.,]/g, '');
    const value = Number(text);
    if (text !== '' && (!/^\d+$/.test(text) || value > largest)) {
      this.#wrong.set(name, messages.wrongNumber);
      this.#host.requestUpdate();
      return;
    }
    const others = without(this.#draft.figures, name);
    const figures = text === '' ? others : {...others, [name]: value};
    const {visited = 0, visitedSoFar = Infinity} = figures as ReportFigures;
    if (visited > visitedSoFar) {
      this.#wrong.set(name, messages.soFarTooSmall);
      this.#host.requestUpdate();
      return;
    }
    this.#wrong.clear();
    void this.#keep({figures}).then(() => this.#say(messages.kept));
  }

  #wordsTyped(name: 'difficulties' | 'proposals', words: string) {
    const {messages} = this.#localize;
    this.#draft = without(this.#draft, name);
    const trimmed = words.trim();
    void this.#keep(trimmed === '' ? {} : {[name]: trimmed}).then(() => this.#say(messages.kept));
  }

  /** The oldest data that figures rest on: of the people here, or of reports whose sums stand in this one. */
  #oldest(): CivilDay | undefined {
    const {sheet, figures} = this.#stand();
    if (sheet.people.length > 0) return sheet.figures.oldest;
    return figures.members === undefined ? undefined : this.#below.oldest();
  }

  #say(words: string) {
    this.#said = words;
    this.#host.requestUpdate();
  }

  /** The machine line as it would be sent now; nothing without a unit, or where figures contradict each other. */
  #line(): ReportLine | undefined {
    const {unit, sheet, course, period, figures, today, draft} = this.#stand();
    if (unit === undefined || sheet.unit === undefined) return undefined;
    const {parent, level} = sheet.roll.units[sheet.unit]!.unit;
    const oldest = this.#oldest();
    const line = (revision: number): ReportLine => ({
      unit,
      ...(parent !== undefined && {parent}),
      level,
      period,
      revision,
      course: course.key,
      courseVersion: course.version,
      madeOn: today,
      ...(oldest !== undefined && {oldest: Math.min(oldest, today)}),
      figures,
    });
    try {
      const now = reportLineOf(line(draft.revision));
      const isNew = draft.line !== undefined && !same(saying(now), saying(draft.line));
      const revision = isNew ? draft.revision + 1 : draft.revision;
      reportLineOf(line(revision));
      return line(revision);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #text() {
    const {period, today, figures, draft} = this.#stand();
    const {messages} = this.#localize;
    const line = this.#line();
    const oldest = this.#oldest();
    const commended = this.#commended.words();
    const text = reportText(
      messages,
      {
        unit: this.#unitName(),
        figures,
        ...(draft.difficulties !== undefined && {difficulties: draft.difficulties}),
        ...(draft.proposals !== undefined && {proposals: draft.proposals}),
        ...(commended !== undefined && {commended}),
      },
      {
        period,
        madeOn: today,
        ...(oldest !== undefined && {oldest}),
      },
      line,
    );
    return {...text, line};
  }

  /** The unit and the one above it: "Tổ 3" alone says little in a group of the commune. */
  #unitName(): string {
    const {sheet} = this.#stand();
    if (sheet.unit === undefined) return this.#localize.messages.everybody;
    const {name, parent} = sheet.roll.units[sheet.unit]!;
    const above = sheet.roll.units[parent]?.name;
    return above === undefined ? name : `${name}, ${above}`;
  }

  #message() {
    const {messages} = this.#localize;
    const {text, shortened, line} = this.#text();
    return html`
      <section class="stack" aria-labelledby="message">
        <h4 id="message">${messages.message}</h4>
        <textarea
          id="text"
          class="text"
          rows="12"
          readonly
          aria-labelledby="message"
          .value=${text}
        ></textarea>
        <p class="quietly">
          ${line ? messages.messageHint(text.length) : messages.noLine}
          ${shortened ? messages.shortened : nothing}
        </p>
        <div class="row">
          <button type="button" class="main" @click=${() => void this.#copy()}>
            ${asideIcon('copy')}${messages.copy}
          </button>
          <button type="button" @click=${() => void this.#print()}>
            ${icon('memo')}${messages.print}
          </button>
          <button type="button" @click=${() => void this.#save('xlsx')}>
            ${icon('save')}${messages.xlsx}
          </button>
          <button type="button" class="quiet" @click=${() => void this.#save('csv')}>
            ${messages.csv}
          </button>
        </div>
        <p class="said" role="status">
          ${
            this.#copied === 'yes'
              ? messages.copied
              : this.#copied === 'by-hand'
                ? messages.copyByHand
                : this.#printing === 'cannot'
                  ? messages.cannotPrint
                  : this.#printing === 'unseen'
                    ? messages.printUnseen
                    : this.#saidOfFile
          }
        </p>
      </section>
    `;
  }

  async #copy() {
    const {line} = this.#text();
    const field = this.#host.renderRoot.querySelector<HTMLTextAreaElement>('#text')!;
    this.#forgetSaid();
    this.#copied = (await copyText(field)) ? 'yes' : 'by-hand';
    this.#host.requestUpdate();
    if (line) await this.#keep({revision: line.revision, line: reportLineOf(line)});
  }

  /** Everything the report shows, in the order of the screen. */
  #tables(): readonly Table[] {
    return [
      this.figuresTable(),
      ...this.#below.tables(),
      ...this.#commended.tables(),
      ...this.#charts.tables(),
    ];
  }

  async #save(kind: 'xlsx' | 'csv') {
    const {messages} = this.#localize;
    this.#forgetSaid();
    await this.#attempt(async () => {
      const {today} = this.#stand();
      const tables = kind === 'csv' ? [this.figuresTable()] : this.#tables();
      const name = await saveTables(kind, tables, this.#unitName(), today);
      this.#saidOfFile = messages.saved(name);
    });
  }

  async #print() {
    const {messages} = this.#localize;
    this.#forgetSaid();
    await this.#attempt(async () => {
      const {printReport} = await chunk(import('./report-paper.js'));
      const {draft, today, period} = this.#stand();
      const oldest = this.#oldest();
      const outcome = await printReport(this.#host.renderRoot, {
        heading: messages.heading(partsOf(period)!),
        unit: this.#unitName(),
        tables: this.#tables(),
        charts: this.#charts.drawings(),
        words: [
          [messages.difficulties, draft.difficulties ?? messages.unknown],
          [messages.proposals, draft.proposals ?? messages.unknown],
        ],
        footer: [
          oldest === undefined ? '' : messages.oldest(writtenDay(oldest)),
          messages.version(this.#held!.course.version),
          writtenDay(today),
        ]
          .filter((part) => part !== '')
          .join(' '),
        number: messages.number,
      });
      if (outcome !== 'shown') this.#printing = outcome;
    });
  }
}

const without = <T extends object>(all: T, name: string): T =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== name)) as T;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What of a line makes another revision of it: all but the revision, the day and the check. */
const saying = (line: string) => line.split(';').filter((part) => !/^(?:r|d|ck)=/.test(part));
