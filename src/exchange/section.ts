import type {Course} from '../curriculum/course.js';
import {slotsOf} from '../curriculum/slots.js';
import {deviceOf} from '../store/keys.js';
import {verify} from '../store/signatures.js';
import type {Signature} from '../store/exchange-contract.js';
import {fromBase32, toBase32} from '../store/reckoning/base32.js';
import {hexOf, newestTotals} from '../store/reckoning/heads.js';
import type {Packet, StreamHead} from '../store/reckoning/packet.js';
import {
  type CivilDay,
  type DeviceKey,
  type LearnerKey,
  readRecord,
  streamKey,
} from '../store/reckoning/record.js';
import {draftOf, emptyStanding, foldInto, type Standing} from '../store/reckoning/standing.js';
import {crc32} from './crc32.js';
import {deflate, inflate} from './deflate.js';
import type {Unreadable} from './digest.js';
import {isSection, sectionMark} from './found-files.js';
import {plainRecords} from './plain-record.js';
import {mostInflated} from './unfolding.js';

/** What a section says before its records: learner × course × device, and who made it when. */
export interface SectionHead {
  readonly learner: LearnerKey;
  readonly course: string;
  /** The device that wrote the records. */
  readonly device: DeviceKey;
  readonly courseVersion: readonly [major: number, minor: number];
  /** How many lesson and question slots the sender knew. */
  readonly slots: readonly [lessons: number, questions: number];
  /** Civil day on the wall clock of the device that made the section. */
  readonly madeOn: CivilDay;
}

/** What of one stream leaves a device together. */
export interface SectionContent extends SectionHead {
  /** Frozen records of that stream, each in one line. */
  readonly texts: readonly string[];
}

/** A section taken apart, before anything in it is believed. */
interface Parts extends SectionHead {
  readonly codec: number;
  readonly count: number;
  /** Of all texts joined by line feeds, in bytes of UTF-8. */
  readonly size: number;
  readonly body: Uint8Array;
  /** Everything the signature speaks of. */
  readonly signed: Uint8Array;
  readonly signature?: Signature;
}

/** A section is never larger than what it holds, so that its own length bounds the work as well. */
const mostBytes = mostInflated + 1000;
const mostRecords = 0xffff;
/** More of either is nobody's learning: what says so little in a file would fill a device. */
const mostRanges = 64;
const mostNames = 2000;
const layout = 1;
const headLength = 39;
const crcLength = 4;
const signatureLength = 64;
const publicKeyLength = 65;
const courseId = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;

/** So many records, and characters of at most three bytes, are sure to fit one section. */
const comfortable = {records: 5000, characters: Math.floor(mostInflated / 3) - 5000};

/** One stream in parts that each fit a section, in the same order. */
export function portionsOf(texts: readonly string[]): (readonly string[])[] {
  const portions: string[][] = [];
  let characters = Infinity;
  for (const text of texts) {
    const last = portions.at(-1);
    characters += text.length;
    if (last && last.length < comfortable.records && characters <= comfortable.characters) {
      last.push(text);
    } else {
      portions.push([text]);
      characters = text.length;
    }
  }
  return portions;
}

const within = (value: number, most: number): number =>
  Math.min(most, Math.max(0, Math.trunc(value)));

/**
 * The records of one stream as bytes that can be sent: see docs/format.md. Signed when `sign` answers with a key
 * whose hash is the name of the stream's device; otherwise without a signature. Throws RangeError when it would
 * not fit: `portionsOf` gives parts that do.
 */
export async function encodeSection(
  content: SectionContent,
  sign: (bytes: Uint8Array) => Promise<Signature | undefined> = () => Promise.resolve(undefined),
): Promise<Uint8Array> {
  const texts = new TextEncoder().encode(content.texts.join('\n'));
  if (texts.length > mostInflated || content.texts.length > mostRecords) {
    throw new RangeError('A section holds at most 4 MB of records.');
  }
  const body = deflate(texts);
  const core = coreOf(content, texts.length, body, true);
  const signature = await sign(core);
  // A device that was named anew meanwhile signs with another key than the one its former name stands for.
  if (!signature || (await deviceOf(signature.publicKey)) !== content.device) {
    return coreOf(content, texts.length, body, false);
  }
  return joined(core, signature.signature, signature.publicKey);
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Head, body and check sum. */
function coreOf(
  {learner, device, course, courseVersion, slots, madeOn, texts}: SectionContent,
  size: number,
  body: Uint8Array,
  bearsSignature: boolean,
): Uint8Array {
  const id = new TextEncoder().encode(course);
  const head = new Uint8Array(headLength + id.length);
  const view = new DataView(head.buffer);
  head.set([...sectionMark, layout, bearsSignature ? 1 : 0]);
  head.set(fromBase32(learner) ?? [], 4);
  head.set(fromBase32(device) ?? [], 14);
  head.set([within(courseVersion[0], 0xff), within(courseVersion[1], 0xff)], 24);
  view.setUint16(26, within(slots[0], 0xffff));
  view.setUint16(28, within(slots[1], 0xffff));
  view.setUint16(30, within(madeOn, 0xffff));
  view.setUint16(32, texts.length);
  view.setUint32(34, size);
  head[38] = id.length;
  head.set(id, headLength);
  const core = joined(head, body, new Uint8Array(crcLength));
  const end = core.length - crcLength;
  new DataView(core.buffer).setUint32(end, crc32(core.subarray(0, end)));
  return core;
}

/** Whether a section bears a signature; whether it holds is another question. */
export const isSigned = (section: Uint8Array): boolean => ((section[3] ?? 0) & 1) === 1;

/** Takes a section apart without unpacking anything. */
function partsOf(bytes: Uint8Array): Parts | Unreadable {
  if (!isSection(bytes)) return {reason: 'file-unreadable', facts: {}};
  const flags = bytes[3] ?? 0;
  if (bytes[2] !== layout) return {reason: 'newer-format', facts: {layout: bytes[2] ?? 0}};
  if (flags > 3) return {reason: 'newer-format', facts: {layout}};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = view.getUint32(34);
  if (bytes.length > mostBytes || size > mostInflated) {
    return {reason: 'too-big', facts: {size: Math.max(bytes.length, size), most: mostInflated}};
  }
  const bodyAt = headLength + (bytes[38] ?? 0);
  const coreEnd = bytes.length - (isSigned(bytes) ? signatureLength + publicKeyLength : 0);
  const bodyEnd = coreEnd - crcLength;
  const intact = bodyEnd >= bodyAt && crc32(bytes.subarray(0, bodyEnd)) === view.getUint32(bodyEnd);
  const course = new TextDecoder().decode(bytes.subarray(headLength, bodyAt));
  if (!intact || !courseId.test(course)) return {reason: 'file-damaged', facts: {}};
  return {
    learner: toBase32(bytes.subarray(4, 14)),
    device: toBase32(bytes.subarray(14, 24)),
    courseVersion: [bytes[24] ?? 0, bytes[25] ?? 0],
    slots: [view.getUint16(26), view.getUint16(28)],
    madeOn: view.getUint16(30),
    count: view.getUint16(32),
    size,
    course,
    codec: flags >> 1,
    body: bytes.subarray(bodyAt, bodyEnd),
    signed: bytes.subarray(0, coreEnd),
    ...(isSigned(bytes) && {
      signature: {
        signature: bytes.subarray(coreEnd, coreEnd + signatureLength),
        publicKey: bytes.subarray(coreEnd + signatureLength),
      },
    }),
  };
}

/** Whose key signed it; nothing when nobody did, or when this browser cannot tell. */
async function signerOf({
  device,
  signed,
  signature,
}: Parts): Promise<{readonly signer?: DeviceKey} | Unreadable> {
  if (!signature) return {};
  const [owner, holds] = await Promise.all([
    deviceOf(signature.publicKey),
    verify(signature, signed),
  ]);
  if (owner !== device) return {reason: 'signer-wrong', facts: {}};
  if (holds === false) return {reason: 'signature-wrong', facts: {}};
  return holds ? {signer: device} : {};
}

/** All lines in one text. */
function linesOf({codec, body, size}: Parts): string | Unreadable {
  if (codec !== 0) return {reason: 'newer-format', facts: {codec}};
  const bytes = inflate(body, size);
  if (!bytes) return {reason: 'record-invalid', facts: {}};
  try {
    // A mark at the beginning would otherwise be lost, and the text would not be what was written.
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return {reason: 'record-invalid', facts: {}};
  }
}

function textsOf(parts: Parts): readonly string[] | Unreadable {
  const lines = linesOf(parts);
  const texts = typeof lines === 'string' ? lines.split('\n') : lines;
  if ('reason' in texts || texts.length === parts.count) return texts;
  return {reason: 'record-invalid', facts: {}};
}

/**
 * Reads a section somebody sent; never throws. Reasons: `file-unreadable` (not a section), `newer-format`, `too-big`
 * (told by size, before anything is unpacked, or by more than 64 ranges of numbers or 2,000 names), `file-damaged`, `signer-wrong` (the key is not that of the device),
 * `signature-wrong`, `record-invalid` (facts: line). Where the browser cannot verify, a signature counts as none.
 */
export async function decodeSection(bytes: Uint8Array): Promise<Packet | Unreadable> {
  const parts = partsOf(bytes);
  if ('reason' in parts) return parts;
  const {learner, course, courseVersion, madeOn, slots} = parts;
  // The browser verifies beside what is done here; nothing is believed before it has answered.
  const signing = signerOf(parts);
  const told = toldIn(parts);
  const signer = await signing;
  if ('reason' in signer) return {...signer, learner};
  if ('reason' in told) return {...told, learner};
  return {
    kind: 'records',
    ...signer,
    learner,
    course,
    bytes,
    standing: told.standing,
    courseVersion,
    madeOn,
    epoch: told.standing.epoch,
    streams: [told.head],
    moreStreams: false,
    slots,
    partial: false,
  };
}

/** Nothing of the texts themselves is left once it is known what they say. */
function toldIn(parts: Parts) {
  const lines = linesOf(parts);
  return typeof lines === 'string' ? toldBy(parts, lines) : lines;
}

/** What the records say together, when every one is of this stream. */
function toldBy(
  parts: Parts,
  lines: string,
): {readonly standing: Standing; readonly head: StreamHead} | Unreadable {
  const {learner, course, device} = parts;
  const stream = streamKey(device, learner, course);
  const standing = draftOf(emptyStanding);
  const plain = plainRecords(lines, parts);
  const ids: string[] = [];
  const numbers: number[] = [];
  for (let at = 0; at <= lines.length;) {
    const read = plain(at);
    const {record, end} = read ?? anyRecordAt(lines, at);
    if (record?.learner !== learner || record.course !== course || record.device !== device) {
      const isCounted = lines.split('\n').length === parts.count;
      return {reason: 'record-invalid', facts: isCounted ? {line: ids.length + 1} : {}};
    }
    foldInto(standing, record, read && stream);
    numbers.push(record.seq);
    ids.push(record.id);
    at = end + 1;
  }
  if (ids.length !== parts.count) return {reason: 'record-invalid', facts: {}};
  const ranges = standing.covered[stream] ?? [];
  const names = ids.length > mostNames ? namesIn(standing) : 0;
  if (ranges.length > mostRanges || names > mostNames) {
    return {reason: 'too-big', facts: {ranges: ranges.length, names}};
  }
  const through = ranges[0]?.[0] === 1 ? ranges[0][1] : 0;
  const covered = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const diary = newestTotals(standing, `${stream}|`);
  const head: StreamHead = {
    device: hexOf(device),
    through,
    beyond: covered - through,
    tail: ids[numbers.lastIndexOf(through)]?.slice(-4) ?? '0000',
    ...(diary && {diary}),
  };
  return {standing, head};
}

const namesIn = ({lessons, questions, totals, attested, retired}: Standing): number =>
  [lessons, questions, totals, attested, retired].reduce(
    (sum, named) => sum + Object.keys(named).length,
    0,
  );

function anyRecordAt(lines: string, from: number) {
  const next = lines.indexOf('\n', from);
  const end = next < 0 ? lines.length : next;
  return {record: readRecord(lines.slice(from, end)), end};
}

/** The records of a section, each as it was written; none when the bytes are no section this version can read. */
export function recordsIn(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const texts = 'reason' in parts ? parts : textsOf(parts);
  return 'reason' in texts ? [] : texts;
}

/** What the head of a section says of a course as this device knows it. */
export function courseAsKnown(
  course: Course | undefined,
): Pick<SectionHead, 'courseVersion' | 'slots'> {
  if (!course) return {courseVersion: [0, 0], slots: [0, 0]};
  const [major = 0, minor = 0] = course.version.split('.').map(Number);
  const {lessons, questions} = slotsOf(course);
  return {courseVersion: [major, minor], slots: [lessons.length, questions.length]};
}
