import {type StreamHead} from '../store/reckoning/packet.js';
import {unknownDay} from '../store/reckoning/standing.js';
import {BitReader, BitWriter} from './bits.js';
import {crc32} from './crc32.js';

/** A digest field by field, before any slot has a name. See docs/format.md. */
export interface DigestFields {
  readonly signed: boolean;
  /** 10 bytes. */
  readonly learner: Uint8Array;
  /** 8 hex digits, as in `course.key`. */
  readonly courseKey: string;
  readonly version: readonly [major: number, minor: number];
  readonly ledger: number;
  readonly madeOn: number;
  readonly epoch: number;
  readonly streams: readonly StreamHead[];
  readonly moreStreams: boolean;
  /** Per lesson slot: reach × 2 + practised. */
  readonly lessons: readonly number[];
  /** Per done slot, in order: first day of completion, or `unknownDay`. */
  readonly days: readonly number[];
  /** Per done slot: completed in the current epoch. */
  readonly runs: readonly boolean[];
  /** Per question slot: 0 to 7. */
  readonly questions: readonly number[];
}

/** What one carrier holds: a QR code of version 11-M in base32. */
export const comfortable = 225;
const most = 1023;
const widestDay = 15;
/** Layout, flags and length, which every layout shares. */
export const headBits = 18;
const crcBytes = 4;
const signatureBytes = 68;
const noDiary = [0, 0, 0, 0, 0, 0, 0, 0];

/** A lesson code from here on means done: reach 3 and more. */
export const doneCode = 6;

/** Layout and whole length, signature included, from the first 18 bits, which every layout shares. */
export function headOf(bytes: Uint8Array): {layout: number; core: number; total: number} {
  const bits = new BitReader(bytes);
  const layout = bits.take(4);
  const signed = (bits.take(4) & 1) === 1;
  const core = bits.take(headBits - 8);
  return {layout, core, total: core + (signed ? signatureBytes : 0)};
}

/** True when the check sum at the end of the core is right, which every layout shares too. */
export function intact(bytes: Uint8Array): boolean {
  const {core, total} = headOf(bytes);
  if (core <= crcBytes || bytes.length !== total) return false;
  const sum = new BitReader(bytes.subarray(core - crcBytes, core)).take(32);
  return crc32(bytes.subarray(0, core - crcBytes)) === sum;
}

/** The one way to write these fields: nothing wider than needed, an optional block only where it says something. */
export function bytesOf(fields: DigestFields): Uint8Array {
  const withDiary = write(fields, fields.days, true);
  if (withDiary.length <= comfortable) return withDiary;
  const plain = write(fields, fields.days, false);
  // Only a clock that lied by decades makes days so wide; unknown is what they are then.
  return plain.length <= most
    ? plain
    : write(
        fields,
        fields.days.map(() => unknownDay),
        false,
      );
}

function write(fields: DigestFields, days: readonly number[], wantsDiary: boolean): Uint8Array {
  const {streams, lessons, questions, epoch, runs} = fields;
  const wide = questions.some((code) => code > 3);
  const run = epoch > 0 && runs.some(Boolean);
  const diary = wantsDiary && streams.some((stream) => stream.diary !== undefined);
  const {base, width} = daySpan(days);

  const body = new BitWriter();
  body.put(lessons.length, 8);
  body.put(questions.length, 10);
  body.put(width, 4);
  body.put(streams.length, 3);
  body.put(fields.moreStreams ? 1 : 0, 1);
  for (const byte of fields.learner) body.put(byte, 8);
  putHex(body, fields.courseKey, 8);
  body.put(fields.version[0], 8);
  body.put(fields.version[1], 8);
  body.put(fields.ledger, 16);
  body.put(fields.madeOn, 16);
  body.put(base, 16);
  body.put(epoch, 8);
  for (const {device, through, beyond, tail} of streams) {
    putHex(body, device, 8);
    body.putVarint(through);
    body.putVarint(beyond);
    putHex(body, tail, 4);
  }
  for (const code of lessons) body.put(code, 4);
  const unknown = 2 ** width - 1;
  for (const day of days) {
    const offset = day - base;
    body.put(offset < unknown ? offset : unknown, width);
  }
  for (const code of questions) body.put(code, wide ? 3 : 2);
  if (run) for (const current of runs) body.put(current ? 1 : 0, 1);
  if (diary) {
    for (const {diary: line} of streams) {
      const numbers = line ? [line[0], line[1], ...line[2]] : noDiary;
      for (const number of numbers) body.putVarint(number);
    }
  }
  return framed([wide, run, diary, fields.signed], body);
}

/** The head of layout 1 before the body, the check sum behind it; the length wraps at 1,024. */
export function framed(flags: readonly boolean[], body: BitWriter): Uint8Array {
  const length = Math.ceil((headBits + body.length) / 8) + crcBytes;
  const whole = new BitWriter();
  whole.put(1, 4);
  for (const flag of flags) whole.put(flag ? 1 : 0, 1);
  whole.put(length % 1024, 10);
  whole.append(body);
  const before = whole.bytes();
  const bytes = new Uint8Array(length);
  bytes.set(before);
  new DataView(bytes.buffer).setUint32(length - crcBytes, crc32(before));
  return bytes;
}

/** The earliest known day, and the fewest bits that hold every later one and leave all ones for "unknown". */
function daySpan(days: readonly number[]): {base: number; width: number} {
  const known = days.filter((day) => day !== unknownDay);
  if (known.length === 0) return {base: 0, width: 0};
  const base = Math.min(...known);
  const reach = 2 ** widestDay - 2;
  const span = Math.max(...known.map((day) => day - base).filter((offset) => offset <= reach));
  return {base, width: Math.ceil(Math.log2(span + 2))};
}

/**
 * The fields of an intact digest of layout 1; undefined when it is none, when a reserved code
 * occurs (`newer`), or when these bytes are not the one way to write what they say.
 */
export function fieldsOf(bytes: Uint8Array): DigestFields | 'newer' | undefined {
  const {core} = headOf(bytes);
  const bits = new BitReader(bytes.subarray(0, core - crcBytes));
  bits.take(4);
  const [wide, run, diary, signed] = [bits.take(1), bits.take(1), bits.take(1), bits.take(1)];
  bits.take(10);
  const lessonCount = bits.take(8);
  const questionCount = bits.take(10);
  const width = bits.take(4);
  const streamCount = bits.take(3);
  const moreStreams = bits.take(1) === 1;
  if (streamCount > 3) return 'newer';
  const learner = Uint8Array.from({length: 10}, () => bits.take(8));
  const courseKey = takeHex(bits, 8);
  const version = [bits.take(8), bits.take(8)] as const;
  const [ledger, madeOn, base, epoch] = [bits.take(16), bits.take(16), bits.take(16), bits.take(8)];
  const heads = Array.from({length: streamCount}, () => ({
    device: takeHex(bits, 8),
    through: bits.takeVarint(),
    beyond: bits.takeVarint(),
    tail: takeHex(bits, 4),
  }));
  const lessons = Array.from({length: lessonCount}, () => bits.take(4));
  if (lessons.some((code) => code > 11)) return 'newer';
  const unknown = 2 ** width - 1;
  const done = lessons.filter((code) => code >= doneCode);
  const days = done.map(() => {
    const offset = bits.take(width);
    return offset === unknown ? unknownDay : base + offset;
  });
  const questions = Array.from({length: questionCount}, () => bits.take(wide ? 3 : 2));
  const runs = done.map(() => run === 1 && bits.take(1) === 1);
  const streams = diary ? heads.map((head) => withDiary(head, bits)) : heads;
  // Such a day would be written as unknown.
  const isTooLate = days.some((day) => day !== unknownDay && day > 0xffff);
  if (bits.overrun || isTooLate) return undefined;

  const fields: DigestFields = {
    signed: signed === 1,
    learner,
    courseKey,
    version,
    ledger,
    madeOn,
    epoch,
    streams,
    moreStreams,
    lessons,
    days,
    runs,
    questions,
  };
  const again = bytesOf(fields);
  return again.length === core && again.every((byte, at) => byte === bytes[at])
    ? fields
    : undefined;
}

function withDiary(head: StreamHead, bits: BitReader): StreamHead {
  const [quarter, seq] = [bits.takeVarint(), bits.takeVarint()];
  const [minutes, kn1, kn2, kn3, kn4, kn5] = [
    bits.takeVarint(),
    bits.takeVarint(),
    bits.takeVarint(),
    bits.takeVarint(),
    bits.takeVarint(),
    bits.takeVarint(),
  ];
  // Records count from 1, so that 0 says: no totals.
  return seq === 0 ? head : {...head, diary: [quarter, seq, [minutes, kn1, kn2, kn3, kn4, kn5]]};
}

export const putHex = (bits: BitWriter, hex: string, digits: number): void =>
  bits.put(Number.parseInt(hex, 16), digits * 4);

export const takeHex = (bits: BitReader, digits: number): string =>
  bits
    .take(digits * 4)
    .toString(16)
    .padStart(digits, '0');
