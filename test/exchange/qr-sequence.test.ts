import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {
  frameCapacity,
  framesOf,
  isFrame,
  sequenceLimit,
  sequenceReader,
  type SequenceReader,
} from '../../src/exchange/qr-sequence.js';
import {crc32} from '../../src/exchange/crc32.js';
import {fromBase32, toBase32} from '../../src/store/reckoning/base32.js';
import {runs} from '../runs.js';
import {bytesOf, chanceOf} from './chance.js';

const take = (frames: Generator<string>, count: number) =>
  Array.from({length: count}, () => frames.next().value as string);

/** Shows frames until the reader has the whole; resolves to how many were caught. */
function caught(reader: SequenceReader, frames: Generator<string>, isLost: () => boolean): number {
  let many = 0;
  for (const frame of frames) {
    if (isLost()) continue;
    many++;
    if (reader.take(frame) === 'whole') return many;
    if (many > 5000) throw new Error('never whole');
  }
  return many;
}

const changed = (frame: string, at: number) =>
  frame.slice(0, at) + (frame[at] === 'A' ? 'B' : 'A') + frame.slice(at + 1);

/** The same frame with another byte in its block, sealed again. */
function forged(frame: string): string {
  const bytes = fromBase32(frame.slice(6))!;
  bytes[9]! ^= 1;
  new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes.subarray(0, -4)));
  return `KNSQ1.${toBase32(bytes)}`;
}

describe('a sequence of codes', () => {
  it('needs no more frames than there are pieces when none is lost', () => {
    for (const length of [0, 1, frameCapacity, frameCapacity + 1, 5000, 20_000]) {
      const bytes = bytesOf(length, length);
      const reader = sequenceReader();
      const needed = caught(reader, framesOf(bytes), () => false);
      expect(needed).to.equal(Math.max(1, Math.ceil(length / frameCapacity)));
      expect(reader.whole).to.deep.equal(bytes);
    }
  });

  it('comes back exactly when three frames of ten are lost, and asks for few more than the pieces', () => {
    const surplus: number[] = [];
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 4000}),
        fc.integer({min: 1, max: 120}),
        fc.integer(),
        (length, capacity, seed) => {
          const bytes = bytesOf(length, seed);
          const pieces = Math.ceil(length / capacity);
          if (pieces > 60) return;
          const chance = chanceOf(seed);
          const reader = sequenceReader();
          const many = caught(reader, framesOf(bytes, {capacity}), () => chance() < 0.3);
          expect(reader.whole).to.deep.equal(bytes);
          surplus.push(many - Math.max(1, pieces));
        },
      ),
      {numRuns: runs},
    );
    surplus.sort((one, other) => one - other);
    const average = surplus.reduce((sum, one) => sum + one, 0) / surplus.length;
    expect(average).to.be.below(2.5);
    expect(surplus[Math.floor(0.99 * surplus.length)]).to.be.at.most(9);
  });

  it('comes back whatever the order, with repeats, and with frames of other phones between', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({maxLength: 600}),
        fc.uint8Array({minLength: 1, maxLength: 600}),
        fc.integer(),
        (bytes, others, seed) => {
          const chance = chanceOf(seed);
          const mine = take(framesOf(bytes, {capacity: 40}), 45);
          const theirs = take(framesOf(others, {capacity: 40}), 45);
          const same = mine[0] === theirs[0];
          const reader = sequenceReader();
          reader.take(mine[0]!);
          for (let shown = 0; shown < 400 && !reader.whole; shown++) {
            const of = chance() < 0.3 ? theirs : mine;
            const taken = reader.take(of[Math.floor(chance() * of.length)]!);
            if (of === theirs && !same) expect(taken).to.equal('foreign');
            else expect(taken).to.be.oneOf(['part', 'again', 'whole']);
          }
          expect(reader.whole).to.deep.equal(bytes);
        },
      ),
      {numRuns: runs},
    );
  });

  it('of one phone is not mixed with another’s of the same length', () => {
    const [one, other] = [framesOf(bytesOf(100, 1)), framesOf(bytesOf(100, 2))];
    const reader = sequenceReader();
    reader.take(take(framesOf(bytesOf(100, 1), {capacity: 50}), 1)[0]!);
    expect(reader.take(take(framesOf(bytesOf(100, 2), {capacity: 50}), 2)[1]!)).to.equal('foreign');
    expect(reader.take(one.next().value)).to.equal('foreign');
    expect(reader.take(other.next().value)).to.equal('foreign');
    expect(reader.have).to.equal(1);
  });

  it('can be joined in the middle, long after it began', () => {
    const bytes = bytesOf(12_000, 3);
    const frames = framesOf(bytes);
    take(frames, 5000);
    const reader = sequenceReader();
    const pieces = Math.ceil(12_000 / frameCapacity);
    expect(caught(reader, frames, () => false)).to.be.at.most(pieces + 10);
    expect(reader.whole).to.deep.equal(bytes);
  });

  it('begins anew when all numbers are used', () => {
    const frames = framesOf(Uint8Array.of(1, 2, 3), {capacity: 2});
    const [first] = take(frames, 65_536);
    expect(frames.next().value).to.equal(first);
  });

  it('tells how far it is', () => {
    const reader = sequenceReader();
    expect([reader.have, reader.need]).to.deep.equal([0, 0]);
    const [one, two] = take(framesOf(bytesOf(100, 1), {capacity: 50}), 2);
    expect(reader.take(one!)).to.equal('part');
    expect(reader.take(one!)).to.equal('again');
    expect([reader.have, reader.need]).to.deep.equal([1, 2]);
    expect(reader.take(two!)).to.equal('whole');
    expect(reader.take(one!)).to.equal('again');
    expect([reader.have, reader.need]).to.deep.equal([2, 2]);
  });

  it('takes no frame in which one letter is wrong', () => {
    const frames = take(framesOf(bytesOf(300, 8), {capacity: 60}), 12);
    fc.assert(
      fc.property(fc.nat(frames.length - 1), fc.nat(), (which, seed) => {
        const frame = frames[which]!;
        const wrong = changed(frame, 6 + (seed % (frame.length - 6)));
        expect(sequenceReader().take(wrong)).to.equal('damaged');
      }),
      {numRuns: runs},
    );
    expect(sequenceReader().take(frames[0]!.slice(0, -1))).to.equal('damaged');
    expect(sequenceReader().take(`${frames[0]!}0`)).to.equal('damaged');
  });

  it('is left alone by everything that is no frame', () => {
    for (const text of ['', 'KNS1.ABC', 'https://vnexpress.net', 'WIFI:S:nha;;', 'KNSQ2.AAAA']) {
      expect(isFrame(text)).to.equal(false);
      expect(sequenceReader().take(text)).to.equal('foreign');
    }
    for (const text of ['KNSQ1.', 'KNSQ1.0', `KNSQ1.${'0'.repeat(9000)}`, 'KNSQ1.ĐÂY', 'KNSQ1.💥'])
      expect(sequenceReader().take(text)).to.equal('damaged');
  });

  it('of more bytes than a person would wait for is refused on either side', () => {
    expect(() => framesOf(new Uint8Array(sequenceLimit() + 1)).next()).to.throw(RangeError);
    expect(framesOf(new Uint8Array(sequenceLimit())).next().value).to.match(/^KNSQ1\./);
    expect(() => framesOf(new Uint8Array(301), {capacity: 1}).next()).to.throw(RangeError);
  });

  it('that lies about its bytes is dropped whole, and can be begun again', () => {
    // Both begin with the same check sum and size, as a forger would write them.
    const bytes = bytesOf(100, 1);
    const [one, two] = take(framesOf(bytes, {capacity: 50}), 2);
    const reader = sequenceReader();
    reader.take(one!);
    expect(reader.take(forged(two!))).to.equal('damaged');
    expect([reader.have, reader.whole]).to.deep.equal([0, undefined]);
    reader.take(one!);
    expect(reader.take(two!)).to.equal('whole');
    expect(reader.whole).to.deep.equal(bytes);
  });
});

describe('the published frames', () => {
  interface Vectors {
    readonly sequences: readonly {
      readonly title: string;
      /** The whole, in hex digits. */
      readonly bytes: string;
      readonly capacity: number;
      readonly frames: readonly {readonly number: number; readonly text: string}[];
    }[];
    readonly refused: readonly {readonly title: string; readonly text: string}[];
  }
  let vectors: Vectors;

  before(async () => {
    const answer = await fetch(new URL('../vectors/qr-sequence.json', import.meta.url));
    vectors = (await answer.json()) as Vectors;
  });

  const bytesIn = (hex: string) =>
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

  it('are written and read as every other implementation does', () => {
    for (const {title, bytes, capacity, frames} of vectors.sequences) {
      const last = frames[frames.length - 1]!.number;
      const written = take(framesOf(bytesIn(bytes), {capacity}), last + 1);
      const reader = sequenceReader();
      for (const {number, text} of frames) {
        expect(written[number], `${title}, frame ${number}`).to.equal(text);
        reader.take(text);
      }
      expect(reader.whole, title).to.deep.equal(bytesIn(bytes));
    }
  });

  it('that are flawed are refused', () => {
    for (const {title, text} of vectors.refused)
      expect(sequenceReader().take(text), title).to.equal('damaged');
  });
});
