import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {
  findReports,
  type ReportFigure,
  reportFigures,
  type ReportLine,
  reportLineOf,
} from '../../../exchange/report.js';
import {reportedOf, type ReportTotals, totalsOf} from '../../../exchange/report-totals.js';
import type {Table} from '../../../exchange/table.js';
import {type FlawedReport, takeReports} from '../../../exchange/take-reports.js';
import type {Known} from '../../../store/reckoning/period-figures.js';
import {partsOf} from '../../../store/reckoning/periods.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import {rightBelow} from '../../../store/reckoning/roll.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import type {ReceivedReport} from '../../../store/reports-contract.js';
import {icon} from '../../icons.js';
import {reportWords} from '../../messages/report-words.js';
import {writtenDay} from '../../written-day.js';
import {shownTable} from '../shown-table.js';
import type {ReportStand} from './stand.js';
import {typedFigures} from './sheet.js';
import {partsOfSums, summedFigures} from './sums.js';

/** Columns of the table of units, and figures that are added up. */
const added = [
  'members',
  'coreDone',
  'lessons',
  ...typedFigures,
] as const satisfies readonly ReportFigure[];

const mostFlaws = 20;
const atOnce = 30;

/** "Gộp báo cáo cấp dưới": what units below sent, once each, added up. */
export class Below {
  readonly #stand: () => ReportStand;
  #text = '';
  #said = '';
  #isOpen = false;
  #flaws: readonly FlawedReport[] = [];
  #received: readonly ReceivedReport[] = [];
  #upTo = atOnce;
  /** What takes back the last that was done. */
  #undo: (() => Promise<unknown>) | undefined;
  #lines: readonly ReportLine[] = [];

  constructor(stand: () => ReportStand) {
    this.#stand = stand;
  }

  /** Another unit or period is shown. */
  forgetSaid(): void {
    this.#said = '';
    this.#undo = undefined;
  }

  /** Reads what was received for this period. */
  async read(): Promise<void> {
    const {reports, course, period} = this.#stand();
    const read = (await reports.received(course.key, period)).flatMap((report) => {
      const [found] = findReports(report.line);
      return found && 'line' in found ? [[report, found.line] as const] : [];
    });
    this.#received = read.map(([report]) => report);
    this.#lines = read.map(([, line]) => line);
  }

  #totals(unit = this.#stand().unit): ReportTotals {
    const {period, course, sheet} = this.#stand();
    const parents = new Map(sheet.roll.units.map(({unit: {id, parent}}) => [id, parent]));
    return totalsOf(reportedOf(this.#lines, period, course.key), {
      ...(unit !== undefined && {unit}),
      parentOf: (id) => parents.get(id),
    });
  }

  /** What a unit calls itself in its newest report, for whoever has no list with it. */
  called(unit: UnitKey): string | undefined {
    let newest = 0;
    let called: string | undefined;
    for (const [index, line] of this.#lines.entries()) {
      const said = this.#received[index]!.called;
      if (line.unit !== unit || said === undefined || line.revision < newest) continue;
      newest = line.revision;
      called = said;
    }
    return called;
  }

  /** Nothing of this period came from below. */
  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /** The oldest data that reports of units below rest on, as far as they say. */
  oldest(): CivilDay | undefined {
    const days = this.#totals().counted.flatMap(({oldest}) => oldest ?? []);
    return days.length === 0 ? undefined : Math.min(...days);
  }

  /** How many completed the core, as a unit reported or those below it; nothing where one of them did not say. */
  coreOf(unit: UnitKey): Known | undefined {
    const {period, course} = this.#stand();
    const own = reportedOf(this.#lines, period, course.key).lines.find(
      (line) => line.unit === unit,
    );
    const lines = own ? [own] : this.#totals(unit).counted;
    if (lines.length === 0) return undefined;
    const known = {done: 0, notDone: 0, unknown: 0};
    for (const {
      figures: {members, coreDone, coreUnknown},
    } of lines) {
      if (members === undefined || coreDone === undefined) return undefined;
      // Whoever does not say of how many nobody knows says of nobody that they have not done it.
      const unknown = coreUnknown ?? members - coreDone;
      known.done += coreDone;
      known.unknown += unknown;
      known.notDone += members - coreDone - unknown;
    }
    return known;
  }

  tables(): readonly Table[] {
    const totals = this.#totals();
    return totals.counted.length > 0 ? [this.#table(totals)] : [];
  }

  #table({counted, figures}: ReportTotals): Table {
    const {messages, nameOf} = this.#stand();
    const said = (value: number | undefined) => value ?? messages.unknown;
    return {
      title: messages.together(counted.length),
      head: [
        messages.team,
        ...added.map((name) => {
          const {known} = figures[name];
          const label = messages.figures[name];
          return known === 0 || known === counted.length
            ? label
            : messages.ofUnits(label, known, counted.length);
        }),
      ],
      rows: [
        ...counted
          .map(
            (line) =>
              [nameOf(line.unit), ...added.map((name) => said(line.figures[name]))] as const,
          )
          .sort(([a], [b]) => collator.compare(String(a), String(b))),
        [
          messages.sum,
          ...added.map((name) => {
            const {sum, known} = figures[name];
            return known === 0 ? messages.unknown : sum;
          }),
        ],
      ],
      summed: true,
    };
  }

  render() {
    const {messages} = this.#stand();
    return html`
      <details
        class="part"
        id="below"
        ?open=${this.#isOpen}
        @toggle=${({target}: Event) => (this.#isOpen = (target as HTMLDetailsElement).open)}
      >
        <summary><h4>${messages.below}</h4></summary>
        <div class="stack inside">
          <p class="quietly">${messages.belowHint}</p>
          <div class="field">
            <label for="pasted">${messages.paste}</label>
            <textarea
              id="pasted"
              rows="4"
              .value=${live(this.#text)}
              @input=${({target}: Event) => (this.#text = (target as HTMLTextAreaElement).value)}
            ></textarea>
          </div>
          <div class="row">
            <button type="button" class="main" @click=${() => void this.#take()}>
              ${messages.take}
            </button>
          </div>
          <p class="said" role="status">${this.#said}</p>
          ${this.#wayBack()} ${this.#unread()} ${this.#together()}
        </div>
      </details>
    `;
  }

  #wayBack() {
    const {messages} = this.#stand();
    const undo = this.#undo;
    return undo === undefined
      ? nothing
      : html`
          <div class="row">
            <button type="button" @click=${() => void this.#takeBack(undo)}>
              ${messages.undo}
            </button>
          </div>
        `;
  }

  #unread() {
    const {messages} = this.#stand();
    if (this.#flaws.length === 0) return nothing;
    return html`
      <div class="notice bad" role="alert">
        ${icon('alert')}
        <strong>${messages.unreadable(this.#flaws.length)}</strong>
        <ul class="facts">
          ${this.#flaws.slice(0, mostFlaws).map(
            ({flaw, found}) => html`
              <li>
                ${messages.flaws[flaw].what} ${messages.flaws[flaw].todo}
                <span class="quietly">
                  ${messages.begins}
                  <span class="code">${found}</span>
                </span>
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  #together() {
    const {messages, nameOf, sheet, unit, course} = this.#stand();
    const totals = this.#totals();
    const {counted, below, elsewhere, contradictions} = totals;
    const names = (units: readonly UnitKey[]) => units.map(nameOf).join(', ');
    const torn = new Set(contradictions.map(([line]) => line.unit));
    const missing = this.#awaited().filter((one) => !torn.has(one));
    const otherVersions = counted.filter(({courseVersion}) => courseVersion !== course.version);
    const partial = counted.flatMap(({unit: of, part}) => (part ? [{of, part}] : []));
    const words = this.#collected(totals);
    const dissolved = new Set(
      sheet.roll.units.flatMap(({unit: {id}, gone: isGone}) => (isGone ? [id] : [])),
    );
    const gone = counted.flatMap(({unit: id}) => (dissolved.has(id) ? [id] : []));
    return html`
      ${counted.length > 0 ? shownTable(this.#table(totals), messages.number) : nothing}
      <ul class="facts">
        ${
          missing.length > 0 && this.#lines.length > 0
            ? html`
                <li>${messages.missing(missing.length, names(missing))}</li>
              `
            : nothing
        }
        ${
          partial.length > 0
            ? html`
                <li>
                  ${messages.partial(
                    partial.map(({of, part}) => messages.partOf(nameOf(of), part)).join(', '),
                  )}
                </li>
              `
            : nothing
        }
        ${
          otherVersions.length > 0
            ? html`
                <li>
                  ${messages.otherVersions(
                    otherVersions
                      .map(({unit: of, courseVersion}) => `${nameOf(of)} (${courseVersion})`)
                      .join(', '),
                  )}
                </li>
              `
            : nothing
        }
        ${
          gone.length > 0
            ? html`
                <li>${messages.goneCounted(names(gone))}</li>
              `
            : nothing
        }
        ${
          below.length > 0
            ? html`
                <li>${messages.beneath(names(below.map((one) => one.unit)))}</li>
              `
            : nothing
        }
        ${
          elsewhere.length > 0
            ? html`
                <li>${messages.elsewhere(names(elsewhere.map((one) => one.unit)))}</li>
              `
            : nothing
        }
      </ul>
      ${contradictions.map(
        (lines) => html`
          <div class="notice bad">
            ${icon('alert')}
            <strong>${messages.contradictions(nameOf(lines[0].unit))}</strong>
            <span>${messages.contradictionTodo}</span>
            ${lines.map(
              (line, index) => html`
                <div class="row">
                  <span id="said-${line.unit}-${index}">${this.#difference(line, lines)}</span>
                  <button
                    type="button"
                    aria-label=${messages.dropOf(nameOf(line.unit))}
                    aria-describedby="said-${line.unit}-${index}"
                    @click=${() => void this.#drop(line)}
                  >
                    ${messages.drop}
                  </button>
                </div>
              `,
            )}
          </div>
        `,
      )}
      ${
        words.length > 0
          ? html`
              <h5>${messages.collected}</h5>
              <ul class="facts">
                ${words.map(
                  ([unit, {difficulties, proposals}]) => html`
                    <li>
                      <strong>${nameOf(unit)}</strong>
                      ${difficulties ? `– ${messages.difficulties}: ${difficulties}` : nothing}
                      ${proposals ? `– ${messages.proposals}: ${proposals}` : nothing}
                    </li>
                  `,
                )}
              </ul>
            `
          : nothing
      }
      ${this.#kept([...counted, ...below, ...elsewhere])}
      ${
        counted.length > 0 && (unit !== undefined || sheet.roll.units.length === 0)
          ? html`
              <div class="row">
                <button type="button" @click=${() => void this.#useSums(totals)}>
                  ${messages.useSums}
                </button>
                ${this.#otherThanSums(totals)}
              </div>
            `
          : nothing
      }
    `;
  }

  /** The lines that say something here, each with a way to drop it. */
  #kept(lines: readonly ReportLine[]) {
    const {messages, nameOf, redraw} = this.#stand();
    if (lines.length === 0) return nothing;
    const named = lines
      .map((line) => ({line, name: nameOf(line.unit)}))
      .sort((a, b) => collator.compare(a.name, b.name));
    return html`
      <details class="kept">
        <summary>${messages.taken(lines.length)}</summary>
        <ul class="facts">
          ${named.slice(0, this.#upTo).map(
            ({line: {unit, revision, madeOn}, name}) => html`
              <li class="row">
                <span>${name} ${messages.revision(revision, writtenDay(madeOn))}</span>
                <button
                  type="button"
                  class="quiet"
                  aria-label=${messages.dropOf(name)}
                  @click=${() => void this.#dropAll(unit)}
                >
                  ${messages.drop}
                </button>
              </li>
            `,
          )}
        </ul>
        ${
          named.length > this.#upTo
            ? html`
                <button
                  type="button"
                  @click=${() => {
                    this.#upTo += atOnce;
                    redraw();
                  }}
                >
                  ${icon('down')}${messages.moreReports(named.length - this.#upTo)}
                </button>
              `
            : nothing
        }
      </details>
    `;
  }

  /** Figures of this report that are not the sums: typed so, or a report was corrected since. */
  #otherThanSums({figures: sums}: ReportTotals) {
    const {messages, figures, sheet} = this.#stand();
    const told = Object.entries(summedFigures(sums, sheet.people.length > 0)).flatMap(
      ([name, sum]) => {
        const value = figures[name as ReportFigure];
        return value === undefined || value === sum
          ? []
          : [`${messages.figures[name as ReportFigure]} ${messages.number(value)}`];
      },
    );
    return told.length === 0
      ? nothing
      : html`
          <span class="quietly">${messages.otherThanSums(told.join('; '))}</span>
        `;
  }

  /** What each unit of this one wrote last; the report it corrected said it otherwise. */
  #collected({counted, below, contradictions}: ReportTotals) {
    const here = new Set([...counted, ...below, ...contradictions.flat()].map(({unit}) => unit));
    const last = new Map<UnitKey, readonly [ReportLine, ReceivedReport]>();
    for (const [index, line] of this.#lines.entries()) {
      const report = this.#received[index]!;
      if (!here.has(line.unit) || !(report.difficulties ?? report.proposals)) continue;
      const [held] = last.get(line.unit) ?? [];
      const later = held && (line.revision - held.revision || line.madeOn - held.madeOn);
      if (later === undefined || later > 0) last.set(line.unit, [line, report]);
    }
    return [...last].map(([unit, [, report]]) => [unit, report] as const);
  }

  /** Where a line says something else than the others of its unit, and when it was made. */
  #difference(line: ReportLine, lines: readonly ReportLine[]): string {
    const {messages} = this.#stand();
    const {number} = messages;
    const differs = (of: (line: ReportLine) => unknown) =>
      lines.some((one) => of(one) !== of(line));
    return [
      ...reportFigures
        .filter((name) => differs(({figures}) => figures[name]))
        .map((name) => {
          const value = line.figures[name];
          return `${messages.figures[name]} ${value === undefined ? messages.unknown : number(value)}`;
        }),
      ...(differs(({courseVersion}) => courseVersion)
        ? [messages.version(line.courseVersion)]
        : []),
      ...(differs(({oldest}) => oldest)
        ? [messages.oldest(line.oldest === undefined ? messages.unknown : writtenDay(line.oldest))]
        : []),
      writtenDay(line.madeOn),
    ].join(' · ');
  }

  /** Units below of which nothing came that can be added, neither of themselves nor of all below them. */
  #awaited(): readonly UnitKey[] {
    const {sheet, period, course} = this.#stand();
    const {units} = sheet.roll;
    const {lines, contradictions} = reportedOf(this.#lines, period, course.key);
    const said = new Set(lines.map(({unit}) => unit));
    const torn = new Set(contradictions.map(([{unit}]) => unit));
    const within = (above: number): readonly UnitKey[] =>
      [...rightBelow(units, above)].flatMap((at) => {
        const {unit, end} = units[at]!;
        if (said.has(unit.id)) return [];
        const saysNothing = !units.slice(at, end).some((one) => said.has(one.unit.id));
        return saysNothing || torn.has(unit.id) ? [unit.id] : within(at);
      });
    return sheet.unit === undefined ? [...torn] : within(sheet.unit);
  }

  async #take() {
    const {messages, attempt, course, reports, period, redraw} = this.#stand();
    this.#flaws = [];
    this.#undo = undefined;
    if (this.#text.trim() === '') {
      this.#said = messages.pasteEmpty;
      redraw();
      return;
    }
    await attempt(async () => {
      const taken = await takeReports(reports, this.#text, {
        course: course.key,
        words: reportWords,
      });
      this.#flaws = taken.flaws;
      if (taken.found === 0) {
        this.#said = messages.foundNone;
        return;
      }
      const counts = [...taken.periods.values()];
      const others = [...taken.periods].filter(([each]) => each !== period);
      const away = others.reduce((sum, [, count]) => sum + count, 0);
      this.#text = '';
      this.#said = [
        messages.took({
          read: counts.reduce((sum, count) => sum + count, 0),
          fresh: taken.fresh,
          unreadable: taken.flaws.length,
        }),
        away > 0 &&
          messages.otherPeriod(
            away,
            others.map(([each]) => messages.period(partsOf(each)!)).join(', '),
          ),
        taken.otherCourse > 0 && messages.otherCourse(taken.otherCourse),
      ]
        .filter((part) => typeof part === 'string')
        .join(' ');
      await this.read();
    });
  }

  #drop(line: ReportLine) {
    return this.#dropLines(line.unit, (one) => reportLineOf(one) === reportLineOf(line));
  }

  /** With every revision: else one that was replaced would count again. */
  #dropAll(unit: UnitKey) {
    return this.#dropLines(unit, (line) => line.unit === unit);
  }

  async #dropLines(unit: UnitKey, isMeant: (line: ReportLine) => boolean) {
    const {messages, nameOf, attempt, reports, course, period} = this.#stand();
    await attempt(async () => {
      const dropped = this.#received.filter((_, index) => isMeant(this.#lines[index]!));
      for (const {line} of dropped) await reports.drop(course.key, period, line);
      this.#undo = () => reports.keep(course.key, period, dropped);
      this.#said = messages.dropped(nameOf(unit));
      await this.read();
    });
  }

  async #takeBack(undo: () => Promise<unknown>) {
    const {messages, attempt} = this.#stand();
    await attempt(async () => {
      await undo();
      this.#undo = undefined;
      this.#said = messages.broughtBack;
      await this.read();
    });
  }

  async #useSums({figures, counted}: ReportTotals) {
    const {messages, draft, sheet, keep, redraw} = this.#stand();
    const sums = summedFigures(figures, sheet.people.length > 0);
    const parts = partsOfSums(sums, figures, counted.length + this.#awaited().length);
    const {figures: before, parts: partsBefore} = draft;
    await keep({figures: {...before, ...sums}, parts});
    this.#said = messages.usedSums;
    this.#undo = () => keep({figures: before, parts: partsBefore});
    redraw();
  }
}

const collator = new Intl.Collator('vi', {numeric: true});
