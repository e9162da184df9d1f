import {html, type LitElement, nothing} from 'lit';
import type {ReportFigure} from '../../../exchange/report.js';
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
import {icon} from '../../icons.js';
import {type ReportMessages, reportLanguages} from '../../messages/report.js';
import {paperFrameStyles} from '../../paper-frame.js';
import {adoptMore} from '../../styles/adopt-more.js';
import {writtenDay} from '../../written-day.js';
import {pickStyles} from '../pick-styles.js';
import {shownTable, tableStyles} from '../shown-table.js';
import {Below} from './below.js';
import {Charts} from './charts.js';
import {Commended} from './commended.js';
import {Message} from './message.js';
import {NeedsList} from './needs-list.js';
import {reportStyles} from './report-styles.js';
import {
  coreMilestone,
  figuresWith,
  type Holdings,
  lastDayOf,
  type Sheet,
  sheetOf,
} from './sheet.js';
import {partialFigures} from './sums.js';
import type {DraftChange, ReportStand} from './stand.js';
import {TypedForm} from './typed-form.js';

/** What the desk works on. */
export interface Held extends Omit<Holdings, 'today'> {
  readonly store: Store;
  /** ms UTC. */
  readonly now: number;
  /** Address of the learners' app, without `#`; absent where the page knows of none. */
  readonly app: string | undefined;
}

const emptyDraft: ReportDraft = {figures: {}, revision: 1};
const kinds = ['quarter', 'half', 'year'] as const satisfies readonly PeriodKind[];

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
  #reckoning: AbortController | undefined;
  #keeping = Promise.resolve();
  /** Counts what was typed, so that nothing read before it takes its place. */
  #typings = 0;
  readonly #typed: TypedForm;
  readonly #message: Message;
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
    this.#typed = new TypedForm(stand);
    this.#message = new Message(stand, {
      tables: () => this.#tables(),
      drawings: () => this.#charts.drawings(),
      commended: () => this.#commended.words(),
      oldest: () => this.#oldest(),
    });
  }

  get isReady(): boolean {
    return this.#sheet !== undefined && this.#held !== undefined && this.#reports !== undefined;
  }

  /** New holdings: reckons again where something differs. */
  hold(held: Held): void {
    const before = this.#held;
    this.#held = held;
    // A device whose clock was never set says a day before the first period there is.
    if (!this.#period) this.#period = periodOf(Math.max(0, dayInVietnam(held.now)), this.#kind);
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
    adoptMore(this.#host, pickStyles);
    adoptMore(this.#host, tableStyles);
    adoptMore(this.#host, paperFrameStyles);
    const {messages} = this.#localize;
    const {sheet, period} = this.#stand();
    return html`
      <section class="stack report" aria-labelledby="heading">
        <h3 id="heading" tabindex="-1">${messages.report}</h3>
        <p>${messages.lead}</p>
        ${this.#choosers(sheet, period)} ${this.#figures(sheet, period)} ${this.#typed.render()}
        ${this.#message.render()}
        <div class="parts">
          ${this.#below.render()} ${this.#needs.render()} ${this.#commended.render()}
          ${this.#charts.render()}
        </div>
      </section>
    `;
  }

  #stand(): ReportStand {
    const held = this.#held!;
    const sheet = this.#sheet!;
    const nameOf = (unit: UnitKey) => {
      const known = sheet.roll.units.find((one) => one.unit.id === unit)?.name;
      const called = known ?? this.#below.called(unit);
      return known ?? (called === undefined ? unit : `${called} (${unit})`);
    };
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
      const former = formerOf(period);
      const before =
        former === undefined ? undefined : await sheetOf(holdings, former, unit, signal);
      const {key} = held.course;
      const name = unit ?? '';
      const [draft, draftBefore] = await Promise.all([
        reports.draft(key, period, name),
        former === undefined ? undefined : reports.draft(key, former, name),
      ]);
      if (!sheet || signal.aborted) return;
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
  #keep(change: DraftChange): Promise<void> {
    // Taken off the page meanwhile: nobody knows any more of which report it is.
    if (!this.isReady) return this.#keeping;
    const {reports, course, period, unit} = this.#stand();
    this.#typings++;
    const draft = (this.#draft = Object.fromEntries(
      Object.entries({...this.#draft, ...change}).filter(([, value]) => value !== undefined),
    ) as unknown as ReportDraft);
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
    this.#typed.forgetSaid();
    this.#below.forgetSaid();
    this.#message.forgetSaid();
  }

  #choosers(sheet: Sheet, period: Period) {
    const {messages} = this.#localize;
    const {today} = this.#stand();
    const {units} = sheet.roll;
    const isLast = spanOf(period).until > today;
    const former = formerOf(period);
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
        <fieldset class="picks">
          <legend>${messages.howOften}</legend>
          ${kinds.map(
            (kind) => html`
              <label class="pick">
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
          <button
            type="button"
            ?disabled=${former === undefined}
            @click=${() => former !== undefined && this.#choose(former)}
          >
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
    const {period, figures, draft} = this.#stand();
    const before = this.#before && figuresWith(this.#before, this.#draftBefore?.figures ?? {});
    const former = formerOf(period);
    const formerName = former && messages.period(partsOf(former)!);
    const parts = partialFigures(figures, draft);
    const formerParts = before && this.#draftBefore && partialFigures(before, this.#draftBefore);
    const said = (value: number | undefined) => value ?? messages.unknown;
    const names = Object.keys(messages.figures) as ReportFigure[];
    return {
      title: messages.figuresOf(messages.period(partsOf(period)!)),
      head: [
        messages.figure,
        capital(messages.period(partsOf(period)!)),
        ...(formerName === undefined ? [] : [capital(formerName)]),
      ],
      rows: names.map((name) => {
        const part = parts.get(name);
        const formerPart = formerParts?.get(name);
        let label = messages.figures[name];
        if (part) label = messages.partOf(label, part);
        if (formerPart) label = messages.partOf(label, formerPart, formerName);
        return [
          label,
          said(figures[name]),
          ...(formerName === undefined ? [] : [said(before?.[name])]),
        ];
      }),
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

  /** The oldest data that figures rest on: of the people here, or of reports whose sums stand in this one. */
  #oldest(): CivilDay | undefined {
    const {sheet, figures} = this.#stand();
    if (sheet.people.length > 0) return sheet.figures.oldest;
    return figures.members === undefined ? undefined : this.#below.oldest();
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
}

/** The period before, where there is one: nobody counted before the first. */
function formerOf(period: Period): Period | undefined {
  const former = periodBefore(period);
  return partsOf(former) ? former : undefined;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
