import type {Course} from '../curriculum/course.js';
import type {Receipted} from '../store/exchange-contract.js';
import {BitWriter} from './bits.js';
import type {Unreadable} from './digest.js';
import {putHex, takeHex} from './digest-layout.js';
import {
  damaged,
  inCourse,
  isWrittenSo,
  newerThan,
  plainBody,
  plainFrame,
  putLearner,
  takeLearner,
} from './plain-frame.js';
import {textCodeOf} from './text-code.js';

/** As many streams as a packet may have. */
const mostStreams = 16;

/**
 * What a trainer sends back: `KNSR1.` and the receipt in base32, found by `findTextCodes` like a progress code.
 * Only the first 16 streams travel, so the newest come first.
 */
export const receiptCodeOf = (receipted: Receipted, course: Pick<Course, 'key'>): string =>
  textCodeOf(encodeReceipt(receipted, course), 'receipt');

/** A receipt as bytes, in the one way to write it; see docs/format.md. */
export function encodeReceipt(
  {learner, receiver, receivedOn, streams}: Receipted,
  {key}: Pick<Course, 'key'>,
): Uint8Array {
  const sent = streams.slice(0, mostStreams);
  const body = new BitWriter();
  body.put(sent.length, 5);
  putLearner(body, learner);
  putHex(body, key, 8);
  putHex(body, receiver, 8);
  body.put(Math.min(0xffff, Math.max(0, Math.trunc(receivedOn))), 16);
  for (const {device, through, beyond, tail, held} of sent) {
    putHex(body, device, 8);
    body.putVarint(through);
    body.putVarint(beyond);
    putHex(body, tail, 4);
    body.put(held ? 1 : 0, 1);
  }
  return plainFrame(body);
}

/** Reads a receipt somebody sent; never throws. Reasons: `code-damaged`, `newer-format`, `course-unknown` (facts: key). */
export function decodeReceipt(
  bytes: Uint8Array,
  courses: readonly Pick<Course, 'id' | 'key'>[],
): Receipted | Unreadable {
  const bits = plainBody(bytes);
  if ('reason' in bits) return bits;
  const count = bits.take(5);
  if (count > mostStreams) return newerThan();
  const learner = takeLearner(bits);
  const key = takeHex(bits, 8);
  const receiver = takeHex(bits, 8);
  const receivedOn = bits.take(16);
  const streams = Array.from({length: count}, () => ({
    device: takeHex(bits, 8),
    through: bits.takeVarint(),
    beyond: bits.takeVarint(),
    tail: takeHex(bits, 4),
    held: bits.take(1) === 1,
  }));
  const read = {learner, course: '', receiver, receivedOn, streams};
  return isWrittenSo(bytes, encodeReceipt(read, {key})) ? inCourse(read, key, courses) : damaged;
}
