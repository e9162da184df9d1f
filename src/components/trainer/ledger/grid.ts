import type {MatrixView} from '../../../store/reckoning/matrix-view.js';
import {ColumnWindow} from './column-window.js';
import {element, type LedgerDrawing, setAttribute, type Shown, type Spot} from './drawing.js';
import {gridCell, GridLine} from './grid-line.js';
import {LineWriter} from './line-writer.js';
import {RowWindow} from './row-window.js';

/** A member × lesson table of any length in a real grid: one tab stop, arrow keys, heads for both ways. */
export class LedgerGrid implements LedgerDrawing {
  readonly window: RowWindow;
  readonly #scroller: HTMLElement;
  readonly #grid = element('div', 'grid', 'grid');
  readonly #heads = element('div', 'rowgroup', 'heads');
  readonly #body = element('div', 'rowgroup', 'rows');
  readonly #lines = new WeakMap<HTMLElement, GridLine>();
  readonly #drawn: ColumnWindow;
  readonly #resized: ResizeObserver;
  readonly #ask: (spot: Spot) => void;
  readonly #all = new GridLine();
  readonly #writer = new LineWriter();
  #shown: Shown | undefined;
  #columns: MatrixView['columns'] | undefined;
  #at: Spot = {line: 0, column: 0};

  /** `ask` is called for whatever was pressed: a cell, a person, a unit, the head of a column. */
  constructor(scroller: HTMLElement, ask: (spot: Spot) => void) {
    this.#scroller = scroller;
    this.#ask = ask;
    this.#grid.append(this.#heads, this.#body);
    this.#grid.setAttribute('part', 'table');
    scroller.replaceChildren(this.#grid);
    this.#drawn = new ColumnWindow(scroller, this.#heads);
    // Before the rows hear of it, which are written for the columns that are drawn.
    scroller.addEventListener('scroll', this.#scrolled, {passive: true});
    this.#resized = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#resized.observe(this.#heads);
    this.#resized.observe(scroller);
    this.window = new RowWindow(
      scroller,
      this.#body,
      {
        make: () => this.#make(new GridLine()),
        makeBrief: () => this.#make(new GridLine(true)),
        fill: (row, line) => this.#fill(row, line),
      },
      () => this.#heads.offsetHeight,
    );
    this.#grid.addEventListener('keydown', (event) => this.#walk(event));
    this.#grid.addEventListener('click', (event) => {
      const spot = this.#spotOf(event.target);
      if (!spot) return;
      this.#go(spot);
      this.#ask(spot);
    });
    // Whoever touches a cell goes on from there.
    this.#grid.addEventListener('focusin', ({target}) => {
      const spot = this.#spotOf(target);
      if (spot) this.#move(spot);
    });
  }

  dispose(): void {
    this.window.dispose();
    this.#resized.disconnect();
    this.#scroller.removeEventListener('scroll', this.#scrolled);
    this.#scroller.replaceChildren();
  }

  show(shown: Shown, anew: boolean): void {
    const {view, messages} = shown;
    const same = this.#shown?.view === view && this.#shown.messages === messages;
    this.#shown = shown;
    if (this.#columns !== view.columns || !same) this.#drawHeads(shown);
    this.#writer.everybody(this.#all, shown);
    setAttribute(this.#grid, 'aria-rowcount', String(view.lines.length + 2));
    setAttribute(this.#grid, 'aria-colcount', String(view.columns.length + 1));
    setAttribute(this.#grid, 'aria-label', messages.grid(view.people.at(-1)!, view.columns.length));
    if (anew)
      this.#at = {
        line: Math.min(this.#at.line, Math.max(0, view.lines.length - 1)),
        column: Math.min(this.#at.column, view.columns.length - 1),
      };
    this.window.pin(this.#at.line);
    if (same && !anew) this.window.refresh();
    else this.window.show(view.lines.length);
    this.#mark();
  }

  focus(spot: Spot): void {
    this.#go(spot);
  }

  // The heads.

  #drawHeads({view, messages, numberOf}: Shown): void {
    this.#columns = view.columns;
    const width = view.columns.length;
    this.#grid.style.setProperty('--_n', String(Math.max(1, width)));
    this.#grid.classList.toggle('few', width <= 12);
    const {order} = view.wish;
    const heads = element('div', 'row', 'line captions');
    heads.setAttribute('aria-rowindex', '1');
    const corner = gridCell('columnheader', 'who', -1);
    corner.textContent = messages.person;
    const sorted = (is: boolean) =>
      is && 'down' in order ? (order.down ? 'descending' : 'ascending') : undefined;
    setAttribute(corner, 'aria-sort', sorted(order.by === 'name'));
    heads.append(
      corner,
      ...view.columns.map(({id, title}, column) => {
        const head = gridCell('columnheader', 'cell', column);
        const text = numberOf(id);
        head.setAttribute('aria-label', `${text} ${title}`);
        head.title = title;
        head.textContent = text;
        setAttribute(head, 'aria-sort', sorted(order.by === 'column' && order.column === id));
        return head;
      }),
    );
    this.#all.spread(0, width);
    this.#all.element.setAttribute('aria-rowindex', '2');
    this.#heads.replaceChildren(heads, this.#all.element);
    this.#drawn.measure();
    this.#reach();
  }

  // Columns.

  readonly #scrolled = () => this.#draw();

  #measure(): void {
    this.#drawn.measure();
    this.#draw();
  }

  get #hasFocus(): boolean {
    return this.#grid.contains((this.#grid.getRootNode() as ShadowRoot).activeElement);
  }

  /** The columns in sight, and the one with the focus wherever it is. Returns whether they are others now. */
  #reach(kept = this.#hasFocus ? this.#at.column : -1): boolean {
    if (!this.#drawn.reach(this.#columns?.length ?? 0, kept)) return false;
    const {from, until} = this.#drawn;
    this.#body.style.setProperty('--_first', String(from + 2));
    // The cell that Tab reaches is one of those that are drawn.
    const {line, column} = this.#at;
    if (line >= 0 && column >= 0) {
      this.#at = {line, column: Math.max(from, Math.min(column, until - 1))};
    }
    return true;
  }

  #draw(kept?: number): void {
    if (!this.#reach(kept)) return;
    for (const [index, row] of this.window.drawn) this.#fill(row, index);
  }

  // A row.

  #make(line: GridLine): HTMLElement {
    line.spread(this.#drawn.from, this.#drawn.until);
    this.#lines.set(line.element, line);
    return line.element;
  }

  #fill(row: HTMLElement, line: number): void {
    const shown = this.#shown!;
    const at = shown.view.lines[line]!;
    const drawn = this.#lines.get(row)!;
    drawn.spread(this.#drawn.from, this.#drawn.until);
    setAttribute(row, 'aria-rowindex', String(line + 3));
    if (at < 0) this.#writer.unit(drawn, -1 - at, shown);
    else this.#writer.person(drawn, at, shown);
    const {asked} = shown;
    const chosen = asked?.line === line ? asked.column : undefined;
    const here = this.#at.line === line ? this.#at.column : undefined;
    const stand = (column: number, cell: HTMLElement) => {
      setAttribute(cell, 'tabindex', column === here ? '0' : '-1');
      setAttribute(cell, 'aria-selected', column === chosen ? 'true' : undefined);
    };
    stand(-1, drawn.who);
    drawn.each(stand);
  }

  // Walking.

  #spotOf(target: EventTarget | null): Spot | undefined {
    const cell = (target as Element | null)?.closest<HTMLElement>('[aria-colindex]');
    const row = cell?.closest<HTMLElement>('[aria-rowindex]');
    if (!cell || !row) return undefined;
    return {
      line: Number(row.getAttribute('aria-rowindex')) - 3,
      column: Number(cell.getAttribute('aria-colindex')) - 2,
    };
  }

  #cellAt({line, column}: Spot): HTMLElement | undefined {
    if (line === -2) {
      return this.#heads.firstElementChild?.children[column + 1] as HTMLElement | undefined;
    }
    const row = line < 0 ? this.#all.element : this.window.rowAt(line);
    return row && (this.#lines.get(row) ?? this.#all).cellAt(column);
  }

  /** The one cell that Tab reaches. */
  #move(spot: Spot): void {
    const before = this.#cellAt(this.#at);
    if (before) before.tabIndex = -1;
    this.#at = spot;
    this.window.pin(spot.line);
    this.#mark();
  }

  #mark(): void {
    const there = this.#cellAt(this.#at) ?? this.#cellAt({line: -2, column: -1});
    if (there) there.tabIndex = 0;
  }

  #go(spot: Spot): void {
    if (spot.line >= 0) this.window.reach(spot.line);
    const head = this.#cellAt({line: -2, column: spot.column});
    if (head && spot.column >= 0) {
      // Not under the names that stay.
      const names = this.#cellAt({line: -2, column: -1})!;
      const left = head.offsetLeft - names.offsetWidth;
      const right = head.offsetLeft + head.offsetWidth - this.#scroller.clientWidth;
      if (left < this.#scroller.scrollLeft) this.#scroller.scrollLeft = left;
      else if (right > this.#scroller.scrollLeft) this.#scroller.scrollLeft = right;
      this.#draw(spot.column);
    }
    this.#move(spot);
    this.#cellAt(spot)?.focus({preventScroll: true});
  }

  #walk(event: KeyboardEvent): void {
    const spot = this.#spotOf(event.target);
    const shown = this.#shown;
    if (!spot || !shown || event.altKey || event.metaKey) return;
    const {line, column} = spot;
    const last = shown.view.lines.length - 1;
    const end = shown.view.columns.length - 1;
    const {page} = this.window;
    const far = event.ctrlKey;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#ask(spot);
      return;
    }
    const to = {
      ArrowUp: [line - 1, column],
      ArrowDown: [line + 1, column],
      ArrowLeft: [line, column - 1],
      ArrowRight: [line, column + 1],
      Home: far ? [-2, -1] : [line, -1],
      End: far ? [last, end] : [line, end],
      PageUp: [line < 0 ? line : Math.max(0, line - page), column],
      PageDown: [Math.min(last, Math.max(0, line + page)), column],
    }[event.key];
    if (!to) return;
    event.preventDefault();
    const [toLine, toColumn] = to as [number, number];
    if (toLine < -2 || toLine > last || toColumn < -1 || toColumn > end) return;
    this.#go({line: toLine, column: toColumn});
  }
}
