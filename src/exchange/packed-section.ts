import type {Course} from '../curriculum/course.js';
import type {Lesson} from '../curriculum/lesson.js';
import {toBase32} from '../store/reckoning/base32.js';
import {crc32} from './crc32.js';
import {deflate} from './deflate.js';
import type {Unreadable} from './digest.js';
import {isSection} from './found-files.js';
import {packRecords, unpackRecords} from './packed-records.js';
import {isSigned, recordsIn} from './section.js';

/** Where a lesson's questions come from; nothing when it cannot be had. */
export type LessonOf = (course: Course, id: string) => Promise<Lesson | undefined>;

const wholeLayout = 1;
const packedLayout = 2;
const headLength = 39;
const crcLength = 4;
const signatureLength = 64 + 65;

/** A section's head, its records, and its check sum and signature. */
function partsOf(
  bytes: Uint8Array,
): readonly [head: Uint8Array, body: Uint8Array, end: Uint8Array] {
  const bodyAt = headLength + (bytes[38] ?? 0);
  const endAt = bytes.length - crcLength - (isSigned(bytes) ? signatureLength : 0);
  return [bytes.subarray(0, bodyAt), bytes.subarray(bodyAt, endAt), bytes.subarray(endAt)];
}

function joined(layout: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const whole = Uint8Array.from(parts.flatMap((part) => [...part]));
  whole[2] = layout;
  return whole;
}

const streamOf = (head: Uint8Array) => ({
  learner: toBase32(head.subarray(4, 14)),
  device: toBase32(head.subarray(14, 24)),
});

const same = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Whether a section is in the form that travels in QR codes and has to be unpacked before it is read. */
export const isPacked = (bytes: Uint8Array): boolean =>
  isSection(bytes) && bytes[2] === packedLayout;

/**
 * A section in the fewest bytes, for QR codes: its records packed, its head, check sum and signature as they are.
 * The section itself where that would be no smaller, or would not come back byte for byte.
 */
export async function packSection(
  section: Uint8Array,
  course: Course,
  lessonOf: LessonOf,
): Promise<Uint8Array> {
  const [head, body, end] = partsOf(section);
  const around = {...streamOf(head), course, lessonOf: (id: string) => lessonOf(course, id)};
  const texts = recordsIn(section);
  const packed = texts.length > 0 ? await packRecords(texts, around) : undefined;
  if (!packed || packed.length >= body.length) return section;
  return same(deflated(texts), body) ? joined(packedLayout, head, packed, end) : section;
}

/**
 * The section as it was before it was packed, to be read and kept like any other; never throws for what the bytes say.
 * Reasons: `course-unknown` (facts: key), those of `unpackRecords`, and `file-damaged` when what comes back is
 * not what the check sum was made of.
 */
export async function unpackSection(
  bytes: Uint8Array,
  courses: readonly Course[],
  lessonOf: LessonOf = () => Promise.resolve(undefined),
): Promise<Uint8Array | Unreadable> {
  const [head, body, end] = partsOf(bytes);
  const id = new TextDecoder().decode(head.subarray(headLength));
  const course = courses.find((one) => one.id === id);
  const stream = streamOf(head);
  const {learner} = stream;
  if (!course) return {reason: 'course-unknown', facts: {key: id}, learner};
  const around = {
    ...stream,
    course,
    lessonOf: (lesson: string) => lessonOf(course, lesson),
  };
  const texts = await unpackRecords(body, around);
  if ('reason' in texts) return {...texts, learner};
  const whole = joined(wholeLayout, head, deflated(texts), end);
  const sum = new DataView(whole.buffer).getUint32(whole.length - end.length);
  return crc32(whole.subarray(0, whole.length - end.length)) === sum
    ? whole
    : {reason: 'file-damaged', facts: {}, learner};
}

const deflated = (texts: readonly string[]): Uint8Array =>
  deflate(new TextEncoder().encode(texts.join('\n')));
