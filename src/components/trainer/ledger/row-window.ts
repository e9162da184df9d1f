/** How a window's rows are made and written. */
export interface RowMaker {
  make(): HTMLElement;
  fill(row: HTMLElement, index: number): void;
}

/** Rows drawn beyond the edge, so that a quick thumb finds them there. */
const beyond = 6;

/**
 * A long list of rows of one height, of which only those in sight stand in the document. Rows that leave are written
 * anew for those that come, and stand in the order of the list. The row with the focus stays, wherever it is.
 */
export class RowWindow {
  readonly #scroller: HTMLElement;
  readonly #body: HTMLElement;
  readonly #maker: RowMaker;
  readonly #rows = new Map<number, HTMLElement>();
  readonly #free: HTMLElement[] = [];
  readonly #resized: ResizeObserver;
  #count = 0;
  #height = 0;
  #pinned = -1;
  /** Height of what stands above the rows and stays there. */
  #head: () => number;

  constructor(
    scroller: HTMLElement,
    body: HTMLElement,
    maker: RowMaker,
    head: () => number = () => 0,
  ) {
    this.#scroller = scroller;
    this.#body = body;
    this.#maker = maker;
    this.#head = head;
    scroller.addEventListener('scroll', this.#scrolled, {passive: true});
    // Larger text makes taller rows; a new layout within the observer's own turn would be told to the page as an error.
    this.#resized = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#resized.observe(scroller);
  }

  dispose(): void {
    this.#scroller.removeEventListener('scroll', this.#scrolled);
    this.#resized.disconnect();
  }

  /** So many rows from now on; all in sight are written anew. */
  show(count: number): void {
    this.#count = count;
    if (this.#pinned >= count) this.#pinned = -1;
    this.#height ||= this.#heightOfRow();
    this.#body.style.height = `${count * this.#height}px`;
    this.#draw(true);
  }

  /** Forgets the rows made so far; the next ones are made anew. */
  empty(): void {
    this.#rows.clear();
    this.#free.length = 0;
    this.#height = 0;
  }

  /** Writes the rows in sight anew. */
  refresh(): void {
    this.#draw(true);
  }

  /** The row stays in the document even out of sight; -1 for none. */
  pin(index: number): void {
    this.#pinned = index;
  }

  /** Rows in sight, for whoever wants to work on these first. */
  inSight(): readonly [from: number, until: number] {
    const height = this.#height || 1;
    const top = this.#scroller.scrollTop;
    const from = Math.floor(top / height);
    const until = Math.ceil((top + this.#scroller.clientHeight - this.#head()) / height);
    return [Math.max(0, from), Math.min(this.#count, Math.max(until, from + 1))];
  }

  /** How many rows a page has. */
  get page(): number {
    const [from, until] = this.inSight();
    return Math.max(1, until - from - 1);
  }

  /** Brings a row into sight and returns it. */
  reach(index: number): HTMLElement | undefined {
    const top = index * this.#height;
    const room = this.#scroller.clientHeight - this.#head();
    if (top < this.#scroller.scrollTop) this.#scroller.scrollTop = top;
    else if (top + this.#height > this.#scroller.scrollTop + room) {
      this.#scroller.scrollTop = top + this.#height - room;
    }
    this.#draw(false);
    return this.#rows.get(index);
  }

  rowAt(index: number): HTMLElement | undefined {
    return this.#rows.get(index);
  }

  readonly #scrolled = () => this.#draw(false);

  #heightOfRow(): number {
    const probe = this.#take();
    this.#body.append(probe);
    const height = probe.getBoundingClientRect().height;
    probe.remove();
    this.#free.push(probe);
    return height;
  }

  #measure(): void {
    const height = this.#heightOfRow();
    if (height === 0) return;
    if (height !== this.#height) {
      const [from] = this.inSight();
      this.#height = height;
      this.#body.style.height = `${this.#count * height}px`;
      this.#scroller.scrollTop = from * height;
      this.#draw(true);
    } else this.#draw(false);
  }

  #take(): HTMLElement {
    return this.#free.pop() ?? this.#maker.make();
  }

  #draw(anew: boolean): void {
    const [first, last] = this.inSight();
    const from = Math.max(0, first - beyond);
    const until = Math.min(this.#count, last + beyond);
    const pinned = this.#pinned >= 0 && this.#pinned < this.#count ? this.#pinned : -1;
    for (const [index, row] of this.#rows) {
      if ((index >= from && index < until) || index === pinned) continue;
      this.#rows.delete(index);
      this.#free.push(row);
    }
    for (let index = from; index < until; index++) this.#place(index, anew);
    if (pinned >= 0 && (pinned < from || pinned >= until)) this.#place(pinned, anew);
    for (const row of this.#free) row.remove();
    this.#arrange();
  }

  #place(index: number, anew: boolean): void {
    let row = this.#rows.get(index);
    if (row && !anew) return;
    if (!row) {
      row = this.#take();
      this.#rows.set(index, row);
      row.style.transform = `translateY(${index * this.#height}px)`;
    } else if (anew) row.style.transform = `translateY(${index * this.#height}px)`;
    this.#maker.fill(row, index);
  }

  /** Puts the rows into their order; those that stand right are not touched, nor is the one with the focus. */
  #arrange(): void {
    let next = this.#body.firstElementChild;
    for (const index of [...this.#rows.keys()].sort((a, b) => a - b)) {
      const row = this.#rows.get(index)!;
      if (row === next) {
        next = next.nextElementSibling;
        continue;
      }
      if (index === this.#pinned && row.parentNode === this.#body) {
        while (next && next !== row) {
          const after: Element | null = next.nextElementSibling;
          this.#body.append(next);
          next = after;
        }
        next = row.nextElementSibling;
        continue;
      }
      this.#body.insertBefore(row, next);
    }
  }
}
