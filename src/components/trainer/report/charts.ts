import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Table} from '../../../exchange/table.js';
import {agesOf, type Known, weeksOf} from '../../../store/reckoning/period-figures.js';
import {spanOf} from '../../../store/reckoning/periods.js';
import {writtenDay} from '../../written-day.js';
import {shownTable} from '../shown-table.js';
import type {UnitKey} from '../../../store/reckoning/unit.js';
import type {ReportStand} from './stand.js';
import {coreMilestone, type SheetPerson} from './sheet.js';

/** One row of bars: parts side by side in the order of the legend, and what it comes to in words. */
interface Bar {
  readonly name: string;
  readonly parts: readonly number[];
}

interface Chart {
  readonly id: string;
  readonly table: Table;
  readonly bars: readonly Bar[];
  /** Names of the parts, where there are several. */
  readonly legend?: readonly string[];
  /** What to know before one compares. */
  readonly note?: string;
}

/** A year has up to 54 weeks: only units are ever cut. */
const mostBars = 54;
/** Of the drawing, in its own units: it is as wide as there is room. */
const width = 100;
const height = 6;

/** "Biểu đồ": every figure that is drawn stands in a table as well, and no meaning hangs on a colour. */
export class Charts {
  readonly #stand: () => ReportStand;
  /** What a unit reported of its core. */
  readonly #reported: (unit: UnitKey) => Known | undefined;
  #isOpen = false;
  /** Charts that are read as tables. */
  #asTables = new Set<string>();

  constructor(stand: () => ReportStand, reported: (unit: UnitKey) => Known | undefined) {
    this.#stand = stand;
    this.#reported = reported;
  }

  tables(): readonly Table[] {
    return this.#isOpen ? this.#charts().map(({table}) => table) : [];
  }

  /** The charts as they are drawn, for paper. */
  drawings(): readonly {readonly title: string; readonly drawing: TemplateResult}[] {
    if (!this.#isOpen) return [];
    const {number} = this.#stand().messages;
    return this.#charts().map((chart) => ({
      title: chart.table.title,
      drawing: drawnBars(chart, number),
    }));
  }

  #charts(): readonly Chart[] {
    return [this.#units(), this.#weeks(), this.#skills(), this.#ages()].filter(
      ({bars}) => bars.length > 0,
    );
  }

  /** The unit's children, or the unit itself where it has none; of whoever has nobody in the roster here, their report. */
  #units(): Chart {
    const {messages, sheet} = this.#stand();
    const {units} = sheet.roll;
    const below = units.flatMap((one, index) =>
      one.parent === (sheet.unit ?? -1) && !one.gone ? [{...one, index}] : [],
    );
    const shown =
      below.length > 0 || sheet.unit === undefined
        ? below
        : [{...units[sheet.unit]!, index: sheet.unit}];
    const reported = new Set<UnitKey>();
    const rows = shown.map(({name, index, end, unit: {id}}) => {
      const people = sheet.people.filter(({unit}) => unit >= index && unit < end);
      const said = people.length === 0 ? this.#reported(id) : undefined;
      if (said) reported.add(id);
      const {done, notDone, unknown} = said ?? coreOf(people);
      return {name, parts: [done, notDone, unknown]};
    });
    const legend = [messages.done, messages.notDone, messages.notKnown];
    return {
      id: 'units',
      table: {
        title: messages.chartUnits,
        head: [messages.team, ...legend],
        rows: rows.map(({name, parts}) => [name, ...parts]),
      },
      bars: rows,
      legend,
      ...(reported.size > 0 && {note: messages.chartReported}),
    };
  }

  #weeks(): Chart {
    const {messages, sheet, period, today} = this.#stand();
    const weeks = weeksOf(
      sheet.people.map(({figures}) => figures),
      spanOf(period),
      today,
    );
    return {
      id: 'weeks',
      table: {
        title: messages.chartWeeks,
        head: [messages.weekOf, messages.lessonsDone],
        rows: weeks.map(({from, lessons}) => [{on: from}, lessons]),
      },
      bars:
        sheet.figures.heard === 0
          ? []
          : weeks.map(({from, lessons}) => ({
              name: writtenDay(from).slice(0, 5),
              parts: [lessons],
            })),
    };
  }

  #skills(): Chart {
    const {messages, figures} = this.#stand();
    const values = [figures.kn1, figures.kn2, figures.kn3, figures.kn4, figures.kn5];
    const rows = messages.skills.map((name, index) => [name, values[index]] as const);
    return {
      id: 'skills',
      table: {
        title: messages.chartSkills,
        head: [messages.skill, messages.times],
        rows: rows.map(([name, value]) => [name, value ?? messages.unknown]),
      },
      bars: values.every((value) => value === undefined)
        ? []
        : rows.flatMap(([name, value]) => (value === undefined ? [] : [{name, parts: [value]}])),
    };
  }

  #ages(): Chart {
    const {messages, sheet, today} = this.#stand();
    const ages = agesOf(
      sheet.people.map(({figures}) => figures),
      today,
    );
    const names = ['week', 'month', 'older', 'undated', 'none'] as const;
    const rows = names.map((name) => [messages.ages[name], ages[name]] as const);
    return {
      id: 'ages',
      table: {title: messages.chartAges, head: [messages.age, messages.people], rows},
      bars: sheet.people.length === 0 ? [] : rows.map(([name, value]) => ({name, parts: [value]})),
    };
  }

  render() {
    const {messages} = this.#stand();
    const charts = this.#isOpen ? this.#charts() : [];
    return html`
      <details
        class="part"
        id="charts"
        ?open=${this.#isOpen}
        @toggle=${({target}: Event) => {
          this.#isOpen = (target as HTMLDetailsElement).open;
          this.#stand().redraw();
        }}
      >
        <summary><h4>${messages.charts}</h4></summary>
        ${
          this.#isOpen
            ? html`
                <div class="stack inside">
                  ${
                    charts.length === 0
                      ? html`
                          <p>${messages.chartEmpty}</p>
                        `
                      : charts.map((chart) => this.#chart(chart))
                  }
                </div>
              `
            : nothing
        }
      </details>
    `;
  }

  #chart(chart: Chart) {
    const {messages} = this.#stand();
    const {id, table, note} = chart;
    const asTable = this.#asTables.has(id);
    return html`
      <figure class="chart" aria-labelledby="chart-${id}">
        <figcaption class="row">
          <h5 id="chart-${id}">${table.title}</h5>
          <label class="pick">
            <input
              type="checkbox"
              .checked=${asTable}
              @change=${({target}: Event) => {
                if ((target as HTMLInputElement).checked) this.#asTables.add(id);
                else this.#asTables.delete(id);
                this.#stand().redraw();
              }}
            />
            ${messages.asTable}
          </label>
        </figcaption>
        ${asTable ? shownTable(table, messages.number) : drawnBars(chart, messages.number)}
        ${
          !asTable && chart.bars.length > mostBars
            ? html`
                <p class="quietly">${messages.chartCut(mostBars, chart.bars.length)}</p>
              `
            : nothing
        }
        ${
          note === undefined
            ? nothing
            : html`
                <p class="quietly">${note}</p>
              `
        }
      </figure>
    `;
  }
}

function coreOf(people: readonly SheetPerson[]): Known {
  const counts = {done: 0, notDone: 0, unknown: 0};
  for (const {figures} of people) {
    const core = figures.milestones.get(coreMilestone);
    counts[core === undefined ? 'unknown' : core ? 'done' : 'notDone']++;
  }
  return counts;
}

/** Bars with their names and numbers in words beside them; parts differ by hatching as well as by ink. */
export function drawnBars(
  {bars, legend = []}: Pick<Chart, 'bars' | 'legend'>,
  number: (value: number) => string,
): TemplateResult {
  const shown = bars.slice(0, mostBars);
  const most = Math.max(1, ...shown.map(({parts}) => parts.reduce((a, b) => a + b, 0)));
  return html`
    ${
      legend.length > 1
        ? html`
            <ul class="legend">
              ${legend.map(
                (name, part) => html`
                  <li>
                    <svg class="key" viewBox="0 0 12 6" aria-hidden="true">
                      ${inked(part, 0, 12)}
                    </svg>
                    ${name}
                  </li>
                `,
              )}
            </ul>
          `
        : nothing
    }
    <ul class="bars">
      ${shown.map(({name, parts}) => {
        let from = 0;
        return html`
          <li>
            <span class="name">${name}</span>
            <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
              ${parts.map((value, part) => {
                const long = (value / most) * width;
                const piece = value > 0 ? inked(part, from, long) : nothing;
                from += long;
                return piece;
              })}
            </svg>
            <span class="value">
              ${
                legend.length > 1
                  ? parts.map((value, part) => `${legend[part] ?? ''} ${number(value)}`).join(' · ')
                  : number(parts[0] ?? 0)
              }
            </span>
          </li>
        `;
      })}
    </ul>
  `;
}

/** A part in its ink: full, framed with strokes across, or framed and empty. */
function inked(part: number, from: number, long: number): TemplateResult {
  const strokes = part === 1 ? Math.floor(long / 3) : 0;
  return svg`
    <g class="part-${part}">
      <rect x=${from + 0.25} y="0.5" width=${Math.max(0.1, long - 0.5)} height=${height - 1}></rect>
      ${Array.from(
        {length: strokes},
        (_, index) => svg`
          <path d="M${from + index * 3 + 1} ${height - 0.5}l1.5-${height - 1}"></path>
        `,
      )}
    </g>
  `;
}
