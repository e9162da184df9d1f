import {type UnitLevel, unitLevels} from '../../store/reckoning/unit.js';
import type {Column} from './columns.js';
import type {Cells, MergedCells} from './file-sheet.js';
import {cased} from './cased.js';
import {tidy} from './tidy.js';
import {byLevel, unitsOfAddress, type WrittenUnit} from './written-unit.js';

/**
 * The units that the rows of a list say, from its head down: in columns of their own, in an address, in rows between
 * that say where the next ones belong.
 */
export class RowUnits {
  /** Columns in which a unit may stand. */
  readonly places: ReadonlySet<number>;
  readonly #rows: readonly Cells[];
  readonly #levels: readonly {readonly level: UnitLevel; readonly place: number}[];
  readonly #addresses: readonly number[];
  /** Of a column of units: row → the first of the rows that are merged with it. */
  readonly #firsts: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** What stands above a cell that was left empty because it says the same, by its column. */
  readonly #above = new Map<number, string>();
  #under: readonly WrittenUnit[] = [];

  constructor(
    rows: readonly Cells[],
    columns: ReadonlyMap<number, Column>,
    merged: readonly MergedCells[] = [],
  ) {
    this.#rows = rows;
    const placesOf = (wanted: Column | UnitLevel) =>
      [...columns].filter(([, column]) => column === wanted).map(([place]) => place);
    this.#levels = unitLevels.flatMap((level) => placesOf(level).map((place) => ({level, place})));
    this.#addresses = placesOf('unit');
    this.places = new Set([...this.#levels.map(({place}) => place), ...this.#addresses]);
    this.#firsts = new Map(
      [...this.places].map((place) => [place, firstsOf(merged, place, rows.length)]),
    );
  }

  /** A row between says where the next ones belong: nothing of those before holds for them. */
  below(title: readonly WrittenUnit[]): void {
    this.#under = [...this.#under.filter((unit) => byLevel(unit, title[0]!) < 0), ...title];
    this.#above.clear();
  }

  /**
   * The units of the next row, from the top down; filled where one that it leaves empty was read from above. Who has a
   * code was sorted, perhaps, since it was written: an empty cell that is not merged means nothing of the row above.
   */
  of(
    row: number,
    cells: Cells,
    hasCode: boolean,
  ): {readonly units: readonly WrittenUnit[]; readonly isFilled: boolean} {
    const units: WrittenUnit[] = [];
    let isFilled = false;
    let isNew = false;
    const fromAbove = (place: number): string => {
      const text = hasCode ? undefined : this.#above.get(place);
      if (text !== undefined) isFilled = true;
      return text ?? '';
    };
    for (const {level, place} of this.#levels) {
      const written = this.#written(row, cells, place);
      if (written !== '') {
        // Below a unit that changed nothing of the row before holds.
        if (!isNew && this.#above.get(place) !== written) {
          isNew = true;
          this.#forgetBelow(level, place);
        }
        this.#above.set(place, written);
      }
      const name = written || fromAbove(place);
      if (name !== '') units.push({level, name: cased(name)});
    }
    const address = this.#addresses.map((place) => this.#written(row, cells, place)).find(Boolean);
    const [first = -1] = this.#addresses;
    if (address !== undefined) this.#above.set(first, address);
    const said = [...unitsOfAddress(address ?? fromAbove(first)), ...this.#under];
    for (const unit of said) if (!units.some(({level}) => level === unit.level)) units.push(unit);
    return {units: units.sort(byLevel), isFilled};
  }

  #written(row: number, cells: Cells, place: number): string {
    const first = this.#firsts.get(place)?.get(row);
    return cells[place] || (first === undefined ? '' : tidy(this.#rows[first]?.[place] ?? ''));
  }

  #forgetBelow(level: UnitLevel, but: number): void {
    for (const lower of this.#levels)
      if (lower.place !== but && byLevel(lower, {level}) > 0) this.#above.delete(lower.place);
  }
}

function firstsOf(
  merged: readonly MergedCells[],
  place: number,
  rows: number,
): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>();
  let next = 0;
  // A file that merges the same rows again and again costs no more than its rows.
  for (const {first, last} of merged
    .filter(({column}) => column === place)
    .sort((one, other) => one.first - other.first)) {
    for (next = Math.max(next, first + 1); next <= Math.min(last, rows - 1); next += 1)
      firsts.set(next, first);
  }
  return firsts;
}
