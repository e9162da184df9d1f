import {fromBase32, toBase32} from '../store/reckoning/base32.js';
import {crc32} from './crc32.js';

const mark = 'KNSQ1.';
/** Check sum of the whole 4, its size 3, number of the frame 2; behind the block the check sum of the frame 4. */
const head = 9;
const around = head + 4;
/** Blocks in a whole: more would make the elimination slow, and the wait long. */
const mostBlocks = 300;
const mostFrames = 2 ** 16;
/** No QR code holds more letters. */
const longest = 4296;

/** Bytes of a whole that one frame of version 15-M carries: 594 letters of base32 behind the mark. */
export const frameCapacity = Math.floor((594 * 5) / 8) - around;

/** The same of version 15-L, which bears less dirt and less of a shaking hand. */
export const fullCapacity = Math.floor((752 * 5) / 8) - around;

/** The largest whole that frames of `capacity` carry, in bytes. */
export const sequenceLimit = (capacity: number = frameCapacity): number => mostBlocks * capacity;

/** Into how many pieces so many bytes are cut: as many frames are needed at least. */
export const piecesOf = (length: number, capacity: number = frameCapacity): number =>
  Math.max(1, Math.ceil(length / capacity));

export interface FrameOptions {
  /** Bytes of the whole in one frame, at most. */
  readonly capacity?: number;
}

/** True for a text that is one frame of a sequence, whole or not. */
export const isFrame = (text: string): boolean => text.startsWith(mark);

/**
 * Frames that carry `bytes`, without end: first every block once, then sums of blocks drawn by chance. Whoever
 * catches a little more than the number of blocks, whichever they are, has the whole.
 * Throws RangeError beyond `sequenceLimit(capacity)`.
 */
export function* framesOf(
  bytes: Uint8Array,
  {capacity = frameCapacity}: FrameOptions = {},
): Generator<string, never, void> {
  const count = piecesOf(bytes.length, capacity);
  if (count > mostBlocks) throw new RangeError('More bytes than a sequence of frames carries.');
  // Spread evenly, so that no frame is larger than it must be.
  const length = Math.max(1, Math.ceil(bytes.length / count));
  const padded = new Uint8Array(count * length);
  padded.set(bytes);
  const sum = crc32(bytes);
  const frame = new Uint8Array(length + around);
  const view = new DataView(frame.buffer);
  for (let number = 0; ; number = (number + 1) % mostFrames) {
    view.setUint32(0, sum);
    view.setUint32(4, bytes.length * 256);
    view.setUint16(7, number);
    const block = frame.subarray(head, head + length).fill(0);
    blocksIn(sum, number, count).forEach((word, at) => {
      for (let bit = 0; bit < 32; bit++) {
        if (!((word >>> bit) & 1)) continue;
        const from = (32 * at + bit) * length;
        add(block, padded.subarray(from, from + length));
      }
    });
    view.setUint32(head + length, crc32(frame.subarray(0, head + length)));
    yield mark + toBase32(frame);
  }
}

/** Which blocks are summed in a frame: bit b of word w is block 32 w + b. */
function blocksIn(sum: number, number: number, count: number): Uint32Array {
  const words = new Uint32Array(Math.ceil(count / 32));
  if (number >= count) {
    let state = sum ^ Math.imul(number, 0x9e3779b1);
    for (let at = 0; at < words.length; at++) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      const beyond = 32 * (at + 1) - count;
      words[at] = (mixed ^ (mixed >>> 14)) & (beyond > 0 ? 0xffffffff >>> beyond : 0xffffffff);
    }
    if (words.some((word) => word !== 0)) return words;
  }
  const block = number % count;
  words[block >> 5] = 1 << (block & 31);
  return words;
}

/** Adds in GF(2). Both have the same length. */
function add(to: Uint8Array | Uint32Array, other: Uint8Array | Uint32Array) {
  for (let at = 0; at < to.length; at++) to[at]! ^= other[at]!;
}

/**
 * What a frame was: one more `part`, or `again` nothing new; `foreign`, of another sequence or no frame at all;
 * `damaged`; or the last one that makes the `whole`.
 */
export type Taken = 'part' | 'again' | 'foreign' | 'damaged' | 'whole';

/** Gathers one sequence, frame by frame, in any order. */
export interface SequenceReader {
  take(text: string): Taken;
  /** Frames so far that said something new. */
  readonly have: number;
  /** Of these are needed; 0 before the first frame. */
  readonly need: number;
  /** The bytes, once they are whole. */
  readonly whole: Uint8Array | undefined;
}

interface Row {
  /** Which blocks are summed in it. */
  readonly blocks: Uint32Array;
  readonly block: Uint8Array;
}

/** The sequence of the first frame is the one that is gathered; frames of others are `foreign`. */
export function sequenceReader(): SequenceReader {
  let first: Frame | undefined;
  /** By the lowest block in each. */
  let rows: (Row | undefined)[] = [];
  let have = 0;
  let whole: Uint8Array | undefined;

  function take(text: string): Taken {
    const frame = readFrame(text);
    if (typeof frame === 'string') return frame;
    first ??= frame;
    const {sum, size, count, length} = first;
    if (frame.sum !== sum || frame.size !== size || frame.length !== length) return 'foreign';
    if (whole) return 'again';
    const row = {blocks: blocksIn(sum, frame.number, count), block: frame.block};
    const lowest = reduce(row, rows);
    // A sum of nothing must be nothing: else this frame, or one before it, lies. The check sum of the whole decides.
    if (lowest < 0) return row.block.some((byte) => byte !== 0) ? 'damaged' : 'again';
    rows[lowest] = row;
    have++;
    if (have < count) return 'part';
    const bytes = solve(rows, length).slice(0, size);
    if (crc32(bytes) === sum) {
      whole = bytes;
      rows = [];
      return 'whole';
    }
    first = undefined;
    rows = [];
    have = 0;
    return 'damaged';
  }

  return {
    take,
    get have() {
      return have;
    },
    get need() {
      return first?.count ?? 0;
    },
    get whole() {
      return whole;
    },
  };
}

interface Frame {
  readonly sum: number;
  readonly size: number;
  readonly count: number;
  readonly length: number;
  readonly number: number;
  readonly block: Uint8Array;
}

function readFrame(text: string): Frame | 'foreign' | 'damaged' {
  if (!isFrame(text)) return 'foreign';
  const bytes = text.length <= longest ? fromBase32(text.slice(mark.length)) : undefined;
  if (!bytes || bytes.length <= around) return 'damaged';
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 4;
  if (crc32(bytes.subarray(0, end)) !== view.getUint32(end)) return 'damaged';
  const size = view.getUint32(4) >>> 8;
  const length = end - head;
  const count = piecesOf(size, length);
  // Only the one way to spread the bytes evenly is a frame of ours.
  if (count > mostBlocks || length !== Math.max(1, Math.ceil(size / count))) return 'damaged';
  const [sum, number] = [view.getUint32(0), view.getUint16(7)];
  return {sum, size, count, length, number, block: bytes.slice(head, end)};
}

/** Takes out of a row what earlier rows say; resolves to its lowest block then, or -1 when nothing is left. */
function reduce(row: Row, rows: readonly (Row | undefined)[]): number {
  for (let at = 0; at < row.blocks.length; at++) {
    while (row.blocks[at] !== 0) {
      const word = row.blocks[at]!;
      const lowest = 32 * at + 31 - Math.clz32(word & -word);
      const earlier = rows[lowest];
      if (!earlier) return lowest;
      add(row.blocks, earlier.blocks);
      add(row.block, earlier.block);
    }
  }
  return -1;
}

/** The blocks one behind the other, from as many rows as there are blocks. */
function solve(rows: readonly (Row | undefined)[], length: number): Uint8Array {
  const solved = new Uint8Array(rows.length * length);
  for (let at = rows.length - 1; at >= 0; at--) {
    const {blocks, block} = rows[at]!;
    for (let other = at + 1; other < rows.length; other++) {
      if ((blocks[other >> 5]! >>> (other & 31)) & 1)
        add(block, solved.subarray(other * length, (other + 1) * length));
    }
    solved.set(block, at * length);
  }
  return solved;
}
