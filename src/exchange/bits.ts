/** Collects numbers bit by bit, most significant bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #bits = 0;

  put(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      if (this.#bits % 8 === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      // Division, since shifts stop at 31 bits.
      if (Math.floor(value / 2 ** bit) % 2 === 1) this.#bytes[last]! |= 0x80 >> (this.#bits % 8);
      this.#bits++;
    }
  }

  /**
   * Groups of seven bits, most significant first, each led by a bit that says whether more follow.
   * Stops at 32 bits, so that a larger number that was read is never written back as it came.
   */
  putVarint(wanted: number): void {
    const value = Math.min(wanted, 0xffffffff);
    let groups = 1;
    while (value >= 2 ** (7 * groups)) groups++;
    for (let group = groups - 1; group >= 0; group--) {
      this.put(group > 0 ? 1 : 0, 1);
      this.put(Math.floor(value / 2 ** (7 * group)) % 128, 7);
    }
  }

  /** How many bits were written. */
  get length(): number {
    return this.#bits;
  }

  append(other: BitWriter): void {
    const bits = new BitReader(other.bytes());
    for (let left = other.length; left > 0; left -= 8) {
      const width = Math.min(8, left);
      this.put(bits.take(width), width);
    }
  }

  /** What was written, filled to whole bytes with zeros. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what a `BitWriter` wrote. Beyond the end everything is zero; `overrun` tells. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #bits = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit++) {
      const byte = this.#bytes[this.#bits >> 3] ?? 0;
      value = value * 2 + ((byte >> (7 - (this.#bits % 8))) & 1);
      this.#bits++;
    }
    return value;
  }

  takeVarint(): number {
    let value = 0;
    for (let group = 0; group < 5; group++) {
      const more = this.take(1);
      value = value * 128 + this.take(7);
      if (!more) break;
    }
    return value;
  }

  get overrun(): boolean {
    return this.#bits > this.#bytes.length * 8;
  }
}
