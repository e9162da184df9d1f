import type {BitCoder} from './range-coder.js';

const even = 0x8000;
const likely = 0xf000;
const surest = 32;
const longestMemory = 30;

/** Thrown while reading bytes that nobody wrote; never leaves the room. */
export class NotWritten extends Error {}

/**
 * Writes or reads values one after another, each in a context that learns what is usual there: the more it is as
 * always, the fewer bits it takes. Every method takes the value to write and returns the value; in reading, what is
 * given is ignored, so that one description of a format serves both ways and they cannot part.
 */
export class AdaptiveCoder {
  readonly #coder: BitCoder;
  readonly #contexts = new Map<string, Uint16Array>();
  readonly #spelled: number[] = [];
  /** Behind which three letters, as one number, the text went on where. */
  readonly #seen = new Map<number, number>();
  #last = 0;

  constructor(coder: BitCoder) {
    this.#coder = coder;
  }

  flag(context: string, value: boolean): boolean {
    return this.#learn(this.#context(context, 1), 0, value);
  }

  /** A flag that is expected to be set. */
  guess(context: string, holds: boolean): boolean {
    return this.#learn(this.#context(context, 1, likely), 0, holds);
  }

  /** A whole number below 2 ** `width`; the contexts of its bits are the bits before. */
  symbol(context: string, width: number, value: number): number {
    const states = this.#context(`${context}/${width}`, 2 ** width);
    let node = 1;
    for (let bit = width - 1; bit >= 0; bit--) {
      node = node * 2 + (this.#learn(states, node, ((value >> bit) & 1) === 1) ? 1 : 0);
    }
    return node - 2 ** width;
  }

  /** A whole number of up to 53 bits of which nothing is known. */
  plain(width: number, value: number): number {
    let read = 0;
    for (let bit = width - 1; bit >= 0; bit--) {
      const given = Math.floor(value / 2 ** bit) % 2 === 1;
      read = read * 2 + (this.#coder.code(even, given) ? 1 : 0);
    }
    return read;
  }

  /** A whole number from 0 to 2 ** 53 − 2: how long it is, its second bit, and the rest as it is. */
  number(context: string, value: number): number {
    let width = 0;
    while (width < 52 && 2 ** (width + 1) <= value + 1) width++;
    width = this.symbol(context, 6, width);
    if (width > 52) throw new NotWritten();
    if (width === 0) return 0;
    const rest = value + 1 - 2 ** width;
    const half = 2 ** (width - 1);
    const second = this.flag(`${context}/${width}+`, rest >= half);
    const low = this.plain(width - 1, rest % half);
    return 2 ** width - 1 + (second ? half : 0) + low;
  }

  /** A whole number that may be below zero. */
  signed(context: string, value: number): number {
    const below = this.flag(`${context}-`, value < 0);
    const size = this.number(context, Math.abs(value));
    if (below && size === 0) throw new NotWritten();
    return below ? -size : size;
  }

  /** Any text of up to `most` UTF-16 units, letter by letter; what goes on like something spelled before is cheap. */
  text(context: string, value: string, most: number): string {
    const length = this.number(`${context}.length`, value.length);
    if (length > most) throw new NotWritten();
    let follow = -1;
    let run = 0;
    let before = 0;
    const start = this.#spelled.length;
    for (let at = 0; at < length; at++) {
      let unit = value.charCodeAt(at);
      const guess = this.#spelled[follow] ?? -1;
      const asGuessed = guess >= 0 && this.flag(`again${Math.min(run, 15)}`, unit === guess);
      if (asGuessed) {
        unit = guess;
        run++;
      } else {
        const high = this.symbol(`high${before >> 8}`, 8, unit >> 8);
        unit =
          high * 256 +
          this.symbol(high === 0 ? `low${before & 0xff}` : `of${high}`, 8, unit & 0xff);
        run = 0;
      }
      before = unit;
      follow = this.#spell(unit, asGuessed ? follow + 1 : -1);
    }
    return textOf(this.#spelled.slice(start));
  }

  /** Says that this was spelled before, although it was not. */
  recall(text: string): void {
    for (let at = 0; at < text.length; at++) this.#spell(text.charCodeAt(at), 0);
  }

  /** Notes one more letter; returns where the text stands that may go on the same way. */
  #spell(unit: number, follow: number): number {
    this.#spelled.push(unit);
    this.#last = (this.#last % 2 ** 32) * 2 ** 16 + unit;
    const former = this.#seen.get(this.#last) ?? -1;
    this.#seen.set(this.#last, this.#spelled.length);
    return follow >= 0 ? follow : former;
  }

  /** Per bit: the chance of a 1, and how often it was coded. */
  #context(name: string, bits: number, chance = even): Uint16Array {
    let states = this.#contexts.get(name);
    if (!states) {
      states = new Uint16Array(bits * 2);
      for (let bit = 0; bit < bits; bit++) states[bit * 2] = chance;
      this.#contexts.set(name, states);
    }
    return states;
  }

  #learn(states: Uint16Array, at: number, value: boolean): boolean {
    const chance = states[at * 2] ?? even;
    const times = states[at * 2 + 1] ?? 0;
    const bit = this.#coder.code(chance, value);
    const step = Math.trunc(((bit ? 65536 - chance : -chance) * 2) / (2 * times + 3));
    states[at * 2] = Math.min(65536 - surest, Math.max(surest, chance + step));
    states[at * 2 + 1] = Math.min(longestMemory, times + 1);
    return bit;
  }
}

/** In pieces, since a call takes only so many arguments. */
function textOf(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += 1000) {
    text += String.fromCharCode(...units.slice(at, at + 1000));
  }
  return text;
}
