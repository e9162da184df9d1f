import {
  countsIn,
  personTitle,
  type TableWords,
  unitTitle,
  wordIn,
} from '../../../store/reckoning/matrix-table.js';
import {mark} from '../../../store/reckoning/roster-matrix.js';
import {writtenDay} from '../../written-day.js';
import type {CellWord} from '../cell-sign.js';
import {besideName, peopleIn, setAttribute, setText, type Shown} from './drawing.js';
import type {GridLine} from './grid-line.js';

/** Writes a person, a unit or all totals into a line of the grid. Lines are used again and again, so only what differs is written. */
export class LineWriter {
  /** Of these words: some hundred different labels say all that a province's cells can say. */
  #said: TableWords['cells'] | undefined;
  #labels = new Map<CellWord, Map<number, string>>();

  person(line: GridLine, person: number, shown: Shown): void {
    const {view, words} = shown;
    setClass(line.element, 'line');
    const {text, stale, doubtful} = besideName(shown, person);
    setText(line.name, personTitle(view, person, words));
    setText(line.beside, text);
    setClass(line.beside, `asof${stale ? ' stale' : ''}${doubtful ? ' doubt' : ''}`);
    setAttribute(line.who, 'aria-expanded', undefined);
    const judged = (view.matrix.marks[person]! & mark.judged) > 0;
    line.each((column, cell) => {
      const {word, day} = wordIn(view, person, column);
      setClass(cell, judged ? `cell ${word}` : 'cell');
      if (cell.firstChild) cell.textContent = '';
      setAttribute(cell, 'aria-label', judged ? this.#labelOf(word, day, words) : '…');
    });
  }

  unit(line: GridLine, unit: number, shown: Shown): void {
    const {view, words, messages, isFolded, complete} = shown;
    const known = view.matrix.roll.units[unit];
    setClass(line.element, `line unit depth${Math.min(5, known?.depth ?? 0)}`);
    setText(line.name, unitTitle(view, unit, words));
    const heard = complete
      ? messages.freshOf(view.fresh[unit]!, view.people[unit]!)
      : peopleIn(shown, unit);
    totals(line, unit, heard, shown);
    setAttribute(line.who, 'aria-expanded', known ? String(!isFolded(unit)) : undefined);
  }

  everybody(line: GridLine, shown: Shown): void {
    const {view, words} = shown;
    setClass(line.element, 'line all');
    setText(line.name, words.everybody);
    const all = view.people.length - 1;
    totals(line, all, peopleIn(shown, all), shown);
  }

  #labelOf(word: CellWord, day: number | undefined, {cells}: TableWords): string {
    if (day === undefined) return cells[word];
    if (this.#said !== cells) {
      this.#said = cells;
      this.#labels = new Map();
    }
    let labels = this.#labels.get(word);
    if (!labels) this.#labels.set(word, (labels = new Map<number, string>()));
    let label = labels.get(day);
    if (label === undefined) labels.set(day, (label = `${cells[word]} ${writtenDay(day)}`));
    return label;
  }
}

/** `unit`: of which the figures are told. */
function totals(line: GridLine, unit: number, beside: string, shown: Shown): void {
  const {view, messages, complete} = shown;
  setText(line.beside, complete ? beside : `${beside} · ${messages.reckoning}`);
  setClass(line.beside, 'asof');
  line.each((column, cell) => {
    const counts = countsIn(view, column, unit);
    const all = Math.max(1, counts.done + counts.notDone + counts.unknown);
    setClass(cell, 'cell total');
    setText(cell, complete ? String(counts.done) : '…');
    setAttribute(cell, 'aria-label', complete ? messages.counts(counts) : messages.reckoning);
    const share = (count: number) => `${((complete ? count : 0) / all) * 100}%`;
    cell.style.setProperty('--_done', share(counts.done));
    cell.style.setProperty('--_known', share(counts.done + counts.notDone));
  });
}

function setClass(of: Element, name: string): void {
  if (of.className !== name) of.className = name;
}
