import type {Course} from '../curriculum/course.js';
import {fromBase32, toBase32} from '../store/reckoning/base32.js';
import type {MemberCode} from '../store/reckoning/member.js';
import {withCheck} from '../store/reckoning/member-code.js';
import type {LearnerKey} from '../store/reckoning/record.js';
import {BitWriter} from './bits.js';
import type {Unreadable} from './digest.js';
import {putHex, takeHex} from './digest-layout.js';
import {
  damaged,
  inCourse,
  isWrittenSo,
  plainBody,
  plainFrame,
  putLearner,
  takeLearner,
} from './plain-frame.js';
import {textCodeOf} from './text-code.js';

/** Who is to study where: what a trainer gives to a member of a team. No name of a person is in it. */
export interface Invitation {
  /** Minted by the roster, so that every browser in which it is opened studies as the same learner. */
  readonly learner: LearnerKey;
  readonly member: MemberCode;
  /** Id of the course they are invited to. */
  readonly course: string;
  /** What the unit is called; empty where nobody knows. */
  readonly unit: string;
}

/** As many bytes of UTF-8 as a unit's name may have; a longer one is cut. */
export const longestUnit = 120;

/** `KNSI1.` and the invitation in base32, found by `findTextCodes` like a progress code. */
export const invitationCodeOf = (
  invitation: Omit<Invitation, 'course'>,
  course: Pick<Course, 'key'>,
): string => textCodeOf(encodeInvitation(invitation, course), 'invitation');

/** An invitation as bytes, in the one way to write it; see docs/format.md. */
export function encodeInvitation(
  {learner, member, unit}: Omit<Invitation, 'course'>,
  {key}: Pick<Course, 'key'>,
): Uint8Array {
  const body = new BitWriter();
  putLearner(body, learner);
  // The check character follows from the six before it.
  for (const byte of fromBase32(`${member.slice(0, 6)}00`) ?? new Uint8Array(5)) body.put(byte, 8);
  putHex(body, key, 8);
  const name = nameBytes(unit);
  body.put(name.length, 8);
  for (const byte of name) body.put(byte, 8);
  return plainFrame(body);
}

/** Reads an invitation somebody sent; never throws. Reasons: `code-damaged`, `newer-format`, `course-unknown` (facts: key). */
export function decodeInvitation(
  bytes: Uint8Array,
  courses: readonly Pick<Course, 'id' | 'key'>[],
): Invitation | Unreadable {
  const bits = plainBody(bytes);
  if ('reason' in bits) return bits;
  const learner = takeLearner(bits);
  const member = withCheck(toBase32(Uint8Array.from({length: 5}, () => bits.take(8))).slice(0, 6));
  const key = takeHex(bits, 8);
  const name = Uint8Array.from({length: bits.take(8)}, () => bits.take(8));
  const read = {learner, member, unit: textOf(name)};
  return isWrittenSo(bytes, encodeInvitation(read, {key})) ? inCourse(read, key, courses) : damaged;
}

/** What is no UTF-8 is written otherwise again, and refused for it. */
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);

/** A name as it stands in an invitation: on one line, without what nobody sees, and whole letters only. */
function nameBytes(unit: string): Uint8Array {
  const plain = unit
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const encoder = new TextEncoder();
  const letters: Uint8Array[] = [];
  let length = 0;
  for (const letter of plain) {
    const bytes = encoder.encode(letter);
    if (length + bytes.length > longestUnit) break;
    letters.push(bytes);
    length += bytes.length;
  }
  // A cut may leave a space at the end.
  while (letters.at(-1)?.[0] === 0x20) letters.pop();
  return Uint8Array.from(letters.flatMap((bytes) => [...bytes]));
}
