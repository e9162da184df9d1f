/** How long nobody touches the room before it is left, in ms. */
const patience = 10 * 60_000;

const touches = ['pointerdown', 'keydown', 'wheel'] as const;

/** Calls back when nobody touched the page for ten minutes, also where the machine slept meanwhile. */
export class Rest {
  readonly #left: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touchedAt: number | undefined;

  constructor(left: () => void) {
    this.#left = left;
  }

  /** Whoever comes back after longer than that finds it left. */
  begin() {
    for (const name of touches)
      addEventListener(name, this.touched, {capture: true, passive: true});
    document.addEventListener('visibilitychange', this.#looked);
    if (this.#isOver) this.#left();
    else this.touched();
  }

  end() {
    for (const name of touches) removeEventListener(name, this.touched, {capture: true});
    document.removeEventListener('visibilitychange', this.#looked);
    clearTimeout(this.#timer);
  }

  /** Somebody is here. */
  readonly touched = () => {
    this.#touchedAt = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#left, patience);
  };

  get #isOver() {
    return this.#touchedAt !== undefined && Date.now() - this.#touchedAt >= patience;
  }

  readonly #looked = () => {
    if (!document.hidden && this.#isOver) this.#left();
  };
}
