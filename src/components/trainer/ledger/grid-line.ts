/** An element of the grid, which the mouse and the arrow keys reach and Tab does not. */
export function gridCell(role: string, className: string, column: number): HTMLElement {
  const cell = document.createElement('div');
  cell.setAttribute('role', role);
  cell.className = className;
  cell.setAttribute('aria-colindex', String(column + 2));
  cell.tabIndex = -1;
  return cell;
}

/** A row of the grid: who or which unit, and cells for a stretch of the columns. */
export class GridLine {
  readonly element = document.createElement('div');
  readonly who = gridCell('rowheader', 'who', -1);
  readonly name = document.createElement('span');
  readonly beside = document.createElement('span');
  readonly #cells: HTMLElement[] = [];
  readonly #isBrief: boolean;
  #from = 0;

  /** A brief one never has cells. */
  constructor(isBrief = false) {
    this.#isBrief = isBrief;
    this.element.setAttribute('role', 'row');
    this.element.className = 'line';
    this.name.className = 'name';
    this.beside.className = 'asof';
    this.who.append(this.name, ' ', this.beside);
    this.element.append(this.who);
  }

  /** The cells that are drawn, from left to right. */
  each(work: (column: number, cell: HTMLElement) => void): void {
    for (const [at, cell] of this.#cells.entries()) work(this.#from + at, cell);
  }

  /** -1 is who. */
  cellAt(column: number): HTMLElement | undefined {
    return column < 0 ? this.who : this.#cells[column - this.#from];
  }

  /** Has cells for these columns alone. A cell keeps its column as long as that is drawn; the others go where one is missing. */
  spread(from: number, until: number): void {
    if (this.#isBrief) return;
    const cells = this.#cells;
    const spare: HTMLElement[] = [];
    while (cells.length > 0 && this.#from < from) {
      spare.push(cells.shift()!);
      this.#from++;
    }
    while (cells.length > 0 && this.#from + cells.length > until) spare.push(cells.pop()!);
    if (cells.length === 0) this.#from = from;
    const take = (column: number) => {
      const cell = spare.pop() ?? gridCell('gridcell', 'cell', column);
      cell.setAttribute('aria-colindex', String(column + 2));
      return cell;
    };
    while (this.#from > from) {
      const cell = take(--this.#from);
      this.who.after(cell);
      cells.unshift(cell);
    }
    while (this.#from + cells.length < until) {
      const cell = take(this.#from + cells.length);
      this.element.append(cell);
      cells.push(cell);
    }
    for (const cell of spare) cell.remove();
  }
}
