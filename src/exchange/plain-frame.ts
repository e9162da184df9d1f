import type {Course} from '../curriculum/course.js';
import {fromBase32, toBase32} from '../store/reckoning/base32.js';
import type {LearnerKey} from '../store/reckoning/record.js';
import {BitReader, type BitWriter} from './bits.js';
import type {Unreadable} from './digest.js';
import {framed, headBits, headOf, intact} from './digest-layout.js';

/** Receipts, invitations and claims in bytes: the head of layout 1 without flags, the body, the check sum. */
export const plainFrame = (body: BitWriter): Uint8Array =>
  framed([false, false, false, false], body);

/** What stands behind that head; never throws. Reasons: `code-damaged`, `newer-format`. */
export function plainBody(bytes: Uint8Array): BitReader | Unreadable {
  if (!intact(bytes)) return damaged;
  const {layout, core, total} = headOf(bytes);
  const bits = new BitReader(bytes.subarray(0, core - 4));
  const flags = bits.take(8) & 0xf;
  bits.take(headBits - 8);
  // A signature would be a promise this version cannot check.
  return layout === 1 && core === total && flags === 0 ? bits : newerThan(layout);
}

export const damaged: Unreadable = {reason: 'code-damaged', facts: {}};

/** Something of this layout that is not written by this version. */
export const newerThan = (layout = 1): Unreadable => ({reason: 'newer-format', facts: {layout}});

/** Whether these bytes are the one way to write what was read from them. */
export const isWrittenSo = (bytes: Uint8Array, again: Uint8Array): boolean =>
  again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);

/** What was read with the id of its course, of which only the key travels. Reason: `course-unknown` (facts: key). */
export function inCourse<T extends object>(
  read: T,
  key: string,
  courses: readonly Pick<Course, 'id' | 'key'>[],
): (T & {course: string}) | Unreadable {
  const course = courses.find((one) => one.key === key);
  return course ? {...read, course: course.id} : {reason: 'course-unknown', facts: {key}};
}

/** 10 bytes. */
export function putLearner(body: BitWriter, learner: LearnerKey): void {
  for (const byte of fromBase32(learner) ?? new Uint8Array(10)) body.put(byte, 8);
}

export const takeLearner = (bits: BitReader): LearnerKey =>
  toBase32(Uint8Array.from({length: 10}, () => bits.take(8)));
