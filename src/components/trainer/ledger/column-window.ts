/** Columns drawn beyond the edge, so that a thumb finds them there. */
const beyond = 3;

/** Which of a table's columns are drawn, where it is wider than its place: those in sight and some beside them. */
export class ColumnWindow {
  from = 0;
  until = 0;
  readonly #scroller: HTMLElement;
  readonly #heads: HTMLElement;
  #names = 0;
  #width = 0;

  /** `heads` holds a row with all heads: that of the names, which stays, and those of the columns, of one width. */
  constructor(scroller: HTMLElement, heads: HTMLElement) {
    this.#scroller = scroller;
    this.#heads = heads;
  }

  /** Looks at the heads again: they are new, or larger. */
  measure(): void {
    const [names, first] = this.#heads.firstElementChild?.children ?? [];
    this.#names = (names as HTMLElement | undefined)?.offsetWidth ?? 0;
    this.#width = (first as HTMLElement | undefined)?.offsetWidth ?? 0;
  }

  /** Draws more where a column in sight is missing, and always `kept`. Returns whether it is another stretch now. */
  reach(count: number, kept: number): boolean {
    const width = this.#width || 1;
    const {scrollLeft, clientWidth} = this.#scroller;
    const first = Math.max(0, Math.floor(scrollLeft / width));
    const last = Math.min(count, Math.ceil((scrollLeft + clientWidth - this.#names) / width));
    const [low, high] =
      kept < 0 ? [first, last] : [Math.min(first, kept), Math.max(last, kept + 1)];
    if (low >= this.from && high <= this.until && this.until <= count) return false;
    this.from = Math.max(0, low - beyond);
    this.until = Math.max(0, Math.min(count, high + beyond));
    return true;
  }
}
