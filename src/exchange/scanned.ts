import {isFrame, sequenceReader, type SequenceReader} from './qr-sequence.js';

/** What one more text that a camera read amounts to. */
export type Seen =
  /** Something to be received: the text of a code, or the bytes of a whole sequence. */
  | {readonly kind: 'found'; readonly found: string | Uint8Array}
  /** One more piece of a sequence. */
  | {readonly kind: 'part'; readonly have: number; readonly need: number}
  /** Was there before, or is too damaged to say anything. */
  | {readonly kind: 'again'}
  /** A QR code, but none of ours. */
  | {readonly kind: 'foreign'};

const ours = /kns[a-z]{0,2}\d{1,2}\./i;
/** Sequences gathered at a time: some phones are shown in turn before any is whole. */
const mostReaders = 4;
/** Of the codes that were seen; a day of scanning has fewer. */
const mostTexts = 2000;

/** Sorts what a camera reads: each code once, frames gathered into wholes. */
export class Scanned {
  readonly #texts = new Set<string>();
  /** The one fed last stands first. */
  readonly #readers: SequenceReader[] = [];

  /** From now on codes that were seen may come once more; the pieces of what is not whole yet stay. */
  begin(): void {
    this.#texts.clear();
    this.#readers.splice(0, mostReaders, ...this.#readers.filter(({whole}) => !whole));
  }

  see(text: string): Seen {
    if (isFrame(text)) return this.#gather(text);
    if (!ours.test(text)) return {kind: 'foreign'};
    if (this.#texts.has(text)) return {kind: 'again'};
    if (this.#texts.size >= mostTexts) this.#texts.clear();
    this.#texts.add(text);
    return {kind: 'found', found: text};
  }

  #gather(text: string): Seen {
    const fresh = sequenceReader();
    for (const reader of [...this.#readers, fresh]) {
      const taken = reader.take(text);
      if (taken === 'foreign') continue;
      if (taken === 'damaged') return {kind: 'again'};
      const at = this.#readers.indexOf(reader);
      if (at >= 0) this.#readers.splice(at, 1);
      this.#readers.unshift(reader);
      this.#readers.splice(mostReaders);
      const {have, need, whole} = reader;
      if (taken === 'whole' && whole) return {kind: 'found', found: whole};
      return taken === 'part' ? {kind: 'part', have, need} : {kind: 'again'};
    }
    return {kind: 'again'};
  }
}
