import {html, nothing} from 'lit';
import {type ReportLine, reportLineOf} from '../../../exchange/report.js';
import type {Table} from '../../../exchange/table.js';
import {partsOf} from '../../../store/reckoning/periods.js';
import type {CivilDay} from '../../../store/reckoning/record.js';
import {copyText} from '../../copy-text.js';
import {chunk} from '../../failure.js';
import {icon} from '../../icons.js';
import {asideIcon} from '../../icons-aside.js';
import {writtenDay} from '../../written-day.js';
import type {Charts} from './charts.js';
import type {ReportStand} from './stand.js';
import {saveTables} from './files.js';
import {reportText} from './report-text.js';
import {leastPart, partialFigures} from './sums.js';

/** What the parts of the report add to what is sent. */
export interface Sendings {
  /** Everything the report shows, in the order of the screen; the figures first. */
  readonly tables: () => readonly Table[];
  readonly drawings: Charts['drawings'];
  /** Who is to be commended, in words. */
  readonly commended: () => string | undefined;
  /** The oldest data that figures rest on. */
  readonly oldest: () => CivilDay | undefined;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** "Bản gửi nhóm Zalo": the report as text, on paper and in files. */
export class Message {
  readonly #stand: () => ReportStand;
  readonly #of: Sendings;
  #saidOfFile = '';
  #copied: 'yes' | 'by-hand' | undefined;
  #printing: 'cannot' | 'unseen' | undefined;

  constructor(stand: () => ReportStand, of: Sendings) {
    this.#stand = stand;
    this.#of = of;
  }

  /** Another unit or period is shown. */
  forgetSaid(): void {
    this.#saidOfFile = '';
    this.#copied = undefined;
    this.#printing = undefined;
  }

  render() {
    const {messages} = this.#stand();
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
          @copy=${() => void this.#keepLine()}
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

  /** The machine line as it would be sent now; nothing without a unit, or where figures contradict each other. */
  #line(): ReportLine | undefined {
    const {unit, sheet, course, period, figures, today, draft} = this.#stand();
    if (unit === undefined || sheet.unit === undefined) return undefined;
    const {parent, level} = sheet.roll.units[sheet.unit]!.unit;
    const oldest = this.#of.oldest();
    const part = leastPart(partialFigures(figures, draft));
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
      ...(part && {part}),
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
    const {messages} = this.#stand();
    const line = this.#line();
    const oldest = this.#of.oldest();
    const commended = this.#of.commended();
    const part = leastPart(partialFigures(figures, draft));
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
        ...(part && {part}),
      },
      line,
    );
    return {...text, line};
  }

  /** The unit and the one above it: "Tổ 3" alone says little in a group of the commune. */
  #unitName(): string {
    const {sheet} = this.#stand();
    if (sheet.unit === undefined) return this.#stand().messages.everybody;
    const {name, parent} = sheet.roll.units[sheet.unit]!;
    const above = sheet.roll.units[parent]?.name;
    return above === undefined ? name : `${name}, ${above}`;
  }

  async #copy() {
    const {host, redraw} = this.#stand();
    const field = host.renderRoot.querySelector<HTMLTextAreaElement>('#text')!;
    this.forgetSaid();
    const kept = this.#keepLine();
    this.#copied = (await copyText(field)) ? 'yes' : 'by-hand';
    redraw();
    await kept;
  }

  /** What is sent from here on with other figures is another revision. */
  async #keepLine() {
    const {line} = this.#text();
    if (line) await this.#stand().keep({revision: line.revision, line: reportLineOf(line)});
  }

  async #save(kind: 'xlsx' | 'csv') {
    const {messages} = this.#stand();
    this.forgetSaid();
    await this.#stand().attempt(async () => {
      const {today} = this.#stand();
      const tables = kind === 'csv' ? this.#of.tables().slice(0, 1) : this.#of.tables();
      const name = await saveTables(kind, tables, this.#unitName(), today);
      this.#saidOfFile = messages.saved(name);
    });
  }

  async #print() {
    const {messages} = this.#stand();
    this.forgetSaid();
    await this.#stand().attempt(async () => {
      const {printReport} = await chunk(import('./report-paper.js'));
      const {draft, today, period} = this.#stand();
      const oldest = this.#of.oldest();
      const outcome = await printReport(this.#stand().host.renderRoot, {
        heading: messages.heading(partsOf(period)!),
        unit: this.#unitName(),
        tables: this.#of.tables(),
        charts: this.#of.drawings(),
        words: [
          [messages.difficulties, draft.difficulties ?? messages.unknown],
          [messages.proposals, draft.proposals ?? messages.unknown],
        ],
        footer: [
          oldest === undefined ? '' : messages.oldest(writtenDay(oldest)),
          messages.version(this.#stand().course.version),
          writtenDay(today),
        ]
          .filter((part) => part !== '')
          .join(' '),
        number: messages.number,
      });
      if (outcome === 'cannot' || outcome === 'unseen') this.#printing = outcome;
    });
  }
}

/** What of a line makes another revision of it: all but the revision, the day and the check. */
const saying = (line: string) => line.split(';').filter((part) => !/^(?:r|d|ck)=/.test(part));
