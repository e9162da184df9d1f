/** In ms: a frame that came sooner had time to spare, one that came later had none. */
const quick = 20;
const late = 26;

/** How many rows a frame of scrolling has time for. What one costs is the device's affair, so it is learned from the frames. */
export class FrameShare {
  #rows = 1;
  #last = -Infinity;
  #goesOn = false;

  /** How many rows may be written in the frame that began at `now`, in ms of the document's timeline: none where it has had its share. */
  take(now: number): number {
    if (now <= this.#last) return 0;
    const took = now - this.#last;
    this.#last = now;
    if (this.#goesOn && took < quick) this.#rows++;
    if (this.#goesOn && took > late) this.#rows = Math.max(1, this.#rows >> 1);
    this.#goesOn = true;
    return this.#rows;
  }

  /** Nothing is left to write: how long the next frame takes to come says nothing. */
  rest(): void {
    this.#goesOn = false;
  }
}
