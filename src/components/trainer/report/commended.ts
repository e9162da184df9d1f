import {html, nothing} from 'lit';
import type {Table, TableCell} from '../../../exchange/table.js';
import {compareNames} from '../../../store/reckoning/names.js';
import {spanOf} from '../../../store/reckoning/periods.js';
import {shownTable} from '../shown-table.js';
import type {ReportStand} from './stand.js';
import {coreMilestone, type SheetPerson} from './sheet.js';

const mostNamed = 3;

/** "Đề nghị khen thưởng": teams first; people only where the trainer asks for their names. */
export class Commended {
  readonly #stand: () => ReportStand;
  #isOpen = false;
  #withPeople = false;

  constructor(stand: () => ReportStand) {
    this.#stand = stand;
  }

  /** Units of people of whom all are known to have completed the core, with what that rests on. */
  #teams() {
    const {sheet, period} = this.#stand();
    const {from, until} = spanOf(period);
    const teams = new Map<number, SheetPerson[]>();
    for (const one of sheet.people) {
      if (one.unit < sheet.roll.units.length) {
        teams.set(one.unit, [...(teams.get(one.unit) ?? []), one]);
      }
    }
    return [...teams].flatMap(([unit, people]) => {
      if (!people.every(({figures}) => figures.milestones.get(coreMilestone) === true)) return [];
      const lessons = people.reduce((sum, one) => sum + lessonsIn(one, from, until), 0);
      return [{name: sheet.roll.units[unit]!.name, people: people.length, lessons}];
    });
  }

  /** What the text for the group says; names of people only where they were asked for. */
  words(): string | undefined {
    if (!this.#isOpen) return undefined;
    const teams = this.#teams().map(({name}) => name);
    const people = this.#withPeople ? this.#people().map(([name]) => String(name)) : [];
    const named = [...teams.slice(0, mostNamed), ...people.slice(0, mostNamed)];
    const more = teams.length + people.length - named.length;
    return named.length === 0 ? undefined : `${named.join('; ')}${more > 0 ? `; +${more}` : ''}`;
  }

  /** People who completed the core in the period, those with most lessons first. */
  #people(): (readonly [name: string, team: string, on: TableCell, lessons: number])[] {
    const {sheet, period, messages} = this.#stand();
    const {from, until} = spanOf(period);
    return sheet.people
      .flatMap((one) => {
        const {person, figures, unit} = one;
        const day = figures.milestoneDays.get(coreMilestone);
        if (person.name === undefined || day === undefined || day < from || day >= until) return [];
        const team = sheet.roll.units[unit]?.name ?? messages.unknown;
        return [[person.name, team, {on: day}, lessonsIn(one, from, until)] as const];
      })
      .sort((a, b) => b[3] - a[3] || compareNames(a[0], b[0]));
  }

  tables(): readonly Table[] {
    if (!this.#isOpen) return [];
    const {messages} = this.#stand();
    const teams: Table = {
      title: messages.commendTeams,
      head: [messages.team, messages.figures.members, messages.lessonsInPeriod],
      rows: this.#teams().map(({name, people, lessons}) => [name, people, lessons]),
    };
    const people: Table = {
      title: messages.commend,
      head: [messages.name, messages.team, messages.coreOn, messages.lessonsInPeriod],
      rows: this.#withPeople ? this.#people() : [],
    };
    return [teams, people].filter(({rows}) => rows.length > 0);
  }

  render() {
    const {messages} = this.#stand();
    const tables = this.tables();
    return html`
      <details
        class="part"
        id="commend"
        ?open=${this.#isOpen}
        @toggle=${({target}: Event) => {
          this.#isOpen = (target as HTMLDetailsElement).open;
          this.#stand().redraw();
        }}
      >
        <summary><h4>${messages.commend}</h4></summary>
        ${
          this.#isOpen
            ? html`
                <div class="stack inside">
                  <p class="quietly">${messages.commendHint}</p>
                  <label class="pick">
                    <input
                      type="checkbox"
                      .checked=${this.#withPeople}
                      @change=${({target}: Event) => {
                        this.#withPeople = (target as HTMLInputElement).checked;
                        this.#stand().redraw();
                      }}
                    />
                    ${messages.commendPeople}
                  </label>
                  ${
                    tables.length === 0
                      ? html`
                          <p>${messages.commendNone}</p>
                        `
                      : tables.map((table) => shownTable(table, messages.number))
                  }
                </div>
              `
            : nothing
        }
      </details>
    `;
  }
}

const lessonsIn = ({figures}: SheetPerson, from: number, until: number): number =>
  figures.completions.filter(({day}) => day !== undefined && day >= from && day < until).length;
