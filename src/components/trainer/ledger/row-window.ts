import {FrameShare} from './frame-share.js';

/** How a window's rows are made and written. */
export interface RowMaker {
  make(): HTMLElement;
  /** A row with its name alone, which stands where there was no time for the whole one yet. */
  makeBrief?(): HTMLElement;
  /** Writes either. */
  fill(row: HTMLElement, index: number): void;
}

type Stretch = readonly [from: number, until: number];

const isWithin = ([from, until]: Stretch, index: number) => index >= from && index < until;

/** Rows drawn beyond the edge, so that a thumb finds them there. */
const beyond = 6;

/**
 * A long list of rows of one height, of which only those in sight stand in the document. Rows that leave are written
 * anew for those that come, and stand in the order of the list. The row with the focus stays, wherever it is. Where
 * more come at once than a frame has time for, brief ones stand in for the rest, and give way within the next frames.
 */
export class RowWindow {
  readonly #scroller: HTMLElement;
  readonly #body: HTMLElement;
  readonly #maker: RowMaker;
  readonly #rows = new Map<number, HTMLElement>();
  readonly #briefs = new Map<number, HTMLElement>();
  readonly #spareBriefs: HTMLElement[] = [];
  readonly #resized: ResizeObserver;
  /** Made to be measured, and not used so far. */
  #probe: HTMLElement | undefined;
  #later: number | undefined;
  readonly #share = new FrameShare();
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
    if (this.#later !== undefined) cancelAnimationFrame(this.#later);
  }

  /** So many rows from now on; all in sight are written anew. */
  show(count: number): void {
    this.#count = count;
    if (this.#pinned >= count) this.#pinned = -1;
    this.#height ||= this.#heightOfRow();
    this.#body.style.height = `${count * this.#height}px`;
    this.#draw(true);
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
  inSight(): Stretch {
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

  /** The rows that are drawn whole, and which they are. */
  get drawn(): ReadonlyMap<number, HTMLElement> {
    return this.#rows;
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
    this.#arrange(this.#write([index, index + 1], this.#reachOf(this.inSight())));
    return this.#rows.get(index);
  }

  rowAt(index: number): HTMLElement | undefined {
    return this.#rows.get(index);
  }

  readonly #scrolled = () => this.#draw(false);

  #heightOfRow(): number {
    const [drawn] = this.#rows.values();
    if (drawn) return drawn.getBoundingClientRect().height;
    this.#probe = this.#make();
    this.#body.append(this.#probe);
    const {height} = this.#probe.getBoundingClientRect();
    this.#probe.remove();
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

  /** What is in sight, at least briefly; the rest in the frames that follow, which a quick thumb has left by then. */
  #draw(anew: boolean): void {
    // Measured before anything is written: whoever asks in between makes the page lay itself out each time.
    const sight = this.inSight();
    const reach = this.#reachOf(sight);
    if (anew) {
      for (const [index, row] of this.#rows) {
        if (isWithin(reach, index) || index === this.#pinned) this.#place(index, row);
      }
    }
    const isPaced = !anew && 'makeBrief' in this.#maker;
    const share = isPaced ? this.#share.take(Number(document.timeline.currentTime)) : Infinity;
    const placed = this.#write(sight, reach, share);
    if (this.#pinned >= 0) {
      for (const row of this.#write([this.#pinned, this.#pinned + 1], reach)) placed.add(row);
    }
    for (const brief of this.#standIn(sight)) placed.add(brief);
    // Rows out of reach were not written anew.
    if (anew) this.#dropFar(reach);
    this.#arrange(placed);
    this.#goOn();
  }

  #goOn(): void {
    this.#later ??= requestAnimationFrame((now) => {
      this.#later = undefined;
      const share = this.#share.take(now);
      if (share === 0) {
        this.#goOn();
        return;
      }
      const sight = this.inSight();
      const reach = this.#reachOf(sight);
      const placed = this.#write(sight, reach, share);
      for (const row of this.#write(reach, reach, share - placed.size)) placed.add(row);
      this.#arrange(placed);
      if (placed.size < share) {
        this.#dropFar(reach);
        this.#share.rest();
      } else this.#goOn();
    });
  }

  #reachOf([first, last]: Stretch): Stretch {
    return [Math.max(0, first - beyond), Math.min(this.#count, last + beyond)];
  }

  /** Writes at most so many that are missing of these lines into rows that are out of reach, or into new ones; returns those. */
  #write([from, until]: Stretch, reach: Stretch, limit = Infinity): Set<HTMLElement> {
    const missing: number[] = [];
    for (let index = from; index < until && missing.length < limit; index++) {
      if (!this.#rows.has(index)) missing.push(index);
    }
    const placed = new Set<HTMLElement>();
    if (missing.length === 0) return placed;
    const far = this.#far(reach);
    // A row that stays where it is in the document costs least.
    const near = far.at(-1)! < missing[0]! ? far.slice(-missing.length) : far;
    for (const [at, index] of missing.entries()) {
      const old = near[at];
      const row = old === undefined ? this.#make() : this.#rows.get(old)!;
      if (old !== undefined) this.#rows.delete(old);
      this.#dropBrief(index);
      this.#rows.set(index, row);
      this.#place(index, row);
      placed.add(row);
    }
    return placed;
  }

  /** Has a brief row wherever a whole one is missing among these lines, and nowhere else; returns the new ones. */
  #standIn([from, until]: Stretch): Set<HTMLElement> {
    const placed = new Set<HTMLElement>();
    for (const index of this.#briefs.keys()) {
      if (!isWithin([from, until], index)) this.#dropBrief(index);
    }
    for (let index = from; index < until; index++) {
      if (this.#rows.has(index) || this.#briefs.has(index)) continue;
      const row = this.#spareBriefs.pop() ?? this.#maker.makeBrief!();
      this.#briefs.set(index, row);
      this.#place(index, row);
      placed.add(row);
    }
    return placed;
  }

  #dropBrief(index: number): void {
    const row = this.#briefs.get(index);
    if (!row) return;
    row.remove();
    this.#briefs.delete(index);
    this.#spareBriefs.push(row);
  }

  /** Rows out of reach, in the order of the list. */
  #far(reach: Stretch): number[] {
    return [...this.#rows.keys()]
      .filter((index) => !isWithin(reach, index) && index !== this.#pinned)
      .sort((a, b) => a - b);
  }

  #dropFar(reach: Stretch): void {
    for (const index of this.#far(reach)) {
      this.#rows.get(index)!.remove();
      this.#rows.delete(index);
    }
  }

  #make(): HTMLElement {
    const row = this.#probe ?? this.#maker.make();
    this.#probe = undefined;
    return row;
  }

  #place(index: number, row: HTMLElement): void {
    row.style.transform = `translateY(${index * this.#height}px)`;
    this.#maker.fill(row, index);
  }

  /** Puts the rows into their order. Those that were there before are in it already: only `placed` ones may move. */
  #arrange(placed: ReadonlySet<HTMLElement>): void {
    let next = this.#body.firstElementChild;
    const inOrder = [...this.#rows, ...this.#briefs].sort(([a], [b]) => a - b);
    for (const [, row] of inOrder) {
      if (row !== next && placed.has(row)) this.#body.insertBefore(row, next);
      else {
        while (next !== row) next = next!.nextElementSibling;
        next = row.nextElementSibling;
      }
    }
  }
}
