/** Codes one bit of which the chance to be 1 is `chance` ÷ 65,536; in reading, the bit given is ignored. */
export interface BitCoder {
  code(chance: number, bit: boolean): boolean;
}

const top = 0xff000000;

/** Where the interval from `low` to `high` is divided: what lies at or below is a 1. */
function middle(low: number, high: number, chance: number): number {
  const range = high - low;
  const whole = Math.floor(range / 65536);
  return low + whole * chance + Math.floor(((range - whole * 65536) * chance) / 65536);
}

/** An arithmetic coder without carry: 32 bits of interval, a byte out as soon as both ends share it. */
export class RangeWriter implements BitCoder {
  readonly #bytes: number[] = [];
  #low = 0;
  #high = 0xffffffff;

  code(chance: number, bit: boolean): boolean {
    const half = middle(this.#low, this.#high, chance);
    if (bit) this.#high = half;
    else this.#low = half + 1;
    while (((this.#low ^ this.#high) & top) === 0) {
      this.#bytes.push(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
    }
    return bit;
  }

  /** What was written; one more byte tells the last interval, unless the zeros a reader finds behind the end do. */
  bytes(): Uint8Array {
    const last = this.#low === 0 ? [] : [(this.#low >>> 24) + 1];
    return Uint8Array.from([...this.#bytes, ...last]);
  }
}

/** Reads what a `RangeWriter` wrote, asked for the same chances. Beyond the end everything is zero; `overrun` tells. */
export class RangeReader implements BitCoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = 0xffffffff;
  #value = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let byte = 0; byte < 4; byte++) this.#value = this.#next();
  }

  #next(): number {
    return ((this.#value << 8) | (this.#bytes[this.#at++] ?? 0)) >>> 0;
  }

  code(chance: number): boolean {
    const half = middle(this.#low, this.#high, chance);
    const bit = this.#value <= half;
    if (bit) this.#high = half;
    else this.#low = half + 1;
    while (((this.#low ^ this.#high) & top) === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
      this.#value = this.#next();
    }
    return bit;
  }

  /** True once nothing can stand behind what is still read. */
  get overrun(): boolean {
    return this.#at > this.#bytes.length + 8;
  }
}
