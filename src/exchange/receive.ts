import type {Course} from '../curriculum/course.js';
import type {ErrorCode, Facts} from '../errors.js';
import type {Admission, Packet} from '../store/reckoning/packet.js';
import type {LearnerKey} from '../store/reckoning/record.js';
import type {Store} from '../store/store.js';
import {decodeDigest} from './digest.js';
import {findTextCodes} from './text-code.js';

/** A text code that could not be taken in: its beginning as it was found, and why. */
export interface Refused {
  readonly found: string;
  readonly reason: ErrorCode;
  readonly facts: Facts;
}

/** What came of receiving something: nothing is half-imported, everything refused is named. */
export interface Receipt {
  readonly admissions: readonly Admission[];
  readonly refused: readonly Refused[];
  /** Learners without a name on this device: "Mã này của ai?". */
  readonly unknown: readonly LearnerKey[];
}

export interface ReceiveOptions {
  /** Courses whose slots are at hand. */
  courses: readonly Course[];
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/**
 * The one door for whatever somebody sent: text codes, alone or anywhere in a conversation.
 * The same again, or in another order, leads to the same end. A flawed code never stops the others.
 * After `signal` the receipt says what was kept until then. Rejects with KnsError
 * `storage-full` or `storage-broken` when the device could not keep a packet.
 */
export async function receive(
  store: Pick<Store, 'admit' | 'received'>,
  input: unknown,
  {courses, signal, onProgress}: ReceiveOptions,
): Promise<Receipt> {
  const codes =
    typeof input === 'string' ? findTextCodes(input).filter(({kind}) => kind === 'progress') : [];
  const packets: Packet[] = [];
  const refused: Refused[] = [];
  for (const code of codes) {
    const {found} = code;
    const read = 'bytes' in code ? decodeDigest(code.bytes, courses) : code;
    if ('reason' in read) refused.push({found, reason: read.reason, facts: read.facts});
    else packets.push(read);
  }
  if (codes.length === 0) refused.push({found: '', reason: 'nothing-found', facts: {}});

  const admissions = await store.admit(packets, {
    ...(signal && {signal}),
    ...(onProgress && {onProgress}),
  });
  return {admissions, refused, unknown: await namelessIn(store, admissions)};
}

/** Each learner once, in the order they came. */
async function namelessIn(
  store: Pick<Store, 'received'>,
  admissions: readonly Admission[],
): Promise<LearnerKey[]> {
  const named = new Set<LearnerKey>();
  for (const course of new Set(admissions.map((admission) => admission.course))) {
    for (const {learner, name} of await store.received(course)) if (name) named.add(learner);
  }
  const learners = new Set(admissions.map(({learner}) => learner));
  return [...learners].filter((learner) => !named.has(learner));
}
